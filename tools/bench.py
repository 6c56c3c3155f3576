"""Times `reform-reports build` as a newcomer meets it: from cold caches, and again with charts cached; and a snapshot beside it.

Works on a copy of the tree, so that neither the caches nor the site of the real one are touched.
Usage: make bench
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("content", "data", "site_templates", "mkdocs.yml", "CHANGELOG.md")
# Seconds on two cores.
LIMITS = {"cold": 60.0, "warm": 10.0}
# A snapshot is a build, and the checksums and the zip of what it made: so many builds, at most.
SNAPSHOT_LIMIT = 2.0
SNAPSHOT = ("snapshot", "2023", "--date", "2024-01-15")


def main() -> int:
    """Build twice, take a snapshot, and print the times; 1 when one is over its limit."""
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}")
    with tempfile.TemporaryDirectory(prefix="rr-bench-") as folder:
        tree = Path(folder)
        for name in SOURCES:
            _copy(ROOT / name, tree / name)
        times = {name: _time(tree, "build") for name in LIMITS}
        shutil.rmtree(tree / "data" / "vintages", ignore_errors=True)
        snapshot = _time(tree, *SNAPSHOT)
    for name, seconds in times.items():
        verdict = "" if seconds <= LIMITS[name] else "  TOO SLOW"
        print(f"{name}: {seconds:6.1f} s   (limit {LIMITS[name]:.0f} s){verdict}")
    ratio = snapshot / times["warm"]
    verdict = "" if ratio <= SNAPSHOT_LIMIT else "  TOO SLOW"
    print(f"snapshot: {snapshot:.1f} s, {ratio:.2f} times the warm build   (limit {SNAPSHOT_LIMIT:.0f} times){verdict}")
    return int(ratio > SNAPSHOT_LIMIT or any(seconds > LIMITS[name] for name, seconds in times.items()))


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target)
    elif source.exists():
        shutil.copy2(source, target)


def _time(tree: Path, *asked: str) -> float:
    command = [sys.executable, "-m", "generator.cli", *asked, "--root", str(tree)]
    start = time.perf_counter()
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
