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
        "own-lineage",
        N_("The unit “{unit}” names itself as {role}."),
        N_("Name the other unit, or leave it out."),
        title=N_("Unit that succeeds itself"),
        explanation=N_(
            "What a unit came from and what it became are other units, with ids of their own. A unit that only got another name stays one unit, with `former_ids` or `aliases`."
        ),
        wrong="id: binh-loc\npredecessors: [binh-loc]",
        right="id: binh-loc\npredecessors: [dien-loc, dien-binh]",
    ),
    ProblemKind(
        "circle-of-lineage",
        N_("“{unit}” becomes “{other}”, and by way of successors “{unit}” again."),
        N_("Correct the successors and predecessors of one of them."),
        title=N_("Lineage that runs in a circle"),
        explanation=N_("Time runs one way: whoever follows the successors of a unit never comes back to it."),
    ),
    ProblemKind(
        "successor-before",
        N_("“{other}” takes over from “{unit}”, but it exists since {day}, and “{unit}” until {ended}."),
        N_(
            "Correct valid_from or valid_to. An authority that took another one in has other borders: enter it as a unit of its own, with an id of its own."
        ),
        title=N_("Successor from before"),
        explanation=N_(
            "A unit of this site is an authority between two changes of its borders or standing, so a successor begins when its predecessors end. Otherwise its series would run on over figures of another territory."
        ),
        wrong="valid_to: 2025-06-30\nsuccessors: [can-tho-2025]   # valid_from: 2005-07-01",
        right="valid_to: 2025-06-30\nsuccessors: [can-tho-2025]   # valid_from: 2025-07-01",
    ),
    ProblemKind(
        "successor-over",
        N_("“{other}” takes over from “{unit}”, but it existed only until {day}, and “{unit}” longer."),
        N_("Correct valid_to of one of them, or exchange predecessors and successors."),
        title=N_("Successor that ended before"),
        explanation=N_(
            "A unit that was gone cannot take over from one that was still there. Mostly successors and predecessors were exchanged, or a unit lacks its valid_to."
        ),
    ),
    ProblemKind(
        "ends-before-beginning",
        N_("{last} lies before {first}: it ends before it begins."),
        N_("Correct one of the two days."),
        title=N_("Time that ends before it begins"),
        explanation=N_("valid_from of a unit and from under covers are the first day, valid_to and to the last one."),
        wrong="valid_from: 2025-07-01\nvalid_to: 2020-06-30",
        right="valid_from: 2020-07-01\nvalid_to: 2025-06-30",
    ),
    ProblemKind(
        "kind-of-other-level",
        N_("“{kind}” is no kind of unit at the level {level}."),
        N_("Kinds of this level: {kinds}. Or correct the level."),
        title=N_("Kind of another level"),
        explanation=N_(
            "A ward is a kind of commune-level unit and a city of a province-level one, so that kind and level must go together. A level without kinds takes none."
        ),
        wrong="level: commune\nkind: city",
        right="level: commune\nkind: ward",
    ),
    ProblemKind(
        "units-alike",
        N_("Readers cannot tell “{name}” from “{other}”: name, level and place are the same."),
        N_("If it is the same unit, keep one file. If not, add to its names what tells them apart, such as the years."),
        title=N_("Units that look the same"),
        explanation=N_(
            "Lists, search and comparisons show a unit by its name, level and place. Where two of them agree in a language, nobody knows whose figures they see."
        ),
        wrong="names: {vi: Thành phố Cần Thơ, en: Cần Thơ City}",
        right="names: {vi: Thành phố Cần Thơ (từ 01/7/2025), en: Cần Thơ City (from 1 July 2025)}",
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
        "each-year-of-what",
        N_("The target is to be kept in each year, but its period is not one of several years."),
        N_("Give period: the years, such as 2026-2027, or take each_year out."),
        title=N_("Each year of a time that is no run of years"),
        explanation=N_(
            "`each_year` is for targets of several years that hold for each of them, such as those of 2026-2027 and 2028-2030."
        ),
        wrong="period: 2026\neach_year: true",
        right="period: 2026-2027\neach_year: true",
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
