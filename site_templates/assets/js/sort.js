// Lets readers put a table in another order: the heads of its columns become buttons. Without this file it stands in the order of places.
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

  function compared(column, down) {
    return function (one, other) {
      var texts = [one, other].map(function (row) { return row.cells[column].textContent.trim(); });
      var numbers = texts.map(number);
      if (numbers[0] === null || numbers[1] === null) {
        // What has no number comes last, whichever way the others stand.
        if (numbers[0] !== null) return -1;
        if (numbers[1] !== null) return 1;
        return (down ? -1 : 1) * letters.compare(texts[0], texts[1]);
      }
      return (down ? -1 : 1) * (numbers[0] - numbers[1]);
    };
  }

  document.querySelectorAll("table.rr-sort").forEach(function (table) {
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
        var body = table.tBodies[0];
        var rows = Array.from(body.rows);
        rows.sort(compared(column, down));
        heads.forEach(function (each) { each.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        body.append.apply(body, rows);
      });
    });
  });
})();
