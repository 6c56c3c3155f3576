"""What is wrong with prose."""

from __future__ import annotations

from generator.i18n.messages import N_
from generator.problems.kind import ProblemKind, Severity

THEME = N_("Narratives")

KINDS = (
    ProblemKind(
        "personal-data",
        N_("This looks like personal data: {data}."),
        N_("Leave out private persons, their addresses, numbers and cases; officials are named with their office."),
        title=N_("Personal data"),
        explanation=N_(
            "The site publishes what authorities do, never who the citizens are. What looks like the name, number, address or case of a private person stops the build before anybody can see it."
        ),
    ),
    ProblemKind(
        "unknown-report",
        N_("There is no report “{id}”."),
        N_("Narratives lie under content/<language>/reports/<unit>/<period>/."),
        title=N_("Narrative of an unknown report"),
        explanation=N_(
            "A narrative lies in the folder of its report. There is no report in data/reports for this folder."
        ),
    ),
    ProblemKind(
        "unknown-section",
        N_("“{written}” is not a section of a narrative."),
        N_("Rename the file after one of the sections: {sections}."),
        title=N_("Unknown section"),
        explanation=N_("A narrative's file is named after its section, so that pages show it in the right place."),
        wrong="tomtat.md",
        right="summary.md",
    ),
    ProblemKind(
        "broken-expression",
        N_("The expression cannot be read: {reason}."),
        N_('Write it like {{{{ value("dossiers-received", tier="district") }}}}.'),
        title=N_("Expression that cannot be read"),
        explanation=N_(
            "Between {{ and }} stands one call with values in quotes and nothing else: no sums, no programs."
        ),
        wrong='{{ value("dossiers-received }}',
        right='{{ value("dossiers-received") }}',
    ),
    ProblemKind(
        "unknown-value",
        N_("The report has no value of {what}."),
        N_("The report's values are in data/reports; period, section and breakdown must match."),
        title=N_("Figure that the report does not have"),
        explanation=N_(
            "The narrative names a figure that was not entered. Figures are never typed into prose, so what is shown is always what was reported."
        ),
    ),
    ProblemKind(
        "empty-chart",
        N_("A chart of {what} would show nothing: the unit's reports have no figures that make one."),
        N_("Take a shape that can be drawn, if any is named, or use value or table instead."),
        title=N_("Chart that shows nothing"),
        explanation=N_(
            "A chart compares, and all reports of the unit are looked at: figures of several periods (course, years), parts that add up to a whole (whole), tiers or "
            "other parts of one period (breakdown), a result and its plan (plan), at least three units of a level (peers). Figures that the audit doubts do not count. "
            "The message names the shapes that can be drawn of what was asked for."
        ),
        wrong='{{ chart("dossiers-on-time") }}',
        right='{{ value("dossiers-on-time") }}',
    ),
    ProblemKind(
        "unlike-in-one-chart",
        N_("“{first}” and “{second}” are measured in different ways: no chart shows both."),
        N_("Make a chart of each."),
        title=N_("Indicators that no chart may show together"),
        explanation=N_(
            "A share of the dossiers resolved and one of the dossiers due look alike in a chart and are not. Indicators that must not be taken for each other say so under `unlike`, "
            "those that are counted in the place of others since a rule changed under `replaces`."
        ),
        wrong='{{ chart("dossiers-on-time-rate", "dossiers-on-time-of-due-rate") }}',
        right='{{ chart("dossiers-on-time-rate") }}',
    ),
    ProblemKind(
        "unknown-shape",
        N_("“{written}” is no shape of a chart."),
        N_("Correct the name, or leave it out: then the first shape that the figures allow is drawn."),
        title=N_("Unknown shape of a chart"),
        explanation=N_(
            "Shapes are course (how figures went on), whole (what a whole is made of), breakdown (tiers or other parts beside each other), plan (results beside plans), "
            "peers (the unit among those of its level) and years (the same part of several years)."
        ),
        wrong='{{ chart("dossiers-resolved", shape="wohle") }}',
        right='{{ chart("dossiers-resolved", shape="whole") }}',
    ),
    ProblemKind(
        "repeated-chart",
        N_("This chart stands on the same page already, in {first}."),
        N_("Take one of the two out."),
        title=N_("The same chart twice on one page"),
        explanation=N_(
            "A chart has an address, by which others link to it and show it in their pages. Two with one address would be one for screen readers and links."
        ),
        wrong='{{ chart("dossiers-on-time") }} … {{ chart("dossiers-on-time") }}',
        right='{{ chart("dossiers-on-time") }} …',
    ),
    ProblemKind(
        "unknown-expression",
        N_("“{written}” is not a function or argument that narratives can use."),
        N_("Use value, chart or table."),
        title=N_("Unknown expression"),
        explanation=N_("Narratives know three expressions: value, chart and table."),
        wrong='{{ valeu("dossiers-on-time") }}',
        right='{{ value("dossiers-on-time") }}',
    ),
    ProblemKind(
        "unknown-argument",
        N_("“{written}” is not an argument of {function}."),
        N_("Correct the name, or leave the argument out."),
        title=N_("Unknown argument"),
        explanation=N_(
            "Arguments are period, unit, section, with_unit, shape (of a chart) and the names of breakdowns. The message names the nearest."
        ),
        wrong='{{ value("dossiers-on-time", teir="district") }}',
        right='{{ value("dossiers-on-time", tier="district") }}',
    ),
    ProblemKind(
        "missing-translation",
        N_("The {lang} version is missing; readers see another language."),
        N_("Add content/{lang}/{path}."),
        severity=Severity.WARNING,
        title=N_("Page without translation"),
        explanation=N_("Readers of the other language get the page in this one, with a notice. The site can be built."),
    ),
    ProblemKind(
        "untranslated-text",
        N_("The {lang} text is missing; readers see “{text}”."),
        N_("Add {lang}: … beside vi."),
        severity=Severity.WARNING,
        title=N_("Text without translation"),
        explanation=N_(
            "Names, definitions and notes in data/ may be given in Vietnamese alone; readers of another language then meet Vietnamese in the middle of "
            "a page. The site can be built."
        ),
        wrong="names: {vi: Huyện Mẫu}",
        right="names: {vi: Huyện Mẫu, en: Sample District}",
    ),
    ProblemKind(
        "broken-link",
        N_("The link “{target}” leads nowhere."),
        N_("Correct the address, or take the link away."),
        title=N_("Broken link"),
        explanation=N_(
            "The page or heading that the link names is not part of the site. Readers would end at an error page, so nothing is published."
        ),
        wrong="[Khánh Sơn](/units/khanh-so/)",
        right="[Khánh Sơn](/units/khanh-son/)",
    ),
    ProblemKind(
        "too-many-expressions",
        N_("There are more than {most} expressions on this page."),
        N_("Use a table, or write less."),
        title=N_("Too many expressions on a page"),
        explanation=N_(
            "Each expression in double braces looks figures up. Their number is bounded, so that a page cannot stop the build."
        ),
    ),
)
