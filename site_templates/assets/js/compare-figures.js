// Loads what the page Compare needs: of an indicator what may stand beside what, of a unit its figures of an area
// (generator/pages/comparing/comparison_files.py and unit_figures.py). Each is loaded when it is chosen, and once.
window.rrCompareFigures = function (base) {
  "use strict";

  var loading = {};

  function load(name) {
    loading[name] = loading[name] || new Promise(function (resolve, reject) {
      function found() { return window.rrComparisons && window.rrComparisons[name]; }
      if (found()) { resolve(found()); return; }
      var script = document.createElement("script");
      script.src = base + name + ".js";
      script.onload = function () { if (found()) resolve(found()); else reject(new Error("no data")); };
      script.onerror = function () { script.remove(); delete loading[name]; reject(new Error("no data")); };
      document.head.append(script);
    });
    return loading[name];
  }

  // The figures of a unit as compare-result.js reads them, in the order in which generator/pages/comparing/unit_figures.py folds them.
  function unfolded(unit, file, indicator) {
    return (file.figures[indicator] || []).map(function (folded) {
      var report = file.reports[folded[11]];
      return {
        unit: unit, breakdown: file.texts[folded[0]], period: file.texts[folded[1]], from: folded[2], to: folded[3], covered: file.texts[folded[4]],
        noted: Boolean(folded[5]), moment: file.texts[folded[6]], span: file.texts[folded[7]], contest: file.texts[folded[8]], value: folded[9],
        shown: folded[10], href: report[0] + "#" + folded[12], source: report[1] + folded[13],
        // “Over 80” is more than 80; an exact figure lies between itself and itself.
        rough: Boolean(folded[14]), tends: folded[14] ? folded[14][0] : 0, ends: folded[14] ? folded[14].slice(1) : [folded[9], folded[9], 0, 0]
      };
    });
  }

  /** An indicator with the figures of some units, oldest first, and what is known of these units. */
  function of(indicator, units) {
    return load(indicator).then(function (about) {
      var reporting = units.filter(function (unit) { return about.units.indexOf(unit) !== -1; });
      return Promise.all(reporting.map(function (unit) { return load("units/" + unit + "/" + about.area); })).then(function (files) {
        var figures = [], known = {};
        files.forEach(function (file, nth) {
          figures = figures.concat(unfolded(reporting[nth], file, indicator));
          known[reporting[nth]] = file;
        });
        return Object.assign({}, about, { figures: figures, known: known });
      });
    });
  }

  /** What two units report: of each the list of its indicators by area. */
  function listed(pair) {
    return Promise.all(pair.map(function (unit) { return load("units/" + unit + "/all"); }));
  }

  /** All that two units both report, by area, made from the files of these two alone. Each indicator has the figures of both, oldest first. */
  function both(pair) {
    return listed(pair).then(function (lists) {
      return Promise.all(sharedAreas(lists).map(function (area) {
        return Promise.all(pair.map(function (unit) { return load("units/" + unit + "/" + area.id); })).then(function (found) {
          area.indicators.forEach(function (each) {
            each.figures = found.map(function (file, side) { return unfolded(pair[side], file, each.id); });
          });
          return area;
        });
      })).then(function (areas) { return { areas: areas, known: lists }; });
    });
  }

  function sharedAreas(lists) {
    var other = {};
    lists[1].areas.forEach(function (area) { area[2].forEach(function (each) { other[each[0]] = each; }); });
    return lists[0].areas.map(function (area) {
      return { id: area[0], name: area[1], indicators: area[2].filter(function (each) {
        // Broken down in different ways, they have nothing to stand side by side.
        return other[each[0]] && Object.keys(each[3]).some(function (label) { return label in other[each[0]][3]; });
      }).map(function (each) {
        return { id: each[0], name: each[1], periods: [each[2], other[each[0]][2]], breakdowns: Object.assign({}, each[3], other[each[0]][3]) };
      }) };
    }).filter(function (area) { return area.indicators.length; });
  }

  return { about: load, of: of, both: both, shared: function (pair) { return listed(pair).then(sharedAreas); } };
};
