"""How much of anything is read: many times what real files hold, and little enough that no file takes long or much memory.

Measured on the slowest input within the limits: two seconds for a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.narrative import Markdown
from generator.model.place import Place
from generator.problems import Problem

LARGEST_FILE = {".md": 50_000, ".yml": 1_000_000, ".csv": 5_000_000}
"""Bytes. The largest text so far has 8 KB, the largest report 58, the largest frozen table 400."""
MOST_VALUES = 100_000
"""Of one YAML file, keys among them. The largest report so far has 5,000."""
DEEPEST = 30
"""Levels of a YAML file; 9 are in use."""
LONGEST_VALUE = 10_000
MOST_TOLD = 50
"""Problems of one kind in one file; who has mended these will see the others."""
MOST_EXPRESSIONS = 200
_LONGEST_PARAGRAPH = 10_000
_MOST_SIGNS, _MOST_SIGNS_OF_PAGE = 200, 1_000
"""`[`, `<` and `` ` `` in one paragraph, and in all: Markdown looks from each of them to the end for its partner."""
_MOST_CELLS, _MOST_CELLS_OF_PAGE = 5_000, 20_000
"""Of one table, and of all: every line has as many cells as the head, written or not."""
_DEEPEST_LINE = 40
"""Signs of quotes and spaces of indents at the beginning of a line."""
_PARAGRAPHS = re.compile(r"\n[ \t]*\n")
_COSTLY = re.compile(r"[\[<`]")
_DELIMITERS = frozenset(" \t|:->*+.0123456789")
"""What the second line of a table is made of, wherever the table stands."""
_LEAD = re.compile(r"(?m)^[ \t>]*(?:(?:[-*+]|\d+\.)[ \t][ \t>]*)*")


def largest(name: str) -> int:
    """How many bytes are read of a file of that name, which may be nothing but its ending."""
    return next((most for ending, most in LARGEST_FILE.items() if name.endswith(ending)), LARGEST_FILE[".yml"])


def markdown_faults(page: Markdown) -> Iterator[Problem]:
    """Paragraphs of a Markdown text that would take Markdown too long."""
    line, all_signs, all_cells = 1, 0, 0
    for paragraph in _PARAGRAPHS.split(page.source):
        signs = len(_COSTLY.findall(paragraph))
        cells = _cells(paragraph)
        all_signs, all_cells = all_signs + signs, all_cells + cells
        depth = max(len(lead.expandtabs(4)) for lead in _LEAD.findall(paragraph))
        too_many = signs > _MOST_SIGNS or all_signs > _MOST_SIGNS_OF_PAGE
        too_wide = cells > _MOST_CELLS or all_cells > _MOST_CELLS_OF_PAGE
        if len(paragraph) > _LONGEST_PARAGRAPH or too_many or too_wide or depth > _DEEPEST_LINE:
            yield Problem("paragraph-too-complex", Place(page.place.file, line, 1))
        line += paragraph.count("\n") + 2


def _cells(paragraph: str) -> int:
    """How many cells a table in the paragraph would have at most."""
    lines = paragraph.split("\n")
    columns = max((line.count("|") + 1 for line in lines if "-" in line and _DELIMITERS.issuperset(line)), default=0)
    return columns * len(lines)
