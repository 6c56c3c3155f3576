"""The words of the search in the frame of every page, by the names that `partials/search-dialog.html` uses."""

from __future__ import annotations

from generator.i18n.messages import N_

SEARCH_WORDS = {
    "open": N_("Search"),
    "field": N_("Search this site"),
    "hint": N_("Unit, indicator…"),
    "submit": N_("Search"),
    "close": N_("Close"),
    "all": N_("All results, with filters"),
    "results": N_("Results"),
    "count": N_("Results: {number}"),
    "meant": N_("Shown for “{query}”"),
    "none": N_("Nothing found for “{query}”."),
    "advice": N_("Try fewer words or remove a filter. Accents are not needed."),
    "searching": N_("Searching…"),
    "more": N_("Show more results"),
    "simple": N_("Only titles, names, headings and documents were searched: full-text search cannot run here."),
    "failed": N_("The search could not be loaded. The lists of units, reports and indicators lead to every page."),
    "help": N_("Arrow keys choose, Enter opens, Esc closes."),
    "unit": N_("Unit"),
    "period": N_("Period"),
    "area": N_("Area"),
}
