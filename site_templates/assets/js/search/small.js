// The small index (generator/finish/search_index.py): scripts that say which words stand on which pages, and what to show of a page. A
// question loads those of its words and of the first pages that answer, however many pages the site has. Works from a disk and under any policy.
(function () {
  "use strict";
  var rr = window.rrSearch;
  var LOOKED_UP = 5; // so many words of a question, the longest; the others are sought in what these find
  var RANKED = 12;   // so many pieces are read and put in order
  var AT_ONCE = 32;  // numbers that one script explains, as generator/finish/search_index.py writes them
  var PARTS = 3;

  var given = {};
  rr.register = function (name, value) { given[name] = value; };

  // --- Scripts ------------------------------------------------------------------------------------------------------------

  function load(place, name, query) {
    if (name in given) return Promise.resolve(given[name]);
    // A piece of a page with a strange name stands in a file of that name.
    var file = name.split("/").map(encodeURIComponent).join("/");
    return rr.loadScript(new URL("assets/search/" + file + ".js" + (query || ""), place.home)).then(function () { return given[name]; });
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

  function candidates(index, question, filters) {
    var words = question.foldedWords.map(function (letters, nth) { return { letters: letters, accented: question.accentedWords[nth] }; })
      .filter(function (word, nth, all) { return all.findIndex(function (other) { return other.letters === word.letters; }) === nth; })
      .sort(function (one, other) { return other.letters.length - one.letters.length; })
      .slice(0, LOOKED_UP);
    Object.keys(filters).forEach(function (name) { words.push({ letters: "~" + name + "-" + filters[name], accented: "" }); });
    return Promise.all(words.map(function (word) { return lookUp(index, word.letters, word.accented); })).then(function (found) {
      var exact = common(found.map(function (each) { return each.whole; }));
      // Beginnings of words only where there is nothing better; filters are whole in any case.
      return exact.length || !question.count ? exact : common(found.map(function (each, nth) {
        return words[nth].letters.charAt(0) === "~" ? each.whole : each.begun;
      }));
    });
  }

  // --- Pieces -------------------------------------------------------------------------------------------------------------

  function readPiece(index, number) {
    return loadPart(index, "o/" + Math.floor(number / AT_ONCE)).then(function (names) {
      var name = names[number % AT_ONCE];
      return load(index.place, "p/" + name).then(function (piece) {
        var path = name.replace(/~\d+$/, "");
        var further = name !== path && name !== "~1"; // has no names of its own to be found by
        return {
          number: number, path: path, title: piece[0], description: piece[1], kind: piece[2], unit: piece[3], period: piece[4], area: piece[5],
          names: (further ? [""] : [piece[0]].concat(piece[6].split("; "))).map(rr.prepare), all: rr.prepare(piece.slice(0, 7).join(" ")),
          reporting: Boolean(piece[7]), further: further,
          parts: piece[8].filter(function (part) { return index.common.indexOf(part[1]) < 0; })
        };
      });
    });
  }

  function graded(piece, question) {
    var parts = piece.parts.map(function (part) { return { id: part[0], text: part[1], grade: rr.grade(rr.prepare(part[1]), question) }; })
      .filter(function (part) { return question.count && part.grade; })
      .sort(function (one, other) { return other.grade - one.grade; });
    var rest = Math.max(piece.further ? 0 : rr.grade(piece.all, question), parts.length ? parts[0].grade : 0);
    piece.grade = !question.count ? 1 : !rest ? 0 : rr.score(piece.names, rest, question, piece.reporting);
    piece.found = parts;
    return piece;
  }

  function result(index, piece) {
    var href = new URL((piece.path ? piece.path + "/" : "") + "index.html", index.place.home).href;
    return {
      href: href, title: piece.title, kind: piece.kind, unit: piece.unit, period: piece.period, area: piece.area, excerpt: piece.description,
      parts: piece.found.slice(0, PARTS).map(function (part) { return { href: href + "#" + part.id, title: part.text, excerpt: "" }; })
    };
  }

  // Reads on from piece to piece. Several of one page are one result, and what turns out not to answer is left out: so the total may shrink.
  function reader(index, question, left) {
    var ready = [], shown = new Map();
    var answer = { total: left.length };

    function take(pieces) {
      pieces.map(function (piece) { return graded(piece, question); })
        .sort(function (one, other) { return other.grade - one.grade || one.number - other.number; })
        .forEach(function (piece) {
          var before = shown.get(piece.path);
          if (piece.grade && !before) {
            shown.set(piece.path, piece);
            ready.push(piece);
            return;
          }
          if (piece.grade) before.found = before.found.concat(piece.found).sort(function (one, other) { return other.grade - one.grade; });
          answer.total -= 1;
        });
    }

    function fill(to) {
      if (ready.length >= to || !left.length) return Promise.resolve();
      var next = left.splice(0, shown.size ? to - ready.length : RANKED);
      return Promise.all(next.map(function (number) { return readPiece(index, number); })).then(take).then(function () { return fill(to); });
    }

    answer.read = function (from, to) {
      return fill(to).then(function () { return ready.slice(from, to).map(function (piece) { return result(index, piece); }); });
    };
    return fill(1).then(function () { return answer; });
  }

  // --- The engine ---------------------------------------------------------------------------------------------------------

  function open(place, query) {
    return load(place, "index", query).then(function (index) { return Object.assign({ place: place, query: query }, index); });
  }

  rr.startSmall = function (place) {
    return open(place).then(function (first) {
      var index = first;

      function search(question, filters) {
        return candidates(index, question, filters).then(function (found) { return reader(index, question, found); });
      }

      return {
        full: false,
        search: function (question, filters) {
          return search(question, filters).catch(function () {
            // Perhaps the index was kept from an older build: once more from the site itself.
            given = {};
            return open(place, "?" + Date.now()).then(function (anew) {
              index = anew;
              return search(question, filters);
            });
          });
        }
      };
    });
  };
})();
