"""The targets that were missed, by name: what went wrong is not left to another page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.dataset.verdicts import Judgement, Verdict
from generator.i18n import formats
from generator.pages.context import Context
from generator.pages.figures.figure import breakdown_name
from generator.pages.page import link
from generator.pages.progress.targets import target_anchor
from generator.pages.progress.verdicts import PROGRESS

MOST_NAMED = 6
"""So many are named beside the counts; the list has all."""


@dataclass(frozen=True)
class Missed:
    """Names and addresses of the first missed targets, and how many more there are."""

    named: tuple[tuple[str, str], ...]
    more: int


def missed_targets(judgements: Iterable[Judgement], path: str, context: Context, most: int = MOST_NAMED) -> Missed:
    """The missed ones of some judgements, with their unit where there are several."""
    held = list(judgements)
    several = len({each.unit for each in held}) > 1
    missed = [each for each in held if each.verdict is Verdict.MISSED]
    named = tuple(
        (_named(each, context, with_unit=several), link(path, PROGRESS, target_anchor(each))) for each in missed[:most]
    )
    return Missed(named, len(missed) - len(named))


def _named(judgement: Judgement, context: Context, *, with_unit: bool) -> str:
    target = judgement.target
    part = breakdown_name(tuple(sorted(target.breakdown.items())), context.catalogue, context.lang)
    name = context.indicator_name(context.catalogue.indicators[target.indicator])
    said = [context.unit_name(judgement.unit)] if with_unit else []
    said.append(f"{name}: {part}" if part else name)
    said += [formats.period(target.period, context.lang, short=True)] if target.period else []
    return ", ".join(said)
