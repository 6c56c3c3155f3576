"""Figures of a chart that the audit doubts: which they are, and what is said of them under the chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.audit.listing import Listed, findings_beside
from generator.dataset.dataset import Dataset, Series
from generator.i18n.messages import N_, translate
from generator.model.observation import Observation
from generator.pages.marks.flags import LOOK, SIGN
from generator.problems import message


def doubt(observation: Observation, dataset: Dataset) -> Listed | None:
    """The finding that keeps a figure apart in charts: what contradicts it, or that it is out of all proportion."""
    return next((each for each in findings_beside(dataset, observation) if each.finding.sets_apart), None)


def doubt_sign(observation: Observation, dataset: Dataset) -> str:
    """The sign of such a finding, the same as beside the figure elsewhere; empty where there is none."""
    found = doubt(observation, dataset)
    return "" if found is None else SIGN if found.finding.is_contradiction else LOOK


def undoubted(series: Series, dataset: Dataset) -> Series:
    """The series without what the audit doubts."""
    return replace(series, observations=tuple(each for each in series.observations if doubt(each, dataset) is None))


def told_doubts(series: Sequence[Series], dataset: Dataset, lang: str) -> list[str]:
    """What is said of the figures that stand apart: the finding, and how the chart takes it."""
    told = []
    for each in series:
        for observation in each.numeric:
            found = doubt(observation, dataset)
            if found is not None:
                told.append(f"{doubt_sign(observation, dataset)} {message(found.finding.problem, lang)}")
    if told:
        told.append(
            translate(
                lang, N_("What is so marked stands apart: nothing joins it, and the axis is set by the other figures.")
            )
        )
    return told
