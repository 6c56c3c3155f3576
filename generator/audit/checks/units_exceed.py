"""Units that together count more than the unit to which they belong."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.audit.check import Check
from generator.audit.finding import Amount, Finding
from generator.audit.words import found, in_every_language
from generator.dataset.belonging import units_within
from generator.dataset.dataset import Dataset
from generator.dataset.medians import FEWEST_UNITS
from generator.dataset.unit_sums import UnitSum, unit_sums
from generator.i18n import formats
from generator.i18n.messages import N_
from generator.problems import ProblemKind, Severity


class UnitsExceed(Check):
    """Adds up what the units within a unit report, and holds it against the unit's own figure."""

    kind = ProblemKind(
        "units-exceed",
        N_("{figure}: printed {printed}; {units} units within it report {follows} together."),
        N_("Compare the reports with the paper. If they were typed as printed, leave them: readers see both."),
        Severity.CONTRADICTION,
        title=N_("Units together report more than the unit that they belong to"),
        explanation=N_(
            "The indicator is declared to add up over units (`adds_over_units`), and what the units within a unit report for a period is more than the unit itself "
            "reports for the same period and part. The unit’s own figure may well be larger, because it counts its own offices as well, and because some units may not "
            "have reported; it cannot be smaller. Figures of other days, and rough ones, are not counted."
        ),
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """One finding for each figure of a unit that is below the sum of its units."""
        reporting = {each.unit for each in dataset.catalogue.reports.values()}
        for unit in dataset.catalogue.units:
            inside = units_within(dataset, unit) if unit in reporting else ()
            for each in unit_sums(dataset, inside, unit, lambda _: True) if len(inside) >= FEWEST_UNITS else ():
                if each.exceeds:
                    yield _told(each, dataset)


def _told(told: UnitSum, dataset: Dataset) -> Finding:
    catalogue = dataset.catalogue
    assert told.own is not None  # noqa: S101 - it exceeds one
    units = in_every_language(lambda lang: formats.number(Decimal(len(told.figures)), lang))
    follows = Amount(told.total, catalogue.measures[told.own.measure])
    return found(UnitsExceed.kind, (told.own,), catalogue, follows=follows, words={"units": units})
