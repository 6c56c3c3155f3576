"""The picture of the results, drawn by the same modules that draw the charts of the site."""

from __future__ import annotations

from generator.charts.draw import draw
from generator.charts.model import ChartData, ChartLabels, ChartPoint, ChartSeries
from tools.bench.results import Results, typical


def picture_of(results: Results) -> str:
    """Bars of processor seconds, one a generator, tree by tree, as a file of its own."""
    names = list(dict.fromkeys(name for builds in results.builds for name in builds.full))
    series = tuple(ChartSeries(name, tuple(_points(results, name))) for name in names)
    data = ChartData(
        kind="bars",
        title="Processor seconds of a full build",
        measure="processor seconds",
        periods=tuple(builds.tree for builds in results.builds),
        series=series,
        labels=ChartLabels(period="Tree", value="Seconds", series="Generator"),
        lang="en",
        lower=0.0,
    )
    svg = draw(data).svg
    return svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" font-family="sans-serif" ', 1) + "\n"


def _points(results: Results, name: str) -> list[ChartPoint]:
    found = []
    for builds in results.builds:
        if name in builds.full:
            seconds = typical(builds.full[name]).cpu
            shown = f"{seconds:.1f}" if seconds < 100 else f"{seconds:.0f}"  # noqa: PLR2004 - three digits
            found.append(ChartPoint(builds.tree, seconds, f"{shown} s", brief=shown))
    return found
