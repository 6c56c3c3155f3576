// How texts are compared: without accents, đ and ð as d, i for a final y, English words in the singular, composed or not,
// wherever a tone mark stands (hoá, hóa). As generator/finish/search_letters.py does it.
(function () {
  "use strict";
  var rr = window.rrSearch = window.rrSearch || {};
  var TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
  // Raised commas that Unicode takes for letters stand between two words as well: K’Nớ, KʼNớ.
  var NOT_WORDS = /(?:[^\p{L}\p{M}\p{N}]|[\u02b9-\u02bf\u02c8])+/u;
  var EITHER = /^(?:[hklmstv]|qu)y$/;
  var ACCENTED = "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹðy";
  var FIRST_CODE = 0xE000;
  var ENDING = 3; // letters: `ed`, `ing`

  rr.words = function (text) { return text.split(NOT_WORDS).filter(Boolean); };

  function bare(word) { return word.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐðÐ]/g, "d").toLowerCase(); }

  // Words come again and again, and normalising takes long on a phone.
  function remembered(make) {
    var known = new Map();
    return function (text) {
      if (text.length > 400) return make(text);
      var made = known.get(text);
      if (made === undefined) {
        if (known.size > 20000) known.clear();
        made = make(text);
        known.set(text, made);
      }
      return made;
    };
  }

  rr.fold = remembered(function (word) {
    var letters = bare(word);
    if (EITHER.test(letters)) return letters.slice(0, -1) + "i";
    // No Vietnamese word ends so.
    return letters.length > 3 ? letters.replace(/ies$|([^siu])s$/, function (end, kept) { return end === "ies" ? "y" : kept; }) : letters;
  });

  // With accents, but the tone at the end of its word: two ways of placing it are one.
  rr.accented = remembered(function (word) {
    var apart = word.normalize("NFD").toLowerCase().replace(/ð/g, "đ");
    var letters = apart.replace(TONES, "");
    return (EITHER.test(letters) ? letters.slice(0, -1) + "i" : letters) + (apart.match(TONES) || []).join("");
  });

  rr.hasAccents = function (word) { return bare(word) !== word.normalize("NFC").toLowerCase(); };

  // A word as Pagefind knows it with its accents.
  rr.coded = function (word) {
    var written = word.normalize("NFC").toLowerCase();
    var letters = rr.fold(written);
    if (letters.length !== written.length) return letters;
    return letters + Array.from(written).map(function (letter, position) {
      var number = letter === letters[position] ? -1 : ACCENTED.indexOf(letter);
      return number < 0 ? "" : String.fromCharCode(FIRST_CODE + position * ACCENTED.length + number);
    }).join("");
  };

  // What a text says that was written so.
  rr.readable = function (text) {
    return (text || "").replace(/(\p{L}+)([\uE000-\uF8EF]+)/gu, function (_all, letters, codes) {
      var word = letters.split("");
      codes.split("").forEach(function (code) {
        var number = code.charCodeAt(0) - FIRST_CODE;
        var at = Math.floor(number / ACCENTED.length);
        var letter = ACCENTED.charAt(number % ACCENTED.length);
        if (at < word.length) word[at] = word[at] === word[at].toLowerCase() ? letter : letter.toUpperCase();
      });
      return word.join("");
    });
  };

  // A text ready to be compared: its words between spaces, in both forms.
  rr.prepare = remembered(function (text) {
    var found = rr.words(text);
    return { accented: " " + found.map(rr.accented).join(" ") + " ", folded: " " + found.map(rr.fold).join(" ") + " ", count: found.length };
  });

  // Lets the browser draw and take keys between two steps of a search; a question that nobody waits for any more ends here.
  rr.breathe = function (question) {
    return new Promise(function (resolve, reject) {
      setTimeout(function () { if (question && question.gone) reject(new Error("asked otherwise")); else resolve(); }, 0);
    });
  };

  rr.loadScript = function (address) {
    return new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = function () { script.remove(); reject(new Error("not loaded: " + address)); };
      document.head.append(script);
    });
  };

  // What is asked for, word by word. A word that was typed without accents may have any; one with accents has these.
  rr.question = function (text) {
    var composed = text.normalize("NFC").trim();
    var typed = rr.words(composed);
    return {
      text: composed, words: typed, count: typed.length, foldedWords: typed.map(rr.fold),
      folded: " " + typed.map(rr.fold).join(" ") + " ",
      withAccents: typed.filter(rr.hasAccents).map(rr.accented)
    };
  };

  function hasAll(text, list, end) {
    return list.every(function (word) { return text.indexOf(" " + word + end) >= 0; });
  }

  // How well a prepared text answers: 5 the very words, 4 but for accents, 3 and 2 the same in any order, 1 beginnings, 0 not.
  rr.grade = function (text, question) {
    if (!question.count) return 1;
    var right = hasAll(text.accented, question.withAccents, " ") ? 1 : 0;
    if (text.folded.indexOf(question.folded) >= 0) return 4 + right;
    if (hasAll(text.folded, question.foldedWords, " ")) return 2 + right;
    return hasAll(text.folded, question.foldedWords, "") ? 1 : 0;
  };

  // Whether a text holds every word that was asked for, or one that begins with it; English endings apart, as Pagefind sees words.
  rr.holds = function (text, question) {
    return question.foldedWords.every(function (word) {
      var stem = word.replace(/(?:ing|ed|es|s)$/, "");
      return text.folded.indexOf(" " + (stem.length > 3 ? stem : word)) >= 0;
    });
  };

  // The pieces of a text, each with whether it answers: [["Đất", true], [" ", false], …]. A word may have an ending that was not typed (dossiers);
  // only the last one typed may be a mere beginning: `tran de` marks no "Transformation".
  rr.pieces = function (text, question) {
    var asked = question.marked || question.foldedWords;
    var last = question.foldedWords[question.count - 1];
    return text.split(/([\p{L}\p{M}\p{N}]+)/u).filter(Boolean).map(function (piece) {
      var folded = rr.fold(piece);
      var answers = asked.some(function (word) {
        var begun = word.length > 3 && folded.indexOf(word) === 0;
        return folded === word || (begun && (word === last || folded.length - word.length <= ENDING));
      });
      return [piece, answers];
    });
  };
})();
