"""The course of a run: which trees are built by whom, in turns, and what else is measured."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.bench.measure import run
from tools.bench.peers import install_hugo
from tools.bench.results import EARLIER, OURS, Results
from tools.bench.size import Size, of_pages, of_reports
from tools.bench.subject import Subject, earlier_state, forget_state, this_state
from tools.bench.tree import write_tree
from tools.bench.turns import Effort, Say, Tree, measure_tree
from tools.bench.weights import weights_of

_HELPS = 5
_TIMES_THE_LAST = 3.0
_RUNTIME = ".venv/.runtime-installed"


@dataclass(frozen=True)
class Course:
    """What was asked for. After `seconds` nothing is begun a second time."""

    rounds: int
    reports: int
    pages: tuple[int, ...]
    real: bool
    earlier: str
    peers: bool
    set_up: bool
    edits: int
    seconds: float

    @property
    def trees(self) -> int:
        """How many trees are built."""
        return self.real + bool(self.reports) + len(self.pages)

    def share_until(self, number: int) -> float:
        """The share of all seconds that is over when the tree of this number, from 1, has had its own: each takes several times as long as the last."""
        return _TIMES_THE_LAST ** (number - self.trees)


def measure_all(course: Course, about: dict[str, str], folder: Path, say: Say) -> Results:
    """Measure everything in a folder that is removed afterwards. Raises FailedRunError."""
    results = Results(about)
    begun = time.monotonic()
    with _states(course.earlier, folder) as states:
        _measure_helps(states, results, say)
        hugo = install_hugo(folder / "hugo") if course.peers else None
        for number, (name, matter) in enumerate(_trees(course, states, folder, say), 1):
            place = folder / slug(name)
            built = {state: states[state] for state in matter}
            effort = Effort(course.rounds, course.edits, begun + course.share_until(number) * course.seconds)
            results.builds.append(measure_tree(Tree(name, matter, place), built, effort, hugo, say))
            results.weights = weights_of(place / slug(OURS) / "site")
            shutil.rmtree(place)
        if course.set_up:
            _measure_set_up(states, folder, results, say)
    return results


@contextmanager
def _states(earlier: str, folder: Path) -> Iterator[dict[str, Subject]]:
    """The states of the program to measure, by their names."""
    states = {OURS: this_state()}
    if not earlier:
        yield states
        return
    states[EARLIER] = earlier_state(earlier, folder / "earlier")
    try:
        yield states
    finally:
        forget_state(states[EARLIER])


def _trees(
    course: Course, states: Mapping[str, Subject], folder: Path, say: Say
) -> Iterator[tuple[str, Mapping[str, Path]]]:
    """The trees to build: what to call each, and where each state finds data and content. One is made when it is asked for.

    An earlier state cannot read what formats have learnt since: it has the real data of its own time, and the same made-up reports on the form as it
    was then.
    """
    if course.real:
        yield "the real site", {name: state.source for name, state in states.items()}
    sizes: list[tuple[str, Size, Iterable[str]]] = []
    if course.reports:
        sizes.append((f"{course.reports} quarterly reports", of_reports(course.reports), states))
    # An earlier state would take hours with these, and more memory than there is.
    sizes += [(f"about {pages:,} pages", of_pages(pages), (OURS,)) for pages in course.pages]
    for name, size, builders in sizes:
        say(f"Writing {name} ...")
        matter = {state: folder / slug(name) / f"matter-{slug(state)}" for state in builders}
        for state, place in matter.items():
            write_tree(place, size, project=states[state].source)
        yield name, matter


def slug(name: str) -> str:
    return re.sub(r"\W+", "-", name)


def _measure_helps(states: Mapping[str, Subject], results: Results, say: Say) -> None:
    say("Measuring --help ...")
    for _ in range(_HELPS):
        for name, state in states.items():
            results.helps.setdefault(name, []).append(state.run("--help"))


def _measure_set_up(states: Mapping[str, Subject], folder: Path, results: Results, say: Say) -> None:
    """What `make site` does before it builds, in a copy of each state."""
    for name, state in states.items():
        say(f"Setting up, {name} ...")
        copy = folder / f"set-up-{slug(name)}"
        copy.mkdir()
        tracked = subprocess.run(["git", "-C", str(state.source), "ls-files", "-z"], capture_output=True, check=True)
        for path in filter(None, tracked.stdout.decode().split("\0")):
            if (state.source / path).is_file():
                (copy / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(state.source / path, copy / path)
        results.set_up[name] = run(["make", _RUNTIME], copy)
        shutil.rmtree(copy)
