"""The text alternative of a chart: in a few sentences what it shows, for those who do not see it.

In: the data and the translated sentence templates. Out: plain text. Figures appear as the page formats them.
"""

from __future__ import annotations

from generator.charts.model import ChartData, ChartPoint, ChartSeries
from generator.charts.rows import is_of_rows
from generator.charts.spec import gaps
from generator.charts.words import Words

_TOLD_SERIES = 4
"""More series than this are left to the table: nobody keeps a longer text in mind."""
_TOLD_PERIODS = 8


def describe(data: ChartData, words: Words) -> str:
    """What the chart shows: kind, title, range, first and last value of each series, gaps and reference lines.

    Raises ``KeyError`` if a template of ``words`` names a field that it does not get.
    """
    sentences = [_opening(data, words)]
    if is_of_rows(data):
        return " ".join([*sentences, *_rows(data, words), *data.remarks])
    if data.kind in ("ranking", "tiles"):
        sentences.append(_extremes(data, words))
    else:
        sentences += [_course(series, words) for series in data.series[:_TOLD_SERIES]]
        if len(data.series) > _TOLD_SERIES:
            sentences.append(words.more.format(count=len(data.series)))
    partial = [
        point.period for series in data.series for point in series.points if point.partial and point.plain is not None
    ]
    sentences.append(_periods(words.missing, list(gaps(data))))
    sentences.append(_periods(words.partial, list(dict.fromkeys(partial))))
    sentences.append(_periods(words.rough, list(data.rough_periods)))
    sentences += [words.threshold.format(label=line.label, value=line.shown) for line in data.thresholds]
    sentences += data.remarks
    return " ".join(sentence for sentence in sentences if sentence)


def _opening(data: ChartData, words: Words) -> str:
    template = {
        "line": words.line,
        "bars": words.bars,
        "ranking": words.ranking,
        "whole": words.whole,
        "rows": words.rows,
        "peers": words.peers,
        "strip": words.strip,
        "tiles": words.tiles,
    }[data.kind]
    return template.format(
        title=data.title, measure=data.measure, first=data.periods[0], last=data.periods[-1], count=len(data.periods)
    )


def _rows(data: ChartData, words: Words) -> list[str]:
    """What stands in and below each row."""
    told = dict(zip(data.periods, data.told, strict=True)) if data.told else {}
    for period in data.periods if data.kind == "whole" else ():
        parts = [(series.name, point) for series in data.series for point in series.points if point.period == period]
        told[period] = "; ".join(f"{name} {point.shown}" for name, point in parts)
    return [words.row.format(row=period, told=said) for period, said in told.items()]


def _course(series: ChartSeries, words: Words) -> str:
    known = _known(series.points)
    if not known:
        return words.nothing.format(series=series.name)
    if len(known) == 1:
        return words.only.format(series=series.name, value=known[0].shown, period=known[0].period)
    if any(point.rough for point in known):
        # Nobody could vouch for an extreme beside a rough figure.
        return words.ends.format(
            series=series.name,
            first=known[0].shown,
            first_period=known[0].period,
            last=known[-1].shown,
            last_period=known[-1].period,
        )
    whole = [point for point in known if not point.partial] or known
    lowest, highest = _lowest_and_highest(whole)
    if len(known) == len(whole) and lowest.value == highest.value:
        return words.constant.format(
            series=series.name, value=lowest.shown, first_period=known[0].period, last_period=known[-1].period
        )
    return words.course.format(
        series=series.name,
        first=known[0].shown,
        first_period=known[0].period,
        last=known[-1].shown,
        last_period=known[-1].period,
        lowest=lowest.shown,
        lowest_period=lowest.period,
        highest=highest.shown,
        highest_period=highest.period,
    )


def _extremes(data: ChartData, words: Words) -> str:
    known = _known(tuple(point for series in data.series for point in series.points))
    if not known or data.rough_periods:
        return ""
    lowest, highest = _lowest_and_highest(known)
    return words.extremes.format(
        highest=highest.shown, highest_unit=highest.period, lowest=lowest.shown, lowest_unit=lowest.period
    )


def _known(points: tuple[ChartPoint, ...]) -> list[ChartPoint]:
    return [point for point in points if point.plain is not None]


def _lowest_and_highest(points: list[ChartPoint]) -> tuple[ChartPoint, ChartPoint]:
    def value(point: ChartPoint) -> float:
        return point.value if point.value is not None else 0.0

    return min(points, key=value), max(points, key=value)


def _periods(template: str, periods: list[str]) -> str:
    if not periods:
        return ""
    listed = ", ".join(periods[:_TOLD_PERIODS]) + (", …" if len(periods) > _TOLD_PERIODS else "")
    return template.format(periods=listed).replace("….", "…")
