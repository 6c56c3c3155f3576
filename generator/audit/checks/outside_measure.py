"""A value outside what its unit of measure allows, such as a share above 100 %."""

from __future__ import annotations

from collections.abc import Iterator

from generator.audit.check import Check
from generator.audit.finding import Amount, Finding
from generator.audit.words import found, in_every_language
from generator.dataset.dataset import Dataset
from generator.i18n.messages import N_
from generator.model.portions import Scope
from generator.model.rough import Span
from generator.problems import ProblemKind, Severity


class OutsideMeasure(Check):
    """Holds every number against the least and the most of its unit of measure, unless its indicator is `unbounded`."""

    looks_at = Scope.PORTION
    kind = ProblemKind(
        "outside-measure",
        N_("{figure}: printed {printed}, but its unit of measure allows nothing beyond {limit}."),
        N_(
            "The file says that the paper prints it so. If such a value can be right, say `unbounded: true` in the indicator."
        ),
        Severity.CONTRADICTION,
        title=N_("A value lies outside what its unit of measure allows"),
        explanation=N_(
            "data/measures.yml gives units of measure a `minimum` and a `maximum`: a share cannot be above 100 %, a number of people not below 0. "
            "Such a figure stops the build until the file says under `printed` that the paper shows it so; then it is published with this mark. "
            "Rates of a plan that can be exceeded, such as budget revenue, are declared `unbounded`."
        ),
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """Every number outside."""
        catalogue = dataset.catalogue
        for each in catalogue.observations:
            indicator = catalogue.indicators.get(each.indicator or "")
            measure = catalogue.measures.get(each.measure)
            if indicator is None or measure is None or each.span is None or not indicator.is_bounded:
                continue
            below = measure.least is not None and each.span.is_below(Span.of(measure.least, None))
            above = measure.maximum is not None and Span.of(measure.maximum, None).is_below(each.span)
            limit = measure.least if below else measure.maximum
            if limit is not None and (below or above):
                words = {"limit": in_every_language(Amount(limit, measure).in_language)}
                yield found(self.kind, (each,), catalogue, words=words)
