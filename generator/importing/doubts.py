"""What the worksheet says of a figure that is not simply right: every doubt is data with its words until it is printed."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.i18n.messages import N_, translate


@dataclass(frozen=True)
class Doubt:
    """A reason to look, as a message with its words."""

    message: str
    words: dict[str, str] = field(default_factory=dict, hash=False)

    def in_language(self, lang: str) -> str:
        return translate(lang, self.message, **self.words)


SPACES_INSIDE = N_("The number is printed with a space inside: “{printed}”.")
WORDS_BESIDE = N_("Words stand beside the number: “{printed}”.")
UNIT_BESIDE = N_("The unit of measure is glued to the number: “{printed}”.")
ONLY_WORDS = N_("The cell has words and no number: “{printed}”.")
NOT_READ = N_("“{printed}” is no figure in {measure}.")
DASH = N_("The cell has a dash, which may be zero or nothing reported.")
CROSS = N_("The cell has an x.")
FAILED_FORMULA = N_("A formula of the workbook came to nothing: “{printed}”.")
PERCENT_STORED = N_("The workbook keeps {stored} and shows {printed}.")
PERCENT_UNKNOWN = N_("The workbook keeps {stored} for a rate without a sign of percent; it may be {printed}.")
SHOWN_ROUNDED = N_("The workbook shows fewer decimals than were typed; what it shows was taken.")
SHOWN_IN_THOUSANDS = N_("The workbook leaves thousands out of the number that it shows; what it shows was taken.")
HIDDEN_ROWS = N_("Hidden rows of the sheet “{sheet}” were left out: {rows}.")
HIDDEN_COLUMNS = N_("Hidden columns of the sheet “{sheet}” were left out: {columns}.")
MADE_A_DAY = N_("The workbook made a day of what was typed: {printed}.")
REMARK = N_("The row has a remark: “{printed}”.")
FOOTNOTE = N_("A mark of a footnote was taken off: “{printed}”.")
STRUCK = N_("Text that is struck out or hidden was left out.")
DRAWN = N_("A text box or a drawing stands over the cell; its words were left out.")
WORDS_OF_DRAWINGS = N_("Words of drawings on the sheet “{sheet}” were left out: {words}.")
MARKED = N_("Parts of the cell are struck out or raised; which ones cannot be read.")
RECOGNISED = N_("The page is a picture whose letters a machine recognised; compare with the page.")
ACROSS = N_("One statement stands for the whole row.")
MAYBE_ACROSS = N_("The cell is empty; the statement beside it may be meant for it, too.")
PARTS_READ = N_("The parts were read from the words beside the number.")
IN_ORDER = N_(
    "The cell prints several figures otherwise than the form; they were taken in the order of the form: “{printed}”."
)
UNLIKE_FORM = N_("The form has several figures here ({pattern}); the cell reads “{printed}”.")
LABEL_DIFFERS = N_("The row has the number {number}, but its label reads “{printed}”.")
NUMBER_DIFFERS = N_("The label is that of row {number}, but the number reads “{printed}”.")
OUT_OF_ORDER = N_("The row stands elsewhere than in the form.")
UNSURE_ROW = N_("The row was known by its label alone: “{printed}”.")
UNSURE_COLUMN = N_("The column was known by its place alone: “{printed}”.")
NO_ROW = N_("No row of the form fits: “{printed}”.")
NO_COLUMN = N_("No column of the form fits “{head}”; the cell reads “{printed}”.")
HEADING_FILLED = N_("The form has no figure here, but the cell reads “{printed}”.")
NOT_FOUND = N_("The document has no such row.")
OTHER_TABLE = N_("No table of the form fits; it begins with “{printed}”.")
NOT_IN_LIST = N_("Somebody took this row out of the list in the report's file since the last import.")
OTHER_IN_LIST = N_("In the report's file the row of the list with this number is called “{name}”.")
NO_LABEL = N_("The row of the list has figures and no label: “{printed}”.")
WHOSE_ROW = N_("Whose row is it, or which part: “{printed}”?")
KEPT = N_("The file says {kept} and was changed by a person; the document says {printed}.")
DECODED = N_("The text was in the old font {font} and was turned into Unicode.")
PERSONAL = N_("Left out, because it looks like {data}.")
