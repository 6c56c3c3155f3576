// The page Compare: choose two units and see all that both report, or an indicator, units and years; see what can stand side by side,
// and why the rest cannot. The address of two units is `?units=one,two`, that of an indicator begins with `?indicator=` (docs/decisions.md).
//
// Which figures are comparable was decided when the site was built (generator/dataset/comparability.py). What is chosen, and no more, is
// loaded by compare-figures.js: the reasons with the indicator, figures already written out with each unit. All that is chosen stands
// in the address, so that it can be shared.
(function () {
  "use strict";

  var form = document.getElementById("rr-compare");
  if (!form) return;
  var files = window.rrCompareFigures(new URL("../compare/", document.currentScript.src).href);
  var known = JSON.parse(document.getElementById("rr-compare-words").textContent);
  var words = known.words;
  var unitOf = {};
  var choices = null; // of thousands of units: how they are found (compare-choices.js); null where all are listed

  var MOST_AT_FIRST = known.many ? 6 : 12; // units chosen before anybody chooses
  var MOST_OFFERED = 8; // peers, and units found, that are offered beside those chosen
  var MOST_FOUND = 40; // units found, in the lists of the two units
  var filter = at("filter"), indicator = at("indicator"), breakdown = at("breakdown"), from = at("from"), to = at("to");
  var title = at("title"), status = at("status"), output = at("output"), copied = at("copied");
  var data = null; // of the chosen indicator, with the figures of the chosen units
  var one = at("one"), two = at("two"); // the two units that are compared in all they both report
  var narrowed = null; // by indicator, the number of periods of both chosen units; null where not two are chosen
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

  function pair() { return one.value && two.value && one.value !== two.value ? [one.value, two.value] : null; }
  function isOffered(id) { return !narrowed || id in narrowed; }

  /** The options that hold every word typed, of those that both chosen units report. */
  function matching(typed) {
    var sought = folded(typed).split(/\s+/).filter(Boolean);
    return [].concat.apply([], groups.map(function (group) { return group.options; })).filter(function (option) {
      return isOffered(option.value) && sought.every(function (word) { return option.folded.indexOf(word) !== -1; });
    });
  }

  function fillIndicators(typed, chosen) {
    var found = matching(typed);
    indicator.textContent = "";
    if (narrowed) indicator.append(new Option(words.everything, "", false, !chosen));
    groups.forEach(function (group) {
      var kept = group.options.filter(function (option) { return found.indexOf(option) !== -1; });
      // What is chosen stays in the list, or the list would show another one.
      group.options.forEach(function (option) { if (option.value === chosen && kept.indexOf(option) < 0) kept.unshift(option); });
      if (!kept.length) return;
      var made = document.createElement("optgroup");
      made.label = group.label;
      kept.forEach(function (option) { made.append(new Option(labelled(option), option.value, false, option.value === chosen)); });
      indicator.append(made);
    });
    at("found").textContent = typed.trim() ? filled(words.indicators, { count: found.length }) : "";
  }

  function labelled(option) {
    var periods = narrowed && narrowed[option.value];
    return periods ? filled(words.periodsOfBoth, { name: option.text.trim(), one: periods[0], two: periods[1] }) : option.text;
  }

  // --- The address ------------------------------------------------------------------------------------------------------

  function readAddress() {
    var query = new URLSearchParams(location.search);
    var chosen = {};
    if (query.has("units")) chosen.units = query.get("units").split(",").filter(Boolean);
    var isPair = !query.get("indicator") && chosen.units && chosen.units.length === 2;
    chosen.indicator = isPair ? "" : query.get("indicator") || known.first || groups[0].options[0].value;
    ["breakdown", "from", "to"].forEach(function (name) { if (query.has(name)) chosen[name] = query.get(name); });
    return chosen;
  }

  function current() {
    return {
      indicator: indicator.value, units: checked(), breakdown: breakdown.value, from: from.value, to: to.value
    };
  }

  function address(chosen) {
    if (!chosen.indicator && pair()) return "?units=" + pair().map(encodeURIComponent).join(",");
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
    var sizes = data.breakdowns.map(function (each) { return each[2]; });
    var most = data.breakdowns[sizes.indexOf(Math.max.apply(null, sizes))][0];
    var valid = data.breakdowns.some(function (each) { return each[0] === chosen; });
    setOptions(breakdown, data.breakdowns, valid ? chosen : most);
    breakdown.disabled = data.breakdowns.length < 2;
  }

  function fillYears(chosen) {
    var first = data.years[0], last = data.years[1];
    var years = [];
    for (var year = first; year <= last; year += 1) years.push([String(year), String(year)]);
    function within(wanted, otherwise) { return wanted >= first && wanted <= last ? String(Number(wanted)) : String(otherwise); }
    setOptions(from, years, within(chosen.from, first));
    setOptions(to, years, within(chosen.to, last));
  }

  /** Of thousands, those that are chosen, those found by what is typed, and peers of the last one chosen. */
  function offered(listed, taken) {
    var found = choices.match(at("find").value, MOST_OFFERED).filter(function (id) { return listed.indexOf(id) !== -1; });
    var last = taken[taken.length - 1];
    return unique(taken.concat(found, last ? choices.peers(last, MOST_OFFERED, listed) : []));
  }

  function fillUnits(chosen) {
    var reporting = data.units.filter(function (id) { return unitOf[id]; });
    // An address may name units that do not report it: they are shown, so that the answer can say so.
    var listed = unique(reporting.concat((chosen || []).filter(function (id) { return unitOf[id]; })));
    listed.sort(function (one, other) { return unitOf[one].order - unitOf[other].order; });
    // Offices inside a unit are no peers of authorities: they are chosen by hand, unless there is nothing else.
    var peers = listed.filter(function (id) { return known.authorities.indexOf(unitOf[id].level) !== -1; });
    var taken = chosen || (peers.length > 1 ? peers : listed).slice(0, MOST_AT_FIRST);
    if (choices) listed = offered(listed, taken).sort(function (one, other) { return unitOf[one].order - unitOf[other].order; });
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
        var name = element("span", "", unitOf[id].name + " ");
        var periods = data.periods[data.units.indexOf(id)];
        if (periods) name.append(element("small", "", filled(words.periods, { number: periods })));
        label.append(box, name);
        choices.append(label);
      });
      set.append(choices);
      at("units").append(set);
    });
  }

  /** Show what is asked for; `chosen` may lack everything but the indicator. */
  function show(chosen) {
    var mine = asked += 1;
    copied.textContent = "";
    at("detail").hidden = !chosen.indicator;
    setPair(chosen.units);
    if (!chosen.indicator) return showPair(mine);
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
    return files.about(chosen.indicator).then(function (loaded) {
      if (mine !== asked) return;
      data = loaded;
      fillBreakdowns(chosen.breakdown);
      fillYears(chosen);
      fillUnits(chosen.units);
      return files.of(chosen.indicator, checked()).then(function (complete) {
        if (mine !== asked) return;
        data = complete;
        draw();
      });
    }).catch(function () { if (mine === asked) fail(words.failed); });
  }

  // --- Two units ------------------------------------------------------------------------------------------------------------

  /** The two selects follow what is chosen: two units, or none where it is another number of them. */
  function setPair(units) {
    var wanted = units && units.length === 2 && units.every(function (id) { return unitOf[id]; }) ? units : ["", ""];
    if (pair() && pair().slice().sort().join() === wanted.slice().sort().join()) return;
    [one, two].forEach(function (select, side) {
      if (choices && wanted[side] && !select.querySelector('option[value="' + wanted[side] + '"]')) {
        select.append(new Option(unitOf[wanted[side]].name, wanted[side]));
      }
      select.value = wanted[side];
    });
    narrow();
  }

  /** The indicators become those that both units report, with how many periods each. */
  function narrow() {
    var chosen = pair();
    narrowed = null;
    fillIndicators(filter.value, indicator.value);
    if (!chosen) return Promise.resolve();
    return files.shared(chosen).then(function (areas) {
      if (!pair() || pair().join() !== chosen.join()) return;
      narrowed = {};
      areas.forEach(function (area) { area.indicators.forEach(function (each) { narrowed[each.id] = each.periods; }); });
      fillIndicators(filter.value, indicator.value);
    }, function () { /* then all indicators stay */ });
  }

  function showPair(mine) {
    var chosen = pair();
    data = null;
    indicator.value = "";
    if (!chosen) { fail(words.noUnits); return Promise.resolve(); }
    status.textContent = words.loading;
    return Promise.all([narrow(), files.both(chosen)]).then(function (done) {
      if (mine !== asked) return;
      fillIndicators(filter.value, "");
      var made = window.rrComparePair(known, chosen, done[1]);
      title.hidden = false;
      title.textContent = made.title;
      output.textContent = "";
      made.pieces.forEach(function (piece) { output.append(piece); });
      status.textContent = made.told;
    }).catch(function () { if (mine === asked) fail(words.failed); });
  }

  /** One of the two was changed: with both, everything that both report; with one or none, an indicator again. */
  function choosePair() {
    if (pair()) {
      show({ indicator: "", units: pair() }).then(remember);
      return;
    }
    var before = indicator.value || known.first;
    narrow();
    if (!indicator.value) take(before);
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

  function draw() {
    var made = window.rrCompareResult(known, data, current());
    title.hidden = false;
    title.textContent = data.name;
    output.textContent = "";
    made.pieces.forEach(function (piece) { output.append(piece); });
    status.textContent = made.told;
  }

  // --- Copying the address --------------------------------------------------------------------------------------------------

  function copy() {
    var text = new URL(data || pair() ? address(current()) : location.search, location.href).href;
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
    if (!id) { show({ indicator: "", units: pair() }).then(remember); return; }
    show({ indicator: id, units: pair() || undefined }).then(function () { if (data) remember(); });
  }

  function choose() {
    copied.textContent = "";
    if (!data) return;
    var mine = asked += 1;
    setPair(checked());
    files.of(indicator.value, checked()).then(function (loaded) {
      if (mine !== asked) return;
      data = loaded;
      draw();
      remember();
      if (choices) fillUnits(checked());
    }, function () { if (mine === asked) fail(words.failed); });
  }

  filter.addEventListener("input", function () { fillIndicators(filter.value, indicator.value); });
  [one, two].forEach(function (select) { select.addEventListener("change", choosePair); });
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

  /** The list of one of the two units follows what is typed above it; Enter takes the first. */
  function findSide(select, input) {
    var first = select.options[0];
    input.addEventListener("input", function () {
      var kept = select.value;
      var found = choices.match(input.value, MOST_FOUND);
      select.textContent = "";
      select.append(first);
      unique(found.concat(kept ? [kept] : [])).forEach(function (id) { select.append(new Option(unitOf[id].name, id, false, id === kept)); });
      at("find-said").textContent = filled(words.units, { count: found.length });
    });
    input.addEventListener("keydown", function (event) {
      if (event.key !== "Enter") return;
      event.preventDefault();
      var id = choices.match(input.value, 1)[0];
      if (!id) return;
      select.value = id;
      choosePair();
    });
  }

  function start() {
    known.units.forEach(function (unit, order) { unitOf[unit[0]] = { name: unit[1], level: unit[2], href: unit[3], order: order }; });
    if (known.many) {
      choices = window.rrCompareChoices(known);
      findSide(one, at("one-find"));
      findSide(two, at("two-find"));
      at("find").addEventListener("input", function () { if (data) fillUnits(checked()); });
      at("find").addEventListener("keydown", function (event) { if (event.key === "Enter") event.preventDefault(); });
    }
    show(readAddress());
  }

  if (!groups.length) return; // no figures at all: the page says so
  if (!known.many) { start(); return; }
  status.textContent = words.loading;
  files.about("choices").then(function (loaded) {
    known.units = loaded.units.map(function (unit) {
      return [unit[0], unit[1], loaded.levels[unit[2]], "../units/" + unit[0] + "/index.html", unit[3], unit[4], unit[5]];
    });
    start();
  }, function () { fail(words.failed); });
})();
