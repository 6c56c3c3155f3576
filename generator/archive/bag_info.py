"""bag-info.txt: labels and values that describe a bag, one a line (RFC 8493)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_LABEL = re.compile(r"(?P<label>[^:\s](?:[^:]*[^:\s])?)[ \t]*:[ \t]*(?P<value>.*)")
_UNITS = ("B", "KB", "MB", "GB", "TB")
_STEP = 1000


@dataclass(frozen=True)
class BagInfo:
    """The labels and values of a bag-info.txt in their order, and the lines (number, text) that are none."""

    entries: tuple[tuple[str, str], ...] = ()
    faults: tuple[tuple[int, str], ...] = ()

    def values(self, label: str) -> tuple[str, ...]:
        """The values of a label, whose capitals do not matter."""
        return tuple(value for name, value in self.entries if name.lower() == label.lower())


def info_text(entries: Sequence[tuple[str, str]]) -> str:
    """A bag-info.txt. A value stays on one line, its line ends become spaces. Raises ValueError for a label that is none."""
    lines = []
    for label, value in entries:
        if not (label.isascii() and label.isprintable()) or ":" in label or label != label.strip() or not label:
            raise ValueError(label)
        lines.append(f"{label}: {' '.join(value.split())}\n")
    return "".join(lines)


def read_info(text: str) -> BagInfo:
    """Read a bag-info.txt; a line that begins with a space goes on with the value before it."""
    entries: list[tuple[str, str]] = []
    faults = []
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        if not line.strip():
            continue
        match = _LABEL.fullmatch(line)
        if line[0] in " \t" and entries:
            label, value = entries[-1]
            entries[-1] = (label, f"{value} {line.strip()}".strip())
        elif match:
            entries.append((match["label"], match["value"].strip()))
        else:
            faults.append((number, line))
    return BagInfo(tuple(entries), tuple(faults))


def size_in_words(size: int) -> str:
    """How many bytes there are, as Bag-Size is written: `42.6 GB`."""
    value, unit = float(size), 0
    while value >= _STEP and unit < len(_UNITS) - 1:
        value, unit = value / _STEP, unit + 1
    return f"{value:.1f} {_UNITS[unit]}" if unit else f"{size} B"
