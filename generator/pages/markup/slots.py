"""Slots: places in a page that get their HTML after the site engine has run.

A slot is named by the content it will hold, so an unchanged page is an unchanged file.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

_SLOT = re.compile(r'<div class="rr-slot" data-slot="([0-9a-f]{20})"></div>')


class SlotStore:
    """The HTML of the slots of the pages that are being made, by name."""

    def __init__(self) -> None:
        self._contents: dict[str, str] = {}

    def mark(self, html: str) -> str:
        """Keep some HTML and return the empty element that stands for it; nothing for nothing."""
        html = html.strip()
        if not html:
            return ""
        name = hashlib.sha256(html.encode()).hexdigest()[:20]
        self._contents[name] = html
        return f'<div class="rr-slot" data-slot="{name}"></div>'

    def clear(self) -> None:
        """Forget all slots: the page that they were for is filled."""
        self._contents.clear()

    @property
    def contents(self) -> Mapping[str, str]:
        return self._contents


def fill_slots(html: str, contents: Mapping[str, str]) -> str:
    """A built page with its slots filled. Raises KeyError for a slot that nobody made."""
    return _SLOT.sub(lambda match: contents[match[1]], html)
