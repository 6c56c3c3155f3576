// Search: the small index (small.js), which knows titles, names, headings and documents and forgives how they are typed, and after it Pagefind, which
// knows the full text but needs a web server and WebAssembly. `search(question, filters)` answers `{quick, whole}`, two promises of answers
// `{total, read(first, last), meant, marked}`: the small index at once, and both. `read` is a promise of results
// `{href, title, kind, unit, period, area, excerpt, figures: [{unit, value, period, href}], parts: [{href, title, excerpt}]}`.
(function () {
  "use strict";
  var rr = window.rrSearch;
  var PATIENCE = 10000; // milliseconds until the small index is all there is
  var NAMED = 60;       // the grade from which a result of the small index comes before those of the full text
  var EXCERPT = 26;     // words
  var PARTS = 3;
  var OWN_PLACES = /^(?:ref|row|document|t)-/;
  var TABLE = "\uF8FD", CELL = "\uF8FE", TABLE_END = "\uF8FF"; // as generator/finish/search_copy.py writes them

  // --- Pagefind -----------------------------------------------------------------------------------------------------------

  // {unit: "khanh-son"} is the filter "unit-khanh-son" there, with one value.
  function named(filters) {
    var names = {};
    Object.keys(filters).forEach(function (name) { names[name + "-" + filters[name]] = "yes"; });
    return names;
  }

  function startPagefind(place) {
    if (!/^https?:$/.test(location.protocol) || typeof WebAssembly === "undefined") return Promise.reject(new Error("no Pagefind here"));
    // A module of nothing: where a policy forbids WebAssembly, better to learn it before anything is loaded.
    var allowed = WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
    var late = new Promise(function (_resolve, reject) { setTimeout(reject, PATIENCE, new Error("Pagefind is late")); });
    var started = allowed.then(function () { return import(new URL("pagefind/pagefind.js", place.site).href); }).then(function (pagefind) {
      return pagefind.options({ baseUrl: place.site.pathname, ranking: { termSimilarity: 30 } })
        .then(function () { return pagefind.init(); })
        .then(function () { return pagefind.search("a"); }) // says at once whether it works
        .then(function () { return pagefindEngine(pagefind); });
    });
    return Promise.race([started, late]);
  }

  function pagefindEngine(pagefind) {
    var last = Promise.resolve(); // one question at a time

    // Pagefind also finds words that begin alike, and mostly these: so it is asked for the very words, side by side, before the rest.
    function rounds(question) {
      if (!question.count) return [null];
      var bare = question.foldedWords.join(" "), coded = question.words.map(rr.coded).join(" ");
      var asked = coded === bare ? [bare] : [coded, bare];
      return (question.count > 1 ? asked.map(function (text) { return '"' + text + '"'; }) : []).concat(asked);
    }

    function once(hits) {
      var seen = new Set();
      return hits.filter(function (hit) { return !seen.has(hit.id) && seen.add(hit.id); });
    }

    // All pages that may answer, the best first; each is held against its text when it is shown, since Pagefind guesses at what it does not know.
    function run(question, filters) {
      return rounds(question).reduce(function (before, text) {
        return before.then(function (hits) { return rr.breathe(question).then(function () { return hits; }); }).then(function (hits) {
          return pagefind.search(text, { filters: named(filters) }).then(function (answer) { return hits.concat(answer.results); });
        });
      }, Promise.resolve([])).then(once);
    }

    return {
      search: function (question, filters) {
        var answer = last.then(function () { return run(question, filters); });
        last = answer.catch(function () { /* the next question is answered all the same */ });
        return answer;
      }
    };
  }

  // --- What a page of Pagefind's says -------------------------------------------------------------------------------------

  var CODES = /[\uE000-\uF8FF]/g;

  function bareWords(text) { return " " + rr.words(text.replace(CODES, "").toLowerCase()).join(" ") + " "; }

  function holds(page, question) {
    var meta = page.meta;
    var text = [meta.title, meta.names, meta.kind, meta.unit, meta.period, meta.area, page.content].join(" ");
    return rr.holds({ folded: bareWords(text) }, question);
  }

  // How well a stretch answers: as rr.grade says; accents are looked at only where some were typed.
  function gradeStretch(text, question) {
    if (question.withAccents.length) return rr.grade(rr.prepare(rr.readable(text)), question);
    return rr.grade({ folded: bareWords(text), accented: "" }, question);
  }

  // The words of a page, with what of them stands in tables. The names that end a copy are there to be found, not to be read.
  function read(page) {
    var names = page.anchors.find(function (anchor) { return anchor.id === "rr-names"; });
    var words = page.content.split(/\s+/).slice(0, names ? names.location : undefined);
    var inside = false;
    var tabular = words.map(function (word) {
      if (word === TABLE) inside = true;
      if (word === TABLE_END) { inside = false; return true; }
      return inside;
    });
    return { words: words, tabular: tabular, found: page.locations.filter(function (at) { return at < words.length; }) };
  }

  function pagefindResult(page, question) {
    var text = read(page), meta = page.meta;
    var parts = question.count ? bestParts(page, text, question) : [];
    return {
      href: page.url, title: rr.readable(meta.title), kind: rr.readable(meta.kind), unit: rr.readable(meta.unit), period: rr.readable(meta.period),
      area: rr.readable(meta.area), figures: [], parts: parts,
      excerpt: parts.length ? "" : sentence(text, 0, text.words.length) || rr.readable(meta.about)
    };
  }

  // Where in the page the answer stands: from one heading, row or document to the next.
  function bestParts(page, text, question) {
    var places = page.anchors.filter(function (anchor) { return /^h[2-6]$/i.test(anchor.element) || OWN_PLACES.test(anchor.id); })
      .sort(function (one, other) { return one.location - other.location; });
    var at = 0, heading = "";
    return places.map(function (anchor, number) {
      var end = number + 1 < places.length ? places[number + 1].location : text.words.length;
      if (/^h/i.test(anchor.element)) heading = rr.readable(anchor.text);
      while (at < text.found.length && text.found[at] < anchor.location) at += 1;
      var inside = at < text.found.length && text.found[at] < end;
      var grade = inside ? gradeStretch(text.words.slice(anchor.location, end).join(" "), question) : 0;
      var own = OWN_PLACES.test(anchor.id);
      var skipped = own ? 0 : anchor.text.split(/\s+/).length;
      return { grade: grade, from: Math.min(anchor.location + skipped, end), to: end, title: own ? "" : heading, href: page.url + "#" + anchor.id };
    }).filter(function (part) { return part.grade > 1; })
      .sort(function (one, other) { return other.grade - one.grade || one.from - other.from; })
      .slice(0, PARTS)
      .map(function (part) {
        if (part.title) return { href: part.href, title: part.title, excerpt: sentence(text, part.from, part.to) };
        var row = text.tabular[part.from] ? cells(text, part.from, part.to) : plain(text.words.slice(part.from, Math.min(part.to, part.from + EXCERPT)));
        return { href: part.href, title: row, excerpt: "" };
      });
  }

  // The row of a table that begins somewhere, its cells apart.
  function cells(text, from, to) {
    var row = text.words.slice(from, Math.min(to, from + 2 * EXCERPT)).join(" ").split(TABLE_END)[0].split(CELL);
    return row.map(function (cell) { return plain([cell]); }).filter(Boolean).slice(0, 4).join(" · ");
  }

  function plain(words) {
    return rr.readable(words.join(" ")).replace(/[\uF8FD\uF8FF]/g, " ").replace(/(?:\s*\uF8FE)+\s*/g, " · ").replace(/\s+/g, " ").replace(/^[\s·]+|[\s·]+$/g, "");
  }

  // The stretch of sentences with most of what was asked for; empty where that stands in tables only.
  function sentence(text, from, to) {
    var inside = text.found.filter(function (at) { return at >= from && at < to && !text.tabular[at]; });
    if (!inside.length) return "";
    var best = inside[0], most = 0;
    inside.forEach(function (start, nth) {
      var count = 0;
      while (nth + count < inside.length && inside[nth + count] < start + EXCERPT) count += 1;
      if (count > most) { most = count; best = start; }
    });
    var start = best, end = best + 1;
    while (start > from && best - start < 6 && !text.tabular[start - 1]) start -= 1;
    while (end < to && end - start < EXCERPT && !text.tabular[end]) end += 1;
    return (start > from ? "… " : "") + plain(text.words.slice(start, end)) + (end < to ? " …" : "");
  }

  // --- Both ---------------------------------------------------------------------------------------------------------------

  // What the small index names comes first, then the pages that hold the words, then what else the small index has.
  function blended(small, hits, question) {
    var first = small.ready.filter(function (found) { return found.grade >= NAMED; }).map(small.result);
    var rest = small.ready.filter(function (found) { return found.grade < NAMED; });
    var ready = first.slice();
    var shown = new Set(first.map(function (each) { return pageOf(each.href); }));
    var queue = hits.slice();
    var answer = { meant: small.meant, marked: small.marked, total: Math.max(hits.length, first.length) };

    function fill(to) {
      if (ready.length >= to) return Promise.resolve();
      if (!queue.length) {
        // Only where nothing else answers: words scattered over titles and headings.
        if (!ready.length) ready = rest.map(small.result);
        answer.total = ready.length;
        return Promise.resolve();
      }
      var hit = queue.shift();
      return hit.data().then(function (page) {
        var twice = shown.has(pageOf(page.url));
        if (!twice && (!question.count || holds(page, question))) {
          shown.add(pageOf(page.url));
          ready.push(pagefindResult(page, question));
        } else if (!twice) answer.total -= 1;
        answer.total = Math.max(answer.total, ready.length);
        return rr.breathe().then(function () { return fill(to); });
      });
    }

    answer.read = function (from, to) {
      return fill(to).then(function () {
        if (!queue.length) answer.total = ready.length;
        return ready.slice(from, to);
      });
    };
    return answer;
  }

  function pageOf(href) { return new URL(href, location.href).pathname.replace(/index\.html$/, ""); }

  function together(small, pagefind) {
    return {
      search: function (question, filters) {
        var quick = small.search(question, filters);
        var full = true;
        var whole = quick.then(function (answer) {
          return pagefind.catch(function () { full = false; return null; }).then(function (engine) {
            if (!engine) return answer;
            // Whoever mistyped a word is shown what was meant, in the text as well.
            var asked = answer.meant ? rr.question(answer.meant) : question;
            return engine.search(asked, filters).then(function (hits) { return blended(answer, hits, asked); });
          });
        }).then(function (answer) { answer.full = full; return answer; });
        return { quick: quick, whole: whole };
      }
    };
  }

  var engine = null;
  rr.engine = function (place) {
    if (!engine) {
      var pagefind = startPagefind(place);
      pagefind.catch(function () { /* asked again with each question */ });
      engine = rr.startSmall(place).then(function (small) { return together(small, pagefind); });
      engine.catch(function () { engine = null; });
    }
    return engine;
  };
})();
