// Looks words up in the small index (generator/finish/search_index.py): scripts that say which words stand on which pages. A question loads those of its
// words, however many pages the site has. Works from a disk and under any policy.
(function () {
  "use strict";
  var rr = window.rrSearch;
  var LOOKED_UP = 5; // so many words of a question, the longest; the others are sought in what these find

  var given = {}, coming = {};
  rr.register = function (name, value) { given[name] = value; };

  // --- Scripts ------------------------------------------------------------------------------------------------------------

  function load(place, name, query) {
    if (name in given) return Promise.resolve(given[name]);
    if (coming[name]) return coming[name];
    // A piece of a page with a strange name stands in a file of that name.
    var file = name.split("/").map(encodeURIComponent).join("/");
    coming[name] = rr.loadScript(new URL("assets/search/" + file + ".js" + (query || ""), place.home)).then(function () { return given[name]; })
      .finally(function () { delete coming[name]; });
    return coming[name];
  }

  // What belongs to the index that was read first. A browser may keep scripts of an older build; these are of no use.
  function loadPart(index, name) {
    return load(index.place, name, index.query).then(function (part) {
      if (part[0] !== index.version) throw new Error("another build");
      return part[1];
    });
  }

  // --- Words --------------------------------------------------------------------------------------------------------------

  // Numbers as generator/finish/search_words.py writes them.
  function numbers(text) {
    var list = [];
    if (text.charAt(0) === "=") {
      var bytes = atob(text.slice(1));
      for (var at = 0; at < bytes.length * 8; at += 1) if (bytes.charCodeAt(at >> 3) >> (at & 7) & 1) list.push(at);
    } else if (text) {
      text.split(" ").reduce(function (before, distance) {
        list.push(before + parseInt(distance, 36));
        return list[list.length - 1];
      }, -1);
    }
    return list;
  }

  // Which pieces hold a word, by number, with how well: 4 in their names, 1 elsewhere, and 2 more with the accents that were typed.
  // `whole` are those with the very word, `begun` those with one that begins with it as well.
  function lookUp(index, letters, accented) {
    var key = letters + " " + accented;
    if (!index.looked.has(key)) {
      if (index.looked.size > 200) index.looked.clear();
      index.looked.set(key, lookedUp(index, letters, accented));
      index.looked.get(key).catch(function () { index.looked.delete(key); });
    }
    return index.looked.get(key);
  }

  function lookedUp(index, letters, accented) {
    var shards = index.beginnings.map(function (beginning, number) { return { beginning: beginning, number: number }; })
      .filter(function (each) { return each.beginning === letters + " " || (letters.indexOf(each.beginning) === 0 && letters); });
    return Promise.all(shards.map(function (each) { return loadPart(index, "w/" + each.number); })).then(function (loaded) {
      var whole = new Map(), begun = new Map();
      loaded.forEach(function (words) {
        Object.keys(words).forEach(function (word) {
          var own = letters.charAt(0) === "~" ? word : rr.fold(word);
          if (own.indexOf(letters) !== 0) return;
          var right = accented && rr.accented(word) === accented ? 2 : 0;
          words[word].forEach(function (text, elsewhere) {
            numbers(text).forEach(function (number) {
              var worth = (elsewhere ? 1 : 4) + right;
              if (own === letters) whole.set(number, Math.max(worth, whole.get(number) || 0));
              begun.set(number, Math.max(worth, begun.get(number) || 0));
            });
          });
        });
      });
      return { whole: whole, begun: begun };
    });
  }

  // The numbers that all have, the best first; of equals the lowest, which readers more likely mean.
  function common(found) {
    var least = found.slice().sort(function (one, other) { return one.size - other.size; })[0];
    var worth = new Map();
    least.forEach(function (_worth, number) {
      if (!found.every(function (each) { return each.has(number); })) return;
      worth.set(number, found.reduce(function (sum, each) { return sum + each.get(number); }, 0));
    });
    return Array.from(worth.keys()).sort(function (one, other) { return worth.get(other) - worth.get(one) || one - other; });
  }

  // What a period is looked up by.
  function periodWords(period) {
    if (!period) return [];
    if (period.last) return ["~period-" + period.year + "-" + period.last];
    if (period.part && period.year) return ["~period-" + (period.year + "-" + period.part).toLowerCase()];
    return [period.part ? "~part-" + period.part.toLowerCase() : "~in-" + period.year];
  }

  function candidates(index, reading, filters, also) {
    var question = reading.question;
    var words = question.words.map(function (word, nth) { return { letters: question.foldedWords[nth], accented: rr.hasAccents(word) ? rr.accented(word) : "" }; })
      .filter(function (word, nth, all) { return all.findIndex(function (other) { return other.letters === word.letters; }) === nth; })
      .sort(function (one, other) { return other.letters.length - one.letters.length; })
      .slice(0, LOOKED_UP);
    Object.keys(filters).map(function (name) { return "~" + name + "-" + filters[name]; }).concat(periodWords(reading.period), reading.report ? ["~is-report"] : [], reading.meaning ? ["~is-glossary"] : [], also || [])
      .forEach(function (letters) { words.push({ letters: letters, accented: "" }); });
    function look(all) { return Promise.all(all.map(function (word) { return lookUp(index, word.letters, word.accented); })); }
    if (reading.documents.length) return firstDocument(reading.documents, look, words);
    if (!words.length) return Promise.resolve([]);
    return look(words).then(function (found) {
      reading.unknown = words.filter(function (word, nth) { return word.letters.charAt(0) !== "~" && !found[nth].begun.size; })
        .map(function (word) { return word.letters; });
      var exact = common(found.map(function (each) { return each.whole; }));
      // Beginnings of words only where there is nothing better; what nobody can type is whole in any case.
      return exact.length || !question.count ? exact : common(found.map(function (each, nth) {
        return words[nth].letters.charAt(0) === "~" ? each.whole : each.begun;
      }));
    });
  }

  // A document by the most exact key that any page has.
  function firstDocument(keys, look, filters) {
    if (!keys.length) return Promise.resolve([]);
    return look([{ letters: "~doc-" + keys[0], accented: "" }].concat(filters)).then(function (found) {
      var numbered = common(found.map(function (each) { return each.whole; }));
      return numbered.length ? numbered : firstDocument(keys.slice(1), look, filters);
    });
  }

  rr.lookup = { load: load, loadPart: loadPart, candidates: candidates, forget: function () { given = {}; } };
})();
