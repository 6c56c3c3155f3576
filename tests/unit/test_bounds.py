"""Bombs end with a problem, in a process that may use little memory and time; both limits are far above what a sound program needs."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.trees import FILES, REPORT, SUMMARY, write_tree

ROOT = Path(__file__).resolve().parent.parent.parent
MEMORY = 3_000_000_000
"""Bytes of address space: libraries alone reserve one and a half thousand million."""
SECONDS = 60
"""Of processor time."""
UNIT, ABOUT = "data/units/huyen.yml", "content/vi/about.md"
LAUGHS = "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)
BOMBS = {
    "a thousand million laughs": ({UNIT: "a: &a [lol]\n" + LAUGHS}, "yaml-alias"),
    "an alias of itself": ({UNIT: "a: &a [*a, *a]\n"}, "yaml-alias"),
    "brackets": ({UNIT: "[" * 900_000}, "yaml-deep"),
    "hyphens": ({UNIT: "- " * 400_000}, "yaml-deep"),
    "question marks": ({UNIT: "? " * 400_000}, "yaml-deep"),
    "many keys": ({UNIT: "".join(f"k{number}: 1\n" for number in range(49_000))}, "unknown-key"),
    "one key again and again": ({UNIT: "a: 1\n" * 49_000}, "duplicate-key"),
    "many wrong entries": ({"data/areas.yml": "- {id: A}\n" * 30_000}, "bad-id"),
    "a table of a million rows": (
        {REPORT: FILES[REPORT] + "".join(f"      9.{number}: 1\n" for number in range(1_000_000))},
        "file-too-large",
    ),
    "a long key": ({UNIT: "? " + "x" * 900_000 + "\n: 1\n"}, "text-too-long"),
    "a long number": ({REPORT: FILES[REPORT].replace("1200", "1" * 900_000)}, "text-too-long"),
    "a file without end": ({UNIT: "# " + "x" * 30_000_000}, "file-too-large"),
    "open links": ({ABOUT: "[" * 49_000}, "paragraph-too-complex"),
    "open pictures": ({ABOUT: "![" * 24_000}, "paragraph-too-complex"),
    "open tags": ({ABOUT: "<a\n\n" * 12_000}, "paragraph-too-complex"),
    "quotes in quotes": ({ABOUT: "> " * 24_000}, "paragraph-too-complex"),
    "lists in lists": ({ABOUT: "".join(" " * 4 * depth + "- a\n" for depth in range(150))}, "paragraph-too-complex"),
    "open code": ({ABOUT: "\\`" * 24_000}, "paragraph-too-complex"),
    "a wide table": (
        {ABOUT: "|" + "a|" * 1_000 + "\n|" + "-|" * 1_000 + "\n" + "x\n" * 2_000},
        "paragraph-too-complex",
    ),
    "many tables": (
        {ABOUT: ("|" + "a|" * 60 + "\n|" + "-|" * 60 + "\n" + "x\n" * 60 + "\n") * 120},
        "paragraph-too-complex",
    ),
    "a wide table in a quote": (
        {ABOUT: "> |" + "a|" * 1_000 + "\n> |" + "-|" * 1_000 + "\n" + "> x\n" * 1_000},
        "paragraph-too-complex",
    ),
    "expressions without end": ({SUMMARY: "{{\n\n" * 12_000}, "paragraph-too-complex"),
    "many expressions": ({SUMMARY: "{{value()}}\n\n" * 1_600}, "too-many-expressions"),
    "many expressions in a line": ({SUMMARY: "{{value()}}" * 4_400}, "too-many-expressions"),
    "brackets in an expression": ({SUMMARY: "{{ " + "(" * 490 + " }}"}, "broken-expression"),
}


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


@pytest.mark.parametrize(("changes", "code"), BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_ends_with_a_problem(tmp_path, changes, code):
    root = write_tree(tmp_path, changes)

    done = subprocess.run(
        [sys.executable, "-m", "generator.cli", "check", "--root", str(root), "--lang", "en"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        preexec_fn=limited,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1, done.stderr[-2000:]
    assert f"[{code}]" in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr) < 200_000
