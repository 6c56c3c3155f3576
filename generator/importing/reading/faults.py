"""Why a file cannot be read, as data until it is printed."""

from __future__ import annotations

from generator.i18n.messages import N_


class UnreadableError(Exception):
    """A file that cannot be read: a message with its words."""

    def __init__(self, message: str, **words: str) -> None:
        super().__init__(message)
        self.message = message
        self.words = words

    def __reduce__(self) -> tuple[object, ...]:
        return _made, (self.message, self.words)


def _made(message: str, words: dict[str, str]) -> UnreadableError:
    return UnreadableError(message, **words)


UNKNOWN_FORMAT = N_("“{file}” is none of the formats that can be read: {formats}.")
NOT_THAT_FORMAT = N_("“{file}” is damaged, or no {format} file.")
TOO_LARGE = N_(
    "“{file}” would need more than {limit} to read. Nothing was written. Save only the report in a new file."
)
TOO_LONG = N_(
    "“{file}” took more than {limit} seconds to read. Nothing was written. Save only the report in a new file."
)
TOO_MANY_SHEETS = N_(
    "“{file}” has {number} sheets; at most {limit} are read. Save the sheets of the report in a new file."
)
ENCRYPTED = N_("“{file}” is protected by a password. Save it without one.")
SCANNED = N_(
    "“{file}” has no text layer: its pages are pictures. Only the text of a PDF can be read; ask for the file it was printed from."
)
NO_READER = N_("To read {format}, install what it needs: pip install 'reform-reports[import]' (make site does it).")
NO_OFFICE = N_(
    "“{file}” is in the old format {format}, which LibreOffice turns into a new one; it is not installed here. Debian: apt install libreoffice-writer-nogui libreoffice-calc-nogui. Or save the file as {better}."
)
OFFICE_FAILED = N_("LibreOffice could not turn “{file}” into {better}. Open it there and save it as {better}.")
ENTITIES = N_("“{file}” declares entities or a document type, which files of offices do not need. It was not read.")
EMPTY = N_("“{file}” is empty.")
NOT_TEXT = N_("“{file}” is no text in UTF-8.")
