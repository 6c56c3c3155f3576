"""Spoils files by chance for so many minutes and sees whether the program fails at any. Usage: make fuzz [MINUTES=10]

Every round tries other examples. Ends with 0 where nothing was found; else with 1, and what was found is told with the seed
that finds it again.
"""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).resolve().parent.parent
COMMAND = [
    *(
        sys.executable,
        "-m",
        "pytest",
        "tests/unit/test_fuzz.py",
        "tests/unit/test_importing_fuzz.py",
        "--quiet",
        "--exitfirst",
        "--no-header",
    ),
    *("-p", "no:cacheprovider", "--hypothesis-profile=fuzz"),
]


def main(minutes: float) -> int:
    """Look until the minutes are over, in whole rounds and at least one."""
    end = monotonic() + 60 * minutes
    rounds = 0
    while rounds == 0 or monotonic() < end:
        seed = random.SystemRandom().randrange(10**9)
        done = subprocess.run(
            [*COMMAND, f"--hypothesis-seed={seed}"], cwd=ROOT, capture_output=True, text=True, check=False
        )
        rounds += 1
        print(f"round {rounds}, seed {seed}: {done.stdout.strip().rpartition(chr(10))[2]}", flush=True)
        if done.returncode:
            print(done.stdout + done.stderr)
            print(f"To see it again: {' '.join(['python', *COMMAND[1:]])} --hypothesis-seed={seed}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 10))
