"""The file of a new form: its tables and rows as far as they are known, the rest as comments to decide on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.canonical.files import canonical_text
from generator.i18n.messages import N_, translate
from generator.starting.drafts.lines import commented, flow, quoted, remark


@dataclass(frozen=True)
class NewRow:
    """A row as printed. `indicator` is the one that it may feed, `notes` what is to be decided about it.

    A row that is no heading and of which nobody knows yet what it feeds is written as a comment.
    """

    code: str
    label: str
    printed: str | None = None
    heading: bool = False
    indicator: str = ""
    unit: str = ""
    decided: bool = False
    """Whether the columns say what its cells mean."""
    notes: tuple[str, ...] = ()

    @property
    def is_decided(self) -> bool:
        return self.heading or bool(self.indicator) or self.decided


@dataclass(frozen=True)
class NewColumn:
    """A fixed column, below the group that it stands in (empty where in none)."""

    code: str
    label: str
    group: str = ""
    indicator: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class NewTable:
    """A table. `columns` is `periods` where their heads are periods, empty where there is one; `groups` are ids with label and group above."""

    id: str
    title: str
    rows: tuple[NewRow, ...]
    columns: tuple[NewColumn, ...] | str = ()
    groups: tuple[tuple[str, str, str], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class NewForm:
    """A form by its id, names by language, its legal source where known, and its tables."""

    id: str
    names: Mapping[str, str]
    tables: tuple[NewTable, ...]
    source: Mapping[str, str] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """Its file below the root."""
        return f"data/forms/{self.id}.yml"


def form_text(form: NewForm, lang: str) -> str:
    """The file of a form in canonical form."""
    lines = [
        remark(translate(lang, _TOLD)),
        f"id: {quoted(form.id)}",
        f"names: {flow(form.names)}",
        f"source: {flow(form.source)}" if form.source else remark(translate(lang, _SOURCE)),
        "tables:",
        *(line for table in form.tables for line in _table(table, lang, is_last=table is form.tables[-1])),
    ]
    return canonical_text(form.path, "\n".join(lines) + "\n")


def _table(table: NewTable, lang: str, *, is_last: bool) -> Iterator[str]:
    yield from (f"  {remark(each)}" for each in table.notes)
    yield f"  - id: {quoted(table.id)}"
    yield f"    title: {flow({'vi': table.title})}"
    if table.groups:
        yield "    groups:"
        for name, label, above in table.groups:
            yield f"      - {{id: {quoted(name)}, label: {flow({'vi': label})}{f', group: {quoted(above)}' if above else ''}}}"
    if isinstance(table.columns, str):
        yield f"    columns: {quoted(table.columns)}"
    elif table.columns:
        yield "    columns:"
        for each in table.columns:
            yield from (f"      {remark(f'? {note}')}" for note in each.notes)
            said = [f"code: {quoted(each.code)}", f"label: {flow({'vi': each.label})}"]
            said += [
                f"{key}: {quoted(value)}"
                for key, value in (("group", each.group), ("indicator", each.indicator))
                if value
            ]
            yield f"      - {{{', '.join(said)}}}"
    yield "    rows:"
    last = max((number for number, row in enumerate(table.rows, 1) if row.is_decided), default=0)
    if not last:
        yield f"      {remark(translate(lang, _HEADING))}"
        yield f'      - {{code: "0", label: {flow({"vi": table.title})}, heading: true}}'
    yield from (f"      {line}" for row in table.rows[:last] for line in _row(row, lang))
    # Behind the last entry a comment belongs to what follows and stands as far to the left as that.
    behind = " " * (6 if is_last else 4)
    for row in table.rows[last:]:
        yield from (
            f"{'' if is_last else '  '}# {behind}{line.removeprefix('# ')}"
            if line.startswith("# -")
            else f"{'' if is_last else '  '}{line}"
            for line in _row(row, lang)
        )


def _row(row: NewRow, lang: str) -> Iterator[str]:
    yield from (remark(f"? {each}") for each in row.notes)
    said = [f"code: {quoted(row.code)}", f"label: {flow({'vi': row.label})}"]
    if row.printed is not None:
        said.append(f"printed: {quoted(row.printed)}" if row.printed else "unnumbered: true")
    if row.heading:
        said.append("heading: true")
    said += [f"{key}: {quoted(value)}" for key, value in (("indicator", row.indicator), ("unit", row.unit)) if value]
    if row.is_decided:
        yield f"- {{{', '.join(said)}}}"
    else:
        yield from commented([f"- {{{', '.join(said)}, indicator: }}  # {translate(lang, _WHICH)}"])


_TOLD = N_(
    "A new form. Compare every row with the paper; a row that still is a comment needs its indicator, or not_indicator with the reason why it feeds none. Take the notes that begin with ? away once they are settled."
)
_SOURCE = N_("source: the document that holds the form, in both languages: {{vi: …, en: …}}")
_HEADING = N_("? A table has a row at least; take this one away once another is none of the comments.")
_WHICH = N_("which indicator?")
