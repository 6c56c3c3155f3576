"""What is wrong with a figure as it was typed."""

from __future__ import annotations

from generator.i18n.messages import N_
from generator.problems.kind import ProblemKind

THEME = N_("Figures")

KINDS = (
    ProblemKind(
        "blank-figure",
        N_("A figure may not be left blank."),
        N_("Write the number, or none-occurred, not-applicable or not-reported."),
        title=N_("Figure left blank"),
        explanation=N_(
            "A blank may mean zero, unknown, or forgotten. So every figure is a number or says why there is none: none-occurred, not-applicable or not-reported."
        ),
        wrong="1.1:",
        right="1.1: not-reported",
    ),
    ProblemKind(
        "value-and-status",
        N_("A figure has both a number and a status."),
        N_("Keep the number, or the status where there is none; say more under note or printed."),
        title=N_("Number and status together"),
        explanation=N_("A status says why there is no number. With a number beside it, one of the two is wrong."),
        wrong="{value: 5, status: none-occurred}",
        right="{value: 5}",
    ),
    ProblemKind(
        "range-ends",
        N_("How a rough figure is meant does not fit its numbers."),
        N_(
            "Give value and to for a range, or for about with two ends; one number for any other qualifier, and none without a number."
        ),
        title=N_("Ends of a range that do not fit"),
        explanation=N_(
            "A figure that is printed roughly says how in qualifier: about, nearly, over, at-least, under, at-most or range. A range "
            "(“từ 11 đến 12”) has two ends, value and to; “khoảng 11 hoặc 12” is about, with both."
        ),
        wrong="{value: 11, qualifier: range}",
        right="{value: 11, to: 12}",
    ),
    ProblemKind(
        "rough-number-unread",
        N_("“{written}” is a rough number, but what stands behind {number} is not understood ({measure})."),
        N_('Write {{value: "{number}", qualifier: {qualifier}, printed: "{written}"}}.'),
        title=N_("Rough number that could not be read"),
        explanation=N_(
            "A rough figure may be typed as it is printed: “gần 80 %”, “hơn 2,1 triệu”, “từ 11 đến 12”. More words than the unit's own go "
            "under printed, with the number as value and how it is meant as qualifier."
        ),
        wrong='1.1: "khoảng 6.500 bộ và hơn thế"',
        right='1.1: {value: "6.500", qualifier: about, printed: "khoảng 6.500 bộ và hơn thế"}',
    ),
    ProblemKind(
        "ambiguous-rate",
        N_("“{written}” can be {grouped} or {decimal}."),
        N_('Use a decimal comma: "{comma}".'),
        title=N_("Rate with two readings"),
        explanation=N_(
            "In a percentage a dot before three digits can group thousands or mark decimals; a decimal comma leaves no doubt."
        ),
        wrong='"99.170%"',
        right='"99,170%"',
    ),
    ProblemKind(
        "count-with-decimals",
        N_("“{written}” is not a whole number, but {measure} are counted."),
        N_(
            'A dot groups thousands only before three digits; a comma marks decimals. If the paper prints decimals, add printed: "{written}".'
        ),
        title=N_("Count with decimals"),
        explanation=N_(
            "People, dossiers and documents are counted in whole numbers. Half a dossier is a slip of the pen, or belongs to another row. Where the report "
            "itself prints it, the figure says so under `printed`; then it is published, and readers see that it cannot be."
        ),
        wrong='1.1: "12,5"',
        right='1.1: {value: "12,5", printed: "12,5"}',
    ),
    ProblemKind(
        "below-measure",
        N_("“{written}” cannot be right: in {measure} there is nothing below {limit}."),
        N_('Compare with the paper. If it prints exactly that, add printed: "{written}" to the figure.'),
        title=N_("Less than there can be"),
        explanation=N_(
            "Nothing that is counted is fewer than none, and data/measures.yml may set other bounds. Mostly a dash was typed before the number. Where the report itself prints it, "
            "the figure says so under `printed`; then it is published, and readers see that it cannot be."
        ),
        wrong='1.1: "-5"',
        right='1.1: {value: "-5", printed: "-5"}',
    ),
    ProblemKind(
        "beyond-measure",
        N_("“{written}” cannot be right: in {measure} there is nothing above {limit}."),
        N_(
            'Compare with the paper; often a decimal comma is missing. If it prints exactly that, add printed: "{written}" to the figure; if such a value can be right, say unbounded: true in the indicator.'
        ),
        title=N_("More than there can be"),
        explanation=N_(
            "data/measures.yml gives some units of measure a maximum: a share is at most 100 %. 9755 % for 97,55 % is a slip of typing, and no contradiction of the report. Where the report itself prints it, "
            "the figure says so under `printed`; then it is published, and readers see that it cannot be."
        ),
        wrong='1.2: "9755%"',
        right='1.2: "97,55%"',
    ),
    ProblemKind(
        "not-a-number",
        N_("“{written}” cannot be read as {measure}."),
        N_("Write the number alone, and what else the paper shows under printed or note."),
        title=N_("Words where a number belongs"),
        explanation=N_(
            "Figures are compared and drawn, so a figure is the number alone. What else the cell shows is kept beside it."
        ),
        wrong="khoảng 1200 hồ sơ",
        right='{value: 1200, printed: "khoảng 1200 hồ sơ"}',
    ),
    ProblemKind(
        "figure-too-long",
        N_("“{written}” is longer than any figure of a report: more than {most} signs."),
        N_("Look whether two figures have run together, or give the number in a larger unit of measure."),
        title=N_("Figure too long"),
        explanation=N_(
            "The budget of the whole country has sixteen digits in đồng. What is longer is mostly two numbers that were pasted as one."
        ),
        wrong="1.1: 140831408314083140831",
        right="1.1: 14083",
    ),
    ProblemKind(
        "not-a-word",
        N_("“{written}” is neither yes nor no in {measure}."),
        N_("Write one of the measure's words, or add this one to data/measures.yml."),
        title=N_("Neither yes nor no"),
        explanation=N_(
            "The measure lists which words the forms print for yes and for no (data/measures.yml). This one is not among them."
        ),
        wrong="1.4: v",
        right="1.4: x",
    ),
)
