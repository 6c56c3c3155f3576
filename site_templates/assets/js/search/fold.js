// How texts are compared: without accents, đ as d, composed or not, wherever a tone mark stands (hoá, hóa).
(function () {
  "use strict";
  var rr = window.rrSearch = window.rrSearch || {};
  var TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
  var EXACT = 5;    // the grade of the very phrase
  var TOGETHER = 4; // the same, but for accents
  var NOT_WORDS = /[^\p{L}\p{M}\p{N}]+/u;

  function words(text) { return text.split(NOT_WORDS).filter(Boolean); }

  rr.fold = function (text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
  };

  // With accents, but the tone at the end of its word: two ways of placing it are one.
  function accented(word) {
    var apart = word.normalize("NFD").toLowerCase();
    return apart.replace(TONES, "") + (apart.match(TONES) || []).join("");
  }

  // A text ready to be compared: its words between spaces, in both forms.
  rr.prepare = function (text) {
    var found = words(text);
    return { accented: " " + found.map(accented).join(" ") + " ", folded: " " + found.map(rr.fold).join(" ") + " ", count: found.length };
  };

  rr.accented = accented;

  rr.loadScript = function (address) {
    return new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = function () { script.remove(); reject(new Error("not loaded: " + address)); };
      document.head.append(script);
    });
  };

  rr.question = function (text) {
    var composed = text.normalize("NFC").trim();
    var prepared = rr.prepare(composed);
    return {
      text: composed, phrase: prepared, count: prepared.count,
      hasAccents: rr.fold(composed) !== composed.toLowerCase(),
      accentedWords: prepared.accented.split(" ").filter(Boolean), foldedWords: prepared.folded.split(" ").filter(Boolean)
    };
  };

  function hasAll(text, list, end) {
    return list.every(function (word) { return text.indexOf(" " + word + end) >= 0; });
  }

  // How well a prepared text answers: 5 the very words, 4 but for accents, 3 and 2 the same in any order, 1 beginnings, 0 not.
  rr.grade = function (text, question) {
    if (!question.count) return 1;
    if (text.accented.indexOf(question.phrase.accented) >= 0) return 5;
    if (text.folded.indexOf(question.phrase.folded) >= 0) return 4;
    if (hasAll(text.accented, question.accentedWords, " ")) return 3;
    if (hasAll(text.folded, question.foldedWords, " ")) return 2;
    return hasAll(text.folded, question.foldedWords, "") ? 1 : 0;
  };

  // A title or name counts by how much of it was asked for: "Huyện Trần Đề" before "Phòng Tư pháp huyện Trần Đề".
  rr.gradeName = function (text, question) {
    var grade = rr.grade(text, question);
    return grade > 1 && text.count ? grade + question.count / text.count : 0;
  };

  // Whether a text holds every word that was asked for, or one that begins with it; English endings apart, as Pagefind sees words.
  rr.holds = function (text, question) {
    return question.foldedWords.every(function (word) {
      var stem = word.replace(/(?:ing|ed|es|s)$/, "");
      return text.folded.indexOf(" " + (stem.length > 3 ? stem : word)) >= 0;
    });
  };

  // Words that stand together answer before words that are scattered, in a name (of which the title is the first) before in the
  // text, but accents that were typed count for more. A unit that has reports comes before others of like name.
  rr.score = function (names, text, question, reporting) {
    var name = Math.max.apply(null, names.map(function (each, nth) { return rr.gradeName(each, question) - (nth ? 0.1 : 0); }));
    if (name >= (question.hasAccents ? EXACT : TOGETHER)) return (name + (reporting ? 1 : 0)) * 10 + text;
    return text >= TOGETHER ? text * 4 + name / 10 : name + text;
  };
  rr.isTogether = function (score) { return score >= TOGETHER * 4; };

  // The pieces of a text, each with whether it answers: [["Đất", true], [" ", false], …].
  rr.pieces = function (text, question) {
    var asked = question.foldedWords;
    return text.split(/([\p{L}\p{M}\p{N}]+)/u).filter(Boolean).map(function (piece) {
      var folded = rr.fold(piece);
      var answers = asked.some(function (word) {
        return folded === word || (word.length > 2 && folded.indexOf(word) === 0);
      });
      return [piece, answers];
    });
  };
})();
