// Reads an interactive chart by keyboard: the picture takes the focus, arrow keys go from figure to figure, and a line below says
// which one it is (screen readers hear it). Expects what charts.js draws. Loaded with "defer".
(function () {
  "use strict";

  function points(block) {
    return rows(block, "points").concat(rows(block, "doubts").map(function (row) { return Object.assign({ doubt: true }, row); }));
  }

  function rows(block, name) {
    var found = block.vega.data.find(function (set) { return set.name === name; });
    return found ? found.values : [];
  }

  // The mark of a figure. In lines it is the invisible one that is easy to point at; bars lie in one of three layers.
  function markOf(figure, all, index) {
    var line = figure.querySelectorAll(".rr-chart__live .hover_marks path");
    if (line.length && !all[index].doubt) return line[index];
    var layer = layerOf(all[index]);
    var before = all.slice(0, index).filter(function (point) { return layerOf(point) === layer; }).length;
    return figure.querySelectorAll(".rr-chart__live ." + layer + "_marks " + (layer === "doubt" ? "text" : "path"))[before];
  }

  function layerOf(point) { return point.doubt ? "doubt" : point.rough ? "rough" : point.partial ? "partial" : "whole"; }

  function told(point) {
    return [point.period, point.series, point.shown].filter(Boolean).join(" · ");
  }

  function read(figure, block) {
    var picture = figure.querySelector(".rr-chart__picture");
    if (picture.hasAttribute("tabindex")) return;
    var all = points(block);
    var at = -1;
    var reader = document.createElement("p");
    reader.className = "rr-chart__reader";
    reader.id = figure.id + "-reader";
    reader.setAttribute("aria-live", "polite");
    picture.after(reader);
    picture.tabIndex = 0;
    picture.setAttribute("role", "application");
    picture.setAttribute("aria-describedby", reader.id);

    function show(index) {
      clear();
      at = index;
      var mark = markOf(figure, all, at);
      if (mark) mark.classList.add("rr-chart__current");
      reader.textContent = told(all[at]);
    }

    function clear() {
      figure.querySelectorAll(".rr-chart__current").forEach(function (mark) { mark.classList.remove("rr-chart__current"); });
    }

    picture.addEventListener("focus", function () {
      if (at < 0 && picture.matches(":focus-visible")) reader.textContent = figure.dataset.readKeys;
    });
    picture.addEventListener("blur", function () {
      clear();
      at = -1;
      reader.textContent = "";
    });
    picture.addEventListener("keydown", function (event) {
      if (event.altKey || event.ctrlKey || event.metaKey || !all.length) return;
      var step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      var next = event.key === "Home" ? 0 : event.key === "End" ? all.length - 1 : null;
      if (step) next = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step));
      if (next === null) return;
      event.preventDefault();
      show(next);
    });
  }

  window.rrCharts = Object.assign(window.rrCharts || {}, { read: read });
})();
