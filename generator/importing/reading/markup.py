"""Guards against XML that declares entities or a document type: no file of an office needs them, and they are how small files become large ones."""

from __future__ import annotations

import re

from generator.importing.reading.faults import ENTITIES, UnreadableError

_DECLARED = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_WIDE = re.compile(rb"<\x00!\x00|\x00<\x00!")


def refuse_entities(content: bytes, file: str) -> None:
    """Raise UnreadableError where XML declares a document type."""
    head = content[:20_000]
    if _DECLARED.search(content) or _WIDE.search(head):
        raise UnreadableError(ENTITIES, file=file)
