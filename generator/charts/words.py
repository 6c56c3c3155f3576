"""The translated words that stand around a chart. The caller translates; this package never calls gettext."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """Texts in the page's language. Those with braces are templates for ``str.format`` with the named fields.

    Every template may leave fields out, but may not name others.
    """

    take: str
    """Button: show the buttons that save or embed the chart."""
    take_saved: str
    """The same where the chart cannot be embedded."""
    save_png: str
    """Button: save the chart as a PNG picture."""
    save_svg: str
    """Button: save the chart as an SVG picture."""
    save_csv: str
    """Button: save the figures of the chart as a CSV file."""
    embed: str
    """Button: show the code with which another site can show the chart."""
    embed_hint: str
    """Label of that code."""
    copied: str
    """Said once the code is in the clipboard."""
    explore: str
    """Button: make the chart interactive and read its figures one by one."""
    read_keys: str
    """How the keyboard reads the figures of an interactive chart."""
    show_table: str
    """Button, and the summary line of the data table."""
    hide_table: str
    """Button, while the table is shown."""
    note_partial: str
    """Under a chart with hollow points or bars: that they cover only part of their period."""
    note_partial_bars: str
    """The same of bars."""
    note_rough_line: str
    """Under a line chart with rough figures: what their signs mean."""
    note_rough_bars: str
    """The same of bars."""
    note_break: str
    """Under a chart with a break: that figures on its two sides are not comparable."""
    note_missing: str
    """Under a chart with gaps: that no figure is known there."""
    note_missing_bars: str
    """The same of bars: what the dash in the place of one means."""
    note_target: str
    """Under a chart with targets: which mark is one."""
    note_brief: str
    """Under bars that lie so close that their periods are written in few letters: how these are read."""
    line: str
    """First sentence of the text alternative of a line chart: ``{title} {measure} {first} {last}`` (periods)."""
    bars: str
    """The same of grouped bars: ``{title} {measure} {first} {last}``."""
    ranking: str
    """The same of a ranking: ``{title} {measure} {count}``."""
    whole: str
    """The same of parts of wholes: ``{title} {measure} {count}`` (rows)."""
    rows: str
    """The same of bars below each other, each with its text."""
    peers: str
    """The same of a unit among its peers."""
    strip: str
    """The same of strokes, one a unit."""
    tiles: str
    """First sentence of the text alternative of tiles: ``{title} {measure} {count}``."""
    row: str
    """What one row of these shows: ``{row} {told}``."""
    course: str
    """How a series runs (the extremes leave partial periods out): ``{series} {first} {first_period} {last} {last_period} {lowest} {lowest_period} {highest}
    {highest_period}``."""
    ends: str
    """A series with rough figures, which have no extremes: ``{series} {first} {first_period} {last} {last_period}``."""
    constant: str
    """A series that never changes: ``{series} {value} {first_period} {last_period}``."""
    only: str
    """A series with one figure: ``{series} {value} {period}``."""
    nothing: str
    """A series without figures: ``{series}``."""
    extremes: str
    """Who leads and who closes a ranking: ``{highest} {highest_unit} {lowest} {lowest_unit}``."""
    missing: str
    """For which categories there is no figure: ``{periods}``."""
    partial: str
    """Which categories are covered only in part: ``{periods}``."""
    rough: str
    """For which categories there is only a rough figure: ``{periods}``."""
    threshold: str
    """A reference line: ``{label} {value}``."""
    more: str
    """Last sentence where there are too many series to tell of each: ``{count}`` of them, all in the table."""
