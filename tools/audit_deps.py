"""Reports known vulnerabilities of the locked packages, by pip-audit. Usage: make audit-deps

Ends with 0 where none is known, 1 where some are, 2 where the advisories could not be reached: no answer is no all-clear.
(`make` itself ends with 2 in both cases; the text tells them apart.) OSV_URL=https://…/v1/query asks another database that
speaks as OSV does, such as one inside a closed network.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")
UNREACHED = 2


def main(root: Path = ROOT) -> int:
    """Ask for both locks of the project at `root` and say what was answered."""
    worst = 0
    for lock in LOCKS:
        code, lines = judged(lock, asked(root / lock))
        print("\n".join(lines))
        worst = max(worst, code)
    return worst


def asked(lock: Path) -> list[dict[str, Any]] | None:
    """What pip-audit answers for each package of a lock; None where it got no answer."""
    command = [
        sys.executable,
        "-m",
        "pip_audit",
        "--requirement",
        str(lock),
        "--require-hashes",
        "--disable-pip",
    ]
    if url := os.environ.get("OSV_URL"):
        command += ["--vulnerability-service", "osv", "--osv-url", url]
    done = subprocess.run(
        [*command, "--format", "json", "--progress-spinner", "off", "--timeout", "10"],
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        answer: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        return None
    return answer


def judged(lock: str, answer: list[dict[str, Any]] | None) -> tuple[int, list[str]]:
    """The exit code that an answer deserves, and the lines that tell of it."""
    audited = [each for each in answer or () if "skip_reason" not in each]
    skipped = [each for each in answer or () if "skip_reason" in each]
    if not audited:
        return UNREACHED, [
            f"{lock}: not audited. The advisory database could not be reached; this command needs the network."
        ]
    lines = [
        f"{lock}: {each['name']} {each['version']}: {found['id']}"
        + (f", mended in {', '.join(found['fix_versions'])}" if found.get("fix_versions") else "")
        for each in audited
        for found in each.get("vulns", ())
    ]
    code = 1 if lines else 0
    lines.append(f"{lock}: {len(audited)} packages audited, {len(lines)} known vulnerabilities.")
    if skipped:
        lines.append(f"{lock}: not audited: {', '.join(each['name'] for each in skipped)}")
    return code or (UNREACHED if skipped else 0), lines


if __name__ == "__main__":
    sys.exit(main())
