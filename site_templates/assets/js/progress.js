// Filters of the page of progress: by unit, area and verdict, kept in the address so that a view can be shared.
// Without JavaScript every target is shown and the form stays hidden (progress.css).
(function () {
  "use strict";

  var form = document.querySelector(".rr-filters");
  if (!form) { return; }
  var selects = Array.from(form.querySelectorAll("select"));
  var targets = Array.from(document.querySelectorAll(".rr-target"));
  var groups = Array.from(document.querySelectorAll("[data-group]"));
  var said = form.querySelector("[role='status']");
  var numbers = new Intl.NumberFormat(document.documentElement.lang);

  function show() {
    var shown = 0;
    targets.forEach(function (target) {
      target.hidden = !selects.every(function (select) { return !select.value || target.dataset[select.name] === select.value; });
      shown += target.hidden ? 0 : 1;
    });
    groups.forEach(function (group) { group.hidden = !group.querySelector(".rr-target:not([hidden])"); });
    said.textContent = shown
      ? form.dataset.some.replace("%shown", numbers.format(shown)).replace("%all", numbers.format(targets.length))
      : form.dataset.none;
    form.querySelector("[type='reset']").disabled = selects.every(function (select) { return !select.value; });
  }

  // Only values that the form offers: an address may say anything.
  function readAddress() {
    var asked = new URLSearchParams(location.search);
    selects.forEach(function (select) {
      var wanted = asked.get(select.name) || "";
      select.value = Array.from(select.options).some(function (option) { return option.value === wanted; }) ? wanted : "";
    });
  }

  function writeAddress() {
    var told = new URLSearchParams();
    selects.forEach(function (select) { if (select.value) { told.set(select.name, select.value); } });
    var query = told.toString();
    history.replaceState(history.state, "", location.pathname + (query ? "?" + query : "") + "#list");
  }

  form.addEventListener("change", function () { show(); writeAddress(); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function (event) {
    event.preventDefault();
    selects.forEach(function (select) { select.value = ""; });
    show();
    writeAddress();
    selects[0].focus();
  });
  window.addEventListener("popstate", function () { readAddress(); show(); });
  document.querySelectorAll(".rr-languages__link").forEach(function (link) {
    link.addEventListener("click", function () { link.search = location.search; });
  });

  readAddress();
  show();
  // What the address points to may have moved up, now that others are hidden, or be hidden itself.
  var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && location.search) { (target.closest("[hidden]") ? form : target).scrollIntoView(); }
})();
