// Makes the pictures of charts interactive. Expects the figures that generator/charts/figure.py writes. Loaded with "defer".
//
// A figure is upgraded when it comes near the viewport; only then is vega.js loaded, which the figure names. Until then, and
// whenever anything fails, the picture stays as it is: it says the same. Figures that a script puts into the page later are
// upgraded by window.rrCharts.upgrade(figure). Reading by keyboard: charts-read.js; CSV and embed code: charts-share.js.
(function () {
  "use strict";

  var NEAR = "300px";
  var SCALE = 2; // pixels of a saved PNG per pixel of the chart
  var SAVED = { width: 800, height: 450, ink: "#1b2529", ground: "#ffffff", letters: 88 };
  var vegaLoading = null;

  function loadVega(vegaUrl) {
    if (!vegaLoading) {
      vegaLoading = new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        script.src = vegaUrl;
        script.onload = function () { if (window.rrVega) resolve(window.rrVega.embed); else reject(new Error("no Vega")); };
        script.onerror = function () { vegaLoading = null; reject(new Error("no Vega")); };
        document.head.append(script);
      });
    }
    return vegaLoading;
  }

  function readBlock(figure) {
    return JSON.parse(figure.querySelector(".rr-chart__spec").textContent);
  }

  // ast: expressions are interpreted, not compiled, so that the page needs no "unsafe-eval".
  function embed(figure, container, spec, block, extra) {
    return loadVega(new URL(figure.dataset.vega, document.baseURI).href).then(function (vegaEmbed) {
      var options = {
        mode: "vega-lite", renderer: "svg", ast: true, actions: false, defaultStyle: false, logLevel: 1,
        tooltip: { disableDefaultStyle: true, offsetX: 12, offsetY: 12 }, formatLocale: block.formatLocale
      };
      return vegaEmbed(container, spec, Object.assign(options, extra));
    });
  }

  // --- The interactive chart takes the place and the size of the picture -------------------------------------------------

  function laidOut(block, width, height, font) {
    var spec = JSON.parse(JSON.stringify(block.spec));
    fitLegend(spec, width);
    spec.width = width;
    spec.height = height;
    spec.config.font = font;
    return spec;
  }

  // Labels are placed by their width, so the page's font has to be there (or to have failed) before anything is drawn.
  function fontLoaded() {
    return Promise.resolve(document.fonts && document.fonts.ready);
  }

  function fitLegend(spec, width) {
    spec.layer.forEach(function (layer) {
      Object.keys(layer.encoding).forEach(function (channel) {
        var legend = layer.encoding[channel].legend;
        if (!legend) return;
        legend.columns = Math.max(1, Math.floor(legend.columns * Math.min(1, width / spec.width)));
        legend.labelLimit = Math.max(80, Math.floor((width - 60) / legend.columns));
      });
    });
  }

  function makeLive(figure) {
    var picture = figure.querySelector(".rr-chart__picture");
    var still = picture.querySelector("svg");
    var block = readBlock(figure);
    var live = null;
    var width = 0;

    function draw() {
      var box = picture.getBoundingClientRect();
      if (box.width < 50 || Math.abs(box.width - width) < 1) return Promise.resolve();
      width = box.width;
      still.removeAttribute("hidden");
      if (live) live.container.hidden = true;
      var height = still.getBoundingClientRect().height || box.height;
      var container = document.createElement("div");
      container.className = "rr-chart__live";
      container.hidden = true;
      picture.append(container);
      var font = getComputedStyle(figure).fontFamily;
      return fontLoaded().then(function () {
        return embed(figure, container, laidOut(block, Math.floor(width), Math.floor(height), font), block);
      }).then(function (result) {
        if (live) discard(live);
        live = { container: container, result: result };
        container.querySelector("svg").setAttribute("aria-hidden", "true");
        still.setAttribute("hidden", "");
        container.hidden = false;
        if (window.rrCharts.read) window.rrCharts.read(figure, block);
      }, function () {
        container.remove();
        if (live) discard(live);
        live = null;
        still.removeAttribute("hidden");
      });
    }

    function discard(old) {
      old.result.finalize();
      old.container.remove();
    }

    return draw().then(function () {
      if (typeof ResizeObserver === "undefined") return;
      var timer = 0;
      new ResizeObserver(function () {
        clearTimeout(timer);
        timer = setTimeout(draw, 150);
      }).observe(picture);
    });
  }

  // --- Saved files stand alone: real colours, a background, the title and the source -------------------------------------

  function wrapped(text, letters) {
    var lines = [""];
    text.split(/\s+/).filter(Boolean).forEach(function (word) {
      var last = lines[lines.length - 1];
      if (last && last.length + word.length >= letters) lines.push(word);
      else lines[lines.length - 1] = last ? last + " " + word : word;
    });
    return lines;
  }

  function textOf(figure, name) {
    var element = figure.querySelector(".rr-chart__" + name);
    return element ? element.textContent.trim() : "";
  }

  function savedSpec(figure, block) {
    var spec = JSON.parse(JSON.stringify(block.spec).replace(/"currentColor"/g, JSON.stringify(SAVED.ink)));
    var remarks = [textOf(figure, "note"), textOf(figure, "source")].filter(Boolean);
    var below = [].concat.apply([], remarks.map(function (text) { return wrapped(text, SAVED.letters); }));
    spec.layer.forEach(function (layer) {
      // The page gives hollow marks its own ground; a file has none to show through.
      if ((layer.name === "partial" || layer.name === "rough") && layer.mark.type === "point") layer.mark.fill = SAVED.ground;
    });
    spec.title = {
      text: wrapped(textOf(figure, "title").replace(/\s+/g, " "), 70), subtitle: below, anchor: "start", frame: "bounds", offset: 18,
      color: SAVED.ink, subtitleColor: SAVED.ink, fontSize: 18, fontWeight: "bold", subtitleFontSize: 13, subtitlePadding: 6
    };
    spec.height = Math.max(SAVED.height, Math.round(spec.height * 1.2)) + 18 * below.length;
    spec.width = SAVED.width;
    spec.padding = 20;
    spec.config.background = SAVED.ground;
    return spec;
  }

  function save(figure, format) {
    var block = readBlock(figure);
    var container = document.createElement("div");
    return embed(figure, container, savedSpec(figure, block), block, { renderer: "none" }).then(function (result) {
      var made = format === "png" ? result.view.toCanvas(SCALE).then(pngOf) : result.view.toSVG().then(svgOf);
      return made.then(function (blob) {
        result.finalize();
        download(blob, (figure.id || "chart") + "." + format);
      });
    });
  }

  function pngOf(canvas) {
    return new Promise(function (resolve) { canvas.toBlob(resolve, "image/png"); });
  }

  function svgOf(text) {
    return new Blob(['<?xml version="1.0" encoding="UTF-8"?>\n', text], { type: "image/svg+xml" });
  }

  function download(blob, name) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.hidden = true;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }

  // --- Buttons ----------------------------------------------------------------------------------------------------------

  function addToolbar(figure) {
    var bar = document.createElement("div");
    bar.className = "rr-chart__tools";
    var table = figure.querySelector(".rr-chart__data");
    figure.insertBefore(bar, table);
    if (table) bar.append(tableButton(figure, table));
    bar.append(saveButton(figure, "png", figure.dataset.savePng), saveButton(figure, "svg", figure.dataset.saveSvg));
    if (window.rrCharts.share) window.rrCharts.share(figure, bar, { button: button, download: download, read: readBlock });
    figure.classList.add("rr-chart--ready");
  }

  function button(label) {
    var element = document.createElement("button");
    element.type = "button";
    element.className = "rr-chart__button";
    element.textContent = label;
    return element;
  }

  function tableButton(figure, table) {
    var element = button("");
    table.id = table.id || figure.id + "-data";
    element.setAttribute("aria-controls", table.id);
    function tell() {
      element.textContent = table.open ? figure.dataset.hideTable : figure.dataset.showTable;
      element.setAttribute("aria-expanded", String(table.open));
    }
    element.addEventListener("click", function () { table.open = !table.open; });
    table.addEventListener("toggle", tell);
    tell();
    return element;
  }

  function saveButton(figure, format, label) {
    var element = button(label);
    element.addEventListener("click", function () {
      element.disabled = true;
      save(figure, format).catch(function () { /* nothing was saved; the button can be tried again */ })
        .then(function () { element.disabled = false; });
    });
    return element;
  }

  // --- Start ------------------------------------------------------------------------------------------------------------

  var watcher = null;

  // Who saves data gets the pictures; the buttons still work.
  if (typeof IntersectionObserver !== "undefined" && !(navigator.connection && navigator.connection.saveData)) {
    watcher = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        if (!entry.isIntersecting) return;
        watcher.unobserve(entry.target);
        Promise.resolve(entry.target).then(makeLive).catch(function () { /* the picture stays */ });
      });
    }, { rootMargin: NEAR });
  }

  // A figure as generator/charts/figure.py writes it, wherever it came from; once a figure.
  function upgrade(figure) {
    if (figure.classList.contains("rr-chart--ready")) return;
    addToolbar(figure);
    if (watcher) watcher.observe(figure);
  }

  function start() {
    document.querySelectorAll(".rr-chart").forEach(upgrade);
  }

  window.rrCharts = Object.assign(window.rrCharts || {}, { upgrade: upgrade });
  // Deferred scripts run in their order; the others of this family come before the start.
  if (document.readyState === "complete") start();
  else document.addEventListener("DOMContentLoaded", start);
})();
