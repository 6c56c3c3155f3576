// Choosing among thousands of units on the page Compare: found by what is typed, with or without accents, and peers offered beside what is chosen.
//
// window.rrCompareChoices(known): `known.units` are the units of the page, each [id, name, level, address, what it belongs to, dossiers, whether it
// ended]. `match` gives the ids that are meant, the likeliest first; `peers` those of the same level and place with about as many dossiers.
window.rrCompareChoices = function (known) {
  "use strict";

  var KINDS = /^(tinh|thanh pho|quan|huyen|thi xa|thi tran|phuong|xa|dac khu) /;

  function folded(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐÐ]/g, "d").toLowerCase();
  }

  var units = known.units.map(function (unit, order) {
    var name = folded(unit[1]);
    return { id: unit[0], name: name, bare: name.replace(KINDS, "").split(",")[0], level: unit[2], parent: unit[4], work: unit[5], ended: unit[6], order: order };
  });
  var byId = {};
  units.forEach(function (unit) { byId[unit.id] = unit; });

  // The name itself before names that begin with it, these before names that hold its words; units of today before former ones.
  function grade(unit, sought, words) {
    if (unit.bare === sought || unit.name === sought) return 0;
    if (unit.bare.indexOf(sought + " ") === 0 || unit.name.indexOf(sought) === 0) return 1;
    if (unit.bare.indexOf(sought) === 0) return 2;
    return words.every(function (word) { return (" " + unit.name).indexOf(" " + word) !== -1; }) ? 3 : 4;
  }

  function match(typed, most) {
    var sought = folded(typed).trim().replace(/\s+/g, " ");
    if (!sought) return [];
    var words = sought.split(" ");
    return units.filter(function (unit) {
      return words.every(function (word) { return unit.name.indexOf(word) !== -1; });
    }).map(function (unit) { return [grade(unit, sought, words), unit.ended, unit.order, unit.id]; })
      .sort(function (one, other) { return one[0] - other[0] || one[1] - other[1] || one[2] - other[2]; })
      .slice(0, most).map(function (each) { return each[3]; });
  }

  function size(unit) { return Math.log(1 + (unit.work || 0)); }

  function peers(id, most, among) {
    var own = byId[id];
    if (!own) return [];
    var offered = {};
    among.forEach(function (each) { offered[each] = true; });
    return units.filter(function (unit) {
      return unit.id !== id && unit.level === own.level && unit.parent === own.parent && !unit.ended && offered[unit.id];
    }).sort(function (one, other) {
      return Math.abs(size(one) - size(own)) - Math.abs(size(other) - size(own)) || one.order - other.order;
    }).slice(0, most).map(function (unit) { return unit.id; });
  }

  return { match: match, peers: peers };
};
