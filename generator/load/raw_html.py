"""HTML that people write into Markdown: what of it is shown, what is left out, and what is no HTML at all.

A pair of angle brackets around something that HTML does not know is text (`<Phong Noi vu>`), and stays one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from typing import NamedTuple

from generator.load.expressions import BOUND, NOT_BOUND

SHOWN = frozenset(
    {"a", "abbr", "b", "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em", "h2", "h3", "h4", "h5", "h6", "hr", "i",
     "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "small", "span", "strong", "sub", "sup", "table", "tbody", "td",
     "tfoot", "th", "thead", "tr", "ul"}
)  # fmt: skip
ATTRIBUTES = {
    "*": {"lang", "title"}, "a": {"href"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan", "scope"},
    "ol": {"start"},
}  # fmt: skip
SCHEMES = ("http", "https", "mailto")
_LEFT_OUT = frozenset(
    {"address", "applet", "area", "article", "aside", "audio", "base", "basefont", "bdi", "bdo", "bgsound", "big",
     "blink", "body", "button", "canvas", "caption", "center", "cite", "col", "colgroup", "data", "datalist",
     "details", "dfn", "dialog", "dir", "embed", "fieldset", "figcaption", "figure", "font", "footer", "form",
     "frame", "frameset", "h1", "head", "header", "hgroup", "html", "iframe", "image", "img", "input", "keygen",
     "label", "legend", "link", "main", "map", "marquee", "math", "menu", "menuitem", "meta", "meter", "nav",
     "nobr", "noembed", "noframes", "noscript", "object", "optgroup", "option", "output", "param", "picture",
     "plaintext", "portal", "progress", "rb", "rp", "rt", "rtc", "ruby", "samp", "script", "search", "section",
     "select", "slot", "source", "spacer", "strike", "style", "summary", "svg", "template", "textarea", "time",
     "title", "track", "tt", "u", "var", "video", "wbr", "xmp"}
)  # fmt: skip
"""What HTML knows and pages of ours do not show. The words between such tags stay."""
UNSPOKEN = ("script", "style")
"""What stands between these is no text for readers."""
_TAG = re.compile(
    r"""</?([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[^\s<>"'=/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*/?>"""
)
_UNSHOWN = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<!", ">"), ("<?", "?>"))
"""How comments and the like begin and end."""
_ATTRIBUTE = re.compile(r"""([^\s<>"'=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
_SCHEME = re.compile(r"[\s\x00-\x20]*([^/?#:]*):")


class Fault(NamedTuple):
    """Something that is not shown as it is written, where it begins in the HTML, and what it is called."""

    code: str
    offset: int
    name: str
    tag: str = ""


class Cleaned(NamedTuple):
    """HTML as it is shown, and what was not."""

    html: str
    faults: tuple[Fault, ...]


def clean(written: str) -> Cleaned:
    """A piece of written HTML with nothing but the allowed tags and attributes; anything that is no tag is text."""
    out: list[str] = []
    faults: list[Fault] = []
    last, silent = 0, ""
    ends = {name: written.lower().rfind(f"</{name}") for name in UNSPOKEN}
    for start, end, match in _markup(written):
        if not silent:
            out.append(_text(written[last:start]))
        last = end
        name = match[1].lower() if match else ""
        closing = written.startswith("</", start)
        if silent:
            silent = "" if closing and name == silent else silent
        elif name in SHOWN:
            tag, found = _shown(name, match[2] if match else "", closing=closing)
            out.append(tag)
            faults += [each._replace(offset=start, tag=name) for each in found]
        elif name in _LEFT_OUT:
            if not closing:
                faults.append(Fault("html-left-out", start, name))
                # Without an end it would swallow all that follows.
                silent = name if ends.get(name, -1) >= last else ""
        elif name:
            out.append(_text(written[start:end]))
            if not closing:
                faults.append(Fault("tag-as-text", start, written[start:end]))
    if not silent:
        out.append(_text(written[last:]))
    return Cleaned("".join(out), tuple(faults))


def _markup(written: str) -> Iterator[tuple[int, int, re.Match[str] | None]]:
    """Where tags, comments and the like begin and end, and what matched a tag."""
    start = written.find("<")
    while start >= 0:
        match = _TAG.match(written, start)
        closers = [closer for opener, closer in _UNSHOWN if written.startswith(opener, start)]
        close = written.find(closers[0], start) if closers else -1
        end = match.end() if match else close + len(closers[0]) if close >= 0 else start + 1
        if match or close >= 0:
            yield start, end, match
        start = written.find("<", end)


def links_in(written: str) -> Iterator[tuple[str, int]]:
    """Where each link of a piece of HTML leads, and where that is written."""
    for _, _, match in _markup(written):
        if match is None or match[1].lower() != "a":
            continue
        for found in _ATTRIBUTE.finditer(match[2]):
            if found[1].lower() == "href":
                group = next((number for number in (2, 3, 4) if found[number] is not None), 1)
                yield unescape(found[group]) if group > 1 else "", match.start(2) + found.start(group)
                break


def attributes_of(tag: str) -> set[str]:
    """The attributes that a tag may have."""
    return ATTRIBUTES["*"] | ATTRIBUTES.get(tag, set())


def unspoken(written: str) -> str:
    """The name of the element that a piece of HTML opens, where what follows is no text for readers; else empty."""
    match = re.match(r"<(script|style)\b", written, re.IGNORECASE)
    return match[1].lower() if match else ""


def refused_scheme(target: str) -> str:
    """How a target begins that no page links to (`javascript`); empty for any other."""
    match = _SCHEME.match(target)
    scheme = match[1].strip().lower() if match else ""
    return "" if not match or scheme in SCHEMES else scheme or ":"


def _text(written: str) -> str:
    """Words between tags, in which nothing is a tag and no entity makes a mark of an expression."""
    return BOUND.join(escape(unescape(part).replace(BOUND, NOT_BOUND), quote=False) for part in written.split(BOUND))


def _shown(name: str, written: str, *, closing: bool) -> tuple[str, Iterator[Fault]]:
    if closing:
        return f"</{name}>", iter(())
    kept, faults = [], []
    for match in _ATTRIBUTE.finditer(written):
        attribute = match[1].lower()
        value = match[2] or match[3] or match[4] or ""
        if attribute not in attributes_of(name):
            faults.append(Fault("attribute-left-out", 0, attribute))
        elif attribute == "href" and refused_scheme(unescape(value)):
            faults.append(Fault("link-left-out", 0, value))
        else:
            kept.append(f' {attribute}="{value.replace(chr(34), "&quot;").replace("<", "&lt;")}"')
    return f"<{name}{''.join(kept)}>", iter(faults)
