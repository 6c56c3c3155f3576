"""The charts that other sites may show in a frame of their own: gathered while pages are rendered, written by the build stage."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.charts.model import ChartData


@dataclass(frozen=True)
class EmbedChart:
    """A chart with all that its own small page shows.

    `path` is the folder of that page, `page_path` and `anchor` the place it comes from; both below the language's root. Links in `table` start
    from `path`.
    """

    path: str
    page_path: str
    anchor: str
    data: ChartData
    svg: str
    table: Markup
    source: str


@dataclass(frozen=True)
class Embedding:
    """Where the own small page of a chart is.

    `home` is the page that gave it its address, if not the one that shows the chart: the address stays when a chart moves. `written` is false where
    another page shows the same chart and sees to it.
    """

    home: str = ""
    written: bool = True


class EmbedStore:
    """The charts of a build in one language, one a page and anchor."""

    def __init__(self) -> None:
        self._charts: dict[str, EmbedChart] = {}

    def add(self, chart: EmbedChart) -> None:
        """Remember a chart."""
        self._charts[chart.path] = chart

    def __iter__(self) -> Iterator[EmbedChart]:
        return iter(self._charts.values())


def embed_path(page_path: str, anchor: str) -> str:
    """The folder of a chart's own page: `embed/units/khanh-son/chart-dossiers-on-time-rate`."""
    return posixpath.join("embed", page_path, anchor)
