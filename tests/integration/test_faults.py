"""Whatever happens to a build, the last good site stays whole, nothing temporary is left, and the message says what to do."""

import errno
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from generator.assembly.site import build_site
from generator.finish import publish as publishing
from generator.program_files import PROJECT
from tests.commands import TOLD, hearing
from tests.conftest import made_once
from tests.trees import INDICATORS, edit, faults, write_tree

pytestmark = pytest.mark.integration

PATIENCE = 240
"""Seconds; only ever used up by a test that fails."""
KEPT = {"PATH", "HOME", "VIRTUAL_ENV", "TMPDIR"}
LINES = ("Read data", "Wrote data", "Rendered pages", "Indexed the", "Published")
"""What the command says when a step is done."""
FILES_OF_A_BUILD = (
    ".build/work-*",
    ".cache/pages/contents/??",
    ".build/work-*/docs/vi",
    ".build/work-*/search/vi/index.html",
    ".build/work-*/index/vi/pagefind",
    ".build/work-*/site/index.html",
)
NEW_NAME = edit("data/units/huyen.yml", "Huyện Mẫu", "Huyện Khác")


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def build(root: Path, output: Path | None = None) -> Any:
    return build_site(root, output or root / "site", lambda _step, _detail: None)


def start(root: Path, *arguments: str, env: dict[str, str] | None = None, **options: Any) -> subprocess.Popen[str]:
    """Start the command as the leader of a group of processes."""
    plain = {name: value for name, value in os.environ.items() if name in KEPT}
    path = os.pathsep.join(filter(None, [(env or {}).get("PYTHONPATH"), str(PROJECT)]))
    return subprocess.Popen(
        [sys.executable, "-m", "generator.cli", "build", "--root", str(root), "--lang", "en", *arguments],
        cwd=root,
        env={**plain, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1", **(env or {}), "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        **options,
    )


def run(root: Path, *arguments: str, **options: Any) -> tuple[int, str]:
    """Run the command to its end: exit code, and all that it said."""
    process = start(root, *arguments, **options)
    said, _ = process.communicate(timeout=PATIENCE)
    return process.returncode, said


def wait_until(done: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end
        time.sleep(0.005)


def at_work_in(folder: Path) -> list[str]:
    """Processes that have the folder as theirs, by number."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if process.joinpath("cwd").readlink() == folder and b"\nState:\tZ" not in (process / "status").read_bytes():
                found.append(process.name)
        except OSError:
            continue
    return found


def leftovers(root: Path) -> list[str]:
    """What a build leaves beside what belongs there."""
    expected = {"data", "content", "site", ".cache"}
    strange = [path.name for path in root.iterdir() if path.name not in expected]
    return strange + [path.name for path in (root / ".cache").rglob(".new-*")]


@pytest.fixture(scope="session")
def built(finished) -> Path:
    return finished


@pytest.fixture
def tree(built, tmp_path) -> Path:
    """A copy of the finished tree whose data say something else than its site."""
    return write_tree(Path(shutil.copytree(built, tmp_path / "tree")), NEW_NAME)


@pytest.fixture(scope="session")
def renewed(built, tmp_path_factory) -> dict[str, bytes]:
    """The files of the site that the changed tree gives."""
    with made_once(tmp_path_factory, "renewed") as root:
        if not (root / "site").exists():
            shutil.copytree(built / ".cache", root / ".cache")
            assert build(write_tree(root, NEW_NAME)).published
    return files(root / "site")


def test_a_build_killed_at_any_moment_leaves_a_whole_site_and_the_next_one_cleans_up(tree, built, renewed):
    old = files(built / "site")
    moments = [("line", line) for line in LINES] + [("file", name) for name in FILES_OF_A_BUILD]
    hit = 0
    for number, (kind, moment) in enumerate(moments):
        # Otherwise a later build would find all that an earlier one made.
        shutil.rmtree(tree / ".cache" / "pages", ignore_errors=True)
        (tree / "site" / "index.html").touch()
        process = start(tree)
        if kind == "line":
            assert process.stdout is not None
            while (line := process.stdout.readline()) and moment not in line:
                pass
        else:
            wait_until(lambda process=process, moment=moment: process.poll() is not None or any(tree.glob(moment)))
        hit += process.poll() is None
        # On a busy machine it may have come to its end just now.
        with suppress(ProcessLookupError):
            if number % 2:
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
        process.wait(PATIENCE)
        wait_until(lambda: not at_work_in(tree))
        if process.stdout is not None:
            process.stdout.close()
        assert files(tree / "site") in (old, renewed), moment

    assert hit > len(moments) / 2
    assert run(tree)[0] == 0
    assert files(tree / "site") == renewed
    assert leftovers(tree) == []


def test_builds_at_once_do_not_harm_each_other(tree, renewed):
    shutil.rmtree(tree / ".cache")

    processes = [start(tree) for _ in range(2)]
    said = [process.communicate(timeout=PATIENCE)[0] for process in processes]

    assert [process.returncode for process in processes] == [0, 0], said
    assert files(tree / "site") == renewed
    assert leftovers(tree) == []


@pytest.mark.parametrize("told_to", TOLD, ids=lambda number: number.name)
def test_a_build_that_is_told_to_end_cleans_up(tree, built, told_to):
    """By Ctrl-C, by the system, or because the terminal was closed; the last two reach one process only."""
    process = start(tree, preexec_fn=hearing)
    assert process.stdout is not None
    while (line := process.stdout.readline()) and LINES[1] not in line:
        pass
    if told_to is signal.SIGINT:
        os.killpg(process.pid, told_to)
    else:
        os.kill(process.pid, told_to)
    said, _ = process.communicate(timeout=PATIENCE)

    assert process.returncode == 128 + told_to
    assert "Stopped. Nothing was left half done." in said
    assert not re.search("Traceback|Warning|leaked", said)
    assert files(tree / "site") == files(built / "site")
    assert leftovers(tree) == []


@pytest.mark.parametrize("most", [200, 3_000, 100_000])
def test_when_files_cannot_grow_as_on_a_full_disk_the_old_site_stays(tree, built, most):
    shutil.rmtree(tree / ".cache")

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    code, said = run(tree, preexec_fn=limit)

    assert code == 1
    assert any(kind in said for kind in ("[output-unusable]", "[engine-failed]", "[search-failed]")), said
    assert "The previous site is unchanged" in said or "the previous site, if any, is unchanged" in said
    assert "Traceback" not in said
    assert files(tree / "site") == files(built / "site")
    assert leftovers(tree) == []


@pytest.mark.parametrize("failing", ["move", "exchange"])
def test_when_the_new_site_cannot_be_put_in_place_the_old_one_stays(tree, built, monkeypatch, failing):
    def full(*_arguments: Any, **_options: Any) -> None:
        raise OSError(28, "No space left on device", "site")

    if failing == "move":
        monkeypatch.setattr(publishing.shutil, "move", full)
    else:
        monkeypatch.setattr(publishing, "_exchange", full)

    result = build(tree)

    assert [(each.code, each.words["reason"]) for each in result.problems] == [("output-unusable", "the disk is full")]
    assert files(tree / "site") == files(built / "site")
    assert leftovers(tree) == []


def test_a_tree_that_may_not_be_written_is_told_of(tree, built, monkeypatch):
    def closed(self: Path, *_arguments: Any, **_options: Any) -> None:
        raise OSError(errno.EROFS, "Read-only file system", str(self))

    monkeypatch.setattr(Path, "mkdir", closed)

    assert [(each.code, each.words["reason"]) for each in build(tree).problems] == [
        ("closed-tree", "the disk can only be read")
    ]
    assert files(tree / "site") == files(built / "site")


def test_without_a_cache_the_site_is_built_all_the_same(tree, renewed):
    shutil.rmtree(tree / ".cache")
    (tree / ".cache").write_text("no folder", encoding="utf-8")

    assert faults(build(tree).problems) == ()
    assert files(tree / "site") == renewed


@pytest.mark.parametrize(
    ("name", "line", "code", "told"),
    [
        ("pages/units.md.j2", "{% if %}", "template-failed", "site_templates/pages/units.md.j2:1:1"),
        ("pages/units.md.j2", "{{ nothing.at_all }}", "template-failed", "'nothing' is undefined"),
        ("pages/units.md.j2", "{{ 1 // 0 }}", "template-failed", "ZeroDivisionError"),
        ("embed.html.j2", "{{ nothing.at_all }}", "template-failed", "site_templates/embed.html.j2:1:1"),
        ("overrides/main.html", "{{ nothing.at.all }}", "template-failed", "site_templates/overrides/main.html:1:1"),
    ],
)
def test_a_template_that_fails_is_named_with_its_line(tree, built, name, line, code, told):
    shutil.copytree(PROJECT / "site_templates", tree / "site_templates")
    shutil.copy(PROJECT / "mkdocs.yml", tree)
    template = tree / "site_templates" / name
    template.write_text(line + template.read_text(encoding="utf-8"), encoding="utf-8")

    exit_code, said = run(tree)

    assert exit_code == 1
    assert f"[{code}]" in said
    assert told in said
    assert "Traceback" not in said
    assert files(tree / "site") == files(built / "site")


@pytest.mark.parametrize(
    ("drawing", "code", "told"),
    [
        ("raise ValueError('no ink')", "chart-failed", "could not be drawn: no ink."),
        ("import os; os.kill(os.getpid(), 9)", "process-ended", "A process of the build was ended from outside."),
    ],
)
def test_a_chart_that_cannot_be_drawn_stops_the_build(tree, built, tmp_path, drawing, code, told):
    shutil.rmtree(tree / ".cache")
    fake = tmp_path / "fake"
    fake.mkdir()
    (fake / "vl_convert.py").write_text(
        f"def register_font_directory(_): pass\n\n\ndef vegalite_to_vega(*_, **__):\n    {drawing}\n", encoding="utf-8"
    )

    exit_code, said = run(tree, env={"PYTHONPATH": str(fake)})

    assert exit_code == 1
    assert f"[{code}]" in said, said
    assert told in said
    assert "Traceback" not in said
    assert files(tree / "site") == files(built / "site")
    assert leftovers(tree) == []


ODD = {
    "TZ": "Pacific/Kiritimati",
    "LANG": "tr_TR.UTF-8",
    "LC_ALL": "C",
    "PYTHONHASHSEED": "12345",
    "SOURCE_DATE_EPOCH": "86400",
    "COLUMNS": "40",
}


def odd_process() -> None:
    """Of the process that builds: one processor, and files for nobody else."""
    os.umask(0o077)
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


@pytest.mark.skipif("RR_SITE" in os.environ, reason="that site may be of other inputs")
def test_the_same_inputs_give_the_same_bytes_on_any_day_and_anywhere(root, built_site, site_url, tmp_path):
    for name in ("data", "content"):
        shutil.copytree(root / name, tmp_path / "tree" / name)

    assert run(tmp_path / "tree", env={**ODD, "SITE_URL": site_url}, preexec_fn=odd_process)[0] == 0

    one, other = files(tmp_path / "tree" / "site"), files(built_site)
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


def test_an_unusual_name_of_an_indicator_is_no_path(tmp_path):
    root = write_tree(tmp_path / "tree", edit(INDICATORS, "id: on-time\n", "id: ../../outside\n"))

    assert "bad-id" in {problem.code for problem in build(root).problems}
    assert [path.name for path in tmp_path.iterdir()] == ["tree"]


def test_links_out_of_the_site_lead_nowhere(tmp_path, built):
    links = (
        "../../../../etc/passwd",
        "..%2f..%2fetc/passwd",
        "/../../etc/passwd",
        "../../../../../data/units/tinh.yml",
    )
    shutil.copytree(built / ".cache", tmp_path / ".cache")
    root = write_tree(tmp_path, {"content/vi/about.md": "".join(f"[x]({link})\n" for link in links)})

    problems = build(root).problems

    assert {problem.code for problem in problems} == {"broken-link"}
    assert [str(problem.place) for problem in problems] == [f"content/vi/about.md:{line}:5" for line in range(1, 5)]
