"""A chart as HTML: the picture with its title, text alternative, remarks, source and data table.

Everything is there without JavaScript. ``charts.js`` adds the buttons, whose words it finds in the figure's ``data-`` attributes, and
makes the picture interactive once a reader touches it, with the specification from the script that the figure names.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape

from markupsafe import Markup

from generator.charts.describe import describe
from generator.charts.model import Chart, ChartData, ChartTable
from generator.charts.number_format import format_locale
from generator.charts.spec import breaks, gaps, has_brief_periods
from generator.charts.words import Words


def figure_html(
    chart: Chart,
    data: ChartData,
    *,
    anchor: str,
    table_html: str,
    source_html: str,
    words: Words,
    addresses: Mapping[str, str],
    text_alternative: str | None = None,
) -> Markup:
    """The figure of a chart.

    ``anchor`` is the figure's id, unique in the page. ``table_html`` (the same data as a table with headers) and
    ``source_html`` are HTML that the caller vouches for; everything else is text and is escaped. ``addresses``: of ``vega`` (the
    script), of the script that registers the chart's ``data_block`` under its anchor (``file``), and of the chart's own page for
    other sites (``embed``; empty: none), relative to the page. The text alternative is ``describe(data, words)`` unless another is given.
    """
    alternative = describe(data, words) if text_alternative is None else text_alternative
    labels = {
        "lang": data.lang,
        "take": words.take if addresses["embed"] else words.take_saved,
        "save-png": words.save_png,
        "save-svg": words.save_svg,
        "save-csv": words.save_csv,
        "explore": words.explore,
        "show-table": words.show_table,
        "hide-table": words.hide_table,
        "read-keys": words.read_keys,
        "vega": addresses["vega"],
        "file": addresses["file"],
    }
    if addresses["embed"]:
        labels |= {
            "embed": addresses["embed"],
            "embed-label": words.embed,
            "embed-hint": words.embed_hint,
            "copied": words.copied,
        }
    attributes = "".join(f' data-{name}="{escape(value)}"' for name, value in labels.items())
    title_id = f"{escape(anchor)}-title"
    return Markup(  # noqa: S704 - every text below is escaped, the HTML is the caller's word
        f'<figure class="rr-chart rr-chart--{data.kind}" id="{escape(anchor)}" aria-labelledby="{title_id}"{attributes}>\n'
        f'<figcaption class="rr-chart__title" id="{title_id}">{caption_html(data)}</figcaption>\n'
        f'<div class="rr-chart__picture" role="img" aria-label="{escape(alternative)}">{chart.svg}</div>\n'
        f"{notes_html(data, words)}"
        f'<p class="rr-chart__source">{source_html}</p>\n'
        f'<details class="rr-chart__data"><summary>{escape(words.show_table)}</summary>\n{table_html}\n</details>\n'
        "</figure>"
    )


def caption_html(data: ChartData) -> str:
    """The title and, where all figures are about one, the unit or period."""
    subject = f' <span class="rr-chart__subject">{escape(data.subject)}</span>' if data.subject else ""
    return f"{escape(data.title)}{subject}"


def data_block(chart: Chart, lang: str, table: ChartTable) -> str:
    """What ``charts.js`` reads: ``{"formatLocale": …, "table": [head, row, …], "vega": …}`` as JSON; ``table`` is saved as CSV."""
    locale = json.dumps(format_locale(lang), ensure_ascii=False, separators=(",", ":"))
    rows = json.dumps([table.head, *table.rows], ensure_ascii=False, separators=(",", ":"))
    return f'{{"formatLocale":{locale},"table":{rows},"vega":{chart.vega}}}'


def notes_html(data: ChartData, words: Words) -> str:
    """The remarks that a reader needs to read this chart's signs, and no others."""
    partial = any(point.partial and point.plain is not None for series in data.series for point in series.points)
    said = [
        (bool(gaps(data)) and data.kind == "line", words.note_missing),
        (bool(gaps(data)) and data.kind == "bars", words.note_missing_bars),
        (data.kind == "line" and bool(breaks(data)), words.note_break),
        (
            partial and data.kind not in ("peers", "strip"),
            words.note_partial if data.kind == "line" else words.note_partial_bars,
        ),
        (bool(data.rough_periods), words.note_rough_line if data.kind == "line" else words.note_rough_bars),
        (bool(data.targets) and data.kind in ("line", "bars"), words.note_target),
        (has_brief_periods(data), words.note_brief),
    ]
    notes = " ".join(escape(note) for note in [*(note for needed, note in said if needed), *data.remarks])
    return f'<p class="rr-chart__note">{notes}</p>\n' if notes else ""
