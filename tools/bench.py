"""Times `reform-reports build` as a newcomer meets it: from cold caches, and again with charts cached.

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


def main() -> int:
    """Build twice and print the times; 1 when one is over its limit."""
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}")
    with tempfile.TemporaryDirectory(prefix="rr-bench-") as folder:
        tree = Path(folder)
        for name in SOURCES:
            _copy(ROOT / name, tree / name)
        times = {name: _time_build(tree) for name in LIMITS}
    for name, seconds in times.items():
        verdict = "" if seconds <= LIMITS[name] else "  TOO SLOW"
        print(f"{name}: {seconds:6.1f} s   (limit {LIMITS[name]:.0f} s){verdict}")
    return int(any(seconds > LIMITS[name] for name, seconds in times.items()))


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target)
    elif source.exists():
        shutil.copy2(source, target)


def _time_build(tree: Path) -> float:
    command = [sys.executable, "-m", "generator.cli", "build", "--root", str(tree)]
    start = time.perf_counter()
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
