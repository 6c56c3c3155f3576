// The page Compare: choose an indicator, units and years; see what can stand side by side, and why the rest cannot.
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
  known.units.forEach(function (unit, order) { unitOf[unit[0]] = { name: unit[1], level: unit[2], href: unit[3], order: order }; });

  var MOST_AT_FIRST = 12; // units chosen before anybody chooses
  var filter = at("filter"), indicator = at("indicator"), breakdown = at("breakdown"), from = at("from"), to = at("to");
  var result = at("result"), title = at("title"), status = at("status"), output = at("output"), copied = at("copied");
  var data = null; // of the chosen indicator, with the figures of the chosen units
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

  function fillUnits(chosen) {
    var reporting = data.units.filter(function (id) { return unitOf[id]; });
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
    var mine = asked += 1;
    files.of(indicator.value, checked()).then(function (loaded) {
      if (mine !== asked) return;
      data = loaded;
      draw();
      remember();
    }, function () { if (mine === asked) fail(words.failed); });
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
