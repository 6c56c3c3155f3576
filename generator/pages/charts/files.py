"""What a page needs once a reader touches it, in scripts beside it: specification and figures of its charts, and all rows of a parted table.

A page that shows fifty charts would carry them for readers who look at two. The scripts register what they hold, because a page opened
from a folder may load scripts but not data.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator

FILE_NAME = "charts.js"
"""Beside the page, so that a page finds its own by name wherever it lies."""
ROWS_NAME = "rows.js"


class ChartFileStore:
    """What the charts of a build in one language need, by page and anchor, and the rows of its parted tables."""

    def __init__(self) -> None:
        self._charts: dict[str, dict[str, str]] = {}
        self._rows: dict[str, str] = {}

    def add(self, page_path: str, anchor: str, block: str) -> None:
        """Remember what a chart of a page needs, as JSON."""
        self._charts.setdefault(page_path, {})[anchor] = block

    def add_rows(self, page_path: str, rows: str) -> None:
        """Remember all rows of the table that begins on a page, as JSON."""
        self._rows[page_path] = rows

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Path below the language's root, and text, of each page's script."""
        for page_path, charts in self._charts.items():
            entries = ",\n".join(f"{json.dumps(anchor)}:{block}" for anchor, block in charts.items())
            text = f"Object.assign(window.rrChartData=window.rrChartData||{{}},{{\n{entries}\n}});\n"
            yield posixpath.join(page_path, FILE_NAME), text
        for page_path, rows in self._rows.items():
            yield posixpath.join(page_path, ROWS_NAME), f"window.rrRows={rows};\n"
