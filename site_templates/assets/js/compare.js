// The page Compare: choose an indicator, units and years; see what can stand side by side, and why the rest cannot.
//
// Which figures are comparable was decided when the site was built (generator/dataset/comparability.py); the script of each
// indicator (assets/compare/<id>.js, loaded when it is chosen) holds figures already written out, and the reasons. All that
// is chosen stands in the address, so that it can be shared.
(function () {
  "use strict";

  var form = document.getElementById("rr-compare");
  if (!form) return;
  var base = new URL("../compare/", document.currentScript.src).href;
  var known = JSON.parse(document.getElementById("rr-compare-words").textContent);
  var words = known.words;
  var unitOf = {};
  known.units.forEach(function (unit, order) { unitOf[unit[0]] = { name: unit[1], level: unit[2], href: unit[3], order: order }; });

  var MOST_AT_FIRST = 12; // units chosen before anybody chooses
  var filter = at("filter"), indicator = at("indicator"), breakdown = at("breakdown"), from = at("from"), to = at("to");
  var result = at("result"), title = at("title"), status = at("status"), output = at("output"), copied = at("copied");
  var data = null; // of the chosen indicator
  var asked = 0;   // counts choices, so that a late answer to an old one is dropped

  function at(name) { return document.getElementById("rr-compare-" + name); }
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

  // --- The indicator: a native list, filtered by what is typed, accents or not ---------------------------------------------

  var groups = Array.prototype.map.call(indicator.querySelectorAll("optgroup"), function (group) {
    return { label: group.label, options: Array.prototype.map.call(group.children, function (option) {
      return { value: option.value, text: option.textContent, folded: folded(option.textContent) };
    }) };
  });

  function folded(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
  }

  function isKnown(id) {
    return groups.some(function (group) { return group.options.some(function (option) { return option.value === id; }); });
  }

  /** The options that hold every word typed. */
  function matching(typed) {
    var sought = folded(typed).split(/\s+/).filter(Boolean);
    return [].concat.apply([], groups.map(function (group) { return group.options; })).filter(function (option) {
      return sought.every(function (word) { return option.folded.indexOf(word) !== -1; });
    });
  }

  function fillIndicators(typed, chosen) {
    var found = matching(typed);
    indicator.textContent = "";
    groups.forEach(function (group) {
      var kept = group.options.filter(function (option) { return found.indexOf(option) !== -1; });
      // What is chosen stays in the list, or the list would show another one.
      group.options.forEach(function (option) { if (option.value === chosen && kept.indexOf(option) < 0) kept.unshift(option); });
      if (!kept.length) return;
      var made = document.createElement("optgroup");
      made.label = group.label;
      kept.forEach(function (option) { made.append(new Option(option.text, option.value, false, option.value === chosen)); });
      indicator.append(made);
    });
    at("found").textContent = typed.trim() ? filled(words.indicators, { count: found.length }) : "";
  }

  // --- The address ------------------------------------------------------------------------------------------------------

  function readAddress() {
    var query = new URLSearchParams(location.search);
    var chosen = { indicator: query.get("indicator") || known.first || groups[0].options[0].value };
    if (query.has("units")) chosen.units = query.get("units").split(",").filter(Boolean);
    ["breakdown", "from", "to"].forEach(function (name) { if (query.has(name)) chosen[name] = query.get(name); });
    return chosen;
  }

  function current() {
    return {
      indicator: indicator.value, units: checked(), breakdown: breakdown.value, from: from.value, to: to.value
    };
  }

  function address(chosen) {
    var query = "?indicator=" + encodeURIComponent(chosen.indicator) +
      "&units=" + chosen.units.map(encodeURIComponent).join(",") +
      "&from=" + chosen.from + "&to=" + chosen.to;
    if (chosen.breakdown) query += "&breakdown=" + encodeURIComponent(chosen.breakdown);
    return query;
  }

  function remember() {
    var query = address(current());
    if (query === location.search) return;
    try { history.pushState(null, "", query); } catch (error) { /* some browsers forbid it for files */ }
  }

  // --- Choosing ---------------------------------------------------------------------------------------------------------

  function checked() {
    return Array.prototype.map.call(at("units").querySelectorAll("input:checked"), function (box) { return box.value; });
  }

  function setOptions(select, options, chosen) {
    select.textContent = "";
    options.forEach(function (option) { select.append(new Option(option[1], option[0], false, option[0] === chosen)); });
  }

  function fillBreakdowns(chosen) {
    var sizes = data.breakdowns.map(function (each) {
      return unique(data.figures.filter(function (figure) { return figure.breakdown === each[0] && figure.span; })
        .map(function (figure) { return figure.unit; })).length;
    });
    var most = data.breakdowns[sizes.indexOf(Math.max.apply(null, sizes))][0];
    var valid = data.breakdowns.some(function (each) { return each[0] === chosen; });
    setOptions(breakdown, data.breakdowns, valid ? chosen : most);
    breakdown.disabled = data.breakdowns.length < 2;
  }

  function fillYears(chosen) {
    var first = Math.min.apply(null, data.figures.map(function (figure) { return figure.from; }));
    var last = Math.max.apply(null, data.figures.map(function (figure) { return figure.to; }));
    var years = [];
    for (var year = first; year <= last; year += 1) years.push([String(year), String(year)]);
    function within(wanted, otherwise) { return wanted >= first && wanted <= last ? String(Number(wanted)) : String(otherwise); }
    setOptions(from, years, within(chosen.from, first));
    setOptions(to, years, within(chosen.to, last));
  }

  function fillUnits(chosen) {
    var reporting = unique(data.figures.map(function (figure) { return figure.unit; })).filter(function (id) { return unitOf[id]; });
    // An address may name units that do not report it: they are shown, so that the answer can say so.
    var listed = unique(reporting.concat((chosen || []).filter(function (id) { return unitOf[id]; })));
    listed.sort(function (one, other) { return unitOf[one].order - unitOf[other].order; });
    var taken = chosen || listed.slice(0, MOST_AT_FIRST);
    at("units").textContent = "";
    unique(listed.map(function (id) { return unitOf[id].level; })).forEach(function (level) {
      var set = element("fieldset", "rr-compare__level");
      set.append(element("legend", "", known.levels[level][1]));
      var choices = element("div", "rr-compare__choices");
      listed.filter(function (id) { return unitOf[id].level === level; }).forEach(function (id) {
        var label = element("label");
        var box = element("input");
        box.type = "checkbox";
        box.value = id;
        box.checked = taken.indexOf(id) !== -1;
        label.append(box, element("span", "", unitOf[id].name));
        choices.append(label);
      });
      set.append(choices);
      at("units").append(set);
    });
  }

  function load(id) {
    return new Promise(function (resolve, reject) {
      function found() { return window.rrComparisons && window.rrComparisons[id]; }
      if (found()) { resolve(found()); return; }
      var script = document.createElement("script");
      script.src = base + id + ".js";
      script.onload = function () { if (found()) resolve(found()); else reject(new Error("no data")); };
      script.onerror = function () { script.remove(); reject(new Error("no data")); };
      document.head.append(script);
    });
  }

  /** Show what is asked for; `chosen` may lack everything but the indicator. */
  function show(chosen) {
    var mine = asked += 1;
    result.hidden = false;
    copied.textContent = "";
    if (!isKnown(chosen.indicator)) {
      fillIndicators("", "");
      indicator.value = "";
      fail(words.unknown);
      return Promise.resolve();
    }
    if (indicator.value !== chosen.indicator) {
      filter.value = "";
      fillIndicators("", chosen.indicator);
    }
    status.textContent = words.loading;
    return load(chosen.indicator).then(function (loaded) {
      if (mine !== asked) return;
      data = loaded;
      fillBreakdowns(chosen.breakdown);
      fillYears(chosen);
      fillUnits(chosen.units);
      draw();
    }, function () { if (mine === asked) fail(words.failed); });
  }

  function fail(text) {
    data = null;
    title.textContent = "";
    title.hidden = true;
    output.textContent = "";
    at("units").textContent = "";
    [breakdown, from, to].forEach(function (select) { select.textContent = ""; });
    status.textContent = text;
  }

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

  function unitsIn(figures) { return unique(figures.map(function (figure) { return figure.unit; })); }

  function chosenFigures() {
    var first = Math.min(from.value, to.value), last = Math.max(from.value, to.value), units = checked();
    var found = data.figures.filter(function (figure) {
      return figure.breakdown === breakdown.value && units.indexOf(figure.unit) !== -1 && figure.to >= first && figure.from <= last;
    });
    // An empty cell is told of only where the unit has no number at all.
    return found.filter(function (figure) {
      return figure.span || !found.some(function (other) { return other.unit === figure.unit && other.span; });
    });
  }

  function inOrder(one, other) {
    if (one.moment !== other.moment) return one.moment < other.moment ? 1 : -1;
    var first = unitOf[one.unit], second = unitOf[other.unit];
    if (one.contest && one.contest === other.contest && one.value !== other.value) {
      return (one.value < other.value) === data.higher ? 1 : -1;
    }
    return first.order - second.order;
  }

  function rankOf(figure, group) {
    if (!figure.contest) return 0;
    var rivals = group.filter(function (other) { return other.contest === figure.contest; });
    if (rivals.length < 2) return 0;
    return 1 + rivals.filter(function (other) {
      return data.higher ? other.value > figure.value : other.value < figure.value;
    }).length;
  }

  function caveats(group) {
    var moments = unique(group.map(function (figure) { return figure.moment; }));
    var years = unique(group.map(function (figure) { return figure.to; }));
    var units = unitsIn(group);
    var levels = unique(units.map(function (id) { return unitOf[id].level; }));
    var ranked = group.some(function (figure) { return rankOf(figure, group); });
    var within = units.some(function (one) {
      return units.some(function (other) { return data.within.indexOf(one + "|" + other) !== -1; });
    });
    return [
      [!data.directed, "no-direction"], [years.length > 1 && !ranked, "years"],
      [years.length === 1 && moments.length > 1 && !ranked, "times"], [levels.length > 1, "levels"],
      [within, "whole-and-part"], [data.counted, "size"]
    ].filter(function (each) { return each[0]; }).map(function (each) { return known.caveats[each[1]]; });
  }

  // --- Showing ------------------------------------------------------------------------------------------------------------

  function draw() {
    var chosen = checked();
    output.textContent = "";
    title.hidden = false;
    title.textContent = data.name;
    var figures = chosenFigures();
    var groups = comparableGroups(figures).map(function (group) { return group.sort(inOrder); });
    var shared = groups.filter(function (group) { return unitsIn(group).length > 1; });
    var alone = [].concat.apply([], groups.filter(function (group) { return unitsIn(group).length < 2; }));
    if (shared.length > 1) output.append(element("p", "rr-note", filled(words.apart, { reasons: between(shared).join(" ") })));
    shared.forEach(function (group, number) { output.append(groupView(group, number)); });
    var missing = chosen.filter(function (id) { return unitsIn(figures).indexOf(id) < 0; });
    if (chosen.length && (alone.length || missing.length)) output.append(refusedView(alone, figures, missing));
    var more = element("p");
    var link = element("a", "", words.more);
    link.href = data.page;
    more.append(link);
    output.append(more);
    status.textContent = told(chosen, shared, alone.length + missing.length);
  }

  function told(chosen, shared, left) {
    if (unitsIn(data.figures.filter(function (figure) { return figure.span; })).length < 2) return words.oneUnit;
    if (chosen.length < 2) return words.noUnits;
    if (!shared.length) return words.none;
    var count = shared.reduce(function (sum, group) { return sum + group.length; }, 0);
    return filled(words.done, { count: count, left: left });
  }

  function groupView(group, number) {
    var box = element("div", "rr-compare__group");
    var heading = element("h3", "", data.spans[group[0].span]);
    heading.id = "rr-compare-group-" + number;
    box.append(heading);
    if (data.drawn) box.append(bars(group));
    var ranked = group.some(function (figure) { return rankOf(figure, group); });
    var columns = [words.unit].concat(ranked ? [words.rank] : [], [words.value]);
    box.append(table(data.name + " · " + heading.textContent, columns, group.map(function (figure) {
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
    box.append(table(data.name + " · " + words.refused, [words.unit, words.value, words.why], rows));
    return box;
  }

  /** A chosen unit without figures here: the newest that it has, broken down otherwise, or none. */
  function missingRow(id) {
    var numbers = data.figures.filter(function (figure) { return figure.unit === id && figure.span; });
    if (!numbers.length || numbers.some(function (figure) { return figure.breakdown === breakdown.value; })) {
      return [unitCell(id), numberCell("–"), reasonCell([words.noFigure])];
    }
    var names = data.breakdowns.filter(function (each) {
      return numbers.some(function (figure) { return figure.breakdown === each[0]; });
    }).map(function (each) { return each[1]; });
    var newest = numbers[numbers.length - 1];
    return [unitCell(id), valueCell(newest), reasonCell([filled(words.otherBreakdown, { breakdowns: names.join(", ") })])];
  }

  function bars(group) {
    var SVG = "http://www.w3.org/2000/svg";
    var box = element("div", "rr-compare__bars");
    box.setAttribute("role", "img");
    box.setAttribute("aria-label", filled(words.chart, { count: group.length }));
    var most = Math.max.apply(null, group.map(function (figure) { return Math.abs(figure.value); }).concat(data.whole || 0));
    var moment = null;
    var several = unique(group.map(function (figure) { return figure.moment; })).length > 1;
    group.forEach(function (figure) {
      if (several && figure.moment !== moment) box.append(element("div", "rr-compare__when", figure.period));
      moment = figure.moment;
      var row = element("div", "rr-compare__bar");
      var picture = document.createElementNS(SVG, "svg");
      var bar = document.createElementNS(SVG, "rect");
      bar.setAttribute("width", (most ? 100 * Math.abs(figure.value) / most : 0).toFixed(2) + "%");
      bar.setAttribute("height", "100%");
      picture.append(bar);
      row.append(element("span", "", unitOf[figure.unit].name), picture, element("span", "rr-compare__shown", figure.shown));
      box.append(row);
    });
    return box;
  }

  function table(caption, columns, rows) {
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

  // --- Copying the address --------------------------------------------------------------------------------------------------

  function copy() {
    var text = new URL(data ? address(current()) : location.search, location.href).href;
    var done = navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject(new Error("no clipboard"));
    done.then(function () { copied.textContent = words.copied; }, function () {
      var field = element("input", "rr-compare__address");
      field.readOnly = true;
      field.value = text;
      field.setAttribute("aria-label", words.address);
      copied.textContent = words.copyByHand;
      copied.append(field);
      field.select();
    });
  }

  // --- Start ----------------------------------------------------------------------------------------------------------------

  function take(id) {
    indicator.value = id;
    show({ indicator: id }).then(function () { if (data) remember(); });
  }

  function choose() {
    copied.textContent = "";
    if (!data) return;
    draw();
    remember();
  }

  filter.addEventListener("input", function () { fillIndicators(filter.value, indicator.value); });
  indicator.addEventListener("change", function () { take(indicator.value); });
  [breakdown, from, to, at("units")].forEach(function (control) { control.addEventListener("change", choose); });
  [["all", true], ["none", false]].forEach(function (button) {
    at(button[0]).addEventListener("click", function () {
      at("units").querySelectorAll("input").forEach(function (box) { box.checked = button[1]; });
      choose();
    });
  });
  at("copy").addEventListener("click", copy);
  // Enter in the filter takes the first indicator that it found.
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var first = filter.value.trim() && matching(filter.value)[0];
    if (first) take(first.value);
  });
  window.addEventListener("popstate", function () { show(readAddress()); });
  // The same comparison in the other language.
  document.querySelectorAll(".rr-languages__link").forEach(function (link) {
    link.addEventListener("click", function () { link.search = location.search; });
  });

  if (!groups.length) return; // no figures at all: the page says so
  form.hidden = false;
  show(readAddress());
})();
