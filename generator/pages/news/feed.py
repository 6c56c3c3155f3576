"""The Atom feed of a language (RFC 4287): reports as this site publishes them, and figures that it revised since.

It holds no time of the build: a feed is as new as its newest entry, so the same data give the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from xml.etree import ElementTree as ET

from markupsafe import Markup

from generator.i18n.messages import N_
from generator.i18n.site_words import authority_of
from generator.model.dates import PartialDate
from generator.model.narrative import Markdown
from generator.model.report import Report
from generator.pages.citation.citation import LICENCE
from generator.pages.context import Context
from generator.pages.news.revisions import revisions_of
from generator.pages.page import report_path
from generator.pages.prose.prose import prose_of

FEED_FILE = "feed.xml"
NEWEST = 50
_ATOM = "http://www.w3.org/2005/Atom"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NOTHING_YET = "1970-01-01"
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)


@dataclass(frozen=True)
class Entry:
    """One piece of news. `address` is where it stands, for good, and so also its identity; `day` is when it happened."""

    day: PartialDate
    address: str
    title: str
    summary: str
    summary_lang: str


def feed(context: Context) -> str:
    """The feed as XML; empty where the site's address is not known, because a feed's links are whole addresses, and in a snapshot."""
    if not context.has_feeds:
        return ""
    return atom(context, FEED_FILE, N_("New reports and revised figures"), "", _entries(context))


def atom(context: Context, file: str, subtitle: str, page: str, entries: Iterable[Entry]) -> str:
    """A feed in a file beside the home page: what it is about (a message), the page that shows the same, and its newest entries."""
    newest = sorted(entries, key=lambda entry: (entry.day, entry.address), reverse=True)[:NEWEST]
    root = ET.Element("feed", {"xmlns": _ATOM, _XML_LANG: context.lang})
    own = context.address("") + file
    _add(root, "title", context.site_name)
    _add(root, "subtitle", context.say(subtitle))
    _add(root, "id", own)
    _add(root, "updated", _moment(str(newest[0].day) if newest else _NOTHING_YET))
    _add(root, "link", rel="self", type="application/atom+xml", href=own)
    _add(root, "link", rel="alternate", type="text/html", hreflang=context.lang, href=context.address(page))
    _add(ET.SubElement(root, "author"), "name", authority_of(context.catalogue.site, context.lang) or context.site_name)
    _add(root, "rights", LICENCE)
    for entry in newest:
        _add_entry(root, entry, context)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _entries(context: Context) -> Iterator[Entry]:
    for report in context.catalogue.reports.values():
        if report.published is None:
            continue
        address = context.address(report_path(report.id))
        summary, lang = _summary(report, context)
        name = context.report_name(report)
        title = context.say(N_("New report: {report}"), report=name)
        yield Entry(report.published, address, title, summary, lang)
        for revision in revisions_of(report, context):
            told = context.say(N_("Revised: {report}"), report=name)
            what = f"{revision.figure}. " if revision.figure else ""
            summary = f"{what}{revision.change.striptags()}"
            yield Entry(revision.date, f"{address}#{revision.anchor}", told, summary, context.lang)


def _summary(report: Report, context: Context) -> tuple[str, str]:
    """The first paragraph of our summary as plain text, failing that the document's title; and its language."""
    prose = prose_of(context, partial(_narrative, context, report), report_path(report.id), report)
    found = _PARAGRAPH.search(str(prose.html)) if prose else None
    if prose is None or found is None:
        title = report.document.title
        return title.in_language(context.lang), title.language_for(context.lang)
    return " ".join(Markup(found[1]).striptags().split()), prose.lang  # noqa: S704 - cleaned when it was rendered


def _narrative(context: Context, report: Report, lang: str) -> Markdown | None:
    return context.catalogue.narratives.get((lang, report.id, "summary"))


def _add_entry(root: ET.Element, entry: Entry, context: Context) -> None:
    element = ET.SubElement(root, "entry")
    _add(element, "title", entry.title)
    _add(element, "id", entry.address)
    _add(element, "published", _moment(str(entry.day)))
    _add(element, "updated", _moment(str(entry.day)))
    _add(element, "link", rel="alternate", type="text/html", hreflang=context.lang, href=entry.address)
    summary = _add(element, "summary", entry.summary, type="text")
    if entry.summary_lang != context.lang:
        summary.set(_XML_LANG, entry.summary_lang)


def _add(parent: ET.Element, name: str, content: str = "", **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, name, attributes)
    if content:
        element.text = content
    return element


def _moment(day: str) -> str:
    """The beginning of a day in Vietnam, as RFC 3339 writes it."""
    return f"{day}T00:00:00+07:00"
