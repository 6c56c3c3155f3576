// Runs before the page is painted: the reader's colour scheme, else the system's, is set on <body> the moment it exists.
(function () {
  "use strict";
  document.documentElement.className = "js";
  // The search page that was opened with a question keeps the room of its results free, so that nothing moves when they come.
  if (/[?&](?:q|unit|year|area)=/.test(location.search)) document.documentElement.classList.add("rr-asked");

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
