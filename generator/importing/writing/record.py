"""What the last import wrote into a report's file, so that the next one knows what a person changed since."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = "imports"
_FORMAT = 1


@dataclass(frozen=True)
class Record:
    """The figures of an import, each by table, row and column, as they went into the file; and the checksum of what was read.

    `rows` are the rows of lists by table and row, each with what it is called.
    """

    source: str = ""
    sha256: str = ""
    figures: Mapping[str, object] = field(default_factory=dict)
    rows: Mapping[str, str] = field(default_factory=dict)


def record_path(root: Path, unit: str, period: str) -> Path:
    return root / FOLDER / unit / f"{period}.json"


def read_record(path: Path) -> Record:
    """The record of the last import; an empty one where there is none that can be read."""
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Record()
    if not isinstance(held, dict) or held.get("format") != _FORMAT or not isinstance(held.get("figures"), dict):
        return Record()
    rows = held.get("rows")
    names = {str(key): str(name) for key, name in rows.items()} if isinstance(rows, dict) else {}
    return Record(str(held.get("source", "")), str(held.get("sha256", "")), held["figures"], names)


def record_text(record: Record) -> str:
    """A record as it is kept: sorted, a figure a line."""
    held: dict[str, object] = {"format": _FORMAT, "source": record.source, "sha256": record.sha256}
    held["figures"] = dict(record.figures)
    if record.rows:
        held["rows"] = dict(record.rows)
    return json.dumps(held, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
