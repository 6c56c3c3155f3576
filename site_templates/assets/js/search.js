// Opens the search from anywhere: the button of the masthead, "/" and Ctrl-K (⌘K). What searches is loaded only then.
(function () {
  "use strict";

  var opener = document.querySelector(".rr-search-open");
  var dialog = document.getElementById("rr-search");
  if (!opener || !dialog || !dialog.showModal) return; // the link to the search page stays a link

  var here = document.currentScript.src;
  var home = new URL("../../", here);
  var place = { lang: document.documentElement.lang, home: home, site: new URL(opener.dataset.root || ".", home) };
  place.staff = location.href.indexOf(new URL("staff/", home).href) === 0;
  var status = dialog.querySelector(".rr-search__status");
  var page = document.querySelector(".rr-search-page");
  var loading = null;

  function loadScript(name) {
    return new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = new URL("search/" + name, here).href;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  }

  function load() {
    loading = loading || ["fold.js", "question.js", "guess.js", "lookup.js", "small.js", "engines.js", "view.js"].reduce(function (before, name) {
      return before.then(function () { return loadScript(name); });
    }, Promise.resolve());
    loading.catch(function () { loading = null; });
    return loading;
  }

  // The dialog takes what is typed while the scripts are on their way.
  function open() {
    dialog.showModal();
    var input = dialog.querySelector("input");
    input.focus();
    input.select();
    load().then(function () { window.rrSearch.startDialog(dialog, place); },
      function () { status.textContent = dialog.dataset.failed; });
  }

  opener.setAttribute("role", "button");
  opener.setAttribute("aria-haspopup", "dialog");
  opener.addEventListener("click", function (event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    open();
  });
  opener.addEventListener("keydown", function (event) {
    if (event.key !== " ") return;
    event.preventDefault();
    open();
  });

  function slashIsOff() {
    try { return localStorage.getItem("rr-search-key") === "off"; } catch (error) { return false; }
  }

  document.addEventListener("keydown", function (event) {
    var slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !slashIsOff();
    var k = (event.key === "k" || event.key === "K") && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!slash && !k) return;
    var field = event.target.closest("input, textarea, select, [contenteditable]");
    if (document.querySelector("dialog[open]") || (field && !dialog.contains(field))) return;
    event.preventDefault();
    if (page) page.querySelector("input").focus();
    else open();
  });

  dialog.querySelector(".rr-search__close").addEventListener("click", function () { dialog.close(); });
  dialog.addEventListener("click", function (event) { if (event.target === dialog) dialog.close(); });
  // Otherwise the first Escape would only empty the field.
  dialog.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    dialog.close();
  });

  if (page) {
    load().then(function () { window.rrSearch.startPage(page, dialog.dataset, place); },
      function () { document.querySelector(".md-content .rr-search__status").textContent = dialog.dataset.failed; });
  }
})();
