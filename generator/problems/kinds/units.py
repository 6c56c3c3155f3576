"""What is wrong with the life of a unit, or with what it is to reach."""

from __future__ import annotations

from generator.i18n.messages import N_
from generator.problems.kind import ProblemKind

THEME = N_("Units and targets")

KINDS = (
    ProblemKind(
        "unit-ended",
        N_("The unit “{unit}” existed until {day}; the period {period} is later."),
        N_("Name the unit that took its place."),
        title=N_("Report after the end of its unit"),
        explanation=N_(
            "After a merger the new unit is another one, with other borders and figures. Series never run on across such a day."
        ),
    ),
    ProblemKind(
        "unit-not-begun",
        N_("The unit “{unit}” exists since {day}; the period {period} is earlier."),
        N_("Name the unit that was there before."),
        title=N_("Report before the beginning of its unit"),
        explanation=N_(
            "The period lies before the day on which the unit came into being. It is a report of a unit that was there before."
        ),
    ),
    ProblemKind(
        "circle-of-units",
        N_("The unit “{unit}” is its own parent by way of {path}."),
        N_("Correct the parent of one of them."),
        title=N_("Unit above itself"),
        explanation=N_("Following the parents upwards leads back to the unit itself, so no level could be told."),
    ),
    ProblemKind(
        "one-sided-lineage",
        N_("“{unit}” names “{other}” as {role}, but “{other}” does not name it in return."),
        N_("Add it to the other unit's file."),
        title=N_("Predecessor that knows no successor"),
        explanation=N_("Readers follow a unit's history in both directions, so both units name each other."),
    ),
    ProblemKind(
        "target-without-unit",
        N_("The target is set for no unit and no level."),
        N_("Add unit: or level:."),
        title=N_("Target for nobody"),
        explanation=N_(
            "A target binds one unit, or every unit of a level. Without either there is nothing to hold it against."
        ),
        right="unit: khanh-son",
    ),
    ProblemKind(
        "target-threshold",
        N_("A target needs either a number or a plan to be held against."),
        N_("Give threshold: or threshold_from:, not both."),
        title=N_("Target without one threshold"),
        explanation=N_(
            "A target is held against a number of its own or against a plan that the report states. With both or neither there is no verdict."
        ),
        wrong='threshold: "95%"\nthreshold_from: dossiers-planned',
        right='threshold: "95%"',
    ),
    ProblemKind(
        "plan-in-other-measure",
        N_("“{plan}” has another unit of measure than “{indicator}”, so it cannot be its plan."),
        N_("Name the indicator that holds the plan in the same unit of measure."),
        title=N_("Plan in another unit of measure"),
        explanation=N_(
            "Dossiers cannot be held against percent. The plan and what was done are in one unit of measure."
        ),
    ),
)
