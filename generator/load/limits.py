"""How much of anything is read: many times what real files hold, and little enough that no file takes long or much memory.

Measured on the slowest input within the limits: two seconds for a file.
"""

from __future__ import annotations

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
MOST_PIECES = 5_000
"""Of one Markdown text: words, tags, cells (those that a row lacks too), each beginning and end. The largest text so far has 250."""
DEEPEST_PIECE = 40
"""Elements in one another, quotes and items of lists among them; 3 are in use."""


def largest(name: str) -> int:
    """How many bytes are read of a file of that name, which may be nothing but its ending."""
    return next((most for ending, most in LARGEST_FILE.items() if name.endswith(ending)), LARGEST_FILE[".yml"])
