// Shows results: in the dialog of every page, and on the search page with its filters and its address.
(function () {
  "use strict";
  var rr = window.rrSearch;
  var AT_ONCE = { dialog: 6, page: 10 };
  var PAUSE = 150; // milliseconds after a key
  var QUICK = 250; // milliseconds that the full text may take before anything is shown

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function addMarked(target, text, question) {
    rr.pieces(text, question).forEach(function (piece) {
      target.append(piece[1] ? element("mark", "", piece[0]) : piece[0]);
    });
    return target;
  }

  function link(className, href, text, question) {
    var made = element("a", className);
    made.href = href;
    return addMarked(made, text, question);
  }

  function facts(result, labels) {
    var line = element("p", "rr-search__facts");
    if (result.kind) line.append(element("span", "rr-tag", result.kind));
    ["unit", "period", "area"].forEach(function (name) {
      if (!result[name] || result[name] === result.title) return;
      var fact = element("span", "rr-search__fact");
      fact.append(element("span", "rr-search__name", labels[name] + ": "), result[name]);
      line.append(fact);
    });
    return line;
  }

  function item(result, question, labels) {
    var made = element("li", "rr-search__hit");
    made.append(link("rr-search__title", result.href, result.title, question), facts(result, labels));
    (result.figures || []).forEach(function (figure) {
      var line = element("p", "rr-search__figure");
      line.append(figure.unit ? figure.unit + ", " : "", figure.period + ": ", link("", figure.href, figure.value, { foldedWords: [] }));
      made.append(line);
    });
    if (result.excerpt) made.append(addMarked(element("p", "rr-search__excerpt"), result.excerpt, question));
    if (result.parts.length) {
      var parts = element("ul", "rr-search__parts");
      result.parts.forEach(function (part) {
        var entry = element("li");
        entry.append(link("", part.href, part.title, question));
        if (part.excerpt) entry.append(" ", addMarked(element("span", "rr-search__excerpt"), part.excerpt, question));
        parts.append(entry);
      });
      made.append(parts);
    }
    return made;
  }

  // One field with its list: asks when the typing pauses, and forgets the answers to earlier questions.
  function view(options) {
    var asked = 0;
    var turn = 0;
    var shown = 0;
    var answer = null;
    var question = null;
    var timer = 0;

    function say(text) { options.status.textContent = text; }

    function show(count) {
      var mine = ++turn;
      return answer.read(shown, shown + count).then(function (results) {
        if (mine !== turn) return;
        var marked = Object.assign({}, question, { marked: answer.marked });
        if (!shown) replace(results, marked);
        else results.forEach(function (result) { options.list.append(item(result, marked, options.labels)); });
        shown += results.length;
        if (options.more) options.more.hidden = shown >= answer.total;
      });
    }

    // What stays the same stays where it is: nobody's finger or focus loses it.
    function replace(results, marked) {
      var items = Array.from(options.list.children);
      var made = results.map(function (result) { return item(result, marked, options.labels); });
      var same = 0;
      while (same < made.length && same < items.length && made[same].isEqualNode(items[same])) same += 1;
      items.slice(same).forEach(function (each) { each.remove(); });
      options.list.append.apply(options.list, made.slice(same));
    }

    function ask() {
      clearTimeout(timer);
      var mine = ++asked;
      turn += 1;
      if (question) question.gone = true;
      var filters = options.filters();
      question = rr.question(options.input.value);
      if (options.changed) options.changed(question, filters);
      if (!question.count && !Object.keys(filters).length) {
        options.list.replaceChildren();
        if (options.more) options.more.hidden = true;
        say("");
        return Promise.resolve();
      }
      if (!options.list.children.length) say(options.labels.searching);
      return rr.engine(options.place).then(function (engine) {
        var search = engine.search(question, filters), done = false;
        // The small index is shown until the full text has been asked, unless that is quick.
        search.quick.then(function (found) {
          if (mine !== asked || !found.total) return;
          setTimeout(function () { if (!done && mine === asked) { answer = found; shown = 0; show(options.atOnce); } }, QUICK);
        }).catch(function () { /* told below */ });
        return search.whole.then(function (found) {
          done = true;
          if (mine !== asked) return null;
          answer = found;
          shown = 0;
          return show(options.atOnce).then(function () {
            if (mine !== asked) return;
            if (!found.total) options.list.replaceChildren();
            say(told(found));
          });
        });
      }).catch(function () { if (mine === asked) say(options.labels.failed); });
    }

    function told(found) {
      var number = new Intl.NumberFormat(options.place.lang).format(found.total);
      var text = found.total ? options.labels.count.replace("{number}", number)
        : options.labels.none.replace("{query}", question.text) + " " + options.labels.advice;
      if (found.total && found.meant) text += ". " + options.labels.meant.replace("{query}", found.meant);
      return found.full ? text : text + (found.total ? ". " : " ") + options.labels.simple;
    }

    options.input.addEventListener("input", function (event) {
      if (event.isComposing) return;
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
    });
    options.input.addEventListener("compositionend", function () { timer = setTimeout(ask, PAUSE); });
    options.keys.addEventListener("keydown", function (event) { walk(event, options); });
    return { ask: ask, more: function () { return show(options.atOnce); } };
  }

  // Arrow keys go from the field through all links and back.
  function walk(event, options) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    var stops = [options.input].concat(Array.from(options.list.querySelectorAll("a")));
    var at = stops.indexOf(document.activeElement);
    if (at < 0) return;
    event.preventDefault();
    var next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (next) next.focus();
  }

  function address(link, query) {
    var made = new URL(link.href);
    made.search = query;
    return made.href;
  }

  rr.startDialog = function (dialog, place) {
    if (dialog.rrView) return;
    var all = dialog.querySelector(".rr-search__all");
    dialog.rrView = view({
      input: dialog.querySelector("input"), list: dialog.querySelector(".rr-search__results"), keys: dialog,
      status: dialog.querySelector(".rr-search__status"), labels: dialog.dataset, place: place, atOnce: AT_ONCE.dialog,
      filters: function () { return {}; },
      changed: function (question) { all.href = address(all, question.count ? new URLSearchParams({ q: question.text }) : ""); }
    });
    // A link to a place of this very page leaves the dialog open otherwise.
    dialog.addEventListener("click", function (event) { if (event.target.closest(".rr-search__results a")) dialog.close(); });
    dialog.rrView.ask();
  };

  rr.startPage = function (form, labels, place) {
    var article = form.parentElement;
    var lists = article.querySelector(".rr-search-page__lists");
    var more = article.querySelector(".rr-search-page__more");
    var input = form.querySelector("input");
    var choices = Array.from(form.querySelectorAll("select"));

    function read() {
      var given = new URLSearchParams(location.search);
      input.value = given.get("q") || "";
      choices.forEach(function (choice) {
        choice.value = given.get(choice.name) || "";
        if (choice.selectedIndex < 0) choice.value = "";
      });
    }

    function chosen() {
      var filters = {};
      choices.forEach(function (choice) { if (choice.value) filters[choice.name] = choice.value; });
      return filters;
    }

    function remember(question, filters) {
      var query = new URLSearchParams(Object.assign(question.text ? { q: question.text } : {}, filters)).toString();
      history.replaceState(history.state, "", location.pathname + (query ? "?" + query : "") + location.hash);
      document.querySelectorAll(".rr-languages__link").forEach(function (link) { link.href = address(link, query); });
      lists.hidden = Boolean(query);
      document.documentElement.classList.toggle("js-asked", Boolean(query));
    }

    read();
    var shown = view({
      input: input, list: article.querySelector(".rr-search__results"), keys: article, place: place, labels: labels,
      status: article.querySelector(".rr-search__status"), more: more, atOnce: AT_ONCE.page, filters: chosen, changed: remember
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); shown.ask(); });
    choices.forEach(function (choice) { choice.addEventListener("change", shown.ask); });
    more.querySelector("button").addEventListener("click", function () {
      var last = article.querySelector(".rr-search__results > li:last-child");
      shown.more().then(function () { if (last.nextElementSibling) last.nextElementSibling.querySelector("a").focus(); });
    });
    startShortcut(article);
    shown.ask();
  };

  // A single key may get in the way of speech input, so it can be switched off (WCAG 2.1.4).
  function startShortcut(article) {
    var line = article.querySelector(".rr-search-page__shortcut");
    var box = line.querySelector("input");
    line.hidden = false;
    try { box.checked = localStorage.getItem("rr-search-key") !== "off"; } catch (error) { line.hidden = true; }
    box.addEventListener("change", function () {
      try { localStorage.setItem("rr-search-key", box.checked ? "on" : "off"); } catch (error) { /* kept for this page only */ }
    });
  }
})();
