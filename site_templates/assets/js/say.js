// What scripts write into a Vietnamese page is heard as the rest of it: by the rules of generator/finish/speech.py, which hands them over in
// `data-heard`. What is shown stays; beside it, out of sight, stand the words. Labels that only voices read have the words alone.
(function () {
  "use strict";
  var rules = JSON.parse(document.currentScript.dataset.heard || "null");
  if (!rules || !window.MutationObserver) return;
  var find;
  try { find = new RegExp(rules.find, "g"); } catch (error) { return; } // a browser of before 2023: all is shown, voices do as they did
  var SILENT = "script, style, svg, pre, code, textarea, input, option, title, template, [aria-hidden=true], .rr-say";
  var APART = "\n"; // between texts that stand in different boxes

  function wordsOf(match) {
    var kind = Object.keys(match.groups).find(function (name) { return match.groups[name] !== undefined; });
    var words = rules.words[kind];
    return typeof words === "string" ? words : words[match[0]];
  }

  function matchesIn(text) { return Array.from(text.matchAll(find)); }

  function element(className, text) {
    var made = document.createElement("span");
    if (className) made.className = className; else made.setAttribute("aria-hidden", "true");
    made.textContent = text;
    return made;
  }

  // A mark within a sentence parts its text: what stands before it counts as well (“quý <mark>III</mark>”).
  function textsIn(root) {
    var found = [];
    var walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (var node = root.nodeType === Node.TEXT_NODE ? root : walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement && !node.parentElement.closest(SILENT)) found.push(node);
      if (node === root) break;
    }
    return found;
  }

  function boxOf(node) {
    var parent = node.parentElement;
    while (parent.parentElement && parent.matches("mark, a, span, b, strong, em, small, abbr")) parent = parent.parentElement;
    return parent;
  }

  function sayTexts(root) {
    var texts = textsIn(root);
    var whole = "";
    var begins = texts.map(function (node, nth) {
      if (nth && boxOf(node) !== boxOf(texts[nth - 1])) whole += APART;
      whole += node.data;
      return whole.length - node.data.length;
    });
    var at = texts.length - 1;
    matchesIn(whole).reverse().forEach(function (match) {
      while (begins[at] > match.index) at -= 1;
      var from = match.index - begins[at];
      if (from + match[0].length > texts[at].data.length) return;
      var shown = texts[at].splitText(from);
      shown.splitText(match[0].length);
      shown.replaceWith(element("", match[0]), element("rr-say", wordsOf(match)));
    });
  }

  function sayLabel(labelled) {
    var label = labelled.getAttribute("aria-label");
    var said = label.replace(find, function () {
      var groups = arguments[arguments.length - 1];
      return wordsOf({ 0: arguments[0], groups: groups });
    });
    if (said !== label) labelled.setAttribute("aria-label", said);
  }

  function say(node) {
    if (node.nodeType === Node.TEXT_NODE ? node.parentElement : node.nodeType === Node.ELEMENT_NODE && !node.closest(SILENT)) {
      if (matchesIn(node.textContent).length || node.nodeType === Node.TEXT_NODE) sayTexts(node);
      if (node.nodeType === Node.TEXT_NODE) return;
      if (node.hasAttribute("aria-label")) sayLabel(node);
      node.querySelectorAll("[aria-label]").forEach(sayLabel);
    }
  }

  var observer = new MutationObserver(function (changes) {
    changes.forEach(function (change) {
      if (change.type === "attributes") sayLabel(change.target);
      else if (change.type === "characterData") say(change.target);
      else change.addedNodes.forEach(function (node) { if (node.isConnected) say(node); });
    });
    observer.takeRecords(); // what was said just now needs no saying
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["aria-label"] });
})();
