// Words that nobody wrote, and what may have been meant: typing left in (telex, VNI), words run together, letters wrong, left out, twice or
// exchanged. Pure functions of a word without accents and the words that are known, the more frequent first.
(function () {
  "use strict";
  var rr = window.rrSearch;
  var GUESSES = 3;
  var MOST_TOGETHER = 6; // words

  // The letters of telex without what they add: `dduungs` and `dungs` are `dung`.
  rr.telex = function (word) {
    var letters = word.replace(/dd/g, "d").replace(/aa/g, "a").replace(/ee/g, "e").replace(/oo/g, "o").replace(/uu/g, "u")
      .replace(/([aou])w/g, "$1").replace(/w/g, "u").replace(/uu/g, "u");
    var first = letters.search(/[aeiouy]/);
    if (first < 0) return letters;
    var after = letters.slice(first).replace(/[sfrxjz]/g, "").replace(/d$/, "");
    // `thuwowng`: the marks of two vowels.
    return letters.slice(0, first) + after;
  };

  // The letters of VNI: `d9u1ng` is `dung`.
  rr.vni = function (word) { return /[a-z]\d/.test(word) ? word.replace(/\d/g, "") : word; };

  // A word taken apart into known ones, the fewest and most frequent; null where it is none of these.
  rr.apart = function (word, known) {
    var best = [{ cost: 0, words: [] }];
    for (var end = 1; end <= word.length; end += 1) {
      best[end] = null;
      for (var start = Math.max(0, end - 14); start < end; start += 1) {
        var before = best[start], piece = word.slice(start, end);
        var rank = /^\d+$/.test(piece) ? 100 : known.rank.get(piece);
        if (!before || rank === undefined || (piece.length < 2 && !/^\d$/.test(piece)) || before.words.length >= MOST_TOGETHER) continue;
        var cost = before.cost + 6 + Math.log(rank + 2);
        if (!best[end] || cost < best[end].cost) best[end] = { cost: cost, words: before.words.concat(piece) };
      }
    }
    var found = best[word.length];
    return found && found.words.length > 1 ? found.words : null;
  };

  // How many letters are wrong, up to a limit: one left out, put in, put for another, or exchanged with its neighbour counts one.
  rr.distance = function (one, other, limit) {
    if (Math.abs(one.length - other.length) > limit) return limit + 1;
    var before = null, last = [], at, to;
    for (to = 0; to <= other.length; to += 1) last[to] = to;
    for (at = 1; at <= one.length; at += 1) {
      var row = [at], least = at;
      for (to = 1; to <= other.length; to += 1) {
        var same = one[at - 1] === other[to - 1];
        row[to] = Math.min(last[to] + 1, row[to - 1] + 1, last[to - 1] + (same ? 0 : 1));
        if (before && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1]) row[to] = Math.min(row[to], before[to - 2] + 1);
        least = Math.min(least, row[to]);
      }
      if (least > limit) return limit + 1;
      before = last;
      last = row;
    }
    return last[other.length];
  };

  // The known words that a word may be meant for, the nearest and most frequent first.
  rr.nearWords = function (word, known, most) {
    if (word.length < 2 || /\d/.test(word)) return [];
    var limit = word.length > 5 ? 2 : 1;
    return known.words.map(function (other, rank) { return { word: other, rank: rank, far: other === word ? 9 : rr.distance(word, other, limit) }; })
      .filter(function (each) { return each.far <= limit && each.word.length > 1 && (word.length > 2 || encloses(each.word, word)); })
      .sort(function (one, other) {
        return one.far - other.far || sounds(other.word, word) - sounds(one.word, word) || (other.word[0] === word[0]) - (one.word[0] === word[0]) || one.rank - other.rank;
      })
      .slice(0, most || GUESSES).map(function (each) { return each.word; });
  };

  // What sounds alike somewhere in Vietnam: ends on n and ng, on t and c, beginnings with tr and ch, s and x, d and gi and r, l and n.
  function sounds(one, other) { return heard(one) === heard(other) ? 1 : 0; }
  function heard(word) {
    return word.replace(/ng$/, "n").replace(/c$/, "t").replace(/^tr/, "ch").replace(/^x/, "s").replace(/^(?:gi|r)/, "d").replace(/^l/, "n");
  }

  // Of two letters little is certain: one that was left out between them (`sn` for `son`).
  function encloses(other, word) { return other.length === 3 && other[0] === word[0] && other[2] === word[1]; }

  rr.known = function (text) {
    var words = text.split(" ").filter(Boolean);
    return { words: words, rank: new Map(words.map(function (word, rank) { return [word, rank]; })) };
  };

  // What an unknown word may stand for, each a list of words.
  rr.guesses = function (word, known) {
    var typed = rr.fold(rr.telex(word)), vni = rr.fold(rr.vni(word));
    var decoded = [typed, vni].filter(function (each) { return each !== word && known.rank.has(each); });
    if (decoded.length) return [[decoded[0]]];
    var parts = /^[a-z]+\d+$|^\d+[a-z]{2,}$/.test(word) ? word.match(/[a-z]+|\d+/g) : null;
    if (parts && parts.every(function (part) { return /^\d+$/.test(part) || known.rank.has(part); })) return [parts];
    var together = rr.apart(word, known) || rr.apart(typed, known);
    var near = rr.nearWords(word, known);
    if (!near.length && typed !== word && /dd|aa|ee|oo|[aou]w|w/.test(word)) near = rr.nearWords(typed, known);
    var found = near.map(function (each) { return [each]; });
    if (together) found.splice(near.length && rr.distance(word, near[0], 1) <= 1 ? 1 : 0, 0, together);
    return found.slice(0, GUESSES);
  };
})();
