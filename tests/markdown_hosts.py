"""What a Markdown text is once it is HTML, so that ours can be held against GitHub's own renderer, whatever each adds for looks."""

from html.parser import HTMLParser
from urllib.parse import unquote

import cmarkgfm
from cmarkgfm.cmark import Options

from generator.load.expressions import read_expressions
from generator.model.narrative import Markdown
from generator.model.place import Place
from generator.pages.prose.rendering import Text, Words, render_markdown

_EXTENSIONS = ["table", "strikethrough", "autolink", "tasklist"]
_VOID = {"br", "hr", "input", "img"}
_DONE = {"☑": True, "☐": False}


def as_github(source: str) -> list[object]:
    """The outline of a text as GitHub's program renders it."""
    options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
    return _outline(cmarkgfm.markdown_to_html_with_extensions(source, options=options, extensions=_EXTENSIONS))


def as_here(source: str) -> list[object]:
    """The outline of a text as this site shows it."""
    return _outline(shown(source))


def shown(source: str, top: int = 1) -> str:
    """The HTML of a text, its expressions left as marks."""
    expressions, _ = read_expressions(Markdown("vi", source, Place("content/vi/about.md", 1, 1)))
    return render_markdown(Text(source, expressions, top=top), Words("Về chỗ chú thích", "Xong", "Chưa xong"))


def _outline(html: str) -> list[object]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.outline()


class _Reader(HTMLParser):
    """Elements with what matters of them, and words between them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._found: list[object] = []
        self._words = ""
        self._silent = 0

    def outline(self) -> list[object]:
        self._say()
        return [each for each in self._found if each not in (("tbody",), ("/tbody",))]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "span" and given.get("class") == "rr-task":
            return
        self._say()
        if tag == "input":
            self._found.append(("task", "checked" in given))
            return
        aligned = given.get("align") or (given.get("class") or "").removeprefix("rr-")
        matters = (
            unquote(given.get("href") or "")
            or given.get("start")
            or (aligned if tag in ("td", "th") and aligned != "left" else "")
        )
        if str(matters).startswith("#fn"):
            matters = "note"
        self._found.append((tag, matters) if matters else (tag,))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID and tag != "span":
            self._say()
            self._found.append((f"/{tag}",))

    def handle_data(self, data: str) -> None:
        self._words += data

    def _say(self) -> None:
        words = " ".join(self._words.split())
        self._words = ""
        if words[:1] in _DONE:
            self._found.append(("task", _DONE[words[0]]))
            words = words[1:].strip()
        if words:
            self._found.append(words)
