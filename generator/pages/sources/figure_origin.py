"""The way from a row of figures on a report's page to its lines in the report's file, and to a report of an error in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.dataset.places import lines_of_report
from generator.model.report import Report
from generator.pages.context import Context
from generator.pages.origins.origin import Origin
from generator.pages.page import report_path


@dataclass(frozen=True)
class FigureOrigin:
    """Where the figures of a row are edited, as (line, address), each line once; and where an error in them is reported."""

    lines: tuple[tuple[int, str], ...]
    report: str


def lines_shown(context: Context, report: Report) -> Mapping[str, int] | None:
    """The lines of a report's figures; None, and nothing read, where pages lead to no source."""
    return lines_of_report(context.dataset, report.id) if context.described else None


def figure_origin(
    lines: Mapping[str, int] | None, anchors: Sequence[str], name: str, context: Context, report: Report, at: str
) -> FigureOrigin | None:
    """The origin of the figures with some addresses; None where pages lead nowhere, or where there is no figure.

    `name` says in codes what and how much the figures are, `at` is the fragment of the page under which readers find them.
    """
    if lines is None:
        return None
    found = sorted({lines[each] for each in anchors if lines.get(each)})
    if not found:
        return None
    reported = context.report_links(
        f"{report.id} {name.split(':', maxsplit=1)[0]}", report_path(report.id), anchor=at, figure=name
    )
    hrefs = ((line, context.source_href(Origin(report.place.file, line))) for line in found)
    return FigureOrigin(tuple((line, href) for line, href in hrefs if href), reported.first)
