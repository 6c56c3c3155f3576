"""A change of a rate that is printed with a percent sign, though it counts percentage points."""

from __future__ import annotations

from collections.abc import Iterator

from generator.audit.check import Check
from generator.audit.finding import Finding
from generator.audit.words import found
from generator.dataset.dataset import Dataset
from generator.i18n.formats import is_rate
from generator.i18n.messages import N_
from generator.model.portions import Scope
from generator.problems import ProblemKind, Severity

_SIGN = "%"


class PointsAsPercent(Check):
    """Looks at rises of rates whose unit of measure is no rate: they are differences, so what is printed as “3,86 %” is 3.86 points."""

    looks_at = Scope.PORTION
    kind = ProblemKind(
        "points-as-percent",
        N_("{figure}: printed “{quoted}”; it is the difference of two rates, so these are percentage points."),
        N_("Leave it, if it was typed as printed: readers are told."),
        Severity.NOTE,
        title=N_("Percentage points printed as percent"),
        explanation=N_(
            "When a rate falls from 7.31 % to 3.45 %, it falls by 3.86 percentage points, but by more than half. Documents print “giảm 3,86 %”. The figure stands here in "
            "percentage points, and what is printed beside it."
        ),
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """One finding for each such figure."""
        catalogue = dataset.catalogue
        for each in catalogue.observations:
            indicator = catalogue.indicators.get(each.indicator or "")
            risen = catalogue.indicators.get(indicator.rise_of or "") if indicator else None
            measure, base = (catalogue.measures.get(one.measure) if one else None for one in (indicator, risen))
            if measure and base and is_rate(base) and not is_rate(measure) and _SIGN in (each.printed or ""):
                yield found(self.kind, (each,), catalogue, words={"quoted": each.printed or ""})
