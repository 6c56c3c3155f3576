"""One state of the tree, with what follows from its figures: computed values, verdicts on targets, contradictions."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from generator.assembly.site import load_and_check
from generator.audit.finding import Finding
from generator.audit.listing import listing
from generator.dataset.dataset import Dataset, SeriesKey
from generator.dataset.verdicts import Judgement, judge_all
from generator.i18n.formats import is_rate
from generator.model.catalogue import Catalogue
from generator.model.formula import Formula, is_number
from generator.model.observation import Observation
from generator.model.period import Period
from generator.problems import Problem, Severity
from generator.recall.known import Known

FigureKey = tuple[str, str, str]
"""Report, address within it, and for a share printed in another figure's cell its breakdown."""


@dataclass(frozen=True)
class State:
    """A tree as it was loaded. Where it has errors, nothing follows from it: its figures may be incomplete."""

    catalogue: Catalogue
    errors: tuple[Problem, ...]
    known: Known = field(default_factory=Known, compare=False)

    @classmethod
    def of(cls, root: Path, known: Known | None = None) -> State:
        """The state of a tree. Never raises for bad input. What is `known` of another state of it is not worked out again where both are the same."""
        known = known or Known()
        catalogue, problems = load_and_check(root, known)
        return cls(catalogue, tuple(each for each in problems if each.severity is Severity.ERROR), known)

    @cached_property
    def dataset(self) -> Dataset:
        return Dataset.of(self.catalogue, self.known)

    @cached_property
    def figures(self) -> dict[FigureKey, Observation]:
        """Every figure by what its address promises to name."""
        found: dict[FigureKey, Observation] = {}
        taken: Counter[FigureKey] = Counter()
        for each in self.catalogue.observations:
            part = ";".join(f"{dimension}={category}" for dimension, category in each.breakdown) if each.part else ""
            key = (each.source.report, each.source.anchor, part)
            taken[key] += 1
            found[key if taken[key] == 1 else (*key[:2], f"{part}#{taken[key]}")] = each
        return found

    @cached_property
    def judgements(self) -> dict[tuple[str, str], Judgement]:
        """Verdicts by target and unit; none while there are errors."""
        return {} if self.errors else {(each.target.id, each.unit): each for each in judge_all(self.dataset)}

    @cached_property
    def findings(self) -> dict[tuple[str, str], Finding]:
        """Contradictions and notes by report and address in its list; none while there are errors."""
        if self.errors:
            return {}
        listed = (each for found in listing(self.dataset).by_report.values() for each in found)
        return {(each.report, each.anchor): each.finding for each in listed}

    def computed(self, formula: str, key: SeriesKey, period: Period) -> Decimal | None:
        """What a formula gives for a unit, breakdown and period; None where a term is missing or zero divides."""
        try:
            parsed = Formula.parse(formula)
        except ValueError:
            return None
        terms = [self._term(term, key, period) for term in parsed.terms]
        known = [term for term in terms if term is not None]
        if len(known) < len(terms):
            return None
        if parsed.is_quotient:
            rate = is_rate(self.catalogue.measures[self.catalogue.indicators[key[0]].measure])
            return known[0] / known[1] * (100 if rate else 1) if known[1] else None
        signs = [1 if operator == "+" else -1 for operator in parsed.operators]
        return known[0] + sum((sign * term for sign, term in zip(signs, known[1:], strict=True)), Decimal(0))

    def _term(self, term: str, key: SeriesKey, period: Period) -> Decimal | None:
        if is_number(term):
            return Decimal(term)
        series = self.dataset.series.get((term, key[1], key[2]))
        if series is None:
            return None
        stated = self.catalogue.indicators[term].period_of(period)
        return next((each.exact for each in series.observations if each.period == stated), None)
