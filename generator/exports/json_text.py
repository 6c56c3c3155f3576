"""JSON as the data files have it: UTF-8 letters as they are, numbers as they are stated, keys in the order of the layout."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal

from generator.model.text import Text


def json_bytes(document: Mapping[str, object]) -> bytes:
    """A JSON document without needless spaces, ending in a line break."""
    return (json.dumps(document, ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n").encode()


def json_number(value: Decimal | None) -> int | float | None:
    """A number for JSON. A float of Python writes the shortest digits that mean it, so `97.55` stays `97.55`."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def json_text(text: Text | None) -> dict[str, str] | None:
    """A text in the languages that it has, by code."""
    return dict(text.root) if text else None
