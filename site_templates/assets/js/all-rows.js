// Filter and order of a table that is parted over pages: both look through all of its rows, which one script beside its first page has, loaded
// when they are asked for. Without this file each page is read as it stands. Expects sort.js; loaded with "defer".
(function () {
  "use strict";
  var SHOWN = 200; // rows at once, as on a page
  var PLACES = { place: 0, unit: 1, parent: 3, value: 4, change: 6 };
  var table = document.querySelector("table.rr-sort[data-rows]");
  var form = document.querySelector(".rr-find");
  if (!table || !form) return;
  var input = form.querySelector("input"), said = form.querySelector("[role=status]");
  var cells = table.dataset.cells.split(" "), body = table.tBodies[0], own = Array.from(body.rows);
  var pages = Array.from(document.querySelectorAll(".rr-pages")).map(function (list) { return list.parentNode; });
  var order = null, loading = null, texts = new Map(), numbers = null;

  function load() {
    loading = loading || new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = table.dataset.rows;
      script.onload = function () { resolve(window.rrRows); };
      script.onerror = function () { script.remove(); loading = null; reject(new Error("no rows")); };
      document.head.append(script);
    });
    return loading;
  }

  function folded(text) { return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐÐ]/g, "d").toLowerCase(); }

  function textOf(row) {
    if (!texts.has(row)) texts.set(row, folded(row[PLACES.unit] + " " + row[PLACES.parent]));
    return texts.get(row);
  }

  function anchor(text, path) {
    var link = document.createElement("a"), parts = path.split("#");
    link.href = table.dataset.root + "/" + parts[0] + "/index.html" + (parts[1] ? "#" + parts[1] : "");
    link.textContent = text;
    return link;
  }

  function made(row) {
    var line = document.createElement("tr");
    cells.forEach(function (name) {
      var cell = document.createElement(name === "unit" ? "th" : "td");
      if (name === "unit") cell.scope = "row";
      else if (name !== "parent") cell.className = "rr-num";
      if (name === "unit") cell.append(anchor(row[1], row[2]));
      else if (name === "value") cell.append(anchor(row[4], row[5]));
      else cell.textContent = row[PLACES[name]] || (name === "change" ? "–" : "");
      line.append(cell);
    });
    return line;
  }

  function show() {
    var sought = folded(input.value).split(/\s+/).filter(Boolean);
    pages.forEach(function (each) { each.hidden = Boolean(sought.length || order); });
    if (!sought.length && !order) {
      body.replaceChildren.apply(body, own);
      said.textContent = "";
      return;
    }
    load().then(function (rows) {
      if (folded(input.value).split(/\s+/).filter(Boolean).join(" ") !== sought.join(" ")) return;
      var found = rows.filter(function (row) { return sought.every(function (word) { return textOf(row).includes(word); }); });
      if (order) found = window.rrSort.ordered(found, function (row) { return row[PLACES[cells[order.column]]]; }, order.down);
      body.replaceChildren.apply(body, found.slice(0, SHOWN).map(made));
      tell(Math.min(found.length, SHOWN), found.length > SHOWN ? found.length : rows.length, found.length > SHOWN);
    }, function () { pages.forEach(function (each) { each.hidden = false; }); });
  }

  function tell(shown, all, isCut) {
    numbers = numbers || new Intl.NumberFormat(document.documentElement.lang);
    var text = isCut ? form.dataset.first : shown ? form.dataset.some : form.dataset.none;
    said.textContent = text.replace("%shown", numbers.format(shown)).replace("%all", numbers.format(all));
  }

  window.rrSort.makeButtons(table, function (column, down) {
    order = { column: column, down: down };
    show();
  });
  input.addEventListener("input", show);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  if (input.value) show(); // what the browser kept when the reader came back
})();
