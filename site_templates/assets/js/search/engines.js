// The two ways to search. Both answer `search(question, filters)` with a promise of `{total, read(first, last)}`, and `read` with a
// promise of results `{href, title, kind, unit, period, area, excerpt, parts: [{href, title, excerpt}]}`.
//
// Pagefind searches the full text; it needs a web server and WebAssembly. The small index (small.js) knows titles, names, headings and
// documents, and works everywhere.
(function () {
  "use strict";
  var rr = window.rrSearch;
  var PATIENCE = 10000; // milliseconds until the small index takes over
  var RANKED = 24;      // so many of Pagefind's results are read and put in order, a third of each kind
  var EXCERPT = 26;     // words
  var PARTS = 3;
  var OWN_PLACES = /^(?:ref|row|document|t)-/;

  // --- Pagefind -----------------------------------------------------------------------------------------------------------

  // The index holds đ as d with a combining stroke (generator/finish/search_copy.py).
  function searchable(text) { return text.normalize("NFC").replace(/đ/g, "d\u0335").replace(/Đ/g, "D\u0335"); }
  function readable(text) { return (text || "").replace(/d\u0335/g, "đ").replace(/D\u0335/g, "Đ"); }

  // {unit: "khanh-son"} is the filter "unit-khanh-son" there, with one value; {reporting: ""} the filter "reporting".
  function named(filters) {
    var names = {};
    Object.keys(filters).forEach(function (name) { names[filters[name] ? name + "-" + filters[name] : name] = "yes"; });
    return names;
  }

  function startPagefind(place) {
    if (!/^https?:$/.test(location.protocol) || typeof WebAssembly === "undefined") return Promise.reject(new Error("no Pagefind here"));
    // A module of nothing: where a policy forbids WebAssembly, better to learn it before anything is loaded.
    var allowed = WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
    var late = new Promise(function (_resolve, reject) { setTimeout(reject, PATIENCE, new Error("Pagefind is late")); });
    var started = allowed.then(function () { return import(new URL("pagefind/pagefind.js", place.site).href); }).then(function (pagefind) {
      return pagefind.options({ baseUrl: place.site.pathname, ranking: { termSimilarity: 30, diacriticSimilarity: 3 } })
        .then(function () { return pagefind.init(); })
        .then(function () { return pagefind.search("a"); }) // says at once whether it works
        .then(function () { return pagefindEngine(pagefind); });
    });
    return Promise.race([started, late]);
  }

  function pagefindEngine(pagefind) {
    var last = Promise.resolve(); // one question at a time: an option of one must not meet another

    function ask(text, filters, exact) {
      return pagefind.options({ exactDiacritics: exact }).then(function () { return pagefind.search(text, { filters: named(filters) }); })
        .then(function (answer) { return answer.results; });
    }

    // Pagefind also finds words that begin alike, and mostly these: so it is asked for the very words before the rest. Answers
    // `{together, rest, reporting}`: pages with the words side by side, all pages, and units that have reports.
    function run(question, filters) {
      var text = question.count ? searchable(question.text.replace(/"/g, " ")) : null;
      var phrase = question.count > 1 ? '"' + text + '"' : text;
      var rounds = { together: [[phrase, false]], rest: [[text, false]], reporting: [[text, false]] };
      if (question.hasAccents) Object.keys(rounds).forEach(function (name) { rounds[name].unshift([rounds[name][0][0], true]); });
      if (question.count < 2) rounds.together = [];
      if (!question.count) rounds.reporting = [];
      var found = {};
      return Object.keys(rounds).reduce(function (before, name) {
        return before.then(function () { return inTurn(rounds[name], name === "reporting" ? Object.assign({ reporting: "" }, filters) : filters); })
          .then(function (hits) { found[name] = hits; });
      }, Promise.resolve()).then(function () { return found; });
    }

    function inTurn(rounds, filters) {
      return rounds.reduce(function (before, round) {
        return before.then(function (hits) {
          return ask(round[0], filters, round[1]).then(function (more) { return hits.concat(more); });
        });
      }, Promise.resolve([])).then(once);
    }

    function once(hits) {
      var seen = new Set();
      return hits.filter(function (hit) { return !seen.has(hit.id) && seen.add(hit.id); });
    }

    function load(hits, question) {
      return Promise.all(hits.map(function (hit) { return hit.data(); })).then(function (pages) {
        return pages.filter(function (page) { return !question.count || rr.holds(wholeText(page), question); });
      });
    }

    // The first of each kind are read and put in order; those that come later keep Pagefind's order.
    function inOrder(found, question) {
      var share = RANKED / 3;
      var first = once(found.reporting.slice(0, share).concat(found.together.slice(0, share), found.rest.slice(0, share)));
      var read = new Set(first.map(function (hit) { return hit.id; }));
      function isLeft(hit) { return !read.has(hit.id); }
      return load(first, question).then(function (pages) {
        var graded = pages.map(function (page, position) { return { page: page, position: position, grade: gradePage(page, question) }; });
        graded.sort(function (one, other) { return other.grade - one.grade || one.position - other.position; });
        var apart = graded.findIndex(function (each) { return question.count && !rr.isTogether(each.grade); });
        if (apart < 0) apart = graded.length;
        // Where none of the first holds the words, Pagefind has guessed at a word that it does not know.
        var guessed = first.length && !pages.length;
        var together = guessed ? [] : found.together.filter(isLeft);
        var beside = new Set(together.map(function (hit) { return hit.id; }));
        var rest = guessed ? [] : found.rest.filter(function (hit) { return isLeft(hit) && !beside.has(hit.id); });
        return [{ pages: graded.slice(0, apart) }, { hits: together }, { pages: graded.slice(apart) }, { hits: rest }];
      });
    }

    // Reads on from page to page, and leaves out what turns out not to answer: so the total may shrink.
    function reader(stretches, question) {
      var ready = [];
      var answer = { total: stretches.reduce(function (sum, each) { return sum + (each.pages || each.hits).length; }, 0) };

      function fill(to) {
        if (ready.length >= to || !stretches.length) return Promise.resolve();
        var next = stretches[0];
        if (!(next.pages || next.hits).length) { stretches.shift(); return fill(to); }
        if (next.pages) {
          ready = ready.concat(next.pages.map(function (each) { return each.page; }));
          stretches.shift();
          return fill(to);
        }
        var batch = next.hits.splice(0, to - ready.length);
        return load(batch, question).then(function (pages) {
          answer.total -= batch.length - pages.length;
          ready = ready.concat(pages);
          return fill(to);
        });
      }

      answer.read = function (from, to) {
        return fill(to).then(function () {
          return ready.slice(from, to).map(function (page) { return pagefindResult(page, question); });
        });
      };
      return answer;
    }

    return {
      full: true,
      search: function (question, filters) {
        var answer = last.then(function () { return run(question, filters); });
        last = answer.catch(function () { /* the next question is answered all the same */ });
        return answer.then(function (found) { return inOrder(found, question); })
          .then(function (stretches) { return reader(stretches, question); });
      }
    };
  }

  // What search knows of a page: its text with its names at the end, and what its result says.
  function wholeText(page) {
    var meta = page.meta;
    return rr.prepare(readable([meta.title, meta.names, meta.kind, meta.unit, meta.period, meta.area, page.content].join(" ")));
  }

  function gradePage(page, question) {
    if (!question.count) return 0;
    var names = [page.meta.title].concat((page.meta.names || "").split("; "));
    var prepared = names.map(function (name) { return rr.prepare(readable(name)); });
    return rr.score(prepared, rr.grade(rr.prepare(readable(page.content)), question), question, Boolean(page.meta.reporting));
  }

  // The names that end a copy are there to be found, not to be read.
  function pagefindResult(page, question) {
    var names = page.anchors.find(function (anchor) { return anchor.id === "rr-names"; });
    var words = readable(page.content).split(/[\r\n\s]+/).slice(0, names ? names.location : undefined);
    var found = page.locations.filter(function (at) { return at < words.length; });
    var parts = question.count ? bestParts(page, words, found, question) : [];
    return {
      href: page.url, title: readable(page.meta.title), kind: readable(page.meta.kind), unit: readable(page.meta.unit),
      period: readable(page.meta.period), area: readable(page.meta.area),
      excerpt: parts.length ? "" : excerpt(words, found, 0, words.length), parts: parts
    };
  }

  // Where in the page the answer stands: from one heading, row or document to the next.
  function bestParts(page, words, found, question) {
    var places = page.anchors.filter(function (anchor) { return /^h[2-6]$/i.test(anchor.element) || OWN_PLACES.test(anchor.id); })
      .sort(function (one, other) { return one.location - other.location; });
    var heading = "";
    return places.map(function (anchor, number) {
      var end = number + 1 < places.length ? places[number + 1].location : words.length;
      if (/^h/i.test(anchor.element)) heading = readable(anchor.text);
      var inside = found.some(function (at) { return at >= anchor.location && at < end; });
      var grade = inside ? rr.grade(rr.prepare(words.slice(anchor.location, end).join(" ")), question) : 0;
      var own = OWN_PLACES.test(anchor.id);
      var skipped = own ? 0 : readable(anchor.text).split(/\s+/).length;
      return { grade: grade, from: Math.min(anchor.location + skipped, end), to: end, title: own ? "" : heading, href: page.url + "#" + anchor.id };
    }).filter(function (part) { return part.grade > 1; })
      .sort(function (one, other) { return other.grade - one.grade || one.from - other.from; })
      .slice(0, PARTS)
      .map(function (part) {
        var text = excerpt(words, found, part.from, part.to);
        return { href: part.href, title: part.title || text, excerpt: part.title ? text : "" };
      });
  }

  // The stretch of words with most of what was asked for.
  function excerpt(words, found, from, to) {
    var inside = found.filter(function (at) { return at >= from && at < to; });
    var best = from;
    var most = 0;
    inside.forEach(function (start) {
      var count = inside.filter(function (at) { return at >= start && at < start + EXCERPT; }).length;
      if (count > most) { most = count; best = start; }
    });
    var start = Math.max(from, Math.min(best - 6, to - EXCERPT));
    var end = Math.min(to, start + EXCERPT);
    return (start > from ? "… " : "") + words.slice(start, end).join(" ").trim() + (end < to ? " …" : "");
  }

  // --- Whichever works ----------------------------------------------------------------------------------------------------

  var engine = null;
  rr.engine = function (place) {
    engine = engine || startPagefind(place).catch(function () {
      return rr.loadScript(new URL("assets/js/search/small.js", place.home)).then(function () { return rr.startSmall(place); });
    });
    engine.catch(function () { engine = null; });
    return engine;
  };
})();
