// The filter of a long list: rows that hold every word typed stay, with or without accents, and the sections that have any.
(function () {
  "use strict";
  var form = document.querySelector(".rr-find");
  if (!form) return;
  var input = form.querySelector("input");
  var said = form.querySelector("[role=status]");
  var numbers = null; // made when it is needed first: it takes long on a phone
  var sections = Array.from(document.querySelectorAll("article :is(.rr-table-scroll, .rr-findable)")).map(function (table) {
    var head = table.previousElementSibling;
    while (head && !/^H[2-6]$/.test(head.tagName)) head = head.previousElementSibling;
    return { parts: [head, table].filter(Boolean), rows: Array.from(table.querySelectorAll("tbody tr, :scope > li")) };
  });
  var all = sections.reduce(function (sum, section) { return sum + section.rows.length; }, 0);
  var texts = new Map();

  function folded(text) { return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐÐ]/g, "d").toLowerCase(); }
  function textOf(row) {
    if (!texts.has(row)) texts.set(row, folded(row.textContent));
    return texts.get(row);
  }
  function mark(element, found) { if (found) delete element.dataset.found; else element.dataset.found = "no"; }

  function show() {
    var sought = folded(input.value).split(/\s+/).filter(Boolean);
    var shown = 0;
    numbers = numbers || new Intl.NumberFormat(document.documentElement.lang);
    sections.forEach(function (section) {
      var kept = section.rows.filter(function (row) {
        var found = sought.every(function (word) { return textOf(row).includes(word); });
        mark(row, found);
        return found;
      });
      section.parts.forEach(function (part) { mark(part, kept.length); });
      shown += kept.length;
    });
    var some = form.dataset.some.replace("%shown", numbers.format(shown)).replace("%all", numbers.format(all));
    said.textContent = sought.length ? (shown ? some : form.dataset.none) : "";
  }

  input.addEventListener("input", show);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  if (input.value) show(); // what the browser kept when the reader came back
})();
