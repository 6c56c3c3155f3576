// What a question may mean: pure functions from the words that were typed to readings `{question, period, documents, cost}`, the most literal
// first. `question` holds the words that a page must have, `period` the period asked for (`{part, year, last}`), `documents` the keys of the
// document asked for, `report` whether a report is, `newest` whether the newest is, `meaning` whether an entry of the glossary is, `plain` whether it
// has no empty words, and `cost` is how far the reading is from what was typed.
(function () {
  "use strict";
  var rr = window.rrSearch;
  var NUMBERS = {
    "1": 1, i: 1, mot: 1, nhat: 1, first: 1, "1st": 1, "2": 2, ii: 2, hai: 2, nhi: 2, second: 2, "2nd": 2,
    "3": 3, iii: 3, ba: 3, third: 3, "3rd": 3, "4": 4, iv: 4, bon: 4, tu: 4, fourth: 4, "4th": 4
  };
  var MONTHS = { "6": "H1", sau: "H1", six: "H1", "9": "9M", chin: "9M", nine: "9M" };
  var MONTH_NAMES = ("january february march april may june july august september october november december").split(" ");
  var SHORT = { h1: "H1", h2: "H2", "6t": "H1", "6m": "H1", "9t": "9M", "9m": "9M" };
  var YEAR = /^(?:19|20)\d\d$/;
  // Words that say nothing of a page, in either language. With accents, `the` is a word of Vietnamese (thể), and so is `can` (kạn).
  var EMPTY = new Set(("cua tai o la gi bao nhieu cac nhung ve cho va theo trong nao xem co duoc da hien nay toi muon biet tim xin trang web").split(" "));
  var EMPTY_IN_ENGLISH = new Set(("the of in for and how many much what is are to an a at by show me from there were was been did does do has have you can " +
    "where when who this these site website page").split(" "));
  // Whoever wants the newest, and whoever wants to know what a word means.
  var NEWEST = /(?:^| )(?:(?:moi|gan day|gan) nhat|latest|newest|most recent)(?= |$)/;
  var MEANING = /^(?:(?:what (?:is|are|does)|meaning of|definition of|define|the nao la)(?: (?:an?|the))? (.+?)(?: mean)?|(.+?) (?:nghia )?la gi|(.+) (?:meaning|definition))$/;
  // Kinds of documents, as numbers abbreviate them: `18-NQ/TW`.
  var KINDS = {
    "nghi quyet": "nq", resolution: "nq", "nghi dinh": "nd", decree: "nd", "quyet dinh": "qd", decision: "qd", "ke hoach": "kh", plan: "kh",
    "bao cao": "bc", report: "bc", "chi thi": "ct", directive: "ct", "thong tu": "tt", circular: "tt", "cong van": "cv", "thong bao": "tb",
    notice: "tb", "ket luan": "kl", conclusion: "kl", "huong dan": "hd", guidance: "hd", "to trinh": "ttr"
  };
  var SHORT_KINDS = new Set(["nq", "nd", "qd", "kh", "bc", "ct", "tt", "cv", "tb", "kl", "hd", "ttr"]);
  var NUMBER = /^0*(\d{1,5}[a-z]?)$/;

  // --- Periods ------------------------------------------------------------------------------------------------------------

  // What of the words at a place is the part of a year: [part, how many words], or null.
  function partAt(words, at) {
    var word = words[at], next = words[at + 1];
    var quarter = /^(?:q|quy|qui)([1-4]|i{1,3}|iv)$/.exec(word);
    if (quarter && word !== "qui") return ["Q" + NUMBERS[quarter[1]], 1];
    if (/^(?:qui|q|quarter)$/.test(word) && NUMBERS[next]) return ["Q" + NUMBERS[next], 2];
    if (NUMBERS[word] && next === "quarter") return ["Q" + NUMBERS[word], 2];
    if (SHORT[word]) return [SHORT[word], 1];
    if (word === "first" && MONTHS[next] && /^months?$/.test(words[at + 2])) return [MONTHS[next], 3];
    if (MONTHS[word] && /^(?:thang|months?)$/.test(next)) {
      if (MONTHS[word] === "H1" && words[at + 2] === "cuoi") return ["H2", 3];
      return [MONTHS[word], words[at + 2] === "dau" ? 3 : 2];
    }
    if (word === "nua" && /^(?:dau|cuoi)$/.test(next)) return [next === "dau" ? "H1" : "H2", 2];
    if (/^(?:first|second)$/.test(word) && next === "half") return [word === "first" ? "H1" : "H2", 2];
    if (word === "half" && next === "year") return ["H1", 2];
    return monthAt(word, next);
  }

  function monthAt(word, next) {
    var number = MONTH_NAMES.indexOf(word) + 1, length = 1;
    if (word === "thang" && /^(?:0?[1-9]|1[0-2])$/.test(next || "")) { number = parseInt(next, 10); length = 2; }
    // `may` is a word of its own: only before a year.
    if (!number || (word === "may" && !YEAR.test(next || ""))) return null;
    return [(number < 10 ? "0" : "") + number, length];
  }

  // The period in some words, and which of them say it.
  rr.periodIn = function (words) {
    var said = new Set(), period = { part: "", year: "", last: "" };
    words.forEach(function (word, at) {
      if (said.has(at)) return;
      var part = period.part ? null : partAt(words, at);
      if (part) {
        period.part = part[0];
        for (var each = at; each < at + part[1]; each += 1) said.add(each);
      } else if (YEAR.test(word)) {
        if (!period.year) period.year = word;
        else if (!period.last) period.last = word;
        said.add(at);
      }
    });
    if (!said.size) return null;
    // `6 months of the year 2020`: what only joins these words goes with them.
    words.forEach(function (word, at) {
      if (/^(?:nam|ky|year|of|in|the|giai|doan|period)$/.test(word) && joins(words, at, said)) said.add(at);
    });
    return { period: period, said: said };
  };

  function joins(words, at, said) {
    var after = at + 1;
    while (after < words.length && !said.has(after) && /^(?:nam|ky|year|of|in|the|doan|period)$/.test(words[after])) after += 1;
    return said.has(after) || (said.has(at - 1) && words[at] === "nam");
  }

  // Whether a period of a report (`2020-Q1`, `2020`, `2011-2020`) answers: 2 exactly, 1 in the year asked for, 0 not.
  rr.fitsPeriod = function (id, period) {
    var own = /^(\d{4})(?:-(\d{4}|[A-Z0-9]{2}))?$/.exec(id || "");
    if (!own || !period) return 0;
    var run = /^\d{4}$/.test(own[2] || "");
    var part = run ? "" : own[2] || "";
    if (period.last) return own[1] === period.year && own[2] === period.last ? 2 : 0;
    if (period.year && own[1] !== period.year && !(run && own[1] <= period.year && period.year <= own[2])) return 0;
    if (period.part) return part === period.part ? 2 : 0;
    return part || run ? 1 : 2;
  };

  // --- Documents ----------------------------------------------------------------------------------------------------------

  // The keys of a document in some words, the most exact first: `NĐ 61/2018` is `nd-61-2018` and `nd-61`.
  rr.documentIn = function (words) {
    for (var at = 0; at < words.length; at += 1) {
      var two = KINDS[words[at] + " " + words[at + 1]];
      var kind = SHORT_KINDS.has(words[at]) ? words[at] : KINDS[words[at]] || two;
      if (!kind) continue;
      var next = at + (two ? 2 : 1);
      if (/^(?:so|no|number)$/.test(words[next])) next += 1;
      var number = NUMBER.exec(words[next] || ""), year = words[next + 1] || "";
      if (!number && SHORT_KINDS.has(words[at])) {
        // `1588/BC`, `108/2014/NĐ-CP`
        var back = YEAR.test(words[at - 1] || "") && NUMBER.test(words[at - 2] || "") ? 2 : 1;
        number = NUMBER.exec(words[at - back] || "");
        year = back > 1 ? words[at - 1] : "";
      }
      if (!number) continue;
      var key = kind + "-" + number[1];
      return YEAR.test(year) ? [key + "-" + year, key] : [key];
    }
    return [];
  };

  // The keys of the documents that a text numbers, as generator/finish/search_words.py finds them.
  rr.documentsOf = function (text) {
    var found = new Set(), pattern = /(?:^|[^\d/])0*(\d{1,5}[a-z]?)\s*[-/]\s*(?:(\d{4})\s*[-/]\s*)?([A-ZĐ][A-ZĐa-z]{1,3})(?![A-ZĐa-z])/g, match;
    while ((match = pattern.exec(text))) {
      var key = rr.fold(match[3]) + "-" + match[1];
      found.add(key);
      if (match[2]) found.add(key + "-" + match[2]);
    }
    return found;
  };

  // --- Readings -----------------------------------------------------------------------------------------------------------

  // Everyday words put into official ones; null where there are none. `synonyms` are pairs `[folded words, official words]`.
  rr.inOfficialWords = function (words, synonyms) {
    var folded = words.map(rr.fold), made = [], changed = false, at = 0;
    while (at < words.length) {
      var here = at;
      var best = synonyms.filter(function (each) {
        var said = each[0].split(" ");
        return said.every(function (word, nth) { return folded[here + nth] === word; });
      }).sort(function (one, other) { return other[0].length - one[0].length; })[0];
      if (!best) { made.push(words[at]); at += 1; continue; }
      var official = rr.words(best[1]);
      if (made.slice(-official.length).join(" ") !== official.join(" ")) made = made.concat(official);
      at += best[0].split(" ").length;
      changed = true;
    }
    return changed ? made : null;
  };

  function reading(words, cost, more) {
    return Object.assign({ question: rr.question(words.join(" ")), period: null, documents: [], report: false, cost: cost }, more);
  }

  function says(word) { return !EMPTY.has(rr.fold(word)) && (rr.hasAccents(word) || !EMPTY_IN_ENGLISH.has(rr.fold(word))); }

  function isReport(word) { return /^(?:bao|cao|bc|report)$/.test(rr.fold(word)); }

  // All readings of some words that start at a cost.
  rr.readings = function (words, synonyms, cost) {
    var made = [];
    function read(some, from) {
      var folded = some.map(rr.fold);
      var documents = rr.documentIn(folded);
      if (documents.length) made.push(reading([], from, { documents: documents, typed: folded }));
      var found = rr.periodIn(folded);
      var rest = some.filter(function (_word, at) { return !found || !found.said.has(at); });
      var bare = rest.filter(function (word) { return !isReport(word); });
      var report = folded.indexOf("report") >= 0 || folded.indexOf("bc") >= 0 || folded.join(" ").indexOf("bao cao") >= 0;
      if (found) made.push(reading(bare, from, { period: found.period }));
      if (report && bare.length) made.push(reading(bare, from, { period: found && found.period, report: true }));
      if (found && bare.length) made.push(reading(bare, from + 3, { plain: bare.every(says) }));
      var full = some.filter(says);
      made.push(reading(some, from, { plain: full.length === some.length }));
      if (full.length && full.length < some.length) read(full, from + 1);
    }
    var written = words.map(rr.fold).join(" ");
    var meant = (MEANING.exec(written) || []).slice(1).find(Boolean);
    if (meant) {
      var start = written.slice(0, written.indexOf(meant)).split(" ").length - 1;
      made.push(reading(words.slice(start, start + meant.split(" ").length), cost, { meaning: true }));
    }
    if (NEWEST.test(written)) {
      var rest = written.replace(NEWEST, " ").split(" ").filter(function (word) { return word && !isReport(word) && says(word); });
      made.push(reading(rest, cost, { report: true, newest: true }));
    }
    read(words, cost);
    var official = rr.inOfficialWords(words, synonyms);
    if (official) read(official, cost + 0.5);
    return made;
  };
})();
