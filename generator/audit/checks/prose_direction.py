"""A narrative that says "rose" where the figures it names fell, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.audit.check import Check
from generator.audit.finding import Finding
from generator.audit.prose.directions import Way, claimed
from generator.audit.prose.text import sentences, words_of
from generator.audit.said import figure_said
from generator.dataset.dataset import Dataset
from generator.i18n.messages import N_
from generator.i18n.said import period_said
from generator.load.expressions import Expression, read_expressions
from generator.load.questions import question_of
from generator.model.catalogue import Catalogue
from generator.model.narrative import Markdown
from generator.model.observation import Observation
from generator.model.portions import Scope
from generator.model.report import Report
from generator.model.selection import matching
from generator.model.text import Text
from generator.problems import Problem, ProblemKind, Severity

_CLAIMS = {Way.UP: N_("a rise"), Way.DOWN: N_("a fall")}


@dataclass(frozen=True)
class _Named:
    """A figure that a sentence names, and where."""

    expression: Expression
    figure: Observation


class ProseDirection(Check):
    """Two figures of one series in one sentence, and a word between them that does not fit the way they went."""

    looks_at = Scope.PORTION
    kind = ProblemKind(
        "prose-direction",
        N_("The sentence tells of {role}, but the figures go from {first} ({before}) to {second} ({after})."),
        N_("Correct the sentence, or the figures that it names."),
        Severity.WARNING,
        title=N_("The prose says rose where the data fell, or the reverse"),
        explanation=N_(
            "Looked at are two figures of one indicator and breakdown that a sentence names one after the other for "
            "different periods. A word such as tăng, giảm, lên, xuống, rose or fell counts only where it leads from the one "
            "to the other: “tăng từ … lên …”, “fell from … to …”, “… rồi giảm xuống …”. Comparisons (higher than, cao hơn), "
            "denials and sentences with words of both kinds are left alone."
        ),
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """Every pair of figures that a sentence tells the wrong way round."""
        for (_, report_id, _), page in dataset.catalogue.narratives.items():
            report = dataset.catalogue.reports.get(report_id)
            if report is not None and "{{" in page.source:
                yield from _of_page(page, report, dataset)


def _of_page(page: Markdown, report: Report, dataset: Dataset) -> Iterator[Finding]:
    expressions, _ = read_expressions(page)
    words = words_of(page.source)
    for start, end in sentences(words):
        inside = [each for each in expressions if start <= each.start < end]
        named = [_Named(each, figure) for each in inside if (figure := _figure(each, report, dataset)) is not None]
        for first, second in _pairs(named):
            earlier = max((each.end for each in inside if each.end <= first.expression.start), default=start)
            before = words[earlier : first.expression.start]
            way = claimed(before, words[first.expression.end : second.expression.start])
            if way is not None and not _went(way, first.figure, second.figure):
                yield _finding(way, first, second, dataset.catalogue)


def _pairs(named: Sequence[_Named]) -> Iterator[tuple[_Named, _Named]]:
    """Figures of one series for two periods, one right after the other, the earlier period first."""
    for first, second in pairwise(named):
        one, two = first.figure, second.figure
        same = (one.unit, one.indicator, one.breakdown) == (two.unit, two.indicator, two.breakdown)
        if same and one.period < two.period:
            yield first, second


def _figure(expression: Expression, report: Report, dataset: Dataset) -> Observation | None:
    """The number that an expression shows; None for charts, tables and figures without a number."""
    question = question_of(expression, report, dataset.catalogue) if expression.function == "value" else None
    if question is None or isinstance(question, Problem):
        return None
    (wanted,) = question.wanted
    found = matching(dataset.by_indicator(wanted.indicator), wanted)
    return found[0] if found and found[0].value is not None else None


def _went(way: Way, first: Observation, second: Observation) -> bool:
    """Whether the second number lies on that side of the first, as far as both are told exactly enough."""
    if first.span is None or second.span is None:
        return True
    return not (second.span.is_never_above(first.span) if way is Way.UP else first.span.is_never_above(second.span))


def _finding(way: Way, first: _Named, second: _Named, catalogue: Catalogue) -> Finding:
    words: dict[str, str | Text] = {
        "role": _CLAIMS[way],
        "first": figure_said(first.figure, catalogue),
        "before": period_said(first.figure.period),
        "second": figure_said(second.figure, catalogue),
        "after": period_said(second.figure.period),
    }
    return Finding(Problem("prose-direction", second.expression.place, words), (second.figure, first.figure))
