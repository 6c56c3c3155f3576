"""The tidy table: one row an observation, one column a fact about it."""

from __future__ import annotations

import pandas as pd

from generator.model.catalogue import Catalogue
from generator.model.form import breakdown_label
from generator.model.observation import Observation
from generator.model.selection import shown_first

COLUMNS = (
    "unit", "level", "period", "period_kind", "period_start", "period_end", "area", "indicator", "breakdown", "measure",
    "status", "value", "qualifier", "value_to", "words", "printed", "as_of", "report", "table", "row", "column", "section", "anchor",
    "note_vi", "note_en", "file", "line", "file_column", "part", "primary",
)  # fmt: skip
"""The columns of the table.

`value` is a number (yes/no as 1 and 0), `qualifier` how it is rough and `value_to` the other end of a range, `as_of` a date or month, `breakdown` is `tier=district` or empty, `anchor` the fragment of the report's page.
`primary` marks, of several statements of the same thing, the one that pages show: appendix before prose.
"""


def build_frame(catalogue: Catalogue) -> pd.DataFrame:
    """The tidy table of a catalogue's observations; row `n` is the catalogue's observation `n`."""
    primary = shown_first(catalogue.observations)
    rows = [_row(each, catalogue, primary=number in primary) for number, each in enumerate(catalogue.observations)]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    for name in ("period_start", "period_end"):
        frame[name] = pd.to_datetime(frame[name])
    frame["value"] = frame["value"].astype("float64")
    return frame


def _row(observation: Observation, catalogue: Catalogue, *, primary: bool) -> tuple[object, ...]:
    unit = catalogue.units.get(observation.unit)
    indicator = catalogue.indicators.get(observation.indicator or "")
    period, source, note, rough = observation.period, observation.source, observation.note, observation.rough
    return (
        observation.unit, unit.level.value if unit else None, str(period), period.kind.value, period.start, period.end,
        indicator.area if indicator else None, observation.indicator, breakdown_label(observation.breakdown),
        observation.measure, observation.status.value,
        float(observation.value) if observation.value is not None else None, rough.qualifier.value if rough else None,
        float(rough.to) if rough and rough.to is not None else None, observation.words, observation.printed,
        str(observation.as_of) if observation.as_of else None, source.report, source.table, source.row, source.column if source.table else None,
        source.section, source.anchor, note.root.get("vi") if note else None, note.root.get("en") if note else None,
        observation.place.file, observation.place.line, observation.place.column, observation.part,
        primary and indicator is not None,
    )  # fmt: skip
