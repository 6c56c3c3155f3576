// What readers take away besides pictures: a chart's figures as CSV, and the code that shows it in another page. Called by
// charts.js for each figure. Loaded with "defer".
(function () {
  "use strict";

  var BOM = "\ufeff"; // Without it Excel takes UTF-8 for something else, and accents are lost.
  // The frame of the code, and how its page is laid out at that width (assets/css/embed.css), in pixels.
  var FRAME = { width: 480, text: 448, padding: 24, picture: 448, heading: 23, subject: 23, line: 20, gap: 6.5, ends: 84, spare: 16 };

  // The page as readers find it: its canonical address, unless the site was built without knowing its own.
  function pageAddress() {
    var canonical = document.querySelector('link[rel="canonical"]');
    var known = canonical && !/\.example$/.test(new URL(canonical.href).hostname);
    var address = new URL(known ? canonical.href : document.location.href);
    address.hash = "";
    return address;
  }

  // Texts that begin like a formula would run in a spreadsheet.
  function cell(value) {
    if (typeof value === "number") return String(value);
    var text = /^[=+\-@\t\r]/.test(value) ? "'" + value : value;
    return /[",\n\r]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }

  // The address of a figure. Opened from a disk, it begins at the top of the site: where the reader keeps that is nobody's business.
  function told(written, base) {
    var address = new URL(written, base).href;
    if (base.protocol !== "file:") return address;
    var search = document.querySelector(".rr-search-open");
    var top = new URL(search.getAttribute("data-root") || ".", search.href.replace(/search\/index\.html$/, "")).href;
    return address.indexOf(top) === 0 ? address.slice(top.length) : written;
  }

  function csv(table, base) {
    return BOM + table.map(function (row, index) {
      var address = index ? [told(row[row.length - 1], base)] : [row[row.length - 1]];
      return row.slice(0, -1).concat(address).map(cell).join(",") + "\r\n";
    }).join("");
  }

  // How many lines a text takes in the frame. Fonts differ from reader to reader, so letters count as a little wide.
  function lines(text, letter) {
    return text ? Math.ceil((text.length * letter * 0.56) / FRAME.text) : 0;
  }

  function textOf(figure, name) {
    var place = figure.querySelector(name);
    return place ? window.rrShown(place).replace(/\s+/g, " ").trim() : "";
  }

  // The title and, where all figures are about one, its unit or period.
  function titles(figure) {
    var subject = textOf(figure, ".rr-chart__subject");
    var whole = textOf(figure, ".rr-chart__title");
    return subject ? [whole.slice(0, whole.length - subject.length).trim(), subject] : [whole];
  }

  // So high that the frame's page shows its source and the link at its foot without scrolling.
  function frameHeight(figure) {
    var picture = figure.querySelector("svg.rr-chart__static").viewBox.baseVal;
    var said = titles(figure);
    var below = [".rr-chart__note", ".rr-chart__source"].map(function (name) { return lines(textOf(figure, name), 13); });
    var height = FRAME.padding + FRAME.gap + lines(said[0], 17) * FRAME.heading + lines(said[1], 15) * FRAME.subject;
    height += (picture.height * FRAME.picture) / picture.width;
    below.forEach(function (count) { height += count ? count * FRAME.line + FRAME.gap : 0; });
    return Math.ceil(height + FRAME.ends + FRAME.spare);
  }

  function embedCode(figure) {
    var frame = document.createElement("iframe");
    var address = new URL(figure.dataset.embed, pageAddress());
    frame.setAttribute("src", address.href.replace(/index\.html$/, address.protocol === "file:" ? "index.html" : ""));
    frame.setAttribute("title", titles(figure).join(": "));
    frame.setAttribute("loading", "lazy");
    frame.setAttribute("width", FRAME.width);
    frame.setAttribute("height", frameHeight(figure));
    // "style" through CSSOM: the policy of this page forbids the attribute, the code holds it all the same.
    frame.style.cssText = "border:0;max-width:100%";
    return frame.outerHTML;
  }

  function embedPanel(figure) {
    var panel = document.createElement("div");
    var label = document.createElement("label");
    var area = document.createElement("textarea");
    var status = document.createElement("p");
    panel.className = "rr-chart__embed";
    panel.id = figure.id + "-embed";
    panel.hidden = true;
    area.id = figure.id + "-embed-code";
    area.readOnly = true;
    area.rows = 3;
    area.spellcheck = false;
    label.htmlFor = area.id;
    label.textContent = figure.dataset.embedHint;
    status.className = "rr-chart__copied";
    status.setAttribute("role", "status");
    panel.append(label, area, status);
    return { element: panel, area: area, status: status };
  }

  function embedButton(figure, bar, made) {
    var panel = embedPanel(figure);
    made.setAttribute("aria-expanded", "false");
    made.setAttribute("aria-controls", panel.element.id);
    bar.after(panel.element);
    made.addEventListener("click", function () {
      panel.element.hidden = !panel.element.hidden;
      made.setAttribute("aria-expanded", String(!panel.element.hidden));
      panel.status.textContent = "";
      if (panel.element.hidden) return;
      panel.area.value = embedCode(figure);
      panel.area.focus();
      panel.area.select();
      // Where the clipboard is out of reach, the code is there, selected.
      if (navigator.clipboard) {
        navigator.clipboard.writeText(panel.area.value).then(function () { panel.status.textContent = figure.dataset.copied; }, function () {});
      }
    });
  }

  function share(figure, bar, tools) {
    var save = tools.button(figure.dataset.saveCsv);
    save.addEventListener("click", function () {
      tools.read(figure).then(function (block) {
        var text = csv(block.table, pageAddress());
        tools.download(new Blob([text], { type: "text/csv;charset=utf-8" }), tools.name(figure) + ".csv");
      }, function () { /* nothing was saved; the button can be tried again */ });
    });
    bar.append(save);
    if (!figure.dataset.embed) return;
    var embed = tools.button(figure.dataset.embedLabel);
    bar.append(embed);
    embedButton(figure, bar, embed);
  }

  window.rrCharts = Object.assign(window.rrCharts || {}, { share: share });
})();
