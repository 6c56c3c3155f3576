"""Measures builds of the real site and of synthetic trees: now, as of an earlier commit, and by other generators, in one run.

Usage: make bench                                   the default sizes, within 20 minutes on two cores
       make bench BENCH="--pages 10000 50000"       larger trees as well; hours
       make bench BENCH="--earlier v0.1.0 --rounds 5"
Results go into docs/performance.md. Builds are made on copies; neither the caches nor the site of this tree are touched.
"""

from __future__ import annotations

import argparse
import os
import platform
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tools.bench.course import Course, measure_all
from tools.bench.page import PICTURE, told, write_results
from tools.bench.picture import picture_of
from tools.bench.tree import ROOT
from tools.bench.turns import Say

BASELINE = "fd60027"
"""The commit that today is held against unless another is named: the last one before builds were made incremental."""


def main() -> int:
    """Measure what was asked for, print it and write it down."""
    words = argparse.ArgumentParser(prog="make bench", description=(__doc__ or "").partition("\n")[0])
    words.add_argument("--rounds", type=int, default=3, help="builds of each, interleaved (default: %(default)s)")
    words.add_argument("--reports", type=int, default=192, help="the tree of so many quarterly reports; 0: none")
    words.add_argument("--pages", type=int, nargs="*", default=[], help="further trees of about so many pages")
    words.add_argument("--no-real", dest="real", action="store_false", help="leave out the real site")
    words.add_argument("--earlier", default=BASELINE, help="a git revision to compare with; '' for none")
    words.add_argument("--no-peers", dest="peers", action="store_false", help="without other generators")
    words.add_argument("--no-set-up", dest="set_up", action="store_false", help="without the set-up of make site")
    words.add_argument("--edits", type=int, default=50, help="edits under serve, at most (default: %(default)s)")
    words.add_argument(
        "--minutes", type=float, default=11, help="nothing is begun a second time after these (default: %(default)s)"
    )
    words.add_argument("--no-write", dest="write", action="store_false", help="leave docs/performance.md as it is")
    asked = words.parse_args()
    if asked.earlier and not _is_commit(asked.earlier):
        words.error(f"there is no commit {asked.earlier} here (a shallow clone has few): name another, or --earlier ''")
    course = Course(
        rounds=max(1, asked.rounds),
        reports=asked.reports,
        pages=tuple(asked.pages),
        real=asked.real,
        earlier=asked.earlier,
        peers=asked.peers,
        set_up=asked.set_up,
        edits=asked.edits,
        seconds=60 * asked.minutes,
    )
    # Whoever ends it ends it as Ctrl-C does: copies and checkouts are put away.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with tempfile.TemporaryDirectory(prefix="rr-bench-") as folder:
        results = measure_all(course, _about(asked.earlier), Path(folder), _telling_time())
    print(told(results))
    if asked.write:
        write_results(results, ROOT / "docs/performance.md")
        (ROOT / "docs" / PICTURE).write_text(picture_of(results), encoding="utf-8")
    return 0


def _telling_time() -> Say:
    """Tells each step with the minutes that have passed before it."""
    begun = time.monotonic()

    def say(step: str) -> None:
        minutes, seconds = divmod(int(time.monotonic() - begun), 60)
        print(f"{minutes:2}:{seconds:02}  {step}", file=sys.stderr)

    return say


def _is_commit(revision: str) -> bool:
    asked = ["git", "-C", str(ROOT), "rev-parse", "--quiet", "--verify", f"{revision}^{{commit}}"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


def _about(earlier: str) -> dict[str, str]:
    """Of what machine and which commits the results are."""
    now = subprocess.run(
        ["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True
    )
    about = {"Cores": str(os.cpu_count()), "Python": platform.python_version(), "commit": now.stdout.strip()}
    return about | ({"earlier commit": earlier} if earlier else {})


if __name__ == "__main__":
    sys.exit(main())
