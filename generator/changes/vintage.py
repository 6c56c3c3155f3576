"""What `diff --vintage` does: the figures that an edition of the archive froze, compared with the tree as it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from generator.changes.command import WRONG_USE, diff, published_at, tell_errors
from generator.changes.outline import MANY, Item, Section
from generator.changes.render import as_markdown, as_text
from generator.changes.state import State
from generator.console import Console
from generator.dataset.frozen_words import figure_name, report_name, said
from generator.dataset.report_history import Change, ChangeKind
from generator.dataset.revised import Comparison, revisions
from generator.exports.json_text import json_number
from generator.i18n import formats
from generator.i18n.messages import N_, translate, translate_plural
from generator.model.catalogue import Catalogue
from generator.model.paths import report_path
from generator.model.text import DEFAULT_LANGUAGE
from generator.model.vintage import VintageFigure
from generator.terminal import write_utf8

VERSION = 1


def diff_with(root: Path, revision: str | None, edition: str | None, form: str, console: Console) -> int:
    """Compare with an edition, or else with a revision (HEAD where neither is named); 2 where both are named."""
    if revision and edition:
        console.error(console.say(N_("Give either a revision or --vintage.")))
        return WRONG_USE
    return diff_vintage(root, edition, form, console) if edition else diff(root, revision or "HEAD", form, console)


def diff_vintage(root: Path, written: str, form: str, console: Console) -> int:
    """Print what differs from an edition; 0, 1 where the tree has errors, 2 where there is no such edition."""
    console.begin(N_("Reading the files as they are now"))
    state = State.of(root)
    tell_errors(state, console.say(N_("the files as they are now")), console)
    vintages = {str(each.edition): each for each in state.catalogue.vintages}
    if written not in vintages:
        console.error(console.say(N_("There is no frozen table of the edition “{edition}”."), edition=written))
        known = console.say(N_("There are: {editions}"), editions=", ".join(vintages))
        console.error(known if vintages else console.say(N_("data/vintages/ holds none; a snapshot leaves one.")))
        return WRONG_USE
    compared = revisions(state.dataset).compared_with(vintages[written])
    _print(compared, state, form, console, published_at(root))
    return 1 if state.errors else 0


def _print(compared: Comparison, state: State, form: str, console: Console, url: str) -> None:
    if form != "text":
        write_utf8()
    if form == "json":
        console.write(_as_json(compared, state, console.lang, url))
        return
    sections = tuple(_Outline(compared, state.catalogue, console.lang, url).sections())
    edition = compared.vintage.edition
    nothing = console.say(N_("No figure differs from the {edition} edition."), edition=edition)
    if form == "markdown":
        title = console.say(N_("What differs from the {edition} edition"), edition=edition)
        rest = console.say(
            N_("More differs than fits here: run `reform-reports diff --vintage {edition}`."), edition=edition
        )
        console.write(as_markdown(sections, title, rest) + ("" if compared.changes else f"\n\n{nothing}"))
        return
    if not compared.changes:
        console.out(nothing)
    for line in as_text(sections, console.width):
        console.out(line)


class _Outline:
    """The comparison in words, report by report."""

    def __init__(self, compared: Comparison, catalogue: Catalogue, lang: str, url: str) -> None:
        self._compared = compared
        self._catalogue = catalogue
        self._lang = lang
        self._url = url

    def sections(self) -> Iterator[Section]:
        for report, changes in groupby(self._compared.changes, key=lambda each: each.report):
            items = tuple(self._items(list(changes)))
            yield Section(self._report(report), _address(report, None, self._lang, self._url), items)
        others = [
            Item(self._say(N_("No longer there: {report}"), report=self._report(each)))
            for each in self._compared.gone_reports
        ]
        if new := len(self._compared.new_reports):
            told = translate_plural(
                self._lang,
                "{number} report that the edition did not have",
                "{number} reports that the edition did not have",
                new,
            )
            others.append(Item(told))
        if others:
            yield Section(self._say(N_("Reports")), "", tuple(others))

    def _items(self, changes: list[Change]) -> Iterator[Item]:
        added = [each for each in changes if each.kind is ChangeKind.ADDED]
        yield from (self._item(each) for each in changes if each.kind is not ChangeKind.ADDED)
        if len(added) <= MANY:
            yield from (self._item(each) for each in added)
        else:
            told = translate_plural(
                self._lang,
                "{number} figure was added that the edition did not have.",
                "{number} figures were added that the edition did not have.",
                len(added),
            )
            yield Item(told)

    def _item(self, change: Change) -> Item:
        before, after, lang = change.before, change.after, self._lang
        name = f"{figure_name(change.figure, self._catalogue, lang)} ({change.figure.anchor})"
        if before is None:
            text = self._say(N_("{figure}: new, {value}"), figure=name, value=self._said(after))
        elif after is None:
            text = self._say(N_("{figure}: removed, was {value}"), figure=name, value=self._said(before))
        elif change.kind is ChangeKind.CHANGED:
            text = f"{name}: {self._said(before)} → {self._said(after)}"
        else:
            was = f"{figure_name(before, self._catalogue, lang)} ({before.anchor})"
            words = N_("{figure}: still {value}, in the edition as {was}")
            text = self._say(words, figure=name, value=self._said(after), was=was)
        return Item(text, _address(change.report, after, lang, self._url), tuple(self._below(change)))

    def _below(self, change: Change) -> Iterator[str]:
        if change.kind is ChangeKind.CHANGED and change.before and change.after and change.before.id != change.after.id:
            was, now = change.before, change.after
            # Where only the unit has another id, the place in the report would say nothing.
            told = was.anchor if was.anchor != now.anchor else was.id
            yield self._say(N_("In the edition it stands at {anchor}."), anchor=told)
        if change.reason is not None:
            reason = change.reason.text.in_language(self._lang)
            when = f" ({formats.day(change.reason.day, self._lang)})" if change.reason.day else ""
            yield self._say(N_("Reason: {reason}"), reason=reason + when)

    def _said(self, figure: VintageFigure | None) -> str:
        return said(figure, self._catalogue, self._lang) if figure else "–"

    def _report(self, report: str) -> str:
        return report_name(report, self._catalogue, self._lang)

    def _say(self, message: str, **values: object) -> str:
        return translate(self._lang, message, **values)


def _as_json(compared: Comparison, state: State, lang: str, url: str) -> str:
    record = compared.vintage.record
    told = {
        "version": VERSION,
        "edition": record.id,
        "taken": str(record.taken),
        "language": lang,
        "errors": len(state.errors),
        "figures": [_figure(each, lang, url) for each in compared.changes],
        "new_reports": list(compared.new_reports),
        "gone_reports": list(compared.gone_reports),
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _figure(change: Change, lang: str, url: str) -> dict[str, object]:
    each, before = change.figure, change.before
    return {
        "report": change.report,
        "change": change.kind.value,
        "figure": each.id,
        "old_figure": before.id if before and before.id != each.id else None,
        "indicator": each.indicator,
        "unit": each.unit,
        "period": each.period,
        "breakdown": dict(pair.split("=", 1) for pair in each.breakdown.split(";") if pair),
        "address": _address(change.report, change.after, lang, url) if change.after else None,
        "before": _value(before),
        "after": _value(change.after),
        "reason": dict(change.reason.text.root) if change.reason else None,
        "date": str(change.reason.day) if change.reason and change.reason.day else None,
    }


def _value(figure: VintageFigure | None) -> dict[str, object] | None:
    if figure is None:
        return None
    return {"status": figure.status.value, "value": json_number(figure.value), "words": figure.words}


def _address(report: str, figure: VintageFigure | None, lang: str, url: str) -> str:
    """The address of a report's page, and of a figure on it; relative to the site where nobody said where that stands."""
    folder = "" if lang == DEFAULT_LANGUAGE else f"{lang}/"
    page = f"{url}{folder}{report_path(report)}/"
    return f"{page}#{figure.anchor}" if figure is not None else page
