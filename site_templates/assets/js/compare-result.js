// What the page Compare shows of a choice: the figures that go together, as bars and table, and the others with the reason.
//
// window.rrCompareResult(known, data, chosen): `known` are the words and units of the page, `data` the figures of an indicator
// (generator/pages/comparing/comparison_files.py), `chosen` its {units, breakdown, from, to}. Returns the sentence that sums it up and
// the elements to show. It looks up what is comparable and decides nothing: the rules were applied when the site was built.
window.rrCompareResult = function (known, data, chosen) {
  "use strict";

  var words = known.words;
  var unitOf = {};
  known.units.forEach(function (unit, order) { unitOf[unit[0]] = { name: unit[1], level: unit[2], href: unit[3], order: order }; });

  function filled(text, values) {
    return text.replace(/\{(\w+)\}/g, function (whole, name) { return name in values ? values[name] : whole; });
  }
  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }
  function unique(list) { return list.filter(function (each, index) { return list.indexOf(each) === index; }); }

  // --- Comparing: looking up what was decided ------------------------------------------------------------------------------

  function pair(table, one, other) { return table[one + "|" + other] || table[other + "|" + one] || ""; }

  /** Why two figures are not comparable; empty where they are. */
  function refusal(one, other) {
    if (!one.span || !other.span) return data.noNumber;
    return pair(data.apart, one.unit, other.unit) || (one.span === other.span ? "" : pair(data.refusals, one.span, other.span));
  }

  function comparableGroups(figures) {
    var found = [];
    figures.forEach(function (figure) {
      var home = found.filter(function (group) {
        return group.every(function (other) { return !refusal(figure, other); });
      })[0];
      if (home) home.push(figure); else found.push([figure]);
    });
    return found;
  }

  /** Why figures of different groups are not in one. */
  function between(groups) {
    var found = [];
    groups.forEach(function (group) {
      groups.forEach(function (other) {
        group.forEach(function (one) { other.forEach(function (two) { found.push(refusal(one, two)); }); });
      });
    });
    return unique(found.filter(Boolean));
  }

  /** Comparable figures as tables: those of one time that at least two units have, then the others, which only stand side by side. */
  function tablesOf(group) {
    var moments = unique(group.map(function (figure) { return figure.moment; })).map(function (moment) {
      return group.filter(function (figure) { return figure.moment === moment; });
    });
    var shared = moments.filter(function (found) { return unitsIn(found).length > 1; });
    var rest = [].concat.apply([], moments.filter(function (found) { return unitsIn(found).length < 2; }));
    return shared.map(function (found) { return { figures: found, beside: false }; })
      .concat(rest.length ? [{ figures: rest, beside: true }] : []);
  }

  function unitsIn(figures) { return unique(figures.map(function (figure) { return figure.unit; })); }

  function chosenFigures() {
    var first = Math.min(chosen.from, chosen.to), last = Math.max(chosen.from, chosen.to);
    var found = data.figures.filter(function (figure) {
      return figure.breakdown === chosen.breakdown && chosen.units.indexOf(figure.unit) !== -1 && figure.to >= first && figure.from <= last;
    });
    // An empty cell is told of only where the unit has no number at all.
    return found.filter(function (figure) {
      return figure.span || !found.some(function (other) { return other.unit === figure.unit && other.span; });
    });
  }

  function inOrder(one, other) {
    if (one.moment !== other.moment) return one.moment < other.moment ? 1 : -1;
    var first = unitOf[one.unit], second = unitOf[other.unit];
    if (one.contest && one.contest === other.contest && !unsure(one, other) && compared(one, other)) {
      return (compared(one, other) < 0) === data.higher ? 1 : -1;
    }
    return first.order - second.order;
  }

  function rankOf(figure, group) {
    if (!figure.contest) return 0;
    var rivals = group.filter(function (other) { return other.contest === figure.contest; });
    if (rivals.length < 2 || rivals.some(function (other) { return unsure(figure, other); })) return 0;
    return 1 + rivals.filter(function (other) {
      return data.higher ? compared(other, figure) > 0 : compared(other, figure) < 0;
    }).length;
  }

  // Which of two is higher cannot be told for certain where one is rough; the data say of which pairs.
  function unsure(one, other) { return one.unsure.indexOf(data.figures.indexOf(other)) !== -1; }
  function compared(one, other) { return one.value - other.value || one.tends - other.tends; }

  function caveats(group) {
    var units = unitsIn(group);
    var levels = unique(units.map(function (id) { return unitOf[id].level; }));
    var within = units.some(function (one) {
      return units.some(function (other) { return data.within.indexOf(one + "|" + other) !== -1; });
    });
    return [
      [!data.directed, "no-direction"], [levels.length > 1, "levels"], [within, "whole-and-part"], [data.sized, "size"],
      [group.some(function (one) { return group.some(function (other) { return unsure(one, other); }); }), "rough"]
    ].filter(function (each) { return each[0]; }).map(function (each) { return known.caveats[each[1]]; });
  }

  // --- Showing ------------------------------------------------------------------------------------------------------------

  /** Everything under the title, in order. */
  function pieces() {
    var figures = chosenFigures();
    var groups = comparableGroups(figures).map(function (group) { return group.sort(inOrder); });
    var shared = groups.filter(function (group) { return unitsIn(group).length > 1; });
    var alone = [].concat.apply([], groups.filter(function (group) { return unitsIn(group).length < 2; }));
    var missing = chosen.units.filter(function (id) { return unitOf[id] && unitsIn(figures).indexOf(id) < 0; });
    var found = [].concat.apply([], shared.map(tablesOf));
    var tables = found.filter(function (each) { return !each.beside; }).concat(found.filter(function (each) { return each.beside; }));
    var made = tables.map(groupView);
    if (shared.length > 1) made.unshift(element("p", "rr-note", filled(words.apart, { reasons: between(shared).join(" ") })));
    if (alone.length || missing.length) made.push(refusedView(alone, figures, missing));
    var more = element("p");
    more.append(linked(words.more, data.page));
    made.push(more);
    return { told: told(tables, alone.length + missing.length), pieces: made };
  }

  function told(tables, left) {
    if (unitsIn(data.figures.filter(function (figure) { return figure.span; })).length < 2) return words.oneUnit;
    if (chosen.units.length < 2) return words.noUnits;
    if (!tables.length) return words.none;
    function count(beside) {
      return tables.reduce(function (sum, table) { return sum + (table.beside === beside ? table.figures.length : 0); }, 0);
    }
    return filled(words.done, { count: count(false), beside: count(true), left: left });
  }

  function groupView(table, number) {
    var group = table.figures;
    var box = element("div", "rr-compare__group" + (table.beside ? " rr-compare__group--beside" : ""));
    var when = data.spans[group[0].span];
    var heading = element("h3", "", table.beside ? when + ", " + words.beside : when + " · " + group[0].period);
    heading.id = "rr-compare-group-" + number;
    box.append(heading);
    if (table.beside) box.append(element("p", "rr-note", words.besideWhy));
    if (data.drawn) box.append(bars(group, table.beside));
    var ranked = !table.beside && group.some(function (figure) { return rankOf(figure, group); });
    var columns = [words.unit].concat(ranked ? [words.rank] : [], [words.value]);
    box.append(tableOf(data.name + " · " + heading.textContent, columns, group.map(function (figure) {
      var rank = ranked ? [numberCell(rankOf(figure, group) || "–")] : [];
      return [unitCell(figure.unit)].concat(rank, [valueCell(figure)]);
    })));
    box.append(notes(caveats(group)));
    return box;
  }

  function refusedView(alone, figures, missing) {
    var box = element("div", "rr-compare__group rr-compare__group--refused");
    box.append(element("h3", "", words.refused));
    var rows = alone.sort(inOrder).map(function (figure) {
      var reasons = unique(figures.filter(function (other) { return other.unit !== figure.unit; })
        .map(function (other) { return refusal(figure, other); }).filter(Boolean));
      return [unitCell(figure.unit), valueCell(figure), reasonCell(reasons.length ? reasons : [words.alone])];
    });
    missing.forEach(function (id) { rows.push(missingRow(id)); });
    box.append(tableOf(data.name + " · " + words.refused, [words.unit, words.value, words.why], rows));
    return box;
  }

  /** A chosen unit without figures here: the newest that it has, broken down otherwise, or none. */
  function missingRow(id) {
    var numbers = data.figures.filter(function (figure) { return figure.unit === id && figure.span; });
    if (!numbers.length || numbers.some(function (figure) { return figure.breakdown === chosen.breakdown; })) {
      return [unitCell(id), numberCell("–"), reasonCell([words.noFigure])];
    }
    var names = data.breakdowns.filter(function (each) {
      return numbers.some(function (figure) { return figure.breakdown === each[0]; });
    }).map(function (each) { return each[1]; });
    var newest = numbers[numbers.length - 1];
    return [unitCell(id), valueCell(newest), reasonCell([filled(words.otherBreakdown, { breakdowns: names.join(", ") })])];
  }

  function bars(group, beside) {
    var SVG = "http://www.w3.org/2000/svg";
    var box = element("div", "rr-compare__bars");
    box.setAttribute("role", "img");
    box.setAttribute("aria-label", filled(words.chart, { count: group.length }));
    var most = Math.max.apply(null, group.map(function (figure) { return Math.abs(figure.value); }).concat(data.whole || 0));
    group.forEach(function (figure) {
      var row = element("div", "rr-compare__bar" + (figure.rough ? " rr-compare__bar--rough" : ""));
      var picture = document.createElementNS(SVG, "svg");
      var bar = document.createElementNS(SVG, "rect");
      bar.setAttribute("width", (most ? 100 * Math.abs(figure.value) / most : 0).toFixed(2) + "%");
      bar.setAttribute("height", "100%");
      picture.append(bar);
      row.append(element("span", "", unitOf[figure.unit].name + (beside ? " (" + figure.period + ")" : "")), picture, element("span", "rr-compare__shown", figure.shown));
      box.append(row);
    });
    return box;
  }

  function tableOf(caption, columns, rows) {
    var scroll = element("div", "rr-table-scroll");
    scroll.tabIndex = 0;
    scroll.setAttribute("role", "region");
    scroll.setAttribute("aria-label", caption);
    var made = element("table", "rr-table rr-compare__table");
    made.append(element("caption", "", caption));
    var head = made.createTHead().insertRow();
    columns.forEach(function (name) {
      var th = element("th", name === words.value || name === words.rank ? "rr-num" : "", name);
      th.scope = "col";
      head.append(th);
    });
    var body = made.createTBody();
    rows.forEach(function (cells) {
      var row = body.insertRow();
      cells.forEach(function (each) { row.append(each); });
    });
    scroll.append(made);
    return scroll;
  }

  function numberCell(text) { return element("td", "rr-num", text); }
  function levelOf(id) { return known.levels[unitOf[id].level][0]; }

  function linked(text, href, className) {
    var link = element("a", className, text);
    link.href = href;
    return link;
  }

  function unitCell(id) {
    var made = element("th");
    made.scope = "row";
    made.append(linked(unitOf[id].name, unitOf[id].href), element("span", "rr-source", levelOf(id)));
    return made;
  }

  function valueCell(figure) {
    var made = numberCell();
    var link = linked(figure.shown, figure.href, "rr-value");
    link.title = figure.source;
    made.append(link, element("span", "rr-source", figure.period));
    if (figure.covered) made.append(element("span", "rr-source", figure.covered));
    if (figure.noted) {
      var note = element("span", "rr-source");
      note.append(linked(words.noted, figure.href));
      made.append(note);
    }
    return made;
  }

  function reasonCell(reasons) {
    var made = element("td");
    reasons.forEach(function (reason) { made.append(element("span", "rr-compare__why", reason)); });
    return made;
  }

  function notes(sentences) {
    var list = element("ul", "rr-compare__notes");
    sentences.forEach(function (sentence) { list.append(element("li", "", sentence)); });
    return sentences.length ? list : "";
  }

  return pieces();
};
