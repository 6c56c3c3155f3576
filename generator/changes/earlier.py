"""The problems that a revision of the tree had: what a change did not bring."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from generator.changes.repository import read_span, write_revision
from generator.problems import Problem


def problems_at(root: Path, written: str, check: Callable[[Path], tuple[Problem, ...]]) -> tuple[Problem, ...]:
    """What `check` finds in the tree as a revision has it: `REV`, or `REV...` for where this branch left it.

    Raises one of REFUSALS.
    """
    span = read_span(root, written)
    with tempfile.TemporaryDirectory(prefix="reform-reports-") as folder:
        write_revision(root, span.old, Path(folder))
        return check(Path(folder))
