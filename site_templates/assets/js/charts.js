// Makes the pictures of charts interactive. Expects the figures that generator/charts/figure.py writes. Loaded with "defer".
//
// A figure is a picture until it is touched: by a mouse that rests on it, a tap, or the button that reads its figures. Only then are vega.js
// and the specifications of the page's charts loaded, which the figure names. Until then, and whenever anything fails, the picture
// stays as it is: it says the same. Figures that a script puts into the page later are upgraded by window.rrCharts.upgrade(figure).
// Reading by keyboard: charts-read.js; CSV and embed code: charts-share.js.
(function () {
  "use strict";

  var REST = 120; // milliseconds: a mouse that crosses a picture on its way does not touch it
  var SCALE = 2; // pixels of a saved PNG per pixel of the chart
  var SAVED = { width: 800, height: 450, ink: "#1b2529", ground: "#ffffff", letters: 88 };
  var loading = {};

  // A script of the site, once a page; what failed can be tried again.
  function loadScript(address) {
    var url = new URL(address, document.baseURI).href;
    if (!loading[url]) {
      loading[url] = new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        script.src = url;
        script.onload = resolve;
        script.onerror = function () { script.remove(); delete loading[url]; reject(new Error("not loaded: " + url)); };
        document.head.append(script);
      });
    }
    return loading[url];
  }

  // Between the steps of a chart, what the reader does comes first: on a slow phone each takes as long as a finger waits gladly.
  function rest() {
    return new Promise(function (resolve) { setTimeout(resolve, 0); });
  }

  async function loadVega(figure) {
    await loadScript(figure.dataset.vega);
    if (!window.rrVega) throw new Error("no Vega");
    return window.rrVega;
  }

  // Specification and figures of a chart, registered by the script beside the page (generator/pages/charts/files.py).
  function readBlock(figure) {
    return loadScript(figure.dataset.file).then(function () {
      var block = window.rrChartData && window.rrChartData[figure.id];
      if (!block) throw new Error("no data of " + figure.id);
      return block;
    });
  }

  // All of a chart but its drawing. ast: expressions are interpreted, not compiled, so that the page needs no "unsafe-eval".
  async function worked(figure, spec, block) {
    var vega = await loadVega(figure);
    await rest();
    vega.formatLocale(block.formatLocale);
    var flow = vega.parse(spec, {}, { ast: true });
    await rest();
    var view = new vega.View(flow, { renderer: "svg", expr: vega.interpret, logLevel: 1 });
    await view.runAsync();
    return view;
  }

  function drawn(view, container) {
    var tooltip = new window.rrVega.Tooltip({ disableDefaultStyle: true, offsetX: 12, offsetY: 12 });
    return view.tooltip(tooltip.call).initialize(container).runAsync();
  }

  // --- The interactive chart takes the place and the size of the picture -------------------------------------------------

  function laidOut(block, width, height, font) {
    var spec = JSON.parse(JSON.stringify(block.vega));
    spec.width = width;
    spec.height = height;
    Object.values(spec.config.style).forEach(function (style) { if (style.font) style.font = font; });
    return spec;
  }

  // Labels are placed by their width, so the page's font has to be there (or to have failed) before anything is drawn.
  function fontLoaded() {
    return Promise.resolve(document.fonts && document.fonts.ready);
  }

  function makeLive(figure, block) {
    var picture = figure.querySelector(".rr-chart__picture");
    var still = picture.querySelector("svg");
    var live = null;
    var width = 0;

    async function draw() {
      var box = picture.getBoundingClientRect();
      // Where the picture is made smaller, so is what takes its place: its text is as large, and nothing moves.
      var natural = still.viewBox.baseVal;
      var wanted = Math.floor(Math.max(box.width, natural.width));
      if (box.width < 50 || wanted === width) return;
      width = wanted;
      var container = document.createElement("div");
      container.className = "rr-chart__live";
      container.hidden = true;
      // Vega calls it a document of graphics; the picture's own label and the line below it say what is there.
      container.setAttribute("aria-hidden", "true");
      picture.append(container);
      try {
        await fontLoaded();
        var font = getComputedStyle(figure).fontFamily;
        var view = await worked(figure, laidOut(block, wanted, natural.height, font), block);
        await rest();
        await drawn(view, container);
        discard();
        live = { container: container, view: view };
        still.setAttribute("hidden", "");
        container.hidden = false;
        if (window.rrCharts.read) window.rrCharts.read(figure, block);
      } catch (error) {
        container.remove();
        discard();
        still.removeAttribute("hidden");
        throw error;
      }
    }

    function discard() {
      if (!live) return;
      live.view.finalize();
      live.container.remove();
      live = null;
    }

    return draw().then(function () {
      if (typeof ResizeObserver === "undefined") return;
      var timer = 0;
      new ResizeObserver(function () {
        clearTimeout(timer);
        timer = setTimeout(function () { draw().catch(stay); }, 150);
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

  // The title and, where all figures are about one, its unit or period.
  function titleOf(figure) {
    var subject = textOf(figure, "subject");
    var whole = textOf(figure, "title").replace(/\s+/g, " ");
    return subject && whole !== subject ? whole.slice(0, whole.length - subject.length).trim() + ": " + subject : whole;
  }

  // Where the chart stands, and how old its figures are.
  function origin(figure) {
    var canonical = document.querySelector('link[rel="canonical"]');
    var known = canonical ? canonical.href : /^http/.test(location.protocol) ? location.href.split(/[?#]/)[0].replace(/index\.html$/, "") : "";
    var cite = document.getElementById("cite");
    return [known && figure.id ? known + "#" + figure.id : known, cite && cite.dataset.asOf].filter(Boolean).join(" · ");
  }

  // `muc-do-hai-long-chung-huyen-khanh-son`: what a folder of saved files is read by.
  function fileName(figure) {
    var plain = titleOf(figure).normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
    return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 90) || figure.id || "chart";
  }

  function textOf(figure, name) {
    var element = figure.querySelector(".rr-chart__" + name);
    return element ? window.rrShown(element).trim() : "";
  }

  function savedSpec(figure, block) {
    var spec = JSON.parse(JSON.stringify(block.vega).replace(/"currentColor"/g, JSON.stringify(SAVED.ink)));
    var remarks = [textOf(figure, "note"), textOf(figure, "source"), origin(figure)].filter(Boolean);
    var below = [].concat.apply([], remarks.map(function (text) { return wrapped(text, SAVED.letters); }));
    spec.marks.forEach(function (mark) {
      // The page gives hollow marks its own ground; a file has none to show through.
      if ((mark.name === "partial_marks" || mark.name === "rough_marks") && mark.type === "symbol") mark.encode.update.fill = { value: SAVED.ground };
    });
    spec.title = {
      text: wrapped(titleOf(figure), 70), subtitle: below, anchor: "start", frame: "bounds", offset: 18,
      color: SAVED.ink, subtitleColor: SAVED.ink, fontSize: 18, fontWeight: "bold", subtitleFontSize: 13, subtitlePadding: 6
    };
    spec.height = Math.max(SAVED.height, Math.round(spec.height * 1.2)) + 18 * below.length;
    spec.width = SAVED.width;
    spec.padding = 20;
    spec.background = SAVED.ground;
    return spec;
  }

  async function save(figure, format) {
    var block = await readBlock(figure);
    var view = await worked(figure, savedSpec(figure, block), block);
    await rest();
    download(await (format === "png" ? view.toCanvas(SCALE).then(pngOf) : view.toSVG().then(svgOf)), fileName(figure) + "." + format);
    view.finalize();
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
    bar.append(exploreButton(figure));
    if (table) bar.append(tableButton(figure, table));
    addTaking(figure, bar);
    figure.classList.add("rr-chart--ready");
  }

  // What few readers want stands behind one button: six of them under each chart hide the page.
  function addTaking(figure, bar) {
    var taking = document.createElement("div");
    var opener = button(figure.dataset.take);
    taking.className = "rr-chart__tools";
    taking.id = figure.id + "-take";
    taking.hidden = true;
    opener.setAttribute("aria-expanded", "false");
    opener.setAttribute("aria-controls", taking.id);
    opener.addEventListener("click", function () {
      taking.hidden = !taking.hidden;
      opener.setAttribute("aria-expanded", String(!taking.hidden));
    });
    bar.append(opener);
    bar.after(taking);
    taking.append(saveButton(figure, "png", figure.dataset.savePng), saveButton(figure, "svg", figure.dataset.saveSvg));
    if (window.rrCharts.share) window.rrCharts.share(figure, taking, { button: button, download: download, read: readBlock, name: fileName });
  }

  function button(label) {
    var element = document.createElement("button");
    element.type = "button";
    element.className = "rr-chart__button";
    element.textContent = label;
    return element;
  }

  function exploreButton(figure) {
    var element = button(figure.dataset.explore);
    element.addEventListener("click", function () {
      touch(figure).then(function () { figure.querySelector(".rr-chart__picture").focus(); }, stay);
    });
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

  function stay() { /* the picture stays; it can be touched again */ }

  // Makes a figure interactive, once; the same promise for whoever touches it meanwhile.
  function touch(figure) {
    if (!figure.rrTouched) {
      figure.rrTouched = readBlock(figure).then(function (block) { return makeLive(figure, block); });
      figure.rrTouched.catch(function () { figure.rrTouched = null; });
    }
    return figure.rrTouched;
  }

  function awaitTouch(figure) {
    var picture = figure.querySelector(".rr-chart__picture");
    var timer = 0;
    picture.addEventListener("click", function () { touch(figure).catch(stay); });
    // Who saves data gets interactive charts only by a click.
    if (navigator.connection && navigator.connection.saveData) return;
    picture.addEventListener("pointerenter", function (event) {
      if (event.pointerType === "touch") return;
      timer = setTimeout(function () { touch(figure).catch(stay); }, REST);
    });
    picture.addEventListener("pointerleave", function () { clearTimeout(timer); });
  }

  // A figure as generator/charts/figure.py writes it, wherever it came from; once a figure.
  function upgrade(figure) {
    if (figure.classList.contains("rr-chart--ready")) return;
    addToolbar(figure);
    awaitTouch(figure);
  }

  function start() {
    document.querySelectorAll(".rr-chart").forEach(upgrade);
  }

  window.rrCharts = Object.assign(window.rrCharts || {}, { upgrade: upgrade });
  // Deferred scripts run in their order; the others of this family come before the start.
  if (document.readyState === "complete") start();
  else document.addEventListener("DOMContentLoaded", start);
})();
