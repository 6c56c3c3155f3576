"""What a chart shows: plain, frozen values, ready to be drawn.

In: nothing. Out: the data classes that the rest of this package draws from. Every text in them is already translated and
every value already formatted; nothing here knows reports, units or files.
"""

from dataclasses import dataclass
from typing import Literal

RoughSide = Literal["above", "below", "around"]
"""Where the figure itself lies that a rough one (“over 80 %”, “nearly 80 %”, “about 80 %”) stands for."""
ChartKind = Literal["line", "bars", "ranking", "whole", "rows", "peers", "strip", "tiles"]
"""``line``: development over periods. ``bars``: bars side by side per period. ``ranking``: horizontal bars, one a unit. In the others, rows lie
below each other: ``whole``: each a bar cut into its parts, ``rows``: each a bar, maybe with a mark across it for what was to be reached,
``peers``: each a line of dots, one a unit, ``strip``: each a line of strokes, for too many units to have a dot each. ``tiles``: squares placed as
on a map."""


@dataclass(frozen=True)
class ChartPoint:
    """One value of one series.

    ``period``: the category label, one of ``ChartData.periods`` (in a ranking, the name of the unit).
    ``value``: in the chart's unit of measure; ``None`` where there is no figure.
    ``shown``: the value as readers see it, formatted in the page's language with its unit of measure; where ``value`` is
    ``None``, the words that say why.
    ``segment``: points of different segments are not comparable, so no line joins them.
    ``partial``: the value covers only part of the period (such as the first quarter of a year).
    ``brief``: the value without its unit of measure, as it may stand on a bar; empty where it is not to stand there.
    ``rough``: the value is no exact one, and on which side of it the figure lies; then it has a mark of its own, no line joins
    it, and ``shown`` and ``brief`` say how it is meant.
    ``sign``: the figure is in doubt. This sign stands for it, apart from the others: no line or bar, and no say in where the axis ends.
    """

    period: str
    value: float | None
    shown: str
    segment: int = 0
    partial: bool = False
    brief: str = ""
    rough: RoughSide | None = None
    sign: str = ""

    @property
    def plain(self) -> float | None:
        """The value where it may be drawn and counted like any other."""
        return None if self.sign else self.value


@dataclass(frozen=True)
class ChartSeries:
    """One line or one colour of bars. ``points`` are in the order of ``ChartData.periods``; a period may be absent."""

    name: str
    points: tuple[ChartPoint, ...]


@dataclass(frozen=True)
class ChartThreshold:
    """A reference line, such as a target. ``value`` is in the chart's unit of measure, ``shown`` is it formatted."""

    label: str
    value: float
    shown: str


@dataclass(frozen=True)
class ChartTarget:
    """What was to be reached in one period: a mark at that period only, because a target says nothing of other years.

    ``period`` is one of ``ChartData.periods``, ``value`` in the chart's unit of measure, ``label`` stands beside the mark
    (empty: no label).
    """

    period: str
    value: float
    label: str


@dataclass(frozen=True)
class ChartBand:
    """Where the units of a row stand together: the median, and the middle half (None: of too few)."""

    period: str
    middle: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class ChartTile:
    """A tile: its column and row from the upper left, and the name on it, in lines."""

    period: str
    column: int
    row: int
    name: str


@dataclass(frozen=True)
class ChartTable:
    """The figures of a chart as a saved CSV file holds them: a heading and rows of texts and plain numbers.

    The last column holds addresses, relative to the page that the figure stands in.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str | float, ...], ...]


@dataclass(frozen=True)
class ChartLabels:
    """The translated words before each line of a tooltip."""

    period: str
    value: str
    series: str


@dataclass(frozen=True)
class ChartData:
    """Everything that one chart shows.

    ``measure``: the name of the unit of measure, shown at the axis (``phần trăm``).
    ``periods``: every category in order, *including* those without a figure, so that a gap in time is a gap in the picture.
    ``integer``: the axis shows whole numbers only.
    ``lower``, ``upper``: the natural limits of the measure (0 and 100 for shares); the axis never runs past them unless a
    value does.
    ``lang``: the language of all texts, as in ``number_format.format_locale``.
    ``subject``: whom or when all figures are about, where no series names it: the one unit, or the period of a ranking.
    ``targets``: not in a ranking, which has ``thresholds``.
    ``remarks``: sentences that a reader needs beside the chart's own notes: why it has a break, which targets there are.
    ``brief_periods``: the periods in few letters, for bars that lie too close for ``periods``: a part of a year as ``3``, the year in a
    second line; empty where there is no shorter way.

    In a ranking, ``periods`` are the units from first to last, and each unit stands in exactly one series (a series is a
    group of units, such as departments and communes).

    In charts of rows, ``periods`` are the rows. ``told`` is the text below each; in a ``whole``, the ``brief`` of its parts stands there instead,
    and values are percent of the row. In ``peers`` and ``strip``, points that are ``partial`` are the other units, of which a series has many a row.

    In ``tiles``, ``periods`` are the tiles, ``tiles`` says where each lies and how it is written on, and each has one point at most.

    Raises ``ValueError`` for a point outside ``periods``, a category or a series given twice, or no category at all.
    """

    kind: ChartKind
    title: str
    measure: str
    periods: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    labels: ChartLabels
    lang: str
    integer: bool = False
    lower: float | None = None
    upper: float | None = None
    thresholds: tuple[ChartThreshold, ...] = ()
    subject: str = ""
    targets: tuple[ChartTarget, ...] = ()
    remarks: tuple[str, ...] = ()
    brief_periods: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    bands: tuple[ChartBand, ...] = ()
    tiles: tuple[ChartTile, ...] = ()

    def __post_init__(self) -> None:
        if not self.periods or not self.series:
            raise ValueError(f"chart “{self.title}” has no periods or no series")
        _refuse_duplicates(self.title, self.periods)
        _refuse_duplicates(self.title, tuple(series.name for series in self.series))
        known = set(self.periods)
        for series in self.series:
            categories = tuple(point.period for point in series.points)
            if self.kind not in ("peers", "strip"):
                _refuse_duplicates(self.title, categories)
            if strangers := [category for category in categories if category not in known]:
                raise ValueError(f"chart “{self.title}” has points outside its periods: {strangers}")
        if strangers := [target.period for target in self.targets if target.period not in known]:
            raise ValueError(f"chart “{self.title}” has targets outside its periods: {strangers}")
        if self.kind == "ranking":
            _refuse_duplicates(self.title, tuple(point.period for series in self.series for point in series.points))

    @property
    def rough_periods(self) -> tuple[str, ...]:
        """The categories with a rough figure, in order."""
        found = {point.period for series in self.series for point in series.points if point.rough}
        return tuple(period for period in self.periods if period in found)

    @property
    def has_values(self) -> bool:
        """Whether there is anything to draw."""
        return any(point.plain is not None for series in self.series for point in series.points)


@dataclass(frozen=True)
class Chart:
    """A drawn chart: ``svg`` to stand inline in a page, ``spec`` the Vega-Lite specification, and ``vega`` what it is compiled to, as JSON texts."""

    svg: str
    spec: str
    vega: str


def _refuse_duplicates(title: str, names: tuple[str, ...]) -> None:
    if len(set(names)) != len(names):
        raise ValueError(f"chart “{title}” names something twice: {sorted(names)}")
