// How texts are compared: without accents, đ as d, composed or not, wherever a tone mark stands (hoá, hóa).
(function () {
  "use strict";
  var rr = window.rrSearch = window.rrSearch || {};
  var TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
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
