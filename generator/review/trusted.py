"""A comment that was made beside what a stranger proposed, made fit to be posted in our name: nothing in it calls anybody, loads anything or leads elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.review.comment import ADDRESS, MARK

LONGEST = 65_000
_LINK = re.compile(r"\[((?:\\.|[^\[\]\\]){0,500})\]\(<([^<>\s]{1,500})>\)")
_FOLD = re.compile(r"<details><summary>[^<>&]{1,40}</summary>|</details>")
_PICTURES = re.compile(rf"<details><summary>[^<>&]{{1,40}}</summary>\n\n(?:- `[^\n]*{ADDRESS}[^\n]*\n)+\n</details>\n?")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_OWN = "\x00"


def trusted(text: str, files: str, sites: Sequence[str]) -> str:
    """The comment with its pictures taken from `files` (left out where that is empty) and links to none but our own `sites`."""
    kept: list[str] = []

    def keep(piece: str) -> str:
        kept.append(piece)
        return f"{_OWN}{len(kept) - 1}{_OWN}"

    def link(found: re.Match[str]) -> str:
        said, address = found[1], found[2]
        if address.startswith(f"{ADDRESS}/pictures/") and ".." not in address and files:
            at = f"{files}{address.removeprefix(ADDRESS)}"
            return keep(f"[![{_harmless(said)}](<{at}>)](<{at}>)")
        if any(address.startswith(site) for site in sites if site):
            return keep(f"[{_harmless(said)}](<{address}>)")
        return said

    body = _UNSEEN.sub("", text[:LONGEST]).removeprefix(MARK)
    body = body if files else _PICTURES.sub("", body)
    body = _harmless(_FOLD.sub(lambda found: keep(found[0]), _LINK.sub(link, body)))
    return MARK + re.sub(rf"{_OWN}(\d+){_OWN}", lambda found: kept[int(found[1])], body)


def _harmless(text: str) -> str:
    """A text in which nothing marks up as HTML, calls anybody, or leads anywhere: a bare address is a link at every host."""
    text = text.replace("<", "&lt;").replace("@", "&#64;").replace("![", r"\![").replace("](", r"]\(")
    text = re.sub(r"(?i)\b(https?|ftp|www)(?=[:.])", lambda found: f"{found[0][0]}&#8203;{found[0][1:]}", text)
    return re.sub(r"(?m)^(\s*)\[([^\]]*)\]:", r"\1\\[\2]:", text)
