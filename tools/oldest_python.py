"""Says what the code uses that the oldest supported Python lacks; part of `make lint`.

vermin knows with which minor version each part of the standard library came, but not of which class an object is, and so not whose
method is called. Keyword arguments that came later are therefore looked for by the names of method and argument alone: one of them,
`extractall(filter=…)`, is in Debian 13's Python and not in Debian 12's, though both call it 3.11 or later. A line that means
another method of that name ends in `# novermin`.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from vermin import Config
from vermin.rules import KWARGS_REQS

FOLDERS = ("generator", "tests", "tools")


def oldest() -> tuple[int, int]:
    """The oldest supported minor version, as `requires-python` says."""
    declared = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    major, minor = re.search(r">=\s*(\d+)\.(\d+)", declared).groups()
    return int(major), int(minor)


def late_arguments(version: tuple[int, int]) -> dict[tuple[str, str], str]:
    """Methods and keyword arguments that came after a version, by the names of both, with what vermin says of them."""
    found = {}
    for (member, argument), (_, since) in KWARGS_REQS(Config()).items():
        if since and since > version and any(part[0].isupper() for part in member.split(".")):
            found[member.rpartition(".")[2], argument] = (
                f"{member}({argument}=…) came with Python {since[0]}.{since[1]}"
            )
    return found


def late_calls(source: str, late: dict[tuple[str, str], str]) -> Iterator[tuple[int, str]]:
    """The lines that call such a method with such an argument, each with what is wrong."""
    lines = source.splitlines()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            for keyword in node.keywords:
                said = late.get((node.func.attr, keyword.arg or ""))
                if said and not lines[keyword.lineno - 1].endswith("# novermin"):
                    yield keyword.lineno, said


def main() -> int:
    """Print what is too new, and fail if anything is."""
    version = oldest()
    vermin = str(Path(sys.executable).with_name("vermin"))
    command = [vermin, "--quiet", "--no-tips", "--violations", f"-t={version[0]}.{version[1]}-"]
    done = subprocess.run([*command, *FOLDERS], capture_output=True, text=True, check=False)
    # A file that vermin cannot make sense of, it leaves out, and does not fail.
    said = f"{done.stdout}{done.stderr}".strip()
    wrong = [said] if done.returncode or "incompatible" in said else []
    late = late_arguments(version)
    for folder in FOLDERS:
        for path in sorted(Path(folder).rglob("*.py")):
            wrong += [f"{path}:{line}: {said}" for line, said in late_calls(path.read_text(encoding="utf-8"), late)]
    if wrong:
        print(*wrong, sep="\n")
        print(f"This is more than Python {version[0]}.{version[1]}.0 has.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
