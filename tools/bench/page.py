"""Writes the results into docs/performance.md between two marks, and the picture beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tools.bench.plan import told_plan
from tools.bench.results import EARLIER, OURS, Builds, Ratio, Results, ratio, typical

BEGIN, END = "<!-- bench: written by `make bench` from here -->", "<!-- bench: to here -->"
PICTURE = "performance.svg"
_KIBIBYTE, _MEBIBYTE = 2**10, 2**20
_SMALL, _LARGE = 10, 100
"""Below the one, two decimals; from the other on, none."""


def write_results(results: Results, page: Path) -> None:
    """Put the results in the place of the last ones. Raises ValueError where the page has no marks."""
    text = page.read_text(encoding="utf-8")
    if BEGIN not in text or END not in text:
        raise ValueError(f"{page} lacks the marks between which results are written")
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    page.write_text(f"{before}{BEGIN}\n\n{told(results)}\n{END}{after}", encoding="utf-8")


def told(results: Results) -> str:
    """The results as Markdown."""
    parts = [
        "; ".join(f"{name}: {said}" for name, said in results.about.items()) + ".",
        f"![Processor seconds of a full build]({PICTURE})",
        *(_builds(each) for each in results.builds),
        _works(results),
        _steps(results.builds),
        _weights(results.weights),
        told_plan(max(results.builds, key=lambda each: each.figures)) if results.builds else "",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _builds(builds: Builds) -> str:
    head = ("full build", "CPU s", "wall s", "peak memory", "output", f"{OURS} against it (CPU)")
    rows = []
    for name, costs in builds.full.items():
        cost = typical(costs)
        against = "" if name == OURS else _ratio(ratio(builds.full[OURS], costs))
        size = _bytes(builds.output[name]) if name in builds.output else ""
        rows.append((name, _seconds(cost.cpu), _seconds(cost.wall), _bytes(cost.memory), size, against))
    title = f"### {builds.tree}: {builds.pages:,} pages, {builds.figures:,} figures"
    earlier = builds.figures_of.get(EARLIER, builds.figures)
    own = (
        f"\n\nThe earlier commit builds the data of its own time: {earlier:,} figures."
        if earlier != builds.figures
        else ""
    )
    return f"{title}\n\n{_table(head, rows)}{own}"


def _works(results: Results) -> str:
    """What else was measured, of both states of the program."""
    rows: list[tuple[str, str, str, str]] = []

    def add(work: str, values: dict[str, float], unit: str) -> None:
        if OURS in values:
            before, now = values.get(EARLIER), values[OURS]
            against = f"{now / before:.3f}" if before else ""
            rows.append((work, _quantity(before, unit), _quantity(now, unit), against))

    for builds in results.builds:
        tree = builds.tree
        add(f"{tree}, nothing changed", _cpu(builds.unchanged), "s")
        add(f"{tree}, nothing changed, of a full build", _shares(builds), "")
        charts = {name: 1000 * each for name in builds.full if (each := builds.of_chart(name)) is not None}
        add(f"{tree}, a chart drawn for the first time", charts, "ms")
        figure = {name: 1000 * each for name, each in builds.of_figure(builds.full).items()}
        add(f"{tree}, full build, a figure", figure, "ms")
        checks = {name: 1000 * each for name, each in builds.of_figure(builds.checks).items()}
        add(f"{tree}, check, a figure", checks, "ms")
        add(f"{tree}, check (wall)", {name: each.wall for name, each in _typical(builds.checks).items()}, "s")
        edits = builds.edits
        add(f"{tree}, one figure edited under serve", {name: each.figure_cpu for name, each in edits.items()}, "s")
        add(f"{tree}, … until all show it (wall)", {name: each.figure_wall for name, each in edits.items()}, "s")
        add(f"{tree}, one sentence edited under serve", {name: each.sentence_cpu for name, each in edits.items()}, "s")
        add(
            f"{tree}, … until its page shows it (wall)", {name: each.sentence_wall for name, each in edits.items()}, "s"
        )
        grown = {name: (each.memory_last - each.memory_first) / _MEBIBYTE / each.edits for name, each in edits.items()}
        add(
            f"{tree}, memory grown an edit (of {' and '.join(str(each.edits) for each in edits.values())})",
            grown,
            "MiB",
        )
        changed = {name: float(each.files_changed) for name, each in edits.items()}
        add(f"{tree}, files that one figure changes", changed, "")
    add("--help", _cpu(results.helps), "s")
    add("set-up in make site", {name: cost.cpu for name, cost in results.set_up.items()}, "s")
    add("set-up in make site, wall", {name: cost.wall for name, cost in results.set_up.items()}, "s")
    head = ("work (CPU unless said)", EARLIER, "now", "now / earlier")
    return "### Work by work\n\n" + _table(head, rows) if rows else ""


def _steps(builds: Iterable[Builds]) -> str:
    parts = []
    for each in builds:
        steps = typical(each.full[OURS]).steps
        if steps:
            rows = [(name, _seconds(seconds)) for name, seconds in steps]
            parts.append(f"### Steps of a full build, {each.tree}\n\n" + _table(("step", "wall s"), rows))
    return "\n\n".join(parts)


def _weights(weights: dict[str, int]) -> str:
    rows = [(name, _bytes(size)) for name, size in weights.items()]
    return "### Weights\n\n" + _table(("what", "size"), rows) if rows else ""


def _typical(costs: dict[str, list]) -> dict:
    return {name: typical(each) for name, each in costs.items() if each}


def _cpu(costs: dict[str, list]) -> dict[str, float]:
    return {name: cost.cpu for name, cost in _typical(costs).items()}


def _shares(builds: Builds) -> dict[str, float]:
    return {name: cost / typical(builds.full[name]).cpu for name, cost in _cpu(builds.unchanged).items()}


def _quantity(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    return f"{value:.3g} {unit}".strip() if abs(value) < _LARGE else f"{value:,.0f} {unit}".strip()


def _ratio(found: Ratio) -> str:
    spread = "" if found.least == found.most else f" ({found.least:.2f}–{found.most:.2f})"
    return f"{found.median:.2f}{spread}"


def _seconds(value: float) -> str:
    return f"{value:.2f}" if value < _SMALL else f"{value:.1f}"


def _bytes(count: int) -> str:
    if count < _MEBIBYTE:
        return f"{count / _KIBIBYTE:,.0f} KiB"
    size = count / _MEBIBYTE
    return f"{size:.1f} MiB" if size < _LARGE else f"{size:,.0f} MiB"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(_lines(head, rows))


def _lines(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
