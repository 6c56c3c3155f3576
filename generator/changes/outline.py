"""Changes in words: sections with items and what follows from each, in a language. Markup is for those who print it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.audit.finding import Finding
from generator.changes.compare import Changes, EntryChange, FigureChange, FindingChange, VerdictChange
from generator.changes.entry_words import changed_words, target_words
from generator.changes.naming import Naming
from generator.changes.prose import TextChange
from generator.dataset.verdicts import Judgement
from generator.i18n.messages import N_, translate_plural
from generator.model.observation import Observation
from generator.model.target import Target
from generator.problems import message

MANY = 60
"""More figures that came or went with a report are counted, not listed."""
MOST_SENTENCES = 20
"""More sentences of one text are counted, not listed."""
_NUMBER = re.compile(r"[\d.,%\s]*")
_FACTS = {
    "printed": N_("as printed"),
    "note": N_("note"),
    "indicator": N_("indicator"),
    "unit": N_("unit"),
    "period": N_("period"),
    "breakdown": N_("breakdown"),
    "measure": N_("unit of measure"),
    "as_of": N_("date of the figure"),
    "covers": N_("days that the figure covers"),
}


@dataclass(frozen=True)
class Item:
    """One change, the address where readers see it (empty where they cannot), and what follows from it."""

    text: str
    link: str = ""
    below: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """What changed in a report, or in what belongs to no report."""

    title: str
    link: str
    items: tuple[Item, ...]


def outline(changes: Changes, lang: str, site_url: str) -> tuple[Section, ...]:
    """All changes, the reports first. `site_url` ends in a slash, or is empty: then addresses are relative to the site."""
    return tuple(_Outline(changes, Naming(changes, lang, site_url)).sections())


class _Outline:
    """Writes the sections; a verdict or finding that follows from a changed figure is told below it, the others by themselves."""

    def __init__(self, changes: Changes, naming: Naming) -> None:
        self._changes = changes
        self._naming = naming
        self._say: Callable[..., str] = naming.say
        self._told: set[int] = set()

    def sections(self) -> Iterator[Section]:
        changes, naming = self._changes, self._naming
        entries = {each.id: each for each in changes.reports}
        concerned = {*entries, *(each.key[0] for each in changes.figures), *(each.report for each in changes.findings)}
        concerned |= {each.key.report for each in changes.texts} | {each.key.report for each in changes.translations}
        for report in dict.fromkeys([*changes.new.catalogue.reports, *changes.old.catalogue.reports]):
            if report in concerned:
                told = tuple(self._report(report, entries.get(report)))
                yield Section(naming.report(report), naming.report_link(report), told)
        others = (
            (N_("Units"), self._entries(changes.units, naming.unit, naming.unit_link)),
            (N_("Forms"), self._entries(changes.forms, naming.form, lambda _form: "")),
            (N_("Indicators"), self._entries(changes.indicators, naming.indicator, naming.indicator_link)),
            (N_("Targets"), self._targets()),
            (N_("Verdicts"), self._verdicts()),
            (N_("Pages"), self._texts("")),
        )
        for title, items in others:
            if found := tuple(items):
                yield Section(self._say(title), "", found)

    def _report(self, report: str, entry: EntryChange | None) -> Iterator[Item]:
        figures = self._changes.of_report(report)
        if entry is not None and not (entry.before and entry.after):
            text = (
                N_("New report; figures in it: {number}.")
                if entry.after
                else N_("Removed report; figures in it: {number}.")
            )
            yield Item(self._say(text, number=self._naming.count(len(figures))), self._naming.report_link(report))
            if len(figures) > MANY:
                figures = ()
        elif entry is not None:
            yield Item(self._say(N_("Changed: {what}"), what=changed_words(entry, self._naming)))
        for each in figures:
            yield self._figure(each)
        for finding in self._changes.findings:
            if finding.report == report and id(finding) not in self._told:
                yield Item(self._finding(finding), self._naming.finding_link(finding))
        yield from self._texts(report)

    def _texts(self, report: str) -> Iterator[Item]:
        """What a report's narrative, or for an empty name the plain pages, say otherwise; then the translations concerned."""
        naming = self._naming
        for text in self._changes.texts:
            if text.key.report == report:
                yield self._text(text)
        for each in self._changes.translations:
            if each.key.report == report:
                words = (
                    N_("Translation out of date: {text}") if each.stale else N_("Translation up to date again: {text}")
                )
                yield Item(self._say(words, text=naming.text(each.key)), naming.text_link(each.key))

    def _text(self, change: TextChange) -> Item:
        naming = self._naming
        name, link = naming.text(change.key), naming.text_link(change.key)
        if change.before is None or change.after is None:
            words = N_("New text: {text}") if change.before is None else N_("Removed text: {text}")
            return Item(self._say(words, text=name), link if change.after is not None else "")
        lines = [f"− {each}" for each in change.gone] + [f"+ {each}" for each in change.come]
        below = lines[:MOST_SENTENCES]
        if more := len(lines) - len(below):
            below.append(
                translate_plural(naming.lang, "and {number} more sentence", "and {number} more sentences", more)
            )
        return Item(self._say(N_("Changed text: {text}"), text=name), link, tuple(below))

    def _targets(self) -> Iterator[Item]:
        naming = self._naming
        for each in self._changes.targets:
            target = each.after or each.before
            assert isinstance(target, Target)  # noqa: S101 - that is what the list is of
            words = target_words(target, naming)
            if each.sides is None:
                yield Item(self._say(N_("New: {name}") if each.after else N_("Removed: {name}"), name=words))
            else:
                yield Item(self._say(N_("Changed: {what}"), what=words), "", (changed_words(each, naming),))

    def _figure(self, change: FigureChange) -> Item:
        naming = self._naming
        name = naming.figure(change)
        before, after = naming.value(change.before), naming.value(change.after)
        if change.before is None:
            text = self._say(N_("{figure}: new, {value}"), figure=name, value=after)
        elif change.after is None:
            text = self._say(N_("{figure}: removed, was {value}"), figure=name, value=before)
        else:
            facts = [f"{self._say(_FACTS[key])}: {naming.fact(change, key)}" for key in _facts(change)]
            parts = [*([f"{before} → {after}"] if before != after else []), *facts]
            text = f"{name}: {'; '.join(parts)}"
        return Item(text, naming.figure_link(change.after), tuple(self._consequences(change)))

    def _consequences(self, change: FigureChange) -> Iterator[str]:
        naming = self._naming
        for each in change.derived:
            yield self._say(
                N_("{indicator}, by its formula: {before} → {after}"),
                indicator=naming.indicator(each.indicator),
                before=naming.derived(each.indicator, each.before),
                after=naming.derived(each.indicator, each.after),
            )
        for verdict in self._changes.verdicts:
            if any(_uses(judgement, change) for judgement in (verdict.before, verdict.after)):
                self._told.add(id(verdict))
                yield self._verdict(verdict)
        for finding in self._changes.findings:
            if any(_concerns(found, change) for found in (finding.before, finding.after)):
                self._told.add(id(finding))
                yield self._finding(finding)

    def _entries(
        self, entries: tuple[EntryChange, ...], name: Callable[[str], str], link: Callable[[str], str]
    ) -> Iterator[Item]:
        for each in entries:
            if not each.before:
                yield Item(self._say(N_("New: {name}"), name=name(each.id)), link(each.id))
            elif not each.after:
                yield Item(self._say(N_("Removed: {name}"), name=name(each.id)))
            else:
                yield Item(
                    self._say(N_("{name}: changed {what}"), name=name(each.id), what=changed_words(each, self._naming)),
                    link(each.id),
                )

    def _verdicts(self) -> Iterator[Item]:
        return (Item(self._verdict(each)) for each in self._changes.verdicts if id(each) not in self._told)

    def _verdict(self, change: VerdictChange) -> str:
        naming = self._naming
        return self._say(
            N_("Target “{target}” ({unit}): {before} → {after}"),
            target=naming.target(change.target),
            unit=naming.unit(change.unit),
            before=naming.verdict(change.before),
            after=naming.verdict(change.after),
        )

    def _finding(self, change: FindingChange) -> str:
        found = change.after or change.before
        said = message(found.problem, self._naming.lang) if found else ""
        if found and not found.is_contradiction:
            said = self._say(N_("worth a look: {finding}"), finding=said)
        if change.before and change.after:
            return self._say(N_("Reads now: {finding}"), finding=said)
        return self._say(N_("Appears: {finding}") if change.after else N_("Is gone: {finding}"), finding=said)


def _facts(change: FigureChange) -> Iterator[str]:
    """What changed beside the value; how it is printed is left out where that is the number again."""
    for key in change.said:
        again = all(side is None or _NUMBER.fullmatch(side.printed or "") for side in (change.before, change.after))
        if key in _FACTS and not (key == "printed" and "value" in change.said and again):
            yield key


def _uses(judgement: Judgement | None, change: FigureChange) -> bool:
    """Whether a verdict rests on a changed figure, as what was done or as the plan."""
    return judgement is not None and any(_same(each, change) for each in (judgement.figure, judgement.plan))


def _concerns(finding: Finding | None, change: FigureChange) -> bool:
    return finding is not None and any(_same(each, change) for each in finding.figures)


def _same(figure: Observation | None, change: FigureChange) -> bool:
    return figure is not None and figure in (change.before, change.after)
