"""The copy of a finished page that search reads: its article as plain paragraphs, its facets, and nothing around them.

Words are written as `search_letters.py` says; `search/fold.js` undoes that in what it shows. Tables stand between two signs, and another parts their
cells, so that results can show sentences and not cells run together.
"""

from __future__ import annotations

import re
from html import escape, unescape

from generator.finish.search_letters import coded
from generator.pages.page import Facets

TABLE, CELL, TABLE_END = "\uf8fd", "\uf8fe", "\uf8ff"
"""The signs around a table and between its cells, each a word that Pagefind keeps and never finds."""
FITS = "yes"
"""The one value of every filter, which is named `unit-khanh-son`, `year-2020` or `area-procedures`."""
NAMES_ANCHOR = "rr-names"
"""The id of the paragraph of names in a copy. No reader sees it, so results do not lead there."""

_ARTICLE = re.compile(r"<article\b[^>]*>(.*)</article>", re.DOTALL)
# What is not text of the page, or says again what stands beside it.
_CHROME = re.compile(
    r"<(script|style|svg|nav|button)\b.*?</\1>"
    r'|<a class="headerlink".*?</a>'
    r'|<p class="rr-chart__(?:source|note)">.*?</p>'
    r'|<details class="rr-chart__data">.*?</details>'
    # The mark beside a figure; what it opens stands on the page of contradictions.
    r'|<span class="rr-flag__note(?: rr-flag__note--look)?".*?</a></span>'
    r'|<a class="rr-flag(?: rr-flag--look)?".*?</a>'
    # The same on every page: offers of files, and how to cite.
    r'|<div class="rr-downloads">.*?</div>'
    r'|<details class="rr-cite".*?</details>'
    r'|<p class="rr-origin.*?</p>'
    r'|<span class="rr-row-origin">.*?</a></span>'
    r'|<span class="rr-sr">, [^<]*</span></a>(?=</td>)'
    # What editions said of a figure: who looks for that number today would find a page that no longer states it.
    r'|<div class="rr-flag__note rr-flag__note--revised".*?</div>'
    r'|<a class="rr-flag rr-flag--revised".*?</a>'
    r'|<pre class="rr-code".*?</pre>',
    re.DOTALL,
)
# Without a space between them, the last word of one cell and the first of the next would be one word.
_BLOCK_END = re.compile(r"(</(?:p|div|li|t[dhr]|d[dt]|h[1-6]|caption|figcaption|summary|span|small|a)>)(?=[<\w(“])")
# What is no sentence: tables, lists of facts, and key figures.
_TABLE_SIGNS = re.compile(r'<(table|dl(?= class="rr-facts"))\b[^>]*>|</(?:td|th|dd|dt|caption)>|</(?:table|dl)>')
_CARD = re.compile(r'<p class="rr-card__[^"]*">.*?</p>', re.DOTALL)
_PIECES = re.compile(r"(<[^>]*>)|([^<]+)")


ASIDE = ' data-pagefind-weight="0.1"'
"""What is for those who make the site counts a tenth of what is for readers."""


def whole_article_of(html: str) -> str:
    """The content of a finished page's article; empty where there is none."""
    found = _ARTICLE.search(html)
    return found[1] if found else ""


def article_of(html: str) -> str:
    """The same without its chrome."""
    return _CHROME.sub(" ", whole_article_of(html))


def search_copy(article: str, lang: str, title: str, facets: Facets, description: str = "") -> str:
    """The HTML that Pagefind indexes for a page, from what `article_of` returns."""
    shown = {"title": title, "kind": facets.kind, "unit": facets.unit, "period": facets.period, "area": facets.area}
    shown["names"] = "; ".join(facets.names)
    shown["about"] = description
    filters = [
        *(f"unit-{unit}" for unit in facets.units),
        *(f"year-{year}" for year in facets.years),
        *(f"area-{area}" for area in facets.areas),
    ]
    names = escape(coded("; ".join(facets.names)))
    lines = [
        "<!doctype html>",
        f'<html lang="{escape(lang)}"><head><meta charset="utf-8"><title>{escape(coded(title))}</title></head><body>',
        *(_fact("meta", name, coded(value)) for name, value in shown.items() if value),
        # A filter for each value: Pagefind writes the values of one filter in any order, and the site would differ with every build.
        *(_fact("filter", name, FITS) for name in filters),
        f"<main data-pagefind-body{ASIDE if facets.aside else ''}>{_searchable_html(article)}",
        f'<p id="{NAMES_ANCHOR}" data-pagefind-weight="6">{names}</p></main></body></html>'
        if names
        else "</main></body></html>",
    ]
    return "\n".join(lines)


def _signed(found: re.Match[str]) -> str:
    tag = found[0]
    if found[1]:
        return f"<p>{TABLE}</p>{tag}"
    return f"{tag}<p>{TABLE_END}</p>" if tag in {"</table>", "</dl>"} else f" {CELL} {tag}"


def _fact(kind: str, name: str, value: str) -> str:
    return f'<meta data-pagefind-{kind}="{name}[content]" content="{escape(value)}">'


def _searchable_html(html: str) -> str:
    """The text of some HTML as Pagefind reads it; tags, and so the ids that results lead to, stay as they are."""
    carded = _CARD.sub(rf"<p>{TABLE}</p>\g<0><p>{TABLE_END}</p>", html)
    spaced = _BLOCK_END.sub(r"\1 ", _TABLE_SIGNS.sub(_signed, carded))
    return "".join(tag or escape(coded(unescape(text)), quote=False) for tag, text in _PIECES.findall(spaced))
