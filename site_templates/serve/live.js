// What `serve` adds to each page: asks now and then how the site is, loads the page anew when it has changed, and shows what is
// wrong with an edit until that is mended. Each question is answered at once, so no tab holds a connection; hidden tabs ask nothing.
(function () {
  "use strict";
  var PAUSE = 1000;
  var shown = document.currentScript.dataset.version;
  var panel = null;
  var timer = 0;
  var asking = false;

  function add(name, text) {
    var element = panel.appendChild(document.createElement(name));
    element.textContent = text;
  }

  function tell(state) {
    var said = state.message || "";
    if (panel && (!said || panel.dataset.said !== said)) {
      panel.remove();
      panel = null;
    }
    if (!said || panel) {
      return;
    }
    panel = document.createElement("div");
    panel.id = "rr-serve";
    panel.lang = state.lang;
    panel.tabIndex = 0;
    panel.setAttribute("role", "alert");
    panel.dataset.said = said;
    document.body.prepend(panel);
    add("strong", state.title);
    add("pre", said);
  }

  function again() {
    asking = false;
    timer = setTimeout(ask, PAUSE);
  }

  function ask() {
    clearTimeout(timer);
    if (asking || document.visibilityState === "hidden") {
      return;
    }
    asking = true;
    fetch("/.serve/state?page=" + encodeURIComponent(location.pathname), { cache: "no-store" })
      .then(function (answer) { return answer.json(); })
      .then(function (state) {
        // Of a later state, or of another server at this address.
        if (state.version !== shown) {
          location.reload();
          return;
        }
        tell(state);
      })
      // The server has been stopped: there may be another one soon.
      .catch(function () {})
      .then(again);
  }

  document.addEventListener("visibilitychange", ask);
  addEventListener("pageshow", ask);
  ask();
})();
