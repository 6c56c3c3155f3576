"""Measures one tree: each generator builds it in turn, round by round, so that what disturbs the machine disturbs all alike."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.bench.measure import Cost, size_of
from tools.bench.peer_pages import write_peer_pages
from tools.bench.peers import Hugo, Material, Peer
from tools.bench.results import OURS, Builds
from tools.bench.serving import edits_under_serve
from tools.bench.subject import Job, Subject, with_looks

Say = Callable[[str], None]
_FEW = 2
_LARGE = 10_000
"""With so many figures an earlier state takes minutes a build: few rounds are enough, and no edits."""
_EDITING = 30.0
"""About so many seconds of edits of each state."""
_CHECKS = 2


@dataclass(frozen=True)
class Tree:
    """A tree to build: what to call it, where each state of the program finds its data and content, and the folder to work in."""

    name: str
    matter: Mapping[str, Path]
    folder: Path


@dataclass(frozen=True)
class Effort:
    """How often things are done: builds of each generator, and edits at most; nothing is begun a second time after `until`."""

    rounds: int
    edits: int
    until: float


def measure_tree(tree: Tree, states: Mapping[str, Subject], effort: Effort, hugo: Path | None, say: Say) -> Builds:
    """Everything about one tree. Raises FailedRunError."""
    run = _Turns(tree, states, say)
    run.build_cold()
    peers = _peers(run.jobs[OURS].site, tree.folder, hugo) if hugo else ()
    run.build_in_turns(peers, min(effort.rounds, _FEW) if run.is_large else effort.rounds, effort.until)
    run.check(effort.until)
    run.edit(effort.edits)
    return run.builds


class _Turns:
    def __init__(self, tree: Tree, states: Mapping[str, Subject], say: Say) -> None:
        self.builds = Builds(tree.name)
        self.jobs = {
            name: with_looks(state, tree.matter[name], tree.folder / re.sub(r"\W+", "-", name))
            for name, state in states.items()
        }
        self._say = lambda words: say(f"{tree.name}: {words}")

    @property
    def is_large(self) -> bool:
        return self.builds.figures > _LARGE

    def build_cold(self) -> None:
        """Once, with nothing remembered."""
        for name, job in self.jobs.items():
            self._say(f"{name}, cold")
            job.forget(charts=True)
            self.builds.cold[name] = job.build()
            self.builds.charts[name] = job.charts
            self.builds.figures_of[name] = _count("figures?", self.builds.cold[name].words)
        self.builds.pages = _count("pages?", self.builds.cold[OURS].words)
        self.builds.figures = self.builds.figures_of[OURS]

    def build_in_turns(self, peers: tuple[Peer, ...], rounds: int, until: float) -> None:
        """Each begins a round once; of a large tree an earlier state, which takes minutes, is built in the first round only."""
        for number in range(rounds):
            if number and time.monotonic() > until:
                self._say(f"{number} of {rounds} rounds, because time is up")
                break
            doing: list[tuple[str, Callable[[], None]]] = [
                (name, self._of(name, job))
                for name, job in self.jobs.items()
                if name == OURS or number == 0 or not self.is_large
            ]
            doing += [(peer.name, self._of_peer(peer)) for peer in peers]
            first = number % len(doing)
            for name, build in (*doing[first:], *doing[:first]):
                self._say(f"{name}, {number + 1} of {rounds}")
                build()
        self.builds.output |= {name: size_of(job.site) for name, job in self.jobs.items()}
        self.builds.output |= {peer.name: peer.output() for peer in peers}

    def _of(self, name: str, job: Job) -> Callable[[], None]:
        def build() -> None:
            job.forget(charts=False)
            self._note(self.builds.full, name, job.build())
            if name == OURS or not (self.is_large or self.builds.unchanged.get(name)):
                self._note(self.builds.unchanged, name, job.build())

        return build

    def _of_peer(self, peer: Peer) -> Callable[[], None]:
        return lambda: self._note(self.builds.full, peer.name, peer.build())

    def check(self, until: float) -> None:
        """Without a build."""
        for number in range(_CHECKS):
            if number and time.monotonic() > until:
                break
            for name, job in self.jobs.items():
                self._say(f"check, {name}")
                cost = job.subject.run("check", "--lang", "en", "--root", job.tree)
                self._note(self.builds.checks, name, cost)

    def edit(self, most: int) -> None:
        """Under `serve`."""
        for name, job in self.jobs.items():
            if most and (name == OURS or not self.is_large):
                self._say(f"edits under serve, {name}")
                self.builds.edits[name] = edits_under_serve(job, most=most, seconds=_EDITING)

    @staticmethod
    def _note(costs: dict[str, list[Cost]], name: str, cost: Cost) -> None:
        costs.setdefault(name, []).append(cost)


def _count(what: str, said: str) -> int:
    """A number that the command told in English."""
    found = re.search(rf"([\d,]+) {what}\b", said)
    return int(found[1].replace(",", "")) if found else 0


def _peers(site: Path, folder: Path, hugo: Path) -> tuple[Peer, ...]:
    """The peers, each with the pages of the finished site."""
    pages = folder / "pages"
    write_peer_pages(site, pages)
    peers = (Material(pages, folder / "material"), Hugo(pages, folder / "hugo", hugo))
    for peer in peers:
        peer.prepare()
    return peers
