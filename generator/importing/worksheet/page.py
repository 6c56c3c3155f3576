"""The worksheet as a page of its own, without scripts: it opens in any browser and prints on paper."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from generator.i18n.messages import N_, translate
from generator.importing.mapping.placed import Certainty
from generator.importing.outcome import Outcome
from generator.importing.worksheet.words import HEADS, PROSE_HEADS, SheetLine, prose_lines, sheet_lines, summary

_STYLE = """
:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;margin:1.5rem;max-width:90rem}
table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{border:1px solid #767676;padding:.3rem .5rem;text-align:start;vertical-align:top}
caption{text-align:start;font-weight:bold}td:nth-child(6),td:nth-child(7){font-variant-numeric:tabular-nums}
.scroll{overflow-x:auto}.left td:first-child::before{content:"✗ "}.guessed td:first-child::before{content:"? "}.sure td:first-child::before{content:"✓ "}
"""


def worksheet_page(outcomes: Sequence[Outcome], lang: str, told: Sequence[str] = ()) -> str:
    """The page of one import or of many: `told` is what is to be said of all of them."""
    title = translate(lang, N_("Worksheet of an import"))
    body = [f"<p>{escape(each)}</p>" for each in told]
    for outcome in outcomes:
        body += _section(outcome, lang)
    return (
        f'<!doctype html>\n<html lang="{escape(lang)}">\n<head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{escape(title)}</title>'
        f"<style>{_STYLE}</style></head>\n<body><main>\n<h1>{escape(title)}</h1>\n"
        + "\n".join(body)
        + "\n</main></body>\n</html>\n"
    )


def _section(outcome: Outcome, lang: str) -> list[str]:
    name = f"{outcome.unit}/{outcome.period}"
    lines = list(sheet_lines(outcome, lang))
    made = [
        f"<h2>{escape(name)}</h2>",
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
    heads = "".join(f'<th scope="col">{escape(translate(lang, each))}</th>' for each in named)
    rows = [
        f'<tr class="{each.certainty.value}">' + "".join(f"<td>{escape(cell)}</td>" for cell in each.cells) + "</tr>"
        for each in lines
    ]
    region = f'<div class="scroll" role="region" tabindex="0" aria-label="{escape(caption)}">'
    return [
        f"{region}<table><caption>{escape(caption)}</caption>",
        f"<thead><tr>{heads}</tr></thead><tbody>",
        *rows,
        "</tbody></table></div>",
    ]
