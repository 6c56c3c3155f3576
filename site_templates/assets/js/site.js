// Comforts only: every page is complete without this file.
(function () {
  "use strict";

  // Links carry index.html so that they open from file://; on a server the address is shown without it.
  if (/^https?:$/.test(location.protocol) && /\/index\.html$/.test(location.pathname)) {
    history.replaceState(history.state, "", location.pathname.slice(0, -"index.html".length) + location.search + location.hash);
  }

  // What an address leads to may be folded; not every browser opens it by itself.
  function unfold() {
    var id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch (error) { /* as it stands */ }
    var target = id && document.getElementById(id);
    var opened = false;
    for (var at = target && target.closest("details:not([open])"); at; at = at.parentElement.closest("details:not([open])")) {
      at.open = true;
      opened = true;
    }
    if (opened) target.scrollIntoView();
  }
  addEventListener("hashchange", unfold);
  unfold();

  // What an element shows, without the words that only voices read (generator/finish/speech.py).
  window.rrShown = function (element) {
    var shown = element.cloneNode(true);
    shown.querySelectorAll(".rr-say").forEach(function (heard) { heard.remove(); });
    return shown.textContent;
  };

  // As generator/i18n/formats.py writes days: 28/11/2026 and 05/02/2026, or 28 November 2026.
  function dayInWords(day, lang) {
    if (lang !== "vi") return new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { dateStyle: "long" }).format(day);
    var month = day.getMonth() + 1, date = day.getDate();
    return (date < 10 ? "0" : "") + date + "/" + (month < 3 ? "0" : "") + month + "/" + day.getFullYear();
  }

  // Paper says when it was printed.
  addEventListener("beforeprint", function () {
    var today = dayInWords(new Date(), document.documentElement.lang);
    document.querySelectorAll(".rr-print-date").forEach(function (place) { place.textContent = place.dataset.label + " " + today; });
  });

  // The same place of the same page in the other language, or in another edition.
  document.querySelectorAll(".rr-languages__link, .rr-version a[data-same]").forEach(function (link) {
    link.addEventListener("click", function () { link.hash = location.hash; });
  });

  // The version selector closes like every menu: by Escape, and by a click elsewhere.
  var versions = document.querySelector("details.rr-version");
  if (versions) {
    versions.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !versions.open) return;
      versions.open = false;
      versions.querySelector("summary").focus();
    });
    document.addEventListener("click", function (event) {
      if (!versions.contains(event.target)) versions.open = false;
    });
  }

  // A note that opens at the foot of the screen never lies upon the mark that opened it.
  document.addEventListener("toggle", function (event) {
    var note = event.target;
    if (event.newState !== "open" || !note.classList.contains("rr-flag__note")) return;
    var mark = document.querySelector('[popovertarget="' + CSS.escape(note.id) + '"]');
    var hidden = mark ? mark.getBoundingClientRect().bottom + 8 - note.getBoundingClientRect().top : 0;
    if (hidden > 0) window.scrollBy(0, hidden);
  }, true);

  // The colour scheme; boot.js applies the choice on the next page. The other button takes over, and the focus with it.
  document.querySelectorAll(".rr-scheme").forEach(function (button) {
    button.addEventListener("click", function () {
      document.body.setAttribute("data-md-color-scheme", button.dataset.scheme);
      try { localStorage.setItem("rr-scheme", button.dataset.scheme); } catch (error) { /* kept for this page only */ }
      document.querySelector(".rr-scheme:not([data-scheme='" + button.dataset.scheme + "'])").focus();
    });
  });

  // The contents beside the text show where the reader is.
  var entries = Array.from(document.querySelectorAll(".md-sidebar a[href^='#']")).map(function (link) {
    return { link: link, heading: document.getElementById(decodeURIComponent(link.hash.slice(1))) };
  }).filter(function (entry) { return entry.heading; });
  function follow() {
    var current = entries.filter(function (entry) { return entry.heading.getBoundingClientRect().top < 120; }).pop();
    entries.forEach(function (entry) { entry.link.classList.toggle("md-nav__link--active", entry === current); });
  }
  if (entries.length) {
    var waiting = false;
    // Asked behind a frame, where everything is laid out anyway; at once it would be laid out twice.
    var later = function () {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(function () { setTimeout(function () { waiting = false; follow(); }); });
    };
    document.addEventListener("scroll", later, { passive: true });
    later();
  }

  // A menu closes with Escape and gives the focus back.
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    var open = document.querySelector(".rr-menu[open], .rr-contents[open]");
    if (open) {
      open.open = false;
      open.querySelector("summary").focus();
    }
  });
  document.querySelectorAll(".rr-contents a").forEach(function (link) {
    link.addEventListener("click", function () { link.closest("details").open = false; });
  });

  // Explanations of abbreviations are tooltips of a mouse; by touch and keyboard they open below the word.
  document.querySelectorAll(".md-content abbr[title]").forEach(function (abbr) {
    if (abbr.closest("a, button, summary, svg, h1, h2, h3, h4")) return; // no control inside a control
    var text = abbr.title;
    abbr.tabIndex = 0;
    abbr.setAttribute("role", "button");
    abbr.setAttribute("aria-expanded", "false");
    function toggle() {
      var note = abbr.querySelector(".rr-abbr-note");
      if (note) note.remove();
      else {
        note = document.createElement("span");
        note.className = "rr-abbr-note";
        note.setAttribute("role", "status");
        note.textContent = text;
        abbr.append(note);
      }
      abbr.setAttribute("aria-expanded", String(Boolean(abbr.querySelector(".rr-abbr-note"))));
    }
    function close() { if (abbr.querySelector(".rr-abbr-note")) toggle(); }
    abbr.addEventListener("click", toggle);
    abbr.addEventListener("keydown", function (event) {
      if (event.key === "Enter" || event.key === " ") { event.preventDefault(); toggle(); }
      if (event.key === "Escape") close();
    });
    abbr.addEventListener("blur", close);
  });
})();
