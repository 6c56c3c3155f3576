"""What our own controls of the editor say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.i18n.formats import language_name
from generator.i18n.messages import N_, template

_WORDS = {
    "title": N_("Editing the site"),
    "row": N_("Row"),
    "figure": N_("Figure"),
    "more": N_("More about this figure"),
    "printed": N_("As printed"),
    "status": N_("Instead of a number"),
    "none-occurred": N_("none occurred"),
    "not-applicable": N_("not applicable"),
    "not-reported": N_("not reported"),
    "qualifier": N_("How it is rough"),
    "about": N_("about"),
    "nearly": N_("nearly"),
    "over": N_("over"),
    "at-least": N_("at least"),
    "under": N_("under"),
    "at-most": N_("at most"),
    "range": N_("from … to …"),
    "exact": N_("exactly this number"),
    "to": N_("Other end of the range"),
    "note": N_("Note"),
    "preview": N_("How it reads (figures are put in when the site is made)"),
    "pairs": N_("One a line: name, colon, value"),
    "one_a_line": N_("One a line"),
    "part": N_("As it stands in the file"),
    "unreadable": N_("This cannot be read: a bracket, quote or colon is missing."),
    "no_form": N_("Choose the form first."),
    "loading": N_("Loading the form …"),
    "rebuilt": N_("Saved. The site has been made anew."),
}


def words(lang: str, languages: Iterable[str]) -> dict[str, Any]:
    """The words in a language, and what the languages of the site are called."""
    return {name: template(lang, said) for name, said in _WORDS.items()} | {
        "languages": {each: language_name(each) for each in languages}
    }
