// A way past a long section for those who walk by the Tab key: a link at its beginning, seen when it has the focus, to the next section.
(function () {
  "use strict";
  var MANY = 10; // so many stops make a section long
  var words = document.currentScript.dataset;
  var STOPS = "a[href], button, summary, select, input, textarea, [tabindex='0']";
  var heads = Array.from(document.querySelectorAll("article h2[id]"));
  var stops = Array.from(document.querySelectorAll("article :is(" + STOPS + "), article ~ *"));

  function isAfter(one, other) { return Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING); }

  heads.forEach(function (head, nth) {
    var next = heads[nth + 1];
    var within = 0;
    while (stops.length && !isAfter(head, stops[0])) stops.shift();
    while (within < stops.length && (!next || isAfter(stops[within], next))) within += 1;
    if (within < MANY) return;
    var link = document.createElement("a");
    link.className = "rr-skip rr-skip--section";
    link.href = next ? "#" + encodeURIComponent(next.id) : "#page-end";
    link.textContent = next ? words.next.replace("%name", name(next)) : words.end;
    head.after(link);
    if (!next) link.addEventListener("click", function () { document.querySelector(".rr-footer a").focus(); });
  });

  function name(head) {
    var copy = head.cloneNode(true);
    copy.querySelectorAll(".headerlink").forEach(function (each) { each.remove(); });
    return copy.textContent.trim();
  }
})();
