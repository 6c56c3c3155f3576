"""Every kind of problem: what it says and what it advises. A message names its words in braces."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.i18n.messages import N_


class Severity(StrEnum):
    """An error stops the build; a warning is told; a contradiction is in the source document, and published; a note is for whoever edits."""

    ERROR = "error"
    WARNING = "warning"
    CONTRADICTION = "contradiction"
    NOTE = "note"


@dataclass(frozen=True)
class ProblemKind:
    """A kind of problem: its code, its message and advice (English, translated when shown), and its severity.

    `title` names the kind in a few words, `explanation` teaches it; both are English messages as well.
    """

    code: str
    message: str
    remedy: str = ""
    severity: Severity = Severity.ERROR
    title: str = ""
    explanation: str = ""


_ALL = (
    # Files
    ProblemKind(
        "no-root",
        N_("There is no {what} in “{root}”."),
        N_("Run the command in the project's folder, or name it with --root."),
    ),
    ProblemKind("not-utf8", N_("The file is not in UTF-8: byte {byte} does not fit."), N_("Save it again as UTF-8.")),
    ProblemKind("empty-file", N_("The file is empty."), N_("Fill it in, or remove it.")),
    ProblemKind("unreadable-file", N_("The file cannot be read: {reason}.")),
    ProblemKind(
        "misplaced-file",
        N_("The file should be called “{expected}”, after what stands in it."),
        N_("Rename the file, or correct what it says."),
    ),
    ProblemKind(
        "unknown-file",
        N_("Nothing is read from this file."),
        N_("Move it to a folder that docs/formats.md names, or remove it."),
    ),
    # YAML
    ProblemKind("yaml-tab", N_("A tab stands where YAML wants spaces."), N_("Indent with spaces.")),
    ProblemKind("yaml-quote", N_("A quote is opened here and never closed."), N_("Close the quote on the same line.")),
    ProblemKind(
        "yaml-bracket",
        N_("A list or mapping in brackets is not closed or lacks a comma."),
        N_("Check brackets and commas from here on."),
    ),
    ProblemKind(
        "yaml-indent",
        N_("The indentation does not fit the lines above."),
        N_("Align the keys of one entry in one column."),
    ),
    ProblemKind(
        "yaml-colon",
        N_("A colon followed by a space stands inside a text without quotes."),
        N_("Put the text in quotes."),
    ),
    ProblemKind("yaml-no-colon", N_("A key is not followed by a colon."), N_("Write it as key: value.")),
    ProblemKind(
        "yaml-syntax", N_("This is not valid YAML ({detail})."), N_("Compare it with the example in docs/formats.md.")
    ),
    ProblemKind("yaml-alias", N_("Anchors and aliases (& and *) are not used here."), N_("Write the value out.")),
    ProblemKind("yaml-deep", N_("The file is nested too deeply.")),
    ProblemKind("duplicate-key", N_("“{key}” is given twice; first in line {first}."), N_("Keep one of them.")),
    # Shape
    ProblemKind("unknown-key", N_("“{key}” is not known here.")),
    ProblemKind("missing-key", N_("“{key}” is missing."), N_("Add it; docs/formats.md shows an example.")),
    ProblemKind("wrong-type", N_("“{written}” is not {expected}."), N_("docs/formats.md shows an example.")),
    ProblemKind("not-allowed", N_("“{written}” may not stand here.")),
    ProblemKind(
        "bad-id",
        N_("“{written}” cannot be an id."),
        N_("Use lower-case letters a to z and digits, in words joined by hyphens."),
    ),
    ProblemKind(
        "bad-period",
        N_("“{written}” is not a period."),
        N_("Write it like 2020-Q1, 2020-H1, 2022-9M, 2023 or 2011-2020."),
    ),
    ProblemKind(
        "bad-date",
        N_("“{written}” is not a date that exists."),
        N_("Write it like 2020-06-03, or 2022-09 where no day is printed."),
    ),
    ProblemKind(
        "date-without-day", N_("“{written}” lacks the day."), N_("This site's own dates are exact, like 2026-11-21.")
    ),
    ProblemKind("text-without-vi", N_("The Vietnamese text (vi) is missing."), N_("Write it as {{vi: …, en: …}}.")),
    ProblemKind(
        "unknown-language",
        N_("“{written}” is not the code of a language."),
        N_("Write vi or en. A text that holds a comma needs quotes."),
    ),
    ProblemKind(
        "value-or-values", N_("Give either value or values."), N_("value is for one period, values for several.")
    ),
    ProblemKind(
        "table-and-row", N_("A row is named by its table and its code."), N_("Give both table and row, or neither.")
    ),
    ProblemKind(
        "published-too-early",
        N_("The report was published here on {day}, before its own date, {date}."),
        N_("published is the day on which this site first showed the report."),
    ),
    ProblemKind(
        "revised-too-early",
        N_("A revision of {day} is dated before the day on which the report was published here, {published}."),
        N_("Revisions are what changed after the report was published."),
    ),
    ProblemKind(
        "revised-unpublished",
        N_("The report has revisions, but does not say when it was published here."),
        N_("Add published: with the day on which this site first showed the report."),
    ),
    ProblemKind("duplicate-id", N_("The id “{id}” is already used in {first}."), N_("Give one of them another id.")),
    ProblemKind(
        "duplicate-report", N_("The report of “{unit}” for {period} is already in {first}."), N_("Keep one file.")
    ),
    # Figures
    ProblemKind(
        "blank-figure",
        N_("A figure may not be left blank."),
        N_("Write the number, or none-occurred, not-applicable or not-reported."),
    ),
    ProblemKind(
        "value-and-status",
        N_("A figure has both a number and a status."),
        N_("Keep the number, or the status where there is none; say more under note or printed."),
    ),
    ProblemKind(
        "misread-number",
        N_("YAML would read {written} as {read}, but on paper it may be {other}."),
        N_('Write {other}, "{written}" in quotes, or {read}.'),
    ),
    ProblemKind(
        "misread-count",
        N_("YAML would read {written} as {read}, but {measure} are counted: on paper it is {other}."),
        N_('Write {other}, or "{written}" in quotes.'),
    ),
    ProblemKind(
        "leading-zero",
        N_("YAML would not read {written} as the number it shows."),
        N_('Write "{written}" in quotes, or {plain}.'),
    ),
    ProblemKind(
        "ambiguous-rate", N_("“{written}” can be {grouped} or {decimal}."), N_('Use a decimal comma: "{comma}".')
    ),
    ProblemKind(
        "count-with-decimals",
        N_("“{written}” is not a whole number, but {measure} are counted."),
        N_("A dot groups thousands only in quotes and before three digits; a comma marks decimals."),
    ),
    ProblemKind(
        "not-a-number",
        N_("“{written}” cannot be read as {measure}."),
        N_("Write the number alone, and what else the paper shows under printed or note."),
    ),
    ProblemKind("not-a-word", N_("“{written}” is neither yes nor no in {measure}.")),
    ProblemKind(
        "wrong-number-of-cells",
        N_("The row has {given} figures, but the table has {expected} columns."),
        N_('Decimal commas inside a list need quotes: ["81,8", "83,3"]. Empty cells are not-reported.'),
    ),
    ProblemKind("unknown-table", N_("The form “{form}” has no table “{table}”.")),
    ProblemKind("unknown-row", N_("Table “{table}” of the form has no row “{row}”.")),
    ProblemKind("unknown-column", N_("Table “{table}” of the form has no column “{column}”.")),
    ProblemKind("missing-columns", N_("Table “{table}” needs columns: the periods that the report prints.")),
    ProblemKind(
        "needless-columns", N_("The columns of table “{table}” are fixed by the form."), N_("Remove columns here.")
    ),
    ProblemKind(
        "heading-with-value", N_("Row {row} is a heading and has no figures."), N_("Remove it, or correct the form.")
    ),
    ProblemKind(
        "missing-row",
        N_("Row {row} of table “{table}” is not entered."),
        N_("Enter it; an empty cell is not-reported. Say entry: partial while a report is being entered."),
    ),
    ProblemKind(
        "missing-table",
        N_("Table “{table}” of the form is not entered."),
        N_("Enter it. Say entry: partial while a report is being entered."),
    ),
    ProblemKind(
        "no-form", N_("The report has tables but names no form."), N_("Add form: with the id of a file in data/forms.")
    ),
    # References
    ProblemKind("unknown-unit", N_("There is no unit “{id}”."), N_("Units are files in data/units.")),
    ProblemKind(
        "unknown-area", N_("There is no area “{id}”."), N_("The file's name must be an area of data/areas.yml.")
    ),
    ProblemKind(
        "unknown-measure", N_("There is no unit of measure “{id}”."), N_("Units of measure are in data/measures.yml.")
    ),
    ProblemKind("unknown-indicator", N_("There is no indicator “{id}”."), N_("Indicators are in data/indicators.")),
    ProblemKind("unknown-form", N_("There is no form “{id}”."), N_("Forms are files in data/forms.")),
    ProblemKind("unknown-breakdown", N_("There is no breakdown “{id}”."), N_("Breakdowns are in data/breakdowns.yml.")),
    ProblemKind("unknown-category", N_("The breakdown “{breakdown}” has no category “{id}”.")),
    ProblemKind(
        "undeclared-breakdown",
        N_("The indicator “{indicator}” is not broken down by “{breakdown}”."),
        N_("Add it to the indicator's breakdown, or use another indicator."),
    ),
    ProblemKind(
        "bad-formula",
        N_("The formula “{formula}” cannot be read."),
        N_("Divide one id by another (“a / b”), or add and subtract (“a + b - c”); never both in one formula."),
    ),
    ProblemKind(
        "correction-unmatched",
        N_("This correction names no figure of the report: {what}."),
        N_("Name it by table, row and column, or by indicator, breakdown and period."),
        title=N_("A correction of nothing"),
        explanation=N_("`corrections` of a report name a figure each. This one names none, so nothing is corrected."),
    ),
    ProblemKind(
        "correction-ambiguous",
        N_("This correction names several figures: {what}."),
        N_("Add the column, or the section in which the figure stands."),
        title=N_("A correction of several figures"),
        explanation=N_("A correction holds for exactly one figure, so that nothing else changes unseen."),
    ),
    ProblemKind(
        "correction-obsolete",
        N_("The correction expects “{expects}”, but the report has “{found}”."),
        N_("If the figure was mended at its place, remove the correction; otherwise say what the paper shows."),
        title=N_("A correction that is no longer needed"),
        explanation=N_(
            "A correction says what it expects to find. Once that is gone, it would change something that nobody has looked at, so it is refused."
        ),
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
    ),
    ProblemKind(
        "row-without-meaning",
        N_("Row {row} feeds no indicator."),
        N_("Give it an indicator, say heading: true, or say why it is not_indicator."),
    ),
    ProblemKind("row-without-measure", N_("Row {row} has figures but no unit of measure."), N_("Add measure:.")),
    ProblemKind(
        "duplicate-row", N_("Row {row} stands twice in table “{table}”."), N_("The second one gets “{row}#2”.")
    ),
    ProblemKind(
        "unit-ended",
        N_("The unit “{unit}” existed until {day}; the period {period} is later."),
        N_("Name the unit that took its place."),
    ),
    ProblemKind(
        "unit-not-begun",
        N_("The unit “{unit}” exists since {day}; the period {period} is earlier."),
        N_("Name the unit that was there before."),
    ),
    ProblemKind("circle-of-units", N_("The unit “{unit}” is its own parent by way of {path}.")),
    ProblemKind(
        "one-sided-lineage",
        N_("“{unit}” names “{other}” as {role}, but “{other}” does not name it in return."),
        N_("Add it to the other unit's file."),
    ),
    ProblemKind("target-without-unit", N_("The target is set for no unit and no level."), N_("Add unit: or level:.")),
    ProblemKind(
        "target-threshold",
        N_("A target needs either a number or a plan to be held against."),
        N_("Give threshold: or threshold_from:, not both."),
    ),
    ProblemKind(
        "plan-in-other-measure",
        N_("“{plan}” has another unit of measure than “{indicator}”, so it cannot be its plan."),
        N_("Name the indicator that holds the plan in the same unit of measure."),
    ),
    # Narratives
    ProblemKind(
        "personal-data",
        N_("This looks like personal data: {data}."),
        N_("Leave out private persons, their addresses, numbers and cases; officials are named with their office."),
    ),
    ProblemKind(
        "unknown-report",
        N_("There is no report “{id}”."),
        N_("Narratives lie under content/<language>/reports/<unit>/<period>/."),
    ),
    ProblemKind("unknown-section", N_("“{written}” is not a section of a narrative.")),
    ProblemKind(
        "broken-expression",
        N_("The expression cannot be read: {detail}."),
        N_('Write it like {{{{ value("dossiers-received", tier="district") }}}}.'),
    ),
    ProblemKind(
        "unknown-value",
        N_("The report has no value of {what}."),
        N_("The report's values are in data/reports; period, section and breakdown must match."),
    ),
    ProblemKind(
        "empty-chart",
        N_("A chart of {what} would show nothing: there are no two figures to compare."),
        N_("Use value or table instead."),
    ),
    ProblemKind("unknown-expression", N_("“{written}” is not a function or argument that narratives can use.")),
    ProblemKind("unknown-argument", N_("“{written}” is not an argument of {function}.")),
    ProblemKind(
        "missing-translation",
        N_("The {lang} version is missing; readers see another language."),
        N_("Add content/{lang}/{path}."),
        Severity.WARNING,
    ),
    ProblemKind("broken-link", N_("The link “{target}” leads nowhere.")),
    # Twice, or for nothing
    ProblemKind(
        "repeated-figure",
        N_("This figure of “{indicator}” is already entered for the same section in {first}."),
        N_("Remove one of the two."),
        Severity.WARNING,
        title=N_("A figure entered twice"),
        explanation=N_(
            "Under prose, the same indicator, unit, period and breakdown has the same value, printed the same way, twice in "
            "one section. A total that is printed beside several of its parts (02/109, 107/109) may stand as often as it is "
            "printed; rows of a form are not looked at, because forms do ask for one thing twice."
        ),
    ),
    ProblemKind(
        "document-cited-twice",
        N_("“{document}” is already among the references, in {first}."),
        N_("Remove one of the two; or, if these are two documents, give what tells them apart (number, date, issuer)."),
        Severity.WARNING,
        title=N_("A cited document entered twice"),
        explanation=N_(
            "Documents are the same if number, issuer and date agree, or name, subject and date where there is no number. "
            "Numbers begin anew every year with every authority."
        ),
    ),
    ProblemKind(
        "duplicate-code",
        N_("The official code {code} also belongs to another unit of the same time, in {first}."),
        N_("Correct one of the codes, or valid_from and valid_to if one unit follows the other."),
        Severity.WARNING,
        title=N_("Two units with one official code"),
        explanation=N_(
            "Two units of one level that exist at the same time cannot have the same official code. A unit may take over the code "
            "of the unit that it replaces."
        ),
    ),
    ProblemKind(
        "duplicate-name",
        N_("The indicator “{other}” has the same name: {name}."),
        N_("Say in the names how the two differ, or make one of them."),
        Severity.WARNING,
        title=N_("Two indicators with one name"),
        explanation=N_(
            "Readers choose indicators by their names, in lists, in the search and in comparisons. Two with one name in one "
            "language cannot be told apart there."
        ),
    ),
    ProblemKind(
        "unused-entry",
        N_("Nothing uses {role} “{id}”."),
        N_("Remove it, or look for a slip where it should be used."),
        Severity.WARNING,
        title=N_("Something is defined that nothing uses"),
        explanation=N_(
            "An indicator that no report, form or target names, a unit of measure or breakdown that no indicator has, an area "
            "without indicators, or a form without reports. Often the id was changed in one place only."
        ),
    ),
    ProblemKind(
        "unread-file",
        N_("Nothing is read from a file of this kind."),
        N_("Only .yml files are read from data/ and .md files from content/. Keep drafts and scans elsewhere."),
        Severity.WARNING,
        title=N_("A file that nothing reads"),
        explanation=N_(
            "Whoever puts a file into data/ or content/ expects to see it on the site; other kinds of files are left out."
        ),
    ),
    # Translations
    ProblemKind(
        "stale-translation",
        N_("The Vietnamese original has changed since this translation was made."),
        N_("Bring it up to date, then run: reform-reports translated {file}"),
        Severity.WARNING,
        title=N_("A translation older than its original"),
        explanation=N_(
            "content/translations.yml records from which state of its original each translation was made, as a mark of its words. "
            "So it is known without the project's history, also in an archive, when the two have come apart. Line breaks "
            "and spaces do not count. Whoever has brought a translation up to date says so with reform-reports translated."
        ),
    ),
    ProblemKind(
        "unrecorded-translation",
        N_("It is not recorded from which state of its original this translation was made."),
        N_("When it says what the original says, run: reform-reports translated {file}"),
        Severity.WARNING,
        title=N_("A translation without a record"),
        explanation=N_(
            "Once a tree keeps content/translations.yml, every translation should be in it; otherwise nobody learns when its "
            "original changes."
        ),
    ),
    # Building
    ProblemKind("engine-failed", N_("The site engine failed for {lang}: {detail}.")),
    ProblemKind(
        "chart-without-alternative",
        N_("“{what}” is drawn, but there is nothing to read in its place."),
        N_(
            "A chart needs a caption, a description and its table; a picture needs alt, or aria-hidden where it is ornament."
        ),
        title=N_("A chart or picture without text alternative"),
        explanation=N_(
            "Looked at are the finished pages. Who cannot see a chart reads its caption, the description of its picture and the "
            "table of its figures; all three must be there. Other pictures must be described, or be marked as ornament."
        ),
    ),
    ProblemKind(
        "broken-reference",
        N_("An element of the page refers to “{what}”, which is not on the page."),
        N_("Give the element that is meant this id, or refer to another one."),
        title=N_("A reference within a page that finds nothing"),
        explanation=N_(
            "Labels, descriptions and headers of cells name other elements by their ids. Where the id is missing, screen readers "
            "say nothing there. Looked at are the finished pages."
        ),
    ),
    ProblemKind(
        "no-pdf-browser",
        N_("There is no Chromium or Chrome to print PDF files with."),
        N_("Install one (Debian: apt-get install chromium), name one with CHROMIUM=/path, or build without --pdf."),
    ),
    ProblemKind(
        "pdf-failed",
        N_("This page could not be printed to PDF: {reason}."),
        N_("The previous site is unchanged. Try again, or build without --pdf."),
    ),
    ProblemKind(
        "search-failed",
        N_("The index for search could not be made: {detail}."),
        N_("The previous site is unchanged. Run make site, which installs what is missing, or free some space."),
    ),
    ProblemKind(
        "missing-template",
        N_("There is no page template “{name}”."),
        N_("Bring it back from the project's history."),
    ),
    ProblemKind(
        "output-unusable",
        N_("“{path}” cannot be written: {reason}."),
        N_("The previous site is unchanged. Free some space or choose another folder with --output."),
    ),
    ProblemKind(
        "output-foreign",
        N_("“{path}” holds something else than a site made by this command."),
        N_("Choose another folder with --output, or empty this one yourself."),
    ),
    ProblemKind(
        "internal-error",
        N_("The program failed at “{stage}”: {detail}."),
        N_(
            "This is a fault of the program, not of your files. The previous site is unchanged; please report it with the file {log}."
        ),
    ),
)

KINDS = {kind.code: kind for kind in _ALL}
"""The kinds of problem that this layer declares."""

_DECLARED_ABOVE: dict[str, ProblemKind] = {}
"""Kinds that belong to one check of a higher layer, which declares its own beside its code."""


def declare(kind: ProblemKind) -> None:
    """Make a kind of a higher layer known. Raises ValueError when another one has its code."""
    if kind_of(kind.code) not in (None, kind):
        raise ValueError(kind.code)
    _DECLARED_ABOVE[kind.code] = kind


def kind_of(code: str) -> ProblemKind | None:
    """The kind with a code, wherever it was declared."""
    return KINDS.get(code) or _DECLARED_ABOVE.get(code)
