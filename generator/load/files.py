"""Reading text files: UTF-8, composed characters, and never outside the tree."""

from __future__ import annotations

import codecs
import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from generator.i18n.messages import N_
from generator.i18n.reasons import reason_of
from generator.load.limits import LARGEST_FILE, largest
from generator.model.hidden import code_point, hidden_character
from generator.model.look_alikes import look_alikes
from generator.model.place import Place
from generator.problems import Problem

_CONFLICT, _OTHER_SIDE = re.compile(r"(?m)^<{7}(?: .*)?$"), re.compile(r"(?m)^(?:={7}|>{7}(?: .*)?)$")


def relative_name(path: Path, root: Path) -> str:
    """The path as messages show it: relative to the root, with forward slashes."""
    return path.relative_to(root).as_posix()


def files_under(folder: Path, suffix: str, top: Path | None = None) -> list[Path]:
    """Regular files with a suffix, in the order of their names; symbolic links below `top` (the folder itself) are left out."""
    if not (folder.is_dir() and is_plain(folder, top or folder)):
        return []
    # Folders that are links are not entered.
    found = (Path(parent, name) for parent, _, files in os.walk(folder) for name in files if name.endswith(suffix))
    return sorted(
        (path for path in found if path.is_file() and not path.is_symlink()), key=lambda path: path.as_posix()
    )


def is_plain(path: Path, top: Path) -> bool:
    """Whether a path lies below `top` and nothing on the way to it, `top` included, is a symbolic link."""
    return not any(each.is_symlink() for each in (path, *path.parents) if each.is_relative_to(top))


def read_text(path: Path, name: str) -> str | Problem:
    """A file's text with composed (NFC) characters and plain line ends, or what is wrong with it."""
    text = read_exactly(path, name)
    return text if isinstance(text, Problem) else unicodedata.normalize("NFC", text)


def read_exactly(path: Path, name: str) -> str | Problem:
    """A file's text with plain line ends and otherwise as it is, or what is wrong with it."""
    most = largest(path.name)
    if reason := _why_not_opened(path):
        return Problem("unreadable-file", Place(name), {"reason": reason})
    try:
        with path.open("rb") as file:
            content = file.read(most + 1).removeprefix(codecs.BOM_UTF8)
    except OSError as error:
        return Problem("unreadable-file", Place(name), {"reason": reason_of(error)})
    if len(content) > most:
        return Problem("file-too-large", Place(name), {"most": f"{most // 1000:,}".replace(",", "\N{NO-BREAK SPACE}")})
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        before = content[: error.start].decode()
        return Problem("not-utf8", place_in(before, len(before), name), {"byte": f"0x{content[error.start]:02X}"})
    text = text.replace("\r\n", "\n")
    return _text_fault(text, name) or text


def _text_fault(text: str, name: str) -> Problem | None:
    """What no text of ours holds: what nobody sees, and what git could not bring together."""
    hidden = hidden_character(text)
    if hidden is not None:
        return Problem("hidden-character", place_in(text, hidden.start(), name), {"character": code_point(hidden[0])})
    conflict = _CONFLICT.search(text)
    if conflict is not None and _OTHER_SIDE.search(text, conflict.end()):
        return Problem("conflict-marks", place_in(text, conflict.start(), name))
    return None


def look_alike_problems(text: str, name: str) -> Iterator[Problem]:
    """Letters of a file's text that only look like those of Vietnamese, each at its place."""
    for each in look_alikes(text):
        words = {"word": each.word, "character": code_point(each.letter), "meant": each.meant}
        yield Problem("look-alike-letter", place_in(text, each.offset, name), words)


def place_in(text: str, offset: int, name: str) -> Place:
    """The place of a character of a file's text."""
    return Place(name, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def unreadable_under(folder: Path) -> Iterator[tuple[Path, str]]:
    """What lies below a folder and would be missing without a word, and why: closed folders, folders with a file's name, pipes and devices."""
    closed: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=closed.append):
        for path in (Path(parent, name) for name in (*folders, *files)):
            if path.is_symlink() or (path.is_dir() and not path.name.endswith(tuple(LARGEST_FILE))):
                continue
            if reason := _why_not_opened(path):
                yield path, reason
    for error in closed:
        yield Path(error.filename), reason_of(error)


def _why_not_opened(path: Path) -> str:
    """Why a file is not even opened; empty where it may be. Opening a pipe would wait for somebody to write into it."""
    if path.is_dir():
        return N_("it is a folder")
    return N_("it is neither a file nor a folder") if path.exists() and not path.is_file() else ""


def links_under(folder: Path) -> list[Path]:
    """Symbolic links below a folder, and the folder where it is one: what they lead to is never read."""
    if folder.is_symlink():
        return [folder]
    found = []
    for parent, folders, files in os.walk(folder):
        found += [path for path in (Path(parent, name) for name in (*folders, *files)) if path.is_symlink()]
    return sorted(found)
