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
    "preview": N_("How it reads"),
    "indicator": N_("Indicator"),
    "later": N_("Put in when the site is made."),
    "drawn_later": N_("A chart of these figures is drawn here when the site is made."),
    "table_later": N_("A table of these figures stands here."),
    "some_missing": N_("References that give nothing: {number}. Each is marked below."),
    "unread_reference": N_("this reference cannot be read."),
    "no_indicator": N_("there is no such indicator."),
    "no_figure": N_("no figure of this indicator is there."),
    "no_such_figure": N_("no such figure is there."),
    "offered": N_("There is:"),
    "choose_place": N_("Choose the report, then the text."),
    "choose_text": N_("Choose the text to write. Behind each stands in which languages it is there already."),
    "not_written": N_("not written yet"),
    "taken": N_("There is a report of this unit for this period already: open it in the list."),
    "pairs": N_("One a line: name, colon, value"),
    "one_a_line": N_("One a line"),
    "part": N_("As it stands in the file"),
    "unreadable": N_("This cannot be read: a bracket, quote or colon is missing."),
    "no_form": N_("Choose the form first."),
    "loading": N_("Loading the form …"),
    "rebuilt": N_("Saved. The site has been made anew."),
}

_PHRASES = {
    "auth.loginWithForgejo": N_("Sign in with Forgejo"),
    "collection.collectionTop.newButton": N_("+ %{collectionLabel}"),
    "collection.collectionTop.viewAsList": N_("Show as a list"),
    "collection.collectionTop.viewAsGrid": N_("Show as cards"),
    "collection.entries.unpublishedHeader": N_("Not published yet"),
    "editor.editorControl.field.widgetLabel": N_("Field: %{widgetLabel}"),
    "editor.editorControlPane.i18n.writingInLocale": N_("Writing in %{locale}"),
    "editor.editorControlPane.i18n.copyFromLocale": N_("Copy from another language"),
    "editor.editorControlPane.i18n.copyFromLocaleConfirm": N_(
        "Copy the text from %{locale}? What is written here is replaced."
    ),
    "editor.editorInterface.toggleI18n": N_("Both languages side by side"),
    "editor.editorInterface.togglePreview": N_("Preview"),
    "editor.editorInterface.toggleScrollSync": N_("Scroll both sides together"),
    "editor.editorToolbar.statusInfoTooltipDraft": N_("This is a draft. When it is finished, set it to “in review”."),
    "editor.editorToolbar.statusInfoTooltipInReview": N_("This is being reviewed. It can still be changed meanwhile."),
    "editor.editorToolbar.status": N_("State: %{status}"),
    "editor.editorWidgets.list.add": N_("Add: %{item}"),
    "editor.editorWidgets.list.addType": N_("Add: %{item}"),
    "editor.editorWidgets.object.expand": N_("Unfold"),
    "editor.editorWidgets.object.collapse": N_("Fold"),
    "ui.settingsDropdown.account": N_("Account"),
}
"""What Decap CMS says in English whatever the language, or with signs that few fonts have; it fills in what is in braces."""


def words(lang: str, languages: Iterable[str]) -> dict[str, Any]:
    """The words in a language, and what the languages of the site are called."""
    return {name: template(lang, said) for name, said in _WORDS.items()} | {
        "languages": {each: language_name(each) for each in languages},
        "phrases": {name: template(lang, said) for name, said in _PHRASES.items()},
    }
