"""What a site of the whole country would take, reckoned from what was measured on the largest tree of the run.

Everything grows with the figures, which the bench shows to hold (a figure costs the same in small and large trees); nothing else is assumed.
"""

from __future__ import annotations

from dataclasses import dataclass

from tools.bench.results import OURS, Builds, typical

AUTHORITIES = 3_355
"""Provinces and communes since 1 July 2025: 34 and 3,321."""
REPORTS_A_YEAR = 4.5
"""Quarters and a year, some half-years."""
FIGURES = 1_300_000
"""What they state in a year on the forms in use."""
MACHINES = (1, 16, 64)
CORES = 2
"""Of each machine."""
_MINUTE, _GIBIBYTE, _MEBIBYTE = 60, 2**30, 2**20


@dataclass(frozen=True)
class Plan:
    """A year of the country: pages, minutes on so many machines, and bytes stored, held in memory, and sent when it is published and kept up to date."""

    tree: str
    pages: int
    minutes: tuple[tuple[int, float], ...]
    storage: int
    memory: int
    sent_a_year: int | None


def plan_of(builds: Builds) -> Plan | None:
    """The plan by one tree; None where it was not measured enough."""
    costs, checks = builds.full.get(OURS), builds.checks.get(OURS)
    if not (costs and checks and builds.figures):
        return None
    times = FIGURES / builds.figures
    full, reading = typical(costs), typical(checks).cpu * times
    making = max(0.0, full.cpu * times - reading)
    storage = round(builds.output.get(OURS, 0) * times)
    edits = builds.edits.get(OURS)
    # Each report changes at least what one figure of it does: pages of its unit, and the downloads with every figure, which grow with the tree.
    sent = (
        storage + round(AUTHORITIES * REPORTS_A_YEAR * edits.bytes_changed) if edits and edits.bytes_changed else None
    )
    minutes = tuple((number, (reading + making / number) / CORES / _MINUTE) for number in MACHINES)
    return Plan(builds.tree, round(builds.pages * times), minutes, storage, round(full.memory * times), sent)


def told_plan(builds: Builds) -> str:
    """The plan as Markdown."""
    plan = plan_of(builds)
    if plan is None:
        return ""
    rows = [
        (
            "authorities, reports and figures a year",
            f"{AUTHORITIES:,}, {AUTHORITIES * REPORTS_A_YEAR:,.0f}, {FIGURES:,}",
        ),
        ("pages of a year", f"{plan.pages:,}"),
        *((_machines(number), f"{minutes:,.0f} min") for number, minutes in plan.minutes),
        ("memory, all on one machine", f"{plan.memory / _GIBIBYTE:,.1f} GiB"),
        ("storage of a year's site", f"{plan.storage / _GIBIBYTE:,.1f} GiB"),
    ]
    if plan.sent_a_year is not None:
        rows.append(("sent to the host in a year, one change a report", f"{plan.sent_a_year / _GIBIBYTE:,.1f} GiB"))
    table = "\n".join(f"| {name} | {value} |" for name, value in rows)
    return (
        f"### The whole country, reckoned from {plan.tree}\n\n"
        "Proportional to figures. Every machine reads and checks the whole tree, the pages are shared out.\n\n"
        f"| what | a year |\n|---|---|\n{table}"
    )


def _machines(number: int) -> str:
    return f"full build, {number} machine{'s' if number > 1 else ''} of {CORES} cores"
