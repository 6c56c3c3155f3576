"""How texts stand in a language, in words: a line a text, the sentences that changed, a line a language.

Whatever comes from a file is shown, never obeyed, and no line is more than a line.
"""

from __future__ import annotations

from decimal import Decimal

from generator.i18n import formats
from generator.i18n.messages import N_, translate, translate_plural
from generator.model.hidden import visible
from generator.model.translation import ChangedSentences
from generator.model.translation_state import State, Tally, TextState

STATES = {
    State.MISSING: N_("missing"),
    State.OUTDATED: N_("outdated"),
    State.UNRECORDED: N_("not recorded"),
    State.COMPLETE: N_("complete"),
}
"""What each state is called."""


def state_line(each: TextState, lang: str) -> str:
    """How a text stands: its file, its state, and where the original is."""
    words = {"file": visible(each.file), "state": translate(lang, STATES[each.state])}
    original = visible(each.source.place.file)
    if each.state is State.COMPLETE:
        return translate(lang, N_("{file}: {state}"), **words)
    return translate(lang, N_("{file}: {state} (held against {original})"), original=original, **words)


def changed_lines(changed: ChangedSentences | None, lang: str) -> tuple[str, ...]:
    """The sentences of an original that changed, those that came first; of what went only the number where its words are not known."""
    if changed is None:
        return ()
    lines = [translate(lang, N_("new: {sentence}"), sentence=visible(each)) for each in changed.come]
    lines += [translate(lang, N_("gone: {sentence}"), sentence=visible(each)) for each in changed.gone]
    if changed.gone_number and not changed.gone:
        lines.append(gone_line(changed.gone_number, lang))
    return tuple(lines)


def gone_line(number: int, lang: str) -> str:
    """How many sentences went whose words are not known."""
    return translate_plural(
        lang, "{number} sentence of before is gone", "{number} sentences of before are gone", number
    )


def tally_line(tally: Tally, lang: str) -> str:
    """How many texts of a language are complete, and how many are not, and why."""
    others = [
        f"{formats.number(Decimal(number), lang)} {translate(lang, STATES[state])}"
        for state, number in tally.counts.items()
        if number and state is not State.COMPLETE
    ]
    text = N_("{language}: {complete} of {total} texts complete ({percent})")
    line = translate(
        lang,
        text,
        language=formats.language_name(tally.lang, lang),
        complete=formats.number(Decimal(tally.complete), lang),
        total=formats.number(Decimal(tally.total), lang),
        percent=formats.percent(tally.percent, lang),
    )
    return ": ".join([line, ", ".join(others)]) if others else line
