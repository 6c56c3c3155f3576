"""A published figure that was changed without a word to readers."""

from __future__ import annotations

from collections.abc import Iterator

from generator.audit.check import Check
from generator.audit.finding import Finding
from generator.audit.words import in_every_language
from generator.dataset.dataset import Dataset
from generator.dataset.frozen_words import figure_name, row_of, said
from generator.dataset.report_history import Change, ChangeKind
from generator.dataset.revised import revisions
from generator.i18n.messages import N_, translate
from generator.model.catalogue import Catalogue
from generator.model.observation import Observation
from generator.model.text import Text
from generator.model.vintage import VintageFigure
from generator.problems import Problem, ProblemKind, Severity

_CHANGED = (ChangeKind.CHANGED, ChangeKind.GONE)


class UnexplainedRevision(Check):
    """Holds the figures against the yearly editions; `revisions` of the report, or a declared correction, gives the reason."""

    kind = ProblemKind(
        "unexplained-revision",
        N_(
            "{figure}: the {edition} edition said {before}, the site now says {after}, and nothing under `revisions` says why."
        ),
        N_(
            "If it is meant, add to `revisions` of the report: - {{date: YYYY-MM-DD, change: {{vi: …, en: …}}, {line}}}; the day is that of the change, {taken} or later."
        ),
        Severity.WARNING,
        title=N_("A published figure was changed without a reason"),
        explanation=N_(
            "Readers and archives have the figure as a yearly edition froze it. The site shows both values, and the reason where the report gives one: an entry under `revisions` that names the row or the indicator and is dated on or after the day of the edition, or an entry under `corrections`."
        ),
        wrong="rows:\n  1.1: 1210",
        right='rows:\n  1.1: 1210\nrevisions:\n  - {date: 2026-12-01, change: {vi: Đã nhập nhầm 1210 thành 1200.}, table: main, row: "1.1"}',
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """Changes since the last edition that has the figure, of which nobody says why."""
        catalogue = dataset.catalogue
        taken = {each.edition: str(each.record.taken) for each in catalogue.vintages}
        figures = {each.id: each for each in catalogue.observations}
        for change in revisions(dataset).changes:
            if change.until is None and change.kind in _CHANGED and change.reason is None:
                yield _found(change, figures.get(change.figure.id), catalogue, taken[change.edition])


def _found(change: Change, figure: Observation | None, catalogue: Catalogue, taken: str) -> Finding:
    report = catalogue.reports[change.report]
    before, after = change.before, change.after
    words: dict[str, str | Text] = {
        "figure": in_every_language(lambda lang: figure_name(change.figure, catalogue, lang)),
        "edition": str(change.edition),
        "before": in_every_language(lambda lang: said(before, catalogue, lang) if before else ""),
        "after": in_every_language(
            lambda lang: said(after, catalogue, lang) if after else translate(lang, N_("nothing"))
        ),
        "line": _line(change.figure, catalogue),
        "taken": taken,
    }
    place = figure.place if figure is not None else report.place_of("tables")
    return Finding(Problem(UnexplainedRevision.kind.code, place, words), (figure,) if figure is not None else ())


def _line(frozen: VintageFigure, catalogue: Catalogue) -> str:
    """How an entry under `revisions` names a figure: by its row, or by its indicator."""
    found = row_of(frozen, catalogue)
    return f'table: {found[0].id}, row: "{found[1].code}"' if found else f"indicator: {frozen.indicator}"
