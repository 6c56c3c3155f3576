"""Areas, units of measure, breakdowns and indicators."""

from __future__ import annotations

from collections.abc import Mapping

from generator.fields.said import Refers, Said
from generator.i18n.messages import N_
from generator.model.indicator import Area, Bound, Break, Breakdown, Category, Indicator, Measure
from generator.model.placed import Placed

WORDS: Mapping[type[Placed], Mapping[str, Said]] = {
    Area: {
        "id": Said(N_("Id"), N_("Part of web addresses; the indicators of the area are in the file of this name.")),
        "names": Said(N_("Name"), N_("The name of the area.")),
        "definition": Said(N_("Definition"), N_("What the area of reform is about."), long=True),
        "note": Said(
            N_("Note"), N_("What readers should know of the area, such as by which rule it is one."), long=True
        ),
        "headline": Said(
            N_("Key indicators"),
            N_("The indicators that tell most; a unit's key figure is the first one that it reports."),
            refers_to=Refers.INDICATOR,
        ),
        "wholes": Said(
            N_("Wholes"),
            N_("Indicators of which the pages of units show what they are made of, or a part of."),
            refers_to=Refers.INDICATOR,
        ),
    },
    Measure: {
        "id": Said(N_("Id"), N_("What indicators and forms call this unit of measure.")),
        "type": Said(N_("Type"), N_("How a value is read: whole numbers, numbers with decimals, yes or no, or words.")),
        "names": Said(N_("Name"), N_("What the unit of measure is called.")),
        "pattern": Said(
            N_("Pattern"),
            N_("How a number is written with it, by language; {} is the number. English may give one and other."),
        ),
        "minimum": Said(N_("Least value"), N_("Nothing less is accepted without saying what is printed.")),
        "maximum": Said(N_("Greatest value"), N_("Nothing more is accepted without saying what is printed.")),
        "out_of": Said(
            N_("Out of"), N_("Whether numbers are printed with what they are out of: rank 8/63, points 9,5/10.")
        ),
        "signs": Said(
            N_("Other signs"),
            N_("Other signs that documents print behind such numbers, though they mean something else."),
        ),
        "words": Said(N_("Words of the forms"), N_("What forms print for yes and for no.")),
        "answers": Said(N_("Answers"), N_("What readers see for yes and for no.")),
    },
    Category: {
        "id": Said(N_("Id"), N_("What figures call this part.")),
        "names": Said(N_("Name"), N_("What the part is called, such as “Cấp huyện”.")),
    },
    Breakdown: {
        "id": Said(N_("Id"), N_("What indicators and figures call this breakdown.")),
        "names": Said(N_("Name"), N_("By what figures are split.")),
        "categories": Said(N_("Parts"), N_("The parts, in the order in which readers see them.")),
    },
    Break: {
        "period": Said(N_("From period"), N_("The first period that is counted otherwise.")),
        "reason": Said(N_("Reason"), N_("Why figures from before cannot be compared."), long=True),
    },
    Bound: {
        "indicator": Said(
            N_("Indicator"), N_("The indicator that this one cannot exceed."), refers_to=Refers.INDICATOR
        ),
        "as": Said(N_("As"), N_("Why: it counts a part of it, what was planned, or the places there are.")),
    },
    Indicator: {
        "id": Said(N_("Id"), N_("Part of web addresses; it never changes. Narratives name the figure by it.")),
        "names": Said(N_("Name"), N_("The name that readers see.")),
        "definition": Said(N_("Definition"), N_("What exactly is counted, and what is not."), long=True),
        "measure": Said(N_("Unit of measure"), N_("How its values are read and written."), refers_to=Refers.MEASURE),
        "kind": Said(
            N_("Kind of value"), N_("The state at a day, what happened in the period, or the total since January.")
        ),
        "better": Said(N_("Which way is better"), N_("Whether more or less of it is progress.")),
        "breakdown": Said(N_("Breakdowns"), N_("By what its figures may be split."), refers_to=Refers.BREAKDOWN),
        "sums": Said(
            N_("Breakdowns that add up"),
            N_("Those of its breakdowns whose parts add up to the whole."),
            refers_to=Refers.BREAKDOWN,
        ),
        "formula": Said(N_("Formula"), N_("How it follows from others: dossiers-on-time / dossiers-resolved.")),
        "within": Said(N_("Cannot exceed"), N_("Indicators that it cannot exceed for the same unit, period and part.")),
        "rise_of": Said(N_("Rise of"), N_("The indicator whose rise this one is."), refers_to=Refers.INDICATOR),
        "unbounded": Said(
            N_("Without bounds"),
            N_("Whether values may lie outside what the unit of measure allows, such as 120% of a plan."),
        ),
        "unlike": Said(
            N_("Not to be taken for"),
            N_(
                "Indicators that are called alike and measured otherwise, such as a rate of another whole: no chart has both."
            ),
            refers_to=Refers.INDICATOR,
        ),
        "replaces": Said(
            N_("In the place of"),
            N_("Indicators that were counted in its place until the rules changed."),
            refers_to=Refers.INDICATOR,
        ),
        "self_assessed": Said(
            N_("Self-assessed"), N_("Whether the unit says so of itself where others would measure.")
        ),
        "of_year": Said(
            N_("Of the whole year"), N_("Set for a whole year, such as a plan: its figures stand under the year.")
        ),
        "over_time": Said(N_("Over time"), N_("How the number of a part of a time goes with that of the whole.")),
        "adds_over_units": Said(
            N_("Adds up over units"),
            N_("Whether what units of one level count may be added up, because no two count the same thing."),
        ),
        "same_set": Said(
            N_("Counts the same as"), N_("Sums that count the very same things in other rows: sums such as a + b.")
        ),
        "related": Said(N_("Related indicators"), N_("What readers may look at next."), refers_to=Refers.INDICATOR),
        "note": Said(N_("Note"), N_("What readers should know of the indicator."), long=True),
        "breaks": Said(N_("Breaks"), N_("From which periods on it is counted otherwise, and why.")),
        "former_ids": Said(N_("Former ids"), N_("Ids that it had on this site before: old addresses lead here.")),
    },
}
