"""The worksheet as a page of its own, without scripts: it opens in any browser and prints on paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from generator.i18n.messages import N_, translate
from generator.importing.mapping.placed import Certainty
from generator.importing.outcome import Outcome
from generator.importing.worksheet.words import (
    HEADS,
    PROSE_HEADS,
    SheetLine,
    prose_lines,
    sheet_lines,
    summary,
    whose,
)
from generator.model.unit import Unit

_STYLE = """
:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;margin:1.5rem;max-width:90rem}
table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{border:1px solid #767676;padding:.3rem .5rem;text-align:start;vertical-align:top}
caption{text-align:start;font-weight:bold}td:nth-child(6),td:nth-child(7){font-variant-numeric:tabular-nums}td:last-child{min-width:9rem}
summary{font-weight:bold;padding:.3rem 0}
.scroll{overflow-x:auto}.left td:first-child::before{content:"✗ "}.guessed td:first-child::before{content:"? "}.sure td:first-child::before{content:"✓ "}
@media screen and (max-width:60rem){
body{margin:1rem}table,caption,tbody,tr,td{display:block}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{border-top:1px solid #767676;padding:.6rem 0}td,td:last-child{border:0;padding:0;min-width:0;overflow-wrap:anywhere}td:empty{display:none}
td:first-child{font-weight:bold}td:not(:first-child)::before{content:attr(data-label) ": ";font-size:.875rem;opacity:.8}
}
"""


def worksheet_page(
    outcomes: Sequence[Outcome], lang: str, told: Sequence[str] = (), units: Mapping[str, Unit] | None = None
) -> str:
    """The page of one import or of many: `told` is what is to be said of all of them, `units` those whose names are known."""
    title = translate(lang, N_("Worksheet of an import"))
    body = [f"<p>{escape(each)}</p>" for each in told]
    for outcome in outcomes:
        body += _section(outcome, units or {}, lang)
    return (
        f'<!doctype html>\n<html lang="{escape(lang)}">\n<head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{escape(title)}</title>'
        f"<style>{_STYLE}</style></head>\n<body><main>\n<h1>{escape(title)}</h1>\n"
        + "\n".join(body)
        + "\n</main></body>\n</html>\n"
    )


def _section(outcome: Outcome, units: Mapping[str, Unit], lang: str) -> list[str]:
    lines = list(sheet_lines(outcome, lang))
    made = [
        f"<h2>{escape(whose(outcome, units, lang))}</h2>",
        f"<p><code>{escape(f'{outcome.unit}/{outcome.period}')}</code></p>",
        "<ul>",
        *(f"<li>{escape(each)}</li>" for each in summary(outcome, lang)),
        "</ul>",
    ]
    looked_at = [each for each in lines if each.certainty is not Certainty.SURE]
    if looked_at:
        made += _table(translate(lang, N_("To be looked at")), looked_at, lang)
    sure = [each for each in lines if each.certainty is Certainty.SURE]
    if sure:
        caption = translate(lang, N_("Sure"))
        made += [
            "<details>",
            f"<summary>{escape(caption)} ({len(sure)})</summary>",
            *_table(caption, sure, lang),
            "</details>",
        ]
    prose = list(prose_lines(outcome, lang))
    if prose:
        caption = translate(lang, N_("Numbers of the prose"))
        told = [SheetLine(each, Certainty.GUESSED) for each in prose]
        made += [
            "<details>",
            f"<summary>{escape(caption)} ({len(prose)})</summary>",
            *_table(caption, told, lang, PROSE_HEADS),
            "</details>",
        ]
    return made


def _table(caption: str, lines: Sequence[SheetLine], lang: str, named: Sequence[str] = HEADS) -> list[str]:
    """A table in which, on a phone, each row is a block and every cell says which column it is of. Roles keep it a table for screen readers there."""
    heads = [escape(translate(lang, each)) for each in named]
    region = f'<div class="scroll" role="region" tabindex="0" aria-label="{escape(caption)}">'
    return [
        f'{region}<table role="table"><caption>{escape(caption)}</caption>',
        '<thead role="rowgroup"><tr role="row">',
        *(f'<th scope="col" role="columnheader">{each}</th>' for each in heads),
        '</tr></thead><tbody role="rowgroup">',
        *(_row(each, heads) for each in lines),
        "</tbody></table></div>",
    ]


def _row(line: SheetLine, heads: Sequence[str]) -> str:
    cells = (
        f'<td role="cell" data-label="{head}">{escape(cell)}</td>' for head, cell in zip(heads, line.cells, strict=True)
    )
    return f'<tr role="row" class="{line.certainty.value}">{"".join(cells)}</tr>'
