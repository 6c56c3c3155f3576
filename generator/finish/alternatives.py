"""Checks on finished pages that what is drawn can also be read, and that what names another element of its page finds it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_CHART = re.compile(r'<figure class="rr-chart\b[^>]*>(.*?)</figure>', re.DOTALL)
_PICTURE = re.compile(r"<(img|svg)\b([^>]*)>")
_TITLED = re.compile(r"\s*<title\b[^>]*>[^<]*\S[^<]*</title>")
_HIDDEN = re.compile(r'\saria-hidden="true"')
_NAMED = re.compile(r'\saria-label(?:ledby)?="\s*[^"\s][^"]*"')
_DESCRIBED = re.compile(r'role="img" aria-label="\s*[^"\s][^"]*"')
_CAPTION = re.compile(r"<figcaption\b[^>]*>(?:\s|<[^/>][^>]*>)*[^\s<]")
_ID = re.compile(r'\sid="([^"]+)"')
_NAMING = re.compile(r'\s(?:aria-(?:labelledby|describedby|controls|owns|details|flowto)|for|headers)="([^"]*)"')


@dataclass(frozen=True)
class Lack:
    """What a page lacks: the code of the problem, the page relative to the site, and the element it is about."""

    code: str
    page: str
    what: str


def lacks_of(page: str, html: str) -> Iterator[Lack]:
    """What a finished page lacks for readers who do not see it. `page` is its file below the top of the site."""
    yield from (Lack("chart-without-alternative", page, what) for what in _unreadable(html))
    yield from (Lack("broken-reference", page, name) for name in _unfound(html))


def _unreadable(html: str) -> Iterator[str]:
    """Charts without caption, description or table, and pictures that are neither described nor said to be mere ornament."""
    for match in _CHART.finditer(html):
        chart = match[1]
        if not (_CAPTION.search(chart) and _DESCRIBED.search(chart) and "<table" in chart):
            yield _called(match[0])
    for match in _PICTURE.finditer(html):
        name, attributes = match[1], match[2]
        if name == "img":
            fine = re.search(r'\salt="', attributes) is not None
        else:
            fine = bool(_HIDDEN.search(attributes) or _NAMED.search(attributes) or _TITLED.match(html, match.end()))
        if not fine:
            yield _called(match[0])


def _unfound(html: str) -> Iterator[str]:
    """Ids that an element of the page names and no element has."""
    named = {name for value in _NAMING.findall(html) for name in unescape(value).split()}
    if named:
        ids = {unescape(each) for each in _ID.findall(html)}
        # The theme's own labels are for switches that some of its pages leave out.
        yield from sorted(name for name in named - ids if not name.startswith("__"))


def _called(tag: str) -> str:
    """What an element is called in a message: its id or source, or the beginning of its tag."""
    known = re.search(r'\s(?:id|src)="([^"]+)"', tag[: tag.index(">") + 1])
    return unescape(known[1]) if known else tag[:60].split("\n", 1)[0]
