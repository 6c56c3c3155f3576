"""From a document to all that an import has to say of it. Pure: nothing is read or written here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.check.personal_data import signs_in
from generator.i18n.formats import is_rate
from generator.importing.document import Document
from generator.importing.doubts import PERSONAL, Doubt
from generator.importing.mapping.placed import NOT_REPORTED, Certainty, Placed, TableFigures, key_of
from generator.importing.mapping.same import same_figure
from generator.importing.mapping.tables import Vocabulary, figures_of, left_over
from generator.importing.prose.citations import Citation, citations_of
from generator.importing.prose.figures import Called, StatedFigure, figures_in
from generator.importing.prose.head import number_and_day, title_of
from generator.importing.prose.sections import said_in_cells, sections_of
from generator.importing.recognising.forms import recognise
from generator.importing.recognising.grid import Grid, grids_of
from generator.importing.workbook.read import Filled
from generator.model.form import Form
from generator.model.period import Period


@dataclass(frozen=True)
class Outcome:
    """What was made of one document.

    `form` is None where no form is like it; `others` are the forms that are less like it, with how much. `unknown` are tables that are of no form.
    """

    source: str
    unit: str
    period: Period
    form: Form | None
    certainty: float
    others: tuple[tuple[str, float], ...] = ()
    tables: tuple[TableFigures, ...] = ()
    left: tuple[Placed, ...] = ()
    unknown: tuple[Grid, ...] = ()
    title: str = ""
    number: str = ""
    date: str = ""
    citations: tuple[Citation, ...] = ()
    stated: tuple[StatedFigure, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    kept: tuple[Placed, ...] = ()
    held: Mapping[str, object] = field(default_factory=dict)
    """The figures that a workbook of ours was made with, by `key_of`: where the file still has them, a change in the workbook is meant."""

    @property
    def placed(self) -> list[Placed]:
        """Every line of the worksheet that is about a cell: those of tables in the order of the form, then what is left over."""
        return [*(each for table in self.tables for each in table.placed), *self.left, *self.kept]

    def count(self, certainty: Certainty) -> int:
        return sum(each.certainty is certainty for each in self.placed)


def outcome_of(
    document: Document, unit: str, period: Period, forms: Mapping[str, Form], words: Vocabulary, form: str = ""
) -> Outcome:
    """What a document says as a report of a unit for a period. `form` names the form to follow, where somebody knows it."""
    grids = grids_of(document.blocks)
    wanted = [forms[form]] if form else list(forms.values())
    found = recognise(grids, wanted, period)
    best = found[0] if found and (found[0].is_sure or form) else None
    number, day = number_and_day(document.blocks)
    said = list(sections_of(document.blocks))
    tables = figures_of(best, words) if best else []
    names = {
        name: Called(each.names.root["vi"], measure.names.root["vi"], is_rate(measure))
        for name, each in words.indicators.items()
        if (measure := words.measures.get(each.measure)) is not None
    }
    made = Outcome(
        source=document.name,
        unit=unit,
        period=period,
        form=best.form if best else None,
        certainty=found[0].certainty if found else 0.0,
        others=tuple((each.form.id, each.certainty) for each in found if each is not best),
        tables=tuple(tables),
        left=tuple(left_over(best)) if best else (),
        unknown=tuple(best.left if best else grids),
        title=title_of(document.blocks),
        number=number,
        date=day,
        citations=tuple(citations_of([*said, *said_in_cells(document.blocks)], number)),
        stated=tuple(figures_in(said, names)),
        doubts=document.doubts,
    )
    return without_persons(made)


def outcome_of_workbook(document: Document, filled: Filled, form: Form, unit: str, period: Period) -> Outcome:
    """What somebody typed into a workbook of ours: every figure of a new report, or what differs from those that it was made with."""
    held = {key_of(*place): figure for place, figure in filled.held.items()}

    def is_said(each: Placed) -> bool:
        before = held.get(key_of(each.table, each.row, each.column))
        if before is None:
            return not held or each.figure != NOT_REPORTED
        if isinstance(before, dict) and " ".join(str(before.get("printed", "")).split()) == each.printed:
            return False
        return not same_figure(before, each.figure)

    tables = tuple(_only_said(table, is_said, held) for table in filled.tables)
    return without_persons(
        Outcome(document.name, unit, period, form, 1.0, tables=tables, doubts=document.doubts, held=held)
    )


def _only_said(table: TableFigures, is_said: Callable[[Placed], bool], held: Mapping[str, object]) -> TableFigures:
    """A table with what is said anew, and of its lists the rows of which something is. A new row of a list is said as a whole."""
    old = {key.rpartition("\t")[0] for key in held}
    new = {each.row for each in table.listed if f"{table.table}\t{each.row}" not in old}
    placed = tuple(each for each in table.placed if each.row in new or is_said(each))
    said = {each.row for each in placed}
    return replace(table, placed=placed, listed=tuple(each for each in table.listed if each.row in said))


def without_persons(made: Outcome) -> Outcome:
    """The same without what may be personal data; in their place stands that they were left out."""

    def clean(each: Placed) -> Placed:
        sign = _sign(each.printed) or _sign(each.label)
        if not sign:
            return each
        doubt = Doubt(PERSONAL, {"data": sign})
        return replace(each, figure=None, printed="", label="", certainty=Certainty.LEFT, doubts=(doubt,))

    return replace(
        made,
        tables=tuple(
            replace(
                table,
                placed=tuple(clean(each) for each in table.placed),
                listed=tuple(each for each in table.listed if not _sign(each.label)),
            )
            for table in made.tables
        ),
        left=tuple(clean(each) for each in made.left),
        doubts=tuple(each for doubt in made.doubts for each in _without_personal_words(doubt)),
        title="" if _sign(made.title) else made.title,
        stated=tuple(replace(each, sentence="") if _sign(each.sentence) else each for each in made.stated),
    )


def _without_personal_words(doubt: Doubt) -> Iterator[Doubt]:
    """What is said of the whole document, where it quotes the document too."""
    signs = {name: sign for name, quoted in doubt.words.items() if (sign := _sign(quoted))}
    yield replace(doubt, words={**doubt.words, **dict.fromkeys(signs, "…")}) if signs else doubt
    for sign in dict.fromkeys(signs.values()):
        yield Doubt(PERSONAL, {"data": sign})


def _sign(text: str) -> str:
    """What kind of personal data a text may be; empty where it is none."""
    return next((what for what, _ in signs_in(text)), "")
