// Says where a table goes on beyond its box: in its corner the number of columns that lie outside, as a button that moves it on.
// The box itself is moved by keys, so the button is for eyes and pointers alone. Without this file the edge fades (tables.css).
(function () {
  "use strict";
  if (!window.ResizeObserver) return;
  var words = document.currentScript.dataset;
  var reduced = matchMedia("(prefers-reduced-motion: reduce)");

  function made(scroller) {
    var place = document.createElement("div");
    place.className = "rr-table-more" + (scroller.querySelector("caption") ? "" : " rr-table-more--line");
    place.setAttribute("aria-hidden", "true");
    var button = document.createElement("button");
    button.type = "button";
    button.tabIndex = -1;
    button.addEventListener("click", function () {
      var first = scroller.querySelector("tbody th[scope=row]");
      var step = scroller.clientWidth - (first ? first.offsetWidth : 0) - 24;
      scroller.scrollBy({ left: Math.max(step, 120), behavior: reduced.matches ? "instant" : "smooth" });
    });
    place.append(button);
    scroller.prepend(place);
    scroller.addEventListener("scroll", function () { show(scroller, beyond(scroller)); }, { passive: true });
    return place;
  }

  // How many columns end beyond the right edge; nought where the table fits or is not shown. A head of several storeys has its columns
  // in all of them, and cells above several columns are none.
  function beyond(scroller) {
    if (scroller.scrollWidth - scroller.clientWidth - scroller.scrollLeft < 2) return 0;
    var edge = scroller.getBoundingClientRect().left + scroller.clientWidth + 1;
    var ends = new Set();
    scroller.querySelectorAll("thead :is(th, td)").forEach(function (cell) {
      var end = cell.getBoundingClientRect().right;
      if (cell.colSpan === 1 && end > edge) ends.add(Math.round(end));
    });
    return ends.size;
  }

  function show(scroller, columns) {
    var place = scroller.querySelector(":scope > .rr-table-more");
    if (!place && !columns) return;
    place = place || made(scroller);
    place.hidden = !columns;
    if (columns) place.firstChild.textContent = words.more.replace("%number", columns) + " →";
  }

  // All are measured before any is changed.
  var observer = new ResizeObserver(function (changes) {
    changes.map(function (change) { return [change.target, beyond(change.target)]; })
      .forEach(function (each) { show(each[0], each[1]); });
  });
  document.querySelectorAll(".rr-table-scroll").forEach(function (scroller) {
    observer.observe(scroller);
    // A table far from what is seen has no columns yet; it may come into view at the very size that was guessed.
    scroller.addEventListener("contentvisibilityautostatechange", function (event) {
      if (event.target === scroller && !event.skipped) requestAnimationFrame(function () { show(scroller, beyond(scroller)); });
    });
  });
})();
