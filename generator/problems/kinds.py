"""Every kind of problem: what it says and what it advises. A message names its words in braces."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.i18n.messages import N_


class Severity(StrEnum):
    """An error stops the build; a warning is told."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class ProblemKind:
    """A kind of problem: its code, its message and advice (English, translated when shown), and its severity."""

    code: str
    message: str
    remedy: str = ""
    severity: Severity = Severity.ERROR


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
    ProblemKind(
        "file-too-large",
        N_("The file is larger than {most} KB."),
        N_("No file of ours needs as much; split it, or look what got into it."),
    ),
    ProblemKind(
        "hidden-character",
        N_("There is a character that cannot be seen: {character}."),
        N_("Delete it and type the text anew; it often comes along with copied text."),
    ),
    ProblemKind(
        "symbolic-link",
        N_("This is a symbolic link, and links are not followed."),
        N_("Put the file itself in its place."),
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
    ProblemKind(
        "too-many-values",
        N_("The file holds more than {most} values."),
        N_("No file of ours needs as many; split it, or look what got into it."),
    ),
    ProblemKind(
        "text-too-long",
        N_("The text has {length} characters; at most {most} are read."),
        N_("Shorten it; longer texts belong in content/."),
    ),
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
        "bad-code",
        N_("“{written}” cannot be the code of a table, row or column."),
        N_("Use letters and digits, with single dots, hyphens or spaces between them, at most 40: 1.2 or a."),
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
    ProblemKind(
        "too-many-expressions",
        N_("There are more than {most} expressions on this page."),
        N_("Use a table, or write less."),
    ),
    ProblemKind(
        "paragraph-too-complex",
        N_("The paragraph is too long, has too many brackets or is nested too deeply."),
        N_("Cut it with blank lines."),
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
    # Building
    ProblemKind("engine-failed", N_("The site engine failed for {lang}: {detail}.")),
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
        "template-failed",
        N_("The template failed: {detail}."),
        N_("The previous site is unchanged. Mend the template, or bring it back from the project's history."),
    ),
    ProblemKind(
        "chart-failed",
        N_("The picture “{chart}” of this page could not be drawn: {detail}."),
        N_(
            "The previous site is unchanged. Look for an unusual figure or name in what it shows; otherwise report it as a fault."
        ),
    ),
    ProblemKind(
        "process-ended",
        N_("A process of the build was ended from outside."),
        N_("The previous site is unchanged. Most often memory ran out: close other programs and try again."),
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
