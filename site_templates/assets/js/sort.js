// Lets readers put a table in another order: the heads of its columns become buttons. Without this file it stands in the order of places.
// A table that is parted over pages is put in order by all-rows.js.
(function () {
  "use strict";
  var words = document.currentScript.dataset;
  var letters = new Intl.Collator(document.documentElement.lang, { numeric: true });
  var marks = document.documentElement.lang === "vi" ? { group: /\./g, point: /,/ } : { group: /,/g, point: /\./ };

  // The number that a cell begins with, as the page's language writes it; null for words.
  function number(text) {
    var found = text.replace(/\u2212/g, "-").match(/[-+±]?\d[\d.,]*/);
    if (!found || !/^[\s<>≈-]*[-+±]?\d/.test(text.replace(/\u2212/g, "-"))) return null;
    return Number(found[0].replace(/[+±]/g, "").replace(marks.group, "").replace(marks.point, "."));
  }

  // The rows in the order of a text that each has.
  function ordered(rows, textOf, down) {
    var sign = down ? -1 : 1;
    return rows.map(function (row) {
      var text = textOf(row).trim();
      return { row: row, text: text, number: number(text) };
    }).sort(function (one, other) {
      // What has no number comes last, whichever way the others stand.
      if (one.number !== null && other.number !== null) return sign * (one.number - other.number);
      if (one.number !== null) return -1;
      if (other.number !== null) return 1;
      return sign * letters.compare(one.text, other.text);
    }).map(function (each) { return each.row; });
  }

  // Makes the heads of a table buttons, which call for another order.
  function makeButtons(table, order) {
    var heads = Array.from(table.tHead.rows[0].cells);
    heads.forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "rr-sort__button";
      button.title = words.label.replace("%column", head.textContent);
      while (head.firstChild) button.append(head.firstChild);
      head.append(button);
      button.addEventListener("click", function () {
        var down = head.getAttribute("aria-sort") === "ascending";
        heads.forEach(function (each) { each.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        order(column, down);
      });
    });
  }

  document.querySelectorAll("table.rr-sort:not([data-rows])").forEach(function (table) {
    makeButtons(table, function (column, down) {
      var body = table.tBodies[0];
      body.append.apply(body, ordered(Array.from(body.rows), function (row) { return row.cells[column].textContent; }, down));
    });
  });

  window.rrSort = { ordered: ordered, makeButtons: makeButtons };
})();
