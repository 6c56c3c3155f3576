"""The pages of a finished site as Markdown for other generators: prose as Markdown, tables and charts as the HTML they are.

A peer then has the same to do that our engine has: read the Markdown, put it into a template, write the page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

_ARTICLE = re.compile(r"<article\b[^>]*>(.*)</article>", re.DOTALL)
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_HEADERLINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
_BLANK_LINES = re.compile(r"\n\s*\n")
_VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "path", "source", "use", "wbr"}
_HEADING = re.compile(r"h[1-6]")
_NOT_PAGES = ("embed", "archive", "404.html")


def write_peer_pages(site: Path, folder: Path, languages: tuple[str, ...] = ("vi", "en")) -> int:
    """Write the pages of each language below `folder/<language>/`; how many."""
    count = 0
    for lang in languages:
        home = site if lang == languages[0] else site / lang
        for path in sorted(home.rglob("index.html")):
            place = path.parent.relative_to(home)
            top = place.parts[0] if place.parts else ""
            if top not in (*_NOT_PAGES, *languages):
                target = folder / lang / (f"{place.as_posix()}.md" if place.parts else "index.md")
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(markdown_of(path.read_text(encoding="utf-8")), encoding="utf-8")
                count += 1
    return count


def markdown_of(page: str) -> str:
    """One page, with its title in front."""
    article, title = _ARTICLE.search(page), _TITLE.search(page)
    blocks = _Blocks(_HEADERLINK.sub("", article[1])) if article else ()
    head = json.dumps(title[1].strip() if title else "", ensure_ascii=False)
    return f"---\ntitle: {head}\n---\n\n" + "\n\n".join(_as_markdown(*block) for block in blocks) + "\n"


def _as_markdown(tag: str, inner: str, whole: str) -> str:
    if _HEADING.fullmatch(tag):
        return f"{'#' * int(tag[1])} {' '.join(inner.split())}"
    if tag == "p":
        return " ".join(inner.split())
    # A blank line would end a block of HTML in Markdown.
    return _BLANK_LINES.sub("\n", whole.strip())


class _Blocks(HTMLParser):
    """Cuts HTML into the elements that stand in it side by side: the tag, what is inside, and the whole of each."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self._html = html
        self._starts = [0]
        for line in html.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._depth = 0
        self._open: tuple[str, int, int] | None = None
        self._found: list[tuple[str, str, str]] = []
        self.feed(html)
        self.close()

    def __iter__(self) -> Iterator[tuple[str, str, str]]:
        return iter(self._found)

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        if tag in _VOID:
            return
        if self._depth == 0:
            start = self._at()
            self._open = (tag, start, start + len(self.get_starttag_text() or ""))
        self._depth += 1

    def handle_startendtag(self, _tag: str, _attributes: object) -> None:
        """An element without content, as SVG has them."""

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID or self._depth == 0:
            return
        self._depth -= 1
        if self._depth == 0 and self._open:
            name, start, inside = self._open
            end = self._at()
            self._found.append((name, self._html[inside:end], self._html[start : end + len(tag) + 3]))

    def _at(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column
