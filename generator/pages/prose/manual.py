"""Pages for staff made of the program's documentation: the same files that people read in the repository.

Headings get the anchors that repositories give them, links between files lead to the pages made of these, and links to what is no page of
the site become plain words.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from html import escape, unescape

from markupsafe import Markup

from generator.dataset.dataset import Dataset
from generator.model.manual import BY_FILE, PICTURES, ManualPage
from generator.pages.page import link
from generator.pages.prose.rendering import Text, Words, render_markdown
from generator.program_files import program_file
from generator.recall.questions import question

_TITLE = re.compile(r"(?m)^# (.+)\n")
_OTHER_LANGUAGE = re.compile(r"\*(?:Tiếng Việt|English): \[[^\]]+\]\([^)]+\)\.\*\s*")
"""Where a file names the one in the other language: on the site, the language switch leads there."""
_PICTURE = re.compile(r"(?m)^!\[(?P<words>[^\]\n]+)\]\(images/(?P<lang>\w+)/(?P<name>[\w-]+)\.webp\)$")
_PICTURE_PLACE = re.compile(r"<p>rr-picture-(\d+)</p>")
_COMMENT = re.compile(r"<!--.*?-->\n*", re.DOTALL)
_NAMED_BLOCK = re.compile(r'(?m)^```(\w+) title="([^"]+)"$')
_HEADING = re.compile(r"<h([2-6])>(.*?)</h\1>", re.DOTALL)
_SECTION = re.compile(r'<h2 id="([^"]+)">(.*?)</h2>', re.DOTALL)
_LINK = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_OTHER_HOST = re.compile(r"[a-z]+:")


@dataclass(frozen=True)
class ManualSection:
    """A part of a page under one heading; the first has none."""

    anchor: str
    title: Markup
    html: Markup


@dataclass(frozen=True)
class Manual:
    """A page of documentation: its title, its parts, and the language it is in."""

    title: str
    sections: tuple[ManualSection, ...]
    lang: str


@question
def manual_text(_dataset: Dataset, file: str) -> str:
    """The text of a file of the program's `docs/`. Raises OSError where the program is not whole."""
    return (program_file("docs") / file).read_text(encoding="utf-8")


def manual(dataset: Dataset, page: ManualPage, lang: str) -> Manual:
    """A page for readers of a language."""
    own, file = page.file_for(lang)
    text = _COMMENT.sub("", manual_text(dataset, file))
    title = _TITLE.search(text)
    body = _OTHER_LANGUAGE.sub("", text[title.end() :] if title else text, count=1)
    body = _NAMED_BLOCK.sub(r"`\2`:\n\n```\1", body)
    # Texts of a site hold no pictures, so these come in after it was cleaned; the words are the program's own.
    pictures = list(_PICTURE.finditer(body))
    for number, each in enumerate(pictures):
        body = body.replace(each[0], f"rr-picture-{number}", 1)
    html = _linked(_anchored(render_markdown(Text(body), Words())), page, lang, dataset)
    html = _PICTURE_PLACE.sub(lambda place: _picture(pictures[int(place[1])], page, dataset), html)
    # What scrolls must be reached by keyboard.
    first, *rest = _SECTION.split(html.replace("<pre><code>", '<pre><code tabindex="0">'))
    parts = [ManualSection("", Markup(""), Markup(first))]  # noqa: S704 - cleaned when it was rendered
    for anchor, words, inside in zip(rest[0::3], rest[1::3], rest[2::3], strict=True):
        parts.append(ManualSection(anchor, Markup(words), Markup(inside)))  # noqa: S704 - likewise
    return Manual(manual_title(dataset, page, lang), tuple(parts), own)


def _picture(found: re.Match[str], page: ManualPage, dataset: Dataset) -> str:
    """A picture with the words that stand for it. Its size is said, so that nothing moves when it comes."""
    width, height = picture_size(dataset, found["lang"], found["name"])
    src = posixpath.relpath(f"{PICTURES}/{found['name']}.webp", page.path)
    words = escape(found["words"])
    return f'<p class="rr-shot"><img src="{src}" alt="{words}" width="{width}" height="{height}" loading="lazy"></p>'


@question
def picture_size(_dataset: Dataset, lang: str, name: str) -> tuple[int, int]:
    """How wide and high a picture of the documentation is, by the head of its WebP file (RFC 9649, sections 2.5 and 2.7). Raises OSError."""
    with (program_file("docs") / "images" / lang / f"{name}.webp").open("rb") as file:
        head = file.read(30)
    if head[12:16] == b"VP8X":
        return 1 + int.from_bytes(head[24:27], "little"), 1 + int.from_bytes(head[27:30], "little")
    return int.from_bytes(head[26:28], "little") & 0x3FFF, int.from_bytes(head[28:30], "little") & 0x3FFF


def manual_title(dataset: Dataset, page: ManualPage, lang: str) -> str:
    """What a page is called."""
    title = _TITLE.search(_COMMENT.sub("", manual_text(dataset, page.file_for(lang)[1])))
    return title[1].strip() if title else page.name


def anchor_of(heading: str) -> str:
    """The anchor that repository hosts give a heading."""
    return re.sub(r"[^\w\- ]", "", unescape(heading).strip().lower()).replace(" ", "-")


def _anchored(html: str) -> str:
    """HTML whose headings have anchors, each once."""
    met: dict[str, int] = {}

    def named(match: re.Match[str]) -> str:
        anchor = anchor_of(Markup(match[2]).striptags())  # noqa: S704 - only its words
        met[anchor] = met.get(anchor, -1) + 1
        told = f"{anchor}-{met[anchor]}" if met[anchor] else anchor
        return f'<h{match[1]} id="{told}">{match[2]}</h{match[1]}>'

    return _HEADING.sub(named, html)


def _linked(html: str, page: ManualPage, lang: str, dataset: Dataset) -> str:
    """HTML whose links lead to pages of the site or to other hosts, and nowhere else."""

    def led(match: re.Match[str]) -> str:
        address, words = unescape(match[1]), match[2]
        if _OTHER_HOST.match(address) or address.startswith("#"):
            return match[0]
        file, _, fragment = address.partition("#")
        found = BY_FILE.get(file)
        # The page in the reader's language has other headings than the file that is named.
        kept = fragment if found and found.file_for(lang)[1] == file else ""
        if found is None:
            return words
        # Where the words are the name of the file, the page is called by its own.
        named = escape(manual_title(dataset, found, lang)) if words == file else words
        return f'<a href="{link(page.path, found.path, kept)}">{named}</a>'

    return _LINK.sub(led, html)
