"""Documents that reports cite: listed on each report's page, linked where our prose names their numbers, gathered on one page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape, unescape

from generator.model.report import Reference, Report
from generator.pages.context import Context
from generator.pages.page import link, reference_anchor, report_path

_YEAR_IN_NUMBER = re.compile(r"/(?:19|20)\d\d/")
_PIECES = re.compile(r'(<(?:[^>"]|"[^"]*")*>)|([^<]+)')


@dataclass(frozen=True)
class CitedDocument:
    """A document with every report that cites it: the first report's words for it, and links to each report's own entry.

    `anchor` is its id on the page of documents.
    """

    anchor: str
    reference: Reference
    reports: tuple[tuple[str, str], ...]


def link_references(html: str, report: Report, page_path: str) -> str:
    """The HTML with numbers of cited documents linked to the report's list; text inside other links is left alone."""
    uses = Counter(each.number for each in report.references)
    # A number that stands for two documents (19/NQ-CP of 2014 and of 2015) tells neither.
    numbered = {each.number: each for each in report.references if each.number and uses[each.number] == 1}
    if not numbered:
        return html
    longest_first = sorted(numbered, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w/])(?:{'|'.join(re.escape(escape(number)) for number in longest_first)})(?![\w/-])")
    out, inside = [], 0

    def linked(match: re.Match[str]) -> str:
        reference = numbered[unescape(match[0])]
        target = link(page_path, report_path(report.id), reference_anchor(reference.id))
        return f'<a href="{target}">{match[0]}</a>'

    for tag, text in _PIECES.findall(html):
        if tag:
            inside += 1 if tag.startswith("<a ") else -1 if tag == "</a>" else 0
            out.append(tag)
        else:
            out.append(text if inside else pattern.sub(linked, text))
    return "".join(out)


def cited_documents(context: Context, page_path: str) -> list[CitedDocument]:
    """All documents that reports cite, the most cited first, then by name."""
    found: dict[str, list[tuple[Reference, Report]]] = defaultdict(list)
    for report in context.catalogue.reports.values():
        for reference in report.references:
            found[_identity(reference)].append((reference, report))
    taken: Counter[str] = Counter()
    documents = []
    for uses in found.values():
        # Two reports may give the same id to two documents.
        name = uses[0][0].id
        taken[name] += 1
        anchor = f"document-{name}" if taken[name] == 1 else f"document-{name}-{taken[name]}"
        documents.append(_document(anchor, uses, context, page_path))
    return sorted(documents, key=lambda each: (-len(each.reports), each.reference.name.in_language(context.lang)))


def _identity(reference: Reference) -> str:
    """What makes two citations one document.

    A legal document carries its year in its number (`61/2018/NĐ-CP`). Other numbers start anew every year with every authority.
    Without a number only the name is left.
    """
    if reference.number is None:
        return reference.name.in_language("vi").casefold()
    number = reference.number.casefold()
    if _YEAR_IN_NUMBER.search(number):
        return number
    issuer = reference.issuer.in_language("vi").casefold() if reference.issuer else ""
    return f"{number} {issuer} {reference.date.year if reference.date else ''}"


def _document(anchor: str, uses: Sequence[tuple[Reference, Report]], context: Context, page_path: str) -> CitedDocument:
    reports = tuple(
        (link(page_path, report_path(report.id), reference_anchor(reference.id)), context.report_name(report))
        for reference, report in uses
    )
    return CitedDocument(anchor, uses[0][0], reports)
