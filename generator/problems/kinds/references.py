"""References that lead to nothing, and formulas that say nothing."""

from __future__ import annotations

from generator.i18n.messages import N_
from generator.problems.kind import ProblemKind

THEME = N_("Names of units, indicators and the like")

KINDS = (
    ProblemKind(
        "unknown-unit",
        N_("There is no unit “{id}”."),
        N_("Units are files in data/units."),
        title=N_("Unknown unit"),
        explanation=N_("Units are named by the id of their file in data/units. Enter a new unit before reports of it."),
        wrong="unit: ngan-so",
        right="unit: ngan-son",
    ),
    ProblemKind(
        "unknown-area",
        N_("There is no area “{id}”."),
        N_("The file's name must be an area of data/areas.yml."),
        title=N_("Unknown area"),
        explanation=N_(
            "Indicators, and what a narrative says of an area, stand in a file named after one of the areas of reform. What belongs to no area would be on no page."
        ),
        wrong="data/indicators/procedure.yml",
        right="data/indicators/procedures.yml",
    ),
    ProblemKind(
        "unknown-measure",
        N_("There is no unit of measure “{id}”."),
        N_("Units of measure are in data/measures.yml."),
        title=N_("Unknown unit of measure"),
        explanation=N_(
            "The unit of measure decides how a figure is read and written. They are declared in data/measures.yml."
        ),
    ),
    ProblemKind(
        "unknown-indicator",
        N_("There is no indicator “{id}”."),
        N_("`reform-reports indicators WORD` finds indicators by words of their names, in either language."),
        title=N_("Unknown indicator"),
        explanation=N_(
            "Figures of all units meet under one indicator, which has one definition. Look for it among those declared before you declare another."
        ),
        wrong='{{ value("on-time-rat") }}',
        right='{{ value("on-time-rate") }}',
    ),
    ProblemKind(
        "unknown-rule",
        N_("The calendar has no rule “{id}”."),
        N_("Correct the id, or declare the rule in data/calendar.yml."),
        title=N_("Unknown rule on reports"),
        explanation=N_(
            "A report under another rule than the one on reform names it, so that both stand beside each other. Rules are declared in data/calendar.yml."
        ),
    ),
    ProblemKind(
        "unknown-form",
        N_("There is no form “{id}”."),
        N_("Forms are files in data/forms."),
        title=N_("Unknown form"),
        explanation=N_("The report names a form that is not in data/forms, so its rows cannot be read."),
    ),
    ProblemKind(
        "unknown-breakdown",
        N_("There is no breakdown “{id}”."),
        N_("Breakdowns are in data/breakdowns.yml."),
        title=N_("Unknown breakdown"),
        explanation=N_("What figures can be split by is declared once, in data/breakdowns.yml."),
        wrong="breakdown: [tiers]",
        right="breakdown: [tier]",
    ),
    ProblemKind(
        "unknown-category",
        N_("The breakdown “{breakdown}” has no category “{id}”."),
        N_("Correct the name, or add the category to data/breakdowns.yml."),
        title=N_("Unknown category"),
        explanation=N_("A breakdown lists its parts; a figure that names another part would add up with nothing."),
        wrong="{tier: comune}",
        right="{tier: commune}",
    ),
    ProblemKind(
        "undeclared-breakdown",
        N_("The indicator “{indicator}” is not broken down by “{breakdown}”."),
        N_("Add it to the indicator's breakdown, or use another indicator."),
        title=N_("Breakdown that the indicator does not have"),
        explanation=N_("An indicator declares what it may be split by, so that parts and wholes are not mixed up."),
        right="breakdown: [tier]",
    ),
    ProblemKind(
        "bad-formula",
        N_("The formula “{formula}” cannot be read."),
        N_("Divide one id by another (“a / b”), or add and subtract (“a + b - c”); never both in one formula."),
        title=N_("Formula that cannot be read"),
        explanation=N_(
            "Formulas are deliberately simple, because readers see them and the program recomputes with them. A space stands on both sides of a sign."
        ),
        wrong="formula: on-time/resolved",
        right="formula: on-time / resolved",
    ),
    ProblemKind(
        "bound-not-comparable",
        N_(
            "“{indicator}” cannot be held against “{bound}”: they are counted in different units of measure, or are the same."
        ),
        N_("Name an indicator with the same unit of measure under `within`."),
        title=N_("A bound cannot be compared"),
        explanation=N_(
            "`within` names another indicator that this one cannot exceed. Only numbers in one unit of measure can be held against each other."
        ),
    ),
    ProblemKind(
        "circular-formula",
        N_("The formula “{formula}” gives “{indicator}” from itself."),
        N_("Name other indicators."),
        title=N_("Formula that leads back to itself"),
        explanation=N_("An indicator computed from itself, directly or by way of others, proves nothing."),
    ),
)
