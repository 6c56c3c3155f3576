"""What a check of the audit finds: a problem, the figures it is about, and the arithmetic behind it.

Arithmetic is held as pieces (signs and numbers with their unit of measure) and becomes text only in a language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.i18n import formats
from generator.i18n.messages import N_, translate
from generator.model.indicator import Measure
from generator.model.observation import Observation
from generator.model.text import Text
from generator.problems import Problem, ProblemKind, Severity


@dataclass(frozen=True)
class Amount:
    """A number in an arithmetic, written with its sign where the unit of measure is a rate."""

    value: Decimal
    measure: Measure

    def in_language(self, lang: str) -> str:
        return formats.brief(self.value, self.measure, lang)


_OF_A_REPORT = re.compile(r"(?:data|content/[^/]+)/reports/(?P<report>[^/]+/[^/]+?)(?:\.yml$|/)")

Piece = str | Amount
"""A sign such as `÷` or `=`, a word such as `OF`, or a number."""

_OUT_OF_PROPORTION = "jump"
"""The note on a figure that hides what all others of its line show, if it is drawn among them."""

OF = N_("of")
"""Stands between the numbers of a share: *9 of 20*."""


@dataclass(frozen=True)
class Finding:
    """One finding of the audit.

    `figures` are the figures that disagree; readers see the first `marked` of them marked. `printed` is what the source shows for it,
    `follows` what the report's other figures give, None where nothing follows. `steps` is the arithmetic.
    `acknowledged` is the reason given by whoever reviewed the finding.
    """

    problem: Problem
    figures: tuple[Observation, ...] = ()
    printed: str = ""
    follows: str | Decimal | None = None
    steps: tuple[Piece, ...] = ()
    acknowledged: Text | None = None
    marked: int = 1

    @property
    def code(self) -> str:
        return self.problem.code

    @property
    def kind(self) -> ProblemKind:
        return self.problem.kind

    @property
    def report(self) -> str | None:
        """The id of the report it is about: that of the marked figure, or of the file; None where it is about none."""
        if self.figures:
            return self.figures[0].source.report
        match = _OF_A_REPORT.match(self.problem.place.file)
        return match["report"] if match else None

    @property
    def is_contradiction(self) -> bool:
        """Whether statements of the source cannot both be true; what may be right is a note, worth a look."""
        return self.problem.severity is Severity.CONTRADICTION

    @property
    def sets_apart(self) -> bool:
        """Whether the marked figures are drawn apart from others: what is contradicted, and what is out of all proportion."""
        return self.is_contradiction or self.code == _OUT_OF_PROPORTION

    def acknowledged_as(self, reason: Text) -> Finding:
        """The same finding, reviewed, with the reason given."""
        return replace(self, acknowledged=reason)


def arithmetic(finding: Finding, lang: str) -> str:
    """The arithmetic of a finding as readers of a language write it: *9 of 20*, `30 + 20`; empty where there is none."""
    return written(finding.steps, lang)


def written(steps: tuple[Piece, ...], lang: str) -> str:
    """Pieces of arithmetic in a language, a space between each two, none inside brackets."""
    said = {OF: translate(lang, OF)}
    spaced = " ".join(said.get(each, each) if isinstance(each, str) else each.in_language(lang) for each in steps)
    return spaced.replace("( ", "(").replace(" )", ")")
