"""What a run of the benchmark found: costs by round, and what they come to."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tools.bench.measure import Cost
from tools.bench.serving import Edits

OURS = "reform-reports"
EARLIER = "earlier commit"


@dataclass(frozen=True)
class Ratio:
    """How many times another's cost ours is: the median of the rounds, and the least and the most of them."""

    median: float
    least: float
    most: float


@dataclass
class Builds:
    """What was measured on one tree, by generator: full builds a round; of ours also one from cold caches, those of an unchanged tree, and the rest.

    `figures_of` an earlier state are those of its own time, which are fewer.
    """

    tree: str
    pages: int = 0
    figures: int = 0
    figures_of: dict[str, int] = field(default_factory=dict)
    full: dict[str, list[Cost]] = field(default_factory=dict)
    cold: dict[str, Cost] = field(default_factory=dict)
    unchanged: dict[str, list[Cost]] = field(default_factory=dict)
    charts: dict[str, int] = field(default_factory=dict)
    output: dict[str, int] = field(default_factory=dict)
    checks: dict[str, list[Cost]] = field(default_factory=dict)
    edits: dict[str, Edits] = field(default_factory=dict)

    def of_figure(self, costs: dict[str, list[Cost]]) -> dict[str, float]:
        """Processor seconds for each figure that a generator had to do with."""
        known = {name: self.figures_of.get(name) or self.figures for name in costs}
        return {name: typical(each).cpu / known[name] for name, each in costs.items() if each and known[name]}

    def of_chart(self, name: str) -> float | None:
        """Processor seconds of a chart that was not drawn before."""
        if name not in self.cold or not self.charts.get(name):
            return None
        return max(0.0, self.cold[name].cpu - typical(self.full[name]).cpu) / self.charts[name]


@dataclass
class Results:
    """Everything of a run."""

    about: dict[str, str]
    builds: list[Builds] = field(default_factory=list)
    helps: dict[str, list[Cost]] = field(default_factory=dict)
    set_up: dict[str, Cost] = field(default_factory=dict)
    weights: dict[str, int] = field(default_factory=dict)


def typical(costs: Sequence[Cost]) -> Cost:
    """The run whose processor time is in the middle."""
    return sorted(costs, key=lambda cost: cost.cpu)[len(costs) // 2]


def ratio(ours: Sequence[Cost], others: Sequence[Cost], of: Callable[[Cost], float] = lambda cost: cost.cpu) -> Ratio:
    """Ours to another's, round by round: what disturbs a machine for minutes disturbs both."""
    found = [of(mine) / of(other) for mine, other in zip(ours, others, strict=False) if of(other)]
    return Ratio(statistics.median(found), min(found), max(found))
