"""How old the data are: the only today that the site knows."""

from __future__ import annotations

from generator.dataset.dataset import Dataset
from generator.model.dates import PartialDate
from generator.recall.questions import question


@question
def last_change(dataset: Dataset) -> PartialDate | None:
    """The newest day on which a report was published or revised; None where none was."""
    # Asked by every page: what goes through all reports each time grows with their square.
    return dataset.catalogue.changed
