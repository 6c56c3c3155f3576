// What the page Compare shows of two units: all that both report, side by side, a table an area.
//
// window.rrComparePair(known, pair, found): `known` are the words and units of the page, `pair` two ids of units, `found` what both report
// (compare-figures.js: both). Returns the elements to show, and how many indicators they tell of.
window.rrComparePair = function (known, pair, found) {
  "use strict";

  var words = known.words;
  var units = pair.map(function (id) { return known.units.filter(function (unit) { return unit[0] === id; })[0]; });

  function filled(text, values) {
    return text.replace(/\{(\w+)\}/g, function (whole, name) { return name in values ? values[name] : whole; });
  }
  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }
  function linked(text, href, className) {
    var link = element("a", className, text);
    link.href = href;
    return link;
  }
  function unique(list) { return list.filter(function (each, index) { return list.indexOf(each) === index; }); }
  function newest(figures) { return figures.filter(function (each) { return each.span; }).pop() || figures[figures.length - 1]; }

  /** The lines of an indicator: a breakdown that both have, the figures of its newest common time, or else the newest of each. */
  function lines(indicator) {
    var labels = indicator.figures.map(function (figures) { return unique(figures.map(function (each) { return each.breakdown; })); });
    return labels[0].filter(function (label) { return labels[1].indexOf(label) !== -1; }).map(function (label) {
      var sides = indicator.figures.map(function (figures) { return figures.filter(function (each) { return each.breakdown === label; }); });
      var together = sides[0].map(function (one) {
        return [one, sides[1].filter(function (other) { return one.span && other.span === one.span && other.moment === one.moment; })[0]];
      }).filter(function (both) { return both[1]; });
      return {
        name: indicator.breakdowns[label] || "", label: label, apart: !together.length,
        counts: sides.map(function (side) { return unique(side.map(function (each) { return each.period; })).length; }),
        shared: together.length, figures: together.length ? together[together.length - 1] : sides.map(newest)
      };
    });
  }

  function cell(figure, apart) {
    var made = element("td", "rr-num");
    if (apart) {
      var sign = element("span", "rr-compare__beside");
      var drawn = element("span", "", "◷");
      drawn.setAttribute("aria-hidden", "true");
      sign.append(drawn, element("span", "rr-sr", words.beside));
      made.append(sign, " ");
    }
    var link = linked(figure.shown, figure.href, "rr-value");
    link.title = figure.source;
    made.append(link, element("span", "rr-source", figure.period));
    if (figure.covered) made.append(element("span", "rr-source", figure.covered));
    return made;
  }

  function row(indicator, line) {
    var made = element("tr");
    var head = element("th");
    head.scope = "row";
    var query = "?indicator=" + encodeURIComponent(indicator.id) + "&units=" + pair.map(encodeURIComponent).join(",");
    head.append(linked(indicator.name, query + (line.label ? "&breakdown=" + encodeURIComponent(line.label) : "")));
    if (line.name) head.append(" ", element("small", "", line.name));
    head.append(element("span", "rr-source", filled(words.periodsShared, { one: line.counts[0], two: line.counts[1], shared: line.shared })));
    made.append(head, cell(line.figures[0], line.apart), cell(line.figures[1], line.apart));
    return made;
  }

  function table(area) {
    var scroll = element("div", "rr-table-scroll");
    scroll.tabIndex = 0;
    scroll.setAttribute("role", "region");
    scroll.setAttribute("aria-label", area.name);
    var made = element("table", "rr-table rr-compare__both");
    made.append(element("caption", "", area.name));
    var head = made.createTHead().insertRow();
    [element("th", "", words.indicator)].concat(units.map(function (unit) {
      var th = element("th", "rr-num");
      th.append(linked(unit[1], unit[3]));
      return th;
    })).forEach(function (th) { th.scope = "col"; head.append(th); });
    var body = made.createTBody();
    area.indicators.forEach(function (indicator) {
      lines(indicator).forEach(function (line) { body.append(row(indicator, line)); });
    });
    scroll.append(made);
    return body.rows.length ? scroll : null;
  }

  /** Why the two never stood side by side: one came out of the other, or ended before it began. */
  function caution() {
    var one = found.known[0], two = found.known[1];
    if (one.cameFrom.indexOf(pair[1]) !== -1 || two.cameFrom.indexOf(pair[0]) !== -1) return known.lineage;
    function before(first, second) { return first.until && second.since && first.until < second.since; }
    return before(one, two) || before(two, one) ? known.neverTogether : "";
  }

  var tables = found.areas.map(table).filter(Boolean);
  var pieces = [];
  if (caution()) pieces.push(element("p", "rr-notice", caution()));
  if (tables.length) pieces.push(element("p", "rr-source", words.pairNewest));
  return {
    title: filled(words.pairTitle, { one: units[0][1], two: units[1][1] }),
    told: tables.length ? filled(words.pairTold, { count: found.areas.reduce(function (sum, area) { return sum + area.indicators.length; }, 0) }) : words.pairNothing,
    pieces: pieces.concat(tables)
  };
};
