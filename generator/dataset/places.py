"""At which lines of the edited files entries and figures stand. Everything else that pages read leaves lines out, so that an edit above changes nothing that they
say; a page that shows a line asks here, and is made again when that line moves.
"""

from __future__ import annotations

from typing import Any

from generator.dataset.dataset import Dataset
from generator.model.place import NOWHERE, Place
from generator.recall.questions import question


@question
def place_of_entry(dataset: Dataset, kind: str, entry: str) -> tuple[str, int]:
    """The file and line at which an entry of a kind (`units`, `indicators`, as in the catalogue) begins; empty and 0 where there is none."""
    found: Any = getattr(dataset.catalogue, kind).get(entry)
    place: Place = found.place if found is not None else NOWHERE
    return place.file, place.line


@question
def lines_of_report(dataset: Dataset, report: str) -> dict[str, int]:
    """The line of each figure of a report in its file, by its address on the report's page."""
    return {each.source.anchor: each.place.line for each in dataset.by_report(report) if not each.part}
