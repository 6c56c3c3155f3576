// What readers take away besides pictures: a chart's figures as CSV, and the code that shows it in another page. Called by
// charts.js for each figure. Loaded with "defer".
(function () {
  "use strict";

  var BOM = "\ufeff"; // Without it Excel takes UTF-8 for something else, and accents are lost.
  var SIZE = { width: 640, height: 520 };

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

  function csv(table, base) {
    return BOM + table.map(function (row, index) {
      var address = index ? [new URL(row[row.length - 1], base).href] : [row[row.length - 1]];
      return row.slice(0, -1).concat(address).map(cell).join(",") + "\r\n";
    }).join("");
  }

  function embedCode(figure) {
    var frame = document.createElement("iframe");
    var address = new URL(figure.dataset.embed, pageAddress());
    frame.setAttribute("src", address.href.replace(/index\.html$/, address.protocol === "file:" ? "index.html" : ""));
    frame.setAttribute("title", figure.querySelector(".rr-chart__title").textContent.replace(/\s+/g, " ").trim());
    frame.setAttribute("loading", "lazy");
    frame.setAttribute("width", SIZE.width);
    frame.setAttribute("height", SIZE.height);
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
      var text = csv(tools.read(figure).table, pageAddress());
      tools.download(new Blob([text], { type: "text/csv;charset=utf-8" }), (figure.id || "chart") + ".csv");
    });
    bar.append(save);
    if (!figure.dataset.embed) return;
    var embed = tools.button(figure.dataset.embedLabel);
    bar.append(embed);
    embedButton(figure, bar, embed);
  }

  window.rrCharts = Object.assign(window.rrCharts || {}, { share: share });
})();
