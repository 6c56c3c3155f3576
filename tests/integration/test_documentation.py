"""Whoever types what the documentation says gets what it says: the tutorial from its first line to its last, and the recipes after it."""

import os
import re
import shlex
import shutil
import subprocess
import sys

import pytest

PRACTISED = [("tutorial", "how-to", "own-site"), ("bat-dau", "viec-thuong-lam", "trang-rieng")]
PROGRAM = [sys.executable, "-m", "generator.cli"]
ELSEWHERE = re.compile(r"git clone |cd |make serve|make snapshot|SITE_URL=\S+ make site")
"""What other tests run: a fresh clone, a server, a snapshot, a whole site."""


@pytest.fixture(scope="module")
def clone(root, tmp_path_factory):
    """A clone as a new user has it, as far as the commands look."""
    tree = tmp_path_factory.mktemp("clone") / "bao-cao"
    for name in ("data", "content"):
        shutil.copytree(root / name, tree / name, ignore=shutil.ignore_patterns(".*"))
    (tree / ".gitignore").write_text(".cache/\n.build/\nsite/\n")
    git(tree, "init", "--quiet", "--initial-branch=main")
    git(tree, "config", "core.fsmonitor", "false")
    git(tree, "add", ".")
    git(tree, "commit", "--quiet", "-m", "Start")
    return tree


def git(tree, *arguments):
    who = ["-c", "user.name=Tester", "-c", "user.email=tester@example.com"]
    subprocess.run(["git", *who, *arguments], cwd=tree, check=True, capture_output=True)


def blocks(text):
    """What a page lets people type, and what it lets them change, in order."""
    return re.findall(r"(?ms)^```(sh|diff)\n(.*?)^```$", text)


def typed(line):
    """A line as arguments, for the program that is tested."""
    words = shlex.split(re.split(r"\s#", line)[0])
    match words:
        case ["make", "check"]:
            return [*PROGRAM, "check"]
        case [".venv/bin/reform-reports", *rest]:
            return [*PROGRAM, *rest]
        case ["git", *rest]:
            return ["git", "-c", "user.name=Tester", "-c", "user.email=tester@example.com", *rest]
    raise AssertionError(line)


@pytest.mark.parametrize("pages", PRACTISED, ids=lambda pages: pages[0])
def test_what_the_pages_say_can_be_typed_and_does_what_they_say(root, clone, pages):
    git(clone, "switch", "--quiet", "main")
    env = {**os.environ, "PYTHONPATH": str(root), "LANG": "C.UTF-8", "CI": "true"}
    said = []
    for page in pages:
        for kind, content in blocks((root / "docs" / f"{page}.md").read_text(encoding="utf-8")):
            if kind == "diff":
                subprocess.run(["git", "apply", "-"], cwd=clone, input=content, text=True, check=True)
                continue
            for line in content.splitlines():
                if ELSEWHERE.match(line):
                    continue
                done = subprocess.run(
                    typed(line),
                    cwd=clone,
                    env=env,
                    stdin=subprocess.DEVNULL,
                    capture_output=True,
                    text=True,
                    check=False,
                )
                said.append((line, done.returncode, done.stdout + done.stderr))
                assert "Traceback" not in done.stderr, done.stderr
    checks = [(code, told) for line, code, told in said if line == "make check"]
    assert [code for code, _ in checks] == [0, 1, 0]
    assert "data/reports/ngan-son/2022-Q3.yml:15:16" in checks[1][1]
    assert "[count-with-decimals]" in checks[1][1]
    assert "[stale-translation]" in checks[2][1]
    others = {line: (code, told) for line, code, told in said if line != "make check"}
    # An upgrade that would change nothing; everything else does what it says.
    assert {line: told for line, told in others.items() if told[0]} == {}
    assert (clone / "bao-cao/data/site.yml").is_file()
    git(clone, "clean", "--quiet", "-d", "--force")
    git(clone, "switch", "--quiet", "main")
    git(clone, "branch", "--quiet", "-D", "practice")
