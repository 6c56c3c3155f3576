"""How texts stand in each language, as data for a program."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from generator.model.translation import ChangedSentences
from generator.model.translation_state import Tally, TextState

VERSION = 1


def as_json(
    tally: Iterable[Tally], states: Iterable[TextState], changed: Callable[[TextState], ChangedSentences | None]
) -> str:
    """All of it as data, with the files and states under names that stay."""
    told = {
        "version": VERSION,
        "languages": [
            {
                "language": each.lang,
                "texts": each.total,
                **{state.value: number for state, number in each.counts.items()},
                "percent": each.percent,
            }
            for each in tally
        ],
        "texts": [
            {
                "language": each.lang,
                "file": each.file,
                "original": each.source.place.file,
                "state": each.state.value,
                "changed": _changed(changed(each)),
            }
            for each in states
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _changed(changed: ChangedSentences | None) -> dict[str, object] | None:
    if changed is None:
        return None
    gone = list(changed.gone) if changed.gone or not changed.gone_number else None
    return {"come": list(changed.come), "gone": gone, "gone_number": changed.gone_number}
