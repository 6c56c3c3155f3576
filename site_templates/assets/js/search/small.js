// The small index: what lookup.js finds for each reading of a question, graded and put in order, with guesses where nothing is found.
(function () {
  "use strict";
  var rr = window.rrSearch;
  var RANKED = 12;   // so many pieces are read and put in order, of every reading
  var RANKED_NEXT = 5;
  var READINGS = 8;
  var GUESSES = 18;
  var NEAR = 6;
  var AT_ONCE = 32;  // numbers that one script explains, as generator/finish/search_index.py writes them
  var PARTS = 3;
  var load = rr.lookup.load, loadPart = rr.lookup.loadPart, candidates = rr.lookup.candidates;

  // --- Pieces -------------------------------------------------------------------------------------------------------------

  function readPiece(index, number) {
    return loadPart(index, "o/" + Math.floor(number / AT_ONCE)).then(function (names) {
      var name = names[number % AT_ONCE];
      return load(index.place, "p/" + name).then(function (piece) {
        var path = name.replace(/~\d+$/, "");
        var further = name !== path && name !== "~1"; // has no names of its own to be found by
        var facts = [piece[0]].concat(piece.slice(2, 7)).join(" ");
        return {
          number: number, path: path, title: piece[0], description: piece[1], kind: piece[2], unit: piece[3], period: piece[4], area: piece[5],
          names: further ? [] : [piece[0]].concat(piece[6].split("; ")), facts: facts, reporting: Boolean(piece[7] & 1), former: Boolean(piece[7] & 2), further: further,
          parts: piece[8].filter(function (part) { return index.common.indexOf(part[1]) < 0; }),
          entity: piece[9], periodId: piece[10], figures: piece[11]
        };
      });
    });
  }

  // How well a title or name answers: how much of it was asked for counts most ("Huyện Trần Đề" before "Phòng Tư pháp huyện Trần Đề"), then whether
  // the words stand side by side or in the order asked for. Accents that differ from those that were typed count against it.
  function gradeName(text, question) {
    var prepared = rr.prepare(text);
    var grade = rr.grade(prepared, question);
    if (grade < 2 || !prepared.count) return 0;
    var order = prepared.folded.indexOf(question.folded) === 0 ? 1.05 : grade > 3 ? 1 : isInOrder(prepared.folded, question.foldedWords) ? 0.7 : 0.3;
    return (grade % 2 ? 3 : 1) + order + 3 * question.count / prepared.count;
  }

  function isInOrder(folded, words) {
    var from = 0;
    return words.every(function (word) {
      from = folded.indexOf(" " + word + " ", from) + 1;
      return from > 0;
    });
  }

  function gradePart(part, reading) {
    var question = reading.question, documents = reading.documents, prepared = rr.prepare(part[1]);
    if (documents.length) {
      if (!holdsOne(rr.documentsOf(part[1]), documents)) return 0;
      // `NQ 19-NQ/TW` is not 19/NQ-CP: of equals, what holds more of what was typed.
      var typed = reading.typed.filter(function (word) { return prepared.folded.indexOf(" " + word + " ") >= 0; });
      return 6 + typed.length / reading.typed.length;
    }
    var grade = question.count ? rr.grade(prepared, question) : 0;
    // Other accents than those that were typed are other words.
    if (grade > 1 && grade % 2 === 0) grade -= 2;
    return grade > 1 ? grade + 0.9 * question.count / prepared.count : grade;
  }

  // How well a piece answers one reading, and with which of its parts. Names that hold all words come before facts, these before parts that hold
  // them side by side, and these before what only has the words somewhere.
  function score(piece, reading, forStaff) {
    var question = reading.question, documents = reading.documents;
    var parts = piece.parts.map(function (part) { return { id: part[0], text: part[1], grade: gradePart(part, reading) }; })
      .filter(function (part) { return part.grade; }).sort(function (one, other) { return other.grade - one.grade; });
    var best = parts.length ? parts[0].grade : 0;
    var made = { piece: piece, reading: reading, parts: parts, grade: 0, named: false };
    if (documents.length) {
      var own = piece.names.some(function (name) { return holdsOne(rr.documentsOf(name), documents); });
      // The list of documents before the reports that cite them.
      made.named = own;
      made.grade = own ? 180 : best ? (/^ref-/.test(parts[0].id) ? 140 : 160) + best : 0;
    } else if (!question.count) {
      made.grade = 1 + (reading.period || reading.report ? 20 * rr.fitsPeriod(piece.periodId, reading.period) + 30 * isReport(piece) : 0);
    } else {
      var name = Math.max.apply(null, [0].concat(piece.names.map(function (each, nth) { return gradeName(each, question) - (nth ? 0.1 : 0); })));
      var facts = piece.further ? 0 : rr.grade(rr.prepare(piece.facts), question);
      var told = piece.further ? 0 : rr.grade(rr.prepare(piece.facts + " " + piece.description), question);
      made.named = name > 2;
      made.name = name;
      if (made.named) made.grade = 100 + name * 10 + (piece.reporting ? 2 : 0) + (piece.entity === "indicator" ? 2 * piece.figures.length : 0);
      else if (isAbbreviation(piece, parts, question)) made.grade = 165;
      else if (facts > 1 && facts % 2) made.grade = 80 + facts * 2;
      else if (best > 3) made.grade = 60 + best * 2;
      else made.grade = Math.max(told, best) * 5;
      if (made.grade && reading.period) made.grade += 20 * rr.fitsPeriod(piece.periodId, reading.period) + 35 * isReport(piece);
      if (made.grade && reading.report) made.grade += 25 * isReport(piece);
      if (reading.meaning) made.grade = piece.path === "glossary" && best > 3 ? 200 + best : 0;
    }
    if (made.grade && reading.newest) made.grade = 200 * isReport(piece);
    // How a thing is done comes before the lists that tell everything of it.
    var behind = /staff\/(checks|commands|formats|licences)$/.test(piece.path) ? 40 : 0;
    // What is for those who make the site comes after what readers look for, but for those who ask in that part: there titles and headings come first.
    if (piece.entity === "aside") made.grade = !forStaff ? Math.min(made.grade, made.named ? 61 : 20) : made.grade + (made.named || best > 3 ? 200 : 0) - (made.named ? 0 : behind);
    made.grade -= made.grade ? reading.cost : 0;
    return made;
  }

  // Of units named alike, that of today comes before those of former times, whichever has reports.
  function presentFirst(found) {
    function isUnit(each) { return each.named && each.piece.entity === "unit"; }
    var ordered = found.filter(function (each) { return isUnit(each) && !each.piece.former; }).reduce(function (ordered, now) {
      var to = ordered.findIndex(function (each) { return isUnit(each) && each.piece.former && each.name <= now.name; });
      var from = ordered.indexOf(now);
      if (to >= 0 && to < from) ordered.splice(to, 0, ordered.splice(from, 1)[0]);
      return ordered;
    }, found.slice());
    // And those of former times follow their namesakes of today, before units of longer names.
    var first = ordered[0];
    if (!first || !isUnit(first) || first.piece.former) return ordered;
    var namesakes = ordered.filter(function (each) { return isUnit(each) && Math.abs(each.name - first.name) < 0.15; });
    return namesakes.filter(function (each) { return !each.piece.former; }).concat(namesakes.filter(function (each) { return each.piece.former; }),
      ordered.filter(function (each) { return namesakes.indexOf(each) < 0; }));
  }

  // 1 for the page of a report, and a little more for a newer one.
  function isReport(piece) {
    var years = piece.entity === "report" ? piece.periodId.match(/\d{4}/g) : null;
    return years ? 1 + parseInt(years[years.length - 1], 10) / 10000 : 0;
  }

  // Whoever asks for an abbreviation alone wants to know what it means.
  function isAbbreviation(piece, parts, question) {
    return piece.path === "glossary" && question.count === 1 && parts.length > 0 && rr.words(parts[0].text).some(function (word) {
      return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase() && rr.fold(word) === question.foldedWords[0];
    });
  }

  function holdsOne(keys, documents) { return documents.some(function (key) { return keys.has(key); }); }

  // A page by the address that servers know it by; from a disk by its file.
  function pageAt(index, path) {
    var address = new URL(path, index.place.home);
    if (/^http/.test(address.protocol)) address.pathname = address.pathname.replace(/index\.html$/, "");
    return address.href;
  }

  // The result of a piece. Where only an entry of a list answers, the result is that entry.
  function result(index, found) {
    var piece = found.piece;
    var href = pageAt(index, (piece.path ? piece.path + "/" : "") + "index.html");
    var parts = found.parts.slice(0, PARTS).map(function (part) { return { href: href + "#" + part.id, title: part.text, excerpt: "" }; });
    var entry = !found.named && !piece.entity && parts.length && found.parts[0].grade > 3 ? parts.shift() : null;
    return {
      href: entry ? entry.href : href, title: entry ? entry.title : piece.title, kind: entry ? piece.title : piece.kind, unit: piece.unit, period: piece.period,
      area: piece.area, excerpt: entry ? "" : piece.description, parts: parts,
      figures: (found.figures || piece.figures.slice(0, 1)).map(function (each) {
        return { unit: each[1], value: each[2], period: each[3], href: pageAt(index, each[4]) };
      })
    };
  }

  // --- A unit together with an indicator ----------------------------------------------------------------------------------

  // `Trần Đề đúng hạn`: no page is called so, but one part of the words names a unit and the other an indicator. Answers the indicators, with the
  // figure of that unit, and the unit.
  function together(index, reading, filters, question) {
    var words = reading.question.words, splits = [];
    for (var at = 1; at < words.length; at += 1) {
      splits.push([words.slice(0, at), words.slice(at)]);
      splits.push([words.slice(at), words.slice(0, at)]);
    }
    function part(some, entity) {
      var own = { question: rr.question(some.join(" ")), period: null, documents: [], cost: reading.cost };
      return candidates(index, own, filters, ["~is-" + entity]).then(function (found) {
        return Promise.all(found.slice(0, RANKED_NEXT).map(function (number) { return readPiece(index, number); })).then(function (pieces) {
          return pieces.map(function (piece) { return score(piece, own); }).filter(function (each) { return each.named; })
            .sort(function (one, other) { return other.grade - one.grade || one.piece.number - other.piece.number; });
        });
      });
    }
    return splits.reduce(function (before, split) {
      return before.then(function (found) { return rr.breathe(question).then(function () { return found; }); }).then(function (found) {
        return part(split[0], "unit").then(function (units) {
          if (!units.length || !units[0].piece.reporting) return found;
          return part(split[1], "indicator").then(function (indicators) {
            var worth = indicators.length ? units[0].grade + indicators[0].grade : 0;
            return worth > found.worth ? { worth: worth, unit: units[0], indicators: indicators } : found;
          });
        });
      });
    }, Promise.resolve({ worth: 0 })).then(function (found) {
      if (!found.worth) return [];
      return Promise.all(found.indicators.map(function (each) { return withFigure(index, each, found.unit.piece); })).then(function (indicators) {
        indicators.forEach(function (each, nth) { each.grade = (each.figures.length ? 180 : 110) - nth; });
        found.unit.grade = 140;
        return indicators.concat(found.unit);
      });
    });
  }

  function withFigure(index, found, unit) {
    var area = found.piece.figures.length ? found.piece.figures[0][0] : "";
    var own = Object.assign({}, found, { figures: [] });
    if (!area) return own;
    return load(index.place, "f/" + unit.path + "/" + area).then(function (figures) {
      var told = figures[found.piece.path.replace(/^indicators\//, "")];
      if (told) own.figures = [[area, unit.title].concat(told)];
      return own;
    }, function () { return own; });
  }

  // --- Searching ----------------------------------------------------------------------------------------------------------

  function search(index, question, filters) {
    var left = [], best = new Map(), pieces = new Map();
    var words = question.words;

    function read(numbers, reading) {
      return Promise.all(numbers.map(function (number) {
        if (!pieces.has(number)) pieces.set(number, readPiece(index, number));
        return pieces.get(number);
      })).then(function (some) {
        some.forEach(function (piece) { keep(score(piece, reading, index.place.staff)); });
      });
    }

    // Several pieces of one page are one result, with the parts of all.
    function keep(found) {
      if (found.grade <= 0) return;
      var before = best.get(found.piece.path);
      if (!before) { best.set(found.piece.path, found); return; }
      var better = found.grade > before.grade ? found : before, other = better === found ? before : found;
      best.set(found.piece.path, better);
      // Whoever asks for a document by its number wants no others that only share its digits.
      if (better.reading.documents.length && !other.reading.documents.length) return;
      var seen = new Set(better.parts.map(function (part) { return part.id; }));
      better.parts = better.parts.concat(other.parts.filter(function (part) { return !seen.has(part.id); }))
        .sort(function (one, next) { return next.grade - one.grade; });
    }

    function ask(readings) {
      return readings.slice(0, READINGS).reduce(function (before, reading, nth) {
        return before.then(function () { return rr.breathe(question); }).then(function () { return candidates(index, reading, filters); }).then(function (found) {
          if (!nth || !left.length) left = left.concat(found.slice(RANKED));
          return read(found.slice(0, nth ? RANKED_NEXT : RANKED), reading);
        });
      }, Promise.resolve());
    }

    function top() { return Math.max.apply(null, [0].concat(Array.from(best.values()).map(function (each) { return each.grade; }))); }

    var literal = rr.readings(words, index.synonyms, 0);
    var answer = { meant: null, unknown: false };
    return ask(literal)
      .then(function () { return top() < 100 && words.length > 1 ? alongside(literal) : null; })
      .then(function () {
        var unknown = new Set();
        literal.forEach(function (reading) { (reading.unknown || []).forEach(function (word) { unknown.add(word); }); });
        answer.unknown = unknown.size > 0;
        return top() < 60 && words.length ? guess(unknown) : null;
      })
      .then(function () { return inOrder(); });

    function alongside(readings) {
      // The plainest readings: as typed, and in official words.
      var plain = readings.filter(function (each) { return each.plain && each.question.count > 1; }).slice(0, 3);
      return plain.reduce(function (before, reading) {
        return before.then(function (done) {
          return done || together(index, reading, filters, question).then(function (found) { found.forEach(keep); return found.length > 0; });
        });
      }, Promise.resolve(false));
    }

    // What was perhaps meant: the words that stand nowhere put right, and where all words are known, one of them for another.
    function guess(unknown) {
      return loadPart(index, "v").then(rr.known).then(function (known) {
        var folded = words.map(rr.fold), choices;
        var wrong = folded.filter(function (word) { return !known.rank.has(word) && (unknown.has(word) || !/^\d+[a-z]?$/.test(word)); });
        if (wrong.length) {
          choices = folded.map(function (word, nth) {
            if (wrong.indexOf(word) >= 0) return rr.guesses(word, known);
            // Whoever leaves typing in one word leaves it in the others.
            return [[words[nth]]];
          });
          if (choices.some(function (each) { return !each.length; })) return null;
          return settle(product(choices), 4);
        }
        var changed = [], near = folded.map(function (word) { return rr.nearWords(word, known, NEAR); });
        for (var rank = 0; rank < NEAR; rank += 1) {
          near.forEach(function (others, nth) {
            if (others[rank]) changed.push(words.slice(0, nth).concat(others[rank], words.slice(nth + 1)));
          });
        }
        return words.length > 1 ? settle(changed, 8) : null;
      });
    }

    // The first of some guesses that names something; where none does, all that found anything.
    function settle(guesses, cost) {
      return guesses.slice(0, GUESSES).reduce(function (before, some) {
        return before.then(function (done) {
          if (done) return true;
          var readings = rr.readings(some, index.synonyms, cost), earlier = top();
          return ask(readings)
            .then(function () { return top() < 100 && some.length > 1 ? alongside(readings) : null; })
            .then(function () {
              if (top() > earlier) answer.meant = some.join(" ");
              return top() >= 100;
            });
        });
      }, Promise.resolve(false)).then(function () {
        // No name has these words: then the text is asked for them, put right.
        if (answer.unknown && !top() && guesses.length) answer.meant = guesses[0].join(" ");
      });
    }

    function product(choices) {
      return choices.reduce(function (made, each) {
        return [].concat.apply([], made.map(function (before) { return each.map(function (some) { return before.concat(some); }); }));
      }, [[]]);
    }

    function inOrder() {
      var ready = presentFirst(Array.from(best.values()).sort(function (one, other) { return other.grade - one.grade || one.piece.number - other.piece.number; }));
      left = left.filter(function (number, nth) { return !pieces.has(number) && left.indexOf(number) === nth; });
      answer.ready = ready;
      answer.total = ready.length + left.length;
      answer.marked = Array.from(new Set([].concat.apply([], ready.map(function (each) { return each.reading.question.foldedWords; }).concat(question.foldedWords))));
      answer.result = function (found) { return result(index, found); };

      // Reads on from piece to piece; what turns out not to answer is left out, so the total may shrink.
      function fill(to) {
        if (ready.length >= to || !left.length) return Promise.resolve();
        var next = left.splice(0, Math.max(to - ready.length, RANKED_NEXT));
        var earlier = new Set(best.keys());
        return read(next, literal[literal.length - 1]).then(function () {
          Array.from(best.values()).filter(function (each) { return !earlier.has(each.piece.path); })
            .sort(function (one, other) { return other.grade - one.grade || one.piece.number - other.piece.number; })
            .forEach(function (each) { ready.push(each); });
          answer.total = ready.length + left.length;
          return fill(to);
        });
      }

      answer.read = function (from, to) {
        return fill(to).then(function () { return ready.slice(from, to).map(answer.result); });
      };
      return answer;
    }
  }

  // --- The engine ---------------------------------------------------------------------------------------------------------

  function open(place, query) {
    return load(place, "index", query).then(function (index) { return Object.assign({ place: place, query: query, looked: new Map() }, index); });
  }

  rr.startSmall = function (place) {
    return open(place).then(function (first) {
      var index = first;
      return {
        full: false,
        search: function (question, filters) {
          return search(index, question, filters).catch(function (error) {
            if (question.gone) throw error;
            // Perhaps the index was kept from an older build: once more from the site itself.
            rr.lookup.forget();
            return open(place, "?" + Date.now()).then(function (anew) {
              index = anew;
              return search(index, question, filters);
            });
          });
        }
      };
    });
  };
})();
