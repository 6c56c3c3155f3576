"""Changes as text for a terminal, as Markdown for a pull request, and as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

import click

from generator.changes.compare import Changes, EntryChange, FigureChange
from generator.changes.naming import Naming
from generator.changes.outline import Item, Section
from generator.changes.prose import TextChange, TextKey
from generator.model.observation import Observation
from generator.problems import message
from generator.tell.text import wrapped

VERSION = 1
_MARKS = re.compile(r"([\\`*_{}\[\]<>()#+!|~&])")
_LONGEST = 60_000
"""Signs of Markdown; a comment of GitHub holds 65,536."""


def as_text(sections: Sequence[Section], width: int | None) -> Iterator[str]:
    """Lines for a terminal, with colours; `width` None where lines may be of any length."""
    for number, section in enumerate(sections):
        if number:
            yield ""
        yield click.style("".join(wrapped(section.title, None)), bold=True)
        for item in section.items:
            yield from wrapped(item.text, width, first="  ", further="    ")
            for text in item.below:
                yield from wrapped(text, width, first="    ↳ ", further="      ")
            if item.link:
                yield click.style("".join(wrapped(item.link, None, first="    ")), dim=True)


def as_markdown(sections: Sequence[Section], title: str, rest: str, longest: int = _LONGEST) -> str:
    """Markdown for a pull request, cut where it would be too long for a comment; `rest` then says so."""
    lines = [f"## {plain(title)}"]
    size = 0
    for line in _markdown(sections):
        size += len(line) + 1
        if size > longest:
            lines += ["", plain(rest)]
            break
        lines.append(line)
    return "\n".join(lines)


def _markdown(sections: Sequence[Section]) -> Iterator[str]:
    for section in sections:
        title = plain(section.title)
        yield from ("", f"### {_linked(title, section.link)}", "")
        for item in section.items:
            yield from _bullets(item)


def _bullets(item: Item) -> Iterator[str]:
    link = _linked("¶", item.link)
    yield f"- {plain(item.text)}" + (f" {link}" if link != "¶" else "")
    yield from (f"  - {plain(text)}" for text in item.below)


def _linked(text: str, link: str) -> str:
    return f"[{text}](<{link}>)" if link.startswith(("https://", "http://")) else text


def plain(text: str) -> str:
    """Text of the data in Markdown: on one line, nothing in it marks anything up or calls anybody."""
    return _MARKS.sub(r"\\\1", " ".join(text.split())).replace("@", "&#64;")


def as_json(changes: Changes, naming: Naming, span: tuple[str, str | None]) -> str:
    """The changes as data: what was and what is, with ids; texts are in the language of the run."""
    told = {
        "version": VERSION,
        "from": span[0],
        "to": span[1],
        "language": naming.lang,
        "errors": {"from": len(changes.old.errors), "to": len(changes.new.errors)},
        "reports": [_entry(each) for each in changes.reports],
        "figures": [_figure(each, naming) for each in changes.figures],
        "indicators": [_entry(each) for each in changes.indicators],
        "targets": [_entry(each) for each in changes.targets],
        "verdicts": [
            {
                "target": each.target,
                "unit": each.unit,
                "before": each.before.verdict.value if each.before else None,
                "after": each.after.verdict.value if each.after else None,
            }
            for each in changes.verdicts
        ],
        "findings": [
            {
                "report": each.report,
                "code": found.code,
                "severity": found.problem.severity.value,
                "change": "gone" if not each.after else "changed" if each.before else "appears",
                "message": message(found.problem, naming.lang),
                "address": naming.finding_link(each) or None,
            }
            for each in changes.findings
            if (found := each.after or each.before)
        ],
        "texts": [_text(each, naming) for each in changes.texts],
        "translations": [
            {**_text_key(each.key), "change": "stale" if each.stale else "current"} for each in changes.translations
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _text(change: TextChange, naming: Naming) -> dict[str, object]:
    kind = "added" if change.before is None else "removed" if change.after is None else "changed"
    return {
        **_text_key(change.key),
        "change": kind,
        "gone": list(change.gone),
        "come": list(change.come),
        "address": naming.text_link(change.key) if change.after is not None else None,
    }


def _text_key(key: TextKey) -> dict[str, object]:
    return {"report": key.report or None, "section": key.section, "language": key.lang}


def _entry(change: EntryChange) -> dict[str, object]:
    kind = "changed" if change.before and change.after else "added" if change.after else "removed"
    return {"id": change.id, "change": kind, "keys": list(change.keys)}


def _figure(change: FigureChange, naming: Naming) -> dict[str, object]:
    each = change.shown
    return {
        "report": each.source.report,
        "change": "changed" if change.before and change.after else "added" if change.after else "removed",
        "keys": list(change.said),
        "indicator": each.indicator,
        "unit": each.unit,
        "period": str(each.period),
        "breakdown": dict(each.breakdown),
        "address": naming.figure_link(change.after) or None,
        "before": _value(change.before),
        "after": _value(change.after),
        "derived": [
            {"indicator": derived.indicator, "before": _number(derived.before), "after": _number(derived.after)}
            for derived in change.derived
        ],
    }


def _value(figure: Observation | None) -> dict[str, object] | None:
    if figure is None:
        return None
    return {
        "status": figure.status.value,
        "value": _number(figure.value),
        "qualifier": figure.rough.qualifier.value if figure.rough else None,
        "to": _number(figure.rough.to) if figure.rough else None,
        "words": figure.words,
        "printed": figure.printed,
        "note": dict(figure.note.root) if figure.note else None,
    }


def _number(value: Decimal | None) -> int | float | None:
    """A number as JSON has it: whole where it is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
