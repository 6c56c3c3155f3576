// Runs before the page is painted: the reader's colour scheme, else the system's, is set on <body> the moment it exists.
(function () {
  "use strict";
  // Where something was asked for, style sheets keep the place of the answer, so that nothing jumps when it comes.
  document.documentElement.className = /[?&]q=./.test(location.search) ? "js js-asked" : "js";

  function wanted() {
    var chosen = null;
    try { chosen = localStorage.getItem("rr-scheme"); } catch (error) { /* storage may be switched off */ }
    return chosen || (dark.matches ? "slate" : "default");
  }

  function apply() { document.body.setAttribute("data-md-color-scheme", wanted()); }

  var dark = matchMedia("(prefers-color-scheme: dark)");
  new MutationObserver(function (_changes, observer) {
    if (!document.body) return;
    observer.disconnect();
    apply();
    dark.addEventListener("change", apply);
  }).observe(document.documentElement, { childList: true });
})();
