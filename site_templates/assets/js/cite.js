// Copies citations, and turns the figures of a report into links to themselves. Without this file the texts can be selected,
// and the address of every figure works all the same.
(function () {
  "use strict";
  var cite = document.getElementById("cite");
  if (!cite) return;
  var words = cite.dataset;
  var canonical = document.querySelector("link[rel=canonical]");
  var address = words.place || (canonical ? canonical.href : location.href.split("#")[0]); // In a bag without an address, the place in it.

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }
  function plain(text) { return text.replace(/\s+/g, " ").trim(); }

  // --- Copying ---

  function copyByHand(text) {
    var area = element("textarea", "rr-sr");
    area.value = text;
    document.body.append(area);
    area.select();
    var done = document.execCommand("copy");
    area.remove();
    return done;
  }
  function copyButton(label, text) {
    var button = element("button", "rr-cite__copy", label);
    var status = element("span", "rr-cite__status");
    button.type = "button";
    status.setAttribute("role", "status");
    function told(done) { status.textContent = done ? words.copied : ""; button.focus(); }
    button.addEventListener("click", function () {
      status.textContent = "";
      if (navigator.clipboard) {
        navigator.clipboard.writeText(text()).then(function () { told(true); }, function () { told(copyByHand(text())); });
      } else {
        told(copyByHand(text()));
      }
    });
    var both = element("span", "rr-cite__tools");
    both.append(button, status);
    return both;
  }

  document.querySelectorAll(".rr-cite__here").forEach(function (place) { place.textContent = address; });
  cite.querySelectorAll(".rr-cite__entry").forEach(function (entry) {
    var text = entry.querySelector(".rr-cite__text");
    entry.append(copyButton(words.copy, function () { return window.rrShown(text); }));
  });

  // --- Figures: one of a table is reached by Tab, the others from it by arrow keys ---

  if (!words.figure) return;
  var panel = null;

  function close(back) {
    if (!panel) return;
    var origin = panel.origin;
    panel.box.remove();
    panel = null;
    origin.setAttribute("aria-expanded", "false");
    if (back) origin.focus({ preventScroll: true });
  }
  function textOf(node) {
    if (!node) return "";
    var copy = node.cloneNode(true);
    copy.querySelectorAll(".rr-say, .rr-source, .rr-flag, .rr-flag__note, .headerlink, .rr-abbr-note, .rr-row-origin, .rr-row > .rr-sr")
      .forEach(function (extra) { extra.remove(); });
    return plain(copy.textContent);
  }
  // What the figure is: table, row and column as the page names them.
  function nameOf(link) {
    var cell = link.closest("td"), row = cell.parentNode, table = cell.closest("table");
    var heads = table.querySelectorAll("thead th");
    var several = table.querySelectorAll("thead th.rr-num").length > 1;
    var code = textOf(row.querySelector("td.rr-table__code"));
    var parts = [
      textOf(document.getElementById(table.getAttribute("aria-labelledby"))),
      plain((/[0-9A-Za-z]/.test(code) ? code : "") + " " + textOf(row.querySelector("th"))),
      several && cell.colSpan === 1 ? textOf(heads[cell.cellIndex]) : "",
      row.id && !code ? textOf(row.cells[cell.cellIndex + 1]) : "",
    ];
    return parts.filter(Boolean).join(", ");
  }
  function highlight(id, scroller) {
    // The address of the page becomes that of the figure, and nothing moves.
    var left = scrollX, top = scrollY, inLeft = scroller.scrollLeft, inTop = scroller.scrollTop;
    location.replace("#" + encodeURIComponent(id));
    scrollTo({ left: left, top: top, behavior: "instant" });
    scroller.scrollTo({ left: inLeft, top: inTop, behavior: "instant" });
  }
  // The entry of the page as one of the figure: with a key of its own, and what it says first in the note.
  function bibtex(entry, told, id) {
    var signs = told.replace(/[\\~^]/g, " ").replace(/[&%$#_{}]/g, "\\$&");
    return entry.replace(/^(@misc\{[^,]+)/, "$1-" + id.toLowerCase().replace(/[^a-z0-9]+/g, "-"))
      .replace(/\n {2}note = \{/, function (note) { return note + signs + ". "; });
  }
  function open(link, id, arrived) {
    close(false);
    var scroller = link.closest(".rr-table-scroll");
    // A table that an address led into stays as low as that made it; one that is clicked into stays as high as it was (tables.css).
    scroller.classList.add(arrived || scroller.querySelector(":target") ? "rr-table-scroll--held" : "rr-table-scroll--free");
    var own = address + "#" + encodeURIComponent(id);
    var told = nameOf(link) + ": " + textOf(link);
    var whole = Array.from(cite.querySelectorAll(".rr-cite__text")).map(function (each) { return window.rrShown(each).split(address).join(own); });
    var text = told + ". " + plain(whole[0]);
    var box = element("div", "rr-figure-panel");
    box.setAttribute("role", "dialog");
    box.setAttribute("aria-label", words.figure);
    box.append(element("p", "rr-figure-panel__title", words.figure), element("p", "rr-figure-panel__text", text));
    var tools = element("div", "rr-figure-panel__tools");
    var shut = element("button", "rr-cite__copy", words.close);
    shut.type = "button";
    shut.addEventListener("click", function () { close(true); });
    tools.append(
      copyButton(words.copyAddress, function () { return own; }),
      copyButton(words.copyCitation, function () { return text; }),
      copyButton("BibTeX", function () { return bibtex(whole[1], told, id); }),
      copyButton("RIS", function () { return whole[2].replace(/\nER {2}- /, "\nN1  - " + told + "$&"); })
    );
    // Where the figure is entered, and where an error in it is reported: as its row says, but with its own address.
    var row = link.closest("tr");
    row.querySelectorAll(".rr-row-origin a").forEach(function (way) {
      var same = element("a", "rr-cite__copy", way.textContent);
      same.href = way.href.replace(encodeURIComponent("#" + encodeURIComponent(row.id)), encodeURIComponent("#" + encodeURIComponent(id)));
      same.rel = way.rel;
      tools.append(same);
    });
    tools.append(shut);
    box.append(tools);
    box.addEventListener("keydown", function (event) { if (event.key === "Escape") close(true); });
    // Whoever moves on needs what the panel covers.
    box.addEventListener("focusout", function (event) {
      if (event.relatedTarget && !box.contains(event.relatedTarget)) close(false);
    });
    document.body.append(box);
    panel = { box: box, origin: link };
    link.setAttribute("aria-expanded", "true");
    if (!arrived) highlight(id, scroller);
    if (arrived) reveal(link, scroller, box);
    // Only a figure that the panel would cover gives way.
    var covered = link.getBoundingClientRect().bottom + 16 - box.getBoundingClientRect().top;
    if (!arrived && covered > 0 && box.offsetWidth > innerWidth / 2) scrollBy({ top: covered, behavior: "instant" });
    if (!arrived) box.querySelector("button").focus({ preventScroll: true });
  }
  // The table's head at the top of the screen, the figure below it and beside the name of its row.
  function reveal(link, scroller, panel) {
    var cell = link.closest("td"), table = cell.closest("table");
    scroller.scrollIntoView({ block: "start", behavior: "instant" });
    scrollBy({ top: -8, behavior: "instant" });
    var room = scroller.getBoundingClientRect(), box = cell.getBoundingClientRect();
    var name = cell.parentNode.querySelector("th");
    // What the panel covers is no room.
    var ends = panel.offsetWidth > innerWidth / 2 ? Math.min(room.bottom, panel.getBoundingClientRect().top) : room.bottom;
    scroller.scrollBy({
      top: box.top - room.top - Math.max(table.tHead.offsetHeight + 8, (ends - room.top - box.height) / 2),
      left: box.left - room.left - (name ? name.offsetWidth : 0) - Math.max(0, (room.width - (name ? name.offsetWidth : 0) - box.width) / 2),
      behavior: "instant"
    });
  }
  // Whoever followed the address of a figure is offered what the figure offers when it is clicked.
  function arrive() {
    var id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch (error) { /* as it stands */ }
    var target = id && document.getElementById(id);
    var row = target && target.closest("td[id], tr[id]");
    var link = row && row.querySelector(".rr-figure");
    if (link && !(panel && panel.origin === link)) open(link, (row.querySelector("td[id]") || row).id, true);
  }
  function beside(link, key) {
    var cell = link.closest("td"), row = cell.parentNode;
    var step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (step) {
      var all = Array.from(cell.closest("table").querySelectorAll(".rr-figure"));
      return all[all.indexOf(link) + step];
    }
    do {
      row = key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling;
      var found = row && row.cells[Math.min(cell.cellIndex, row.cells.length - 1)].querySelector(".rr-figure");
      if (found) return found;
    } while (row);
    return null;
  }

  var hint = element("p", "rr-note", words.hint);
  hint.id = "rr-figure-hint";
  document.querySelectorAll(".rr-table-scroll > .rr-table").forEach(function (table) {
    table.querySelectorAll('td[id^="t-"], tr[id^="p-"] > td:nth-of-type(1)').forEach(function (cell, index) {
      if (!index && !hint.isConnected) table.parentNode.before(hint);
      var id = cell.id || cell.parentNode.id;
      var link = element("a", "rr-figure");
      link.href = "#" + encodeURIComponent(id);
      link.tabIndex = index ? -1 : 0;
      link.setAttribute("aria-haspopup", "dialog");
      link.setAttribute("aria-expanded", "false");
      link.setAttribute("aria-describedby", hint.id);
      while (cell.firstChild && !(cell.firstChild.matches && cell.firstChild.matches(".rr-source, .rr-flag"))) {
        link.append(cell.firstChild);
      }
      cell.prepend(link);
      link.addEventListener("click", function (event) {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        open(link, id);
      });
      link.addEventListener("keydown", function (event) {
        var next = /^Arrow/.test(event.key) && beside(link, event.key);
        if (!next) return;
        event.preventDefault();
        link.tabIndex = -1;
        next.tabIndex = 0;
        next.focus();
      });
    });
  });
  arrive();
  addEventListener("hashchange", arrive);
})();
