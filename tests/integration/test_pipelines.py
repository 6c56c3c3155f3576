"""Git as pipelines have it: shallow, of another user, without the branch to compare with; and the documented pipelines themselves."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator.cli import main
from tests.conftest import ROOT
from tests.repositories import commit, git
from tests.snapshots import committed_tree
from tests.trees import REPORT, SUMMARY, edit, write_tree

pytestmark = pytest.mark.integration

SHALLOW = "This copy holds only the newest commits (a shallow clone). Fetch the rest:"


@pytest.fixture
def origin(tmp_path) -> Path:
    """A repository with the branch `main`, and a branch `work` that left it: a figure and a sentence differ."""
    tree = write_tree(tmp_path / "origin")
    git(tree, "init", "--quiet", "--initial-branch", "main")
    commit(tree)
    write_tree(tree, edit(SUMMARY, "Huyện", "Toàn huyện"))
    commit(tree)
    git(tree, "switch", "--quiet", "--create", "work")
    write_tree(tree, edit(REPORT, "1.1: 1200", "1.1: 1300"))
    commit(tree)
    return tree


def cloned(origin: Path, folder: Path, *options: str) -> Path:
    git(folder.parent, "clone", "--quiet", *options, f"file://{origin}", str(folder))
    return folder


def run(capsys, *arguments: str) -> tuple[str, str, int]:
    with pytest.raises(SystemExit) as ended:
        main([*arguments, "--lang", "en"])
    shown = capsys.readouterr()
    return shown.out, shown.err, int(ended.value.code or 0)


def advised(told: str) -> list[str]:
    """The command that a message ends with."""
    return shlex.split(told.strip().splitlines()[-1])


@pytest.mark.parametrize("revision", ["main...", "origin/main...", "HEAD~1", "origin/main", "v1.0"])
def test_in_a_shallow_clone_the_command_that_helps_is_told_and_helps(origin, tmp_path, capsys, revision):
    git(origin, "tag", "v1.0", "main")
    clone = cloned(origin, tmp_path / "clone", "--depth", "1", "--branch", "work")

    _, err, code = run(capsys, "diff", revision, "--root", str(clone))

    assert code == 2
    assert f"Git knows no revision “{revision.removesuffix('...')}”." in err
    assert f"fatal: bad revision '{revision.removesuffix('...')}'" in err
    assert SHALLOW in err
    command = advised(err)
    assert command[:3] == ["git", "fetch", "--unshallow"]

    subprocess.run(command, cwd=clone, check=True, capture_output=True)
    meant = re.search(r"Did you mean “(.*)”\?", run(capsys, "diff", revision, "--root", str(clone))[1])
    out, _, code = run(capsys, "diff", f"{meant[1]}..." if meant else revision, "--root", str(clone))
    assert code == 0
    assert "1,200 → 1,300" in out


def test_two_branches_whose_parting_is_not_in_a_shallow_clone_are_told_as_that(origin, tmp_path, capsys):
    clone = cloned(origin, tmp_path / "clone", "--depth", "1", "--no-single-branch", "--branch", "work")

    _, err, code = run(capsys, "diff", "origin/main...", "--root", str(clone))

    assert code == 2
    assert "Git finds no commit from which both sides of “origin/main...” came." in err
    assert SHALLOW in err
    subprocess.run(advised(err), cwd=clone, check=True, capture_output=True)
    assert "1,200 → 1,300" in run(capsys, "diff", "origin/main...", "--root", str(clone))[0]


def test_a_branch_that_only_the_remote_has_is_named_as_git_knows_it(origin, tmp_path, capsys):
    clone = cloned(origin, tmp_path / "clone", "--branch", "work")

    _, err, code = run(capsys, "diff", "main...", "--root", str(clone))

    assert code == 2
    assert "Did you mean “origin/main”?" in err
    assert SHALLOW not in err


def test_the_name_of_nothing_is_told_without_advice_that_cannot_help(origin, capsys):
    _, err, code = run(capsys, "diff", "no-such", "--root", str(origin))

    assert code == 2
    assert "git fetch" not in err


@pytest.mark.parametrize("command", [["diff"], ["snapshot", "2021"]])
def test_a_folder_of_another_user_is_told_as_that_with_what_git_says_and_what_helps(
    tmp_path, capsys, monkeypatch, command
):
    tree = committed_tree(tmp_path / "a tree")
    # Git's own switch for that, because only root can give files away.
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)

    _, err, code = run(capsys, *command, "--root", str(tree))

    assert code == (2 if command == ["diff"] else 1)
    assert "not in a git repository" not in err
    assert "belongs to another user. It says: fatal: detected dubious ownership in repository at" in err
    assert f"git config --global --add safe.directory {shlex.quote(str(tree))}" in err


def test_it_is_told_in_the_language_asked_for(origin, capsys):
    with pytest.raises(SystemExit):
        main(["diff", "no-such", "--root", str(origin), "--lang", "vi"])

    told = capsys.readouterr().err
    assert "Git không có phiên bản “no-such”." in told
    assert "Git knows" not in told


def pipeline(language: str, word: str) -> dict[str, object]:
    """A pipeline of docs/extending.md."""
    page = (ROOT / "docs" / "extending.md").read_text(encoding="utf-8")
    blocks = re.findall(r"(?ms)^```yaml\n(.*?)^```$", page)
    return yaml.safe_load(next(block for block in blocks if word in block and language in block))


def checked_out_by_gitlab(origin: Path, folder: Path, branch: str) -> Path:
    """What a runner has: the newest commits of the merge request alone, under no branch."""
    folder.mkdir()
    git(folder, "init", "--quiet")
    git(folder, "remote", "add", "origin", f"file://{origin}")
    tip = git(origin, "rev-parse", branch)
    git(folder, "fetch", "--quiet", "--depth", "20", "origin", f"+{tip}:refs/pipelines/1")
    git(folder, "checkout", "--quiet", "--detach", tip)
    return folder


def test_every_line_of_the_documented_pipelines_is_a_command():
    """YAML takes a colon and a space for more than that, and a platform then refuses the whole file."""
    jobs = pipeline("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "gl-code-quality")
    lines = [line for job in jobs.values() for part in ("before_script", "script") for line in job.get(part, [])]
    steps = pipeline("GITHUB_BASE_REF", "actions/checkout")["jobs"]["figures"]["steps"]
    lines += [step["run"] for step in steps if "run" in step]

    assert len(lines) > 5
    assert all(isinstance(line, str) for line in lines)


def carried_out(job: dict[str, list[str]], folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """The lines of a job's script, as a runner's shell carries them out."""
    lines = [line.replace("python -m", f"{shlex.quote(sys.executable)} -m") for line in job["script"]]
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", "\n".join(lines)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "GIT_CONFIG_GLOBAL": os.devnull, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_pipeline_for_gitlab_shows_what_changes(origin, tmp_path):
    git(origin, "config", "uploadpack.allowAnySHA1InWant", "true")
    jobs = pipeline("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "gl-code-quality")
    folder = checked_out_by_gitlab(origin, tmp_path / "build", "work")

    done = carried_out(jobs["changes"], folder, CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main")

    assert done.returncode == 0, done.stderr
    assert "1.200 → 1.300" in (folder / "changes.md").read_text(encoding="utf-8")
    assert jobs["changes"]["artifacts"]["paths"] == ["changes.md"]
    assert carried_out(jobs["figures"], folder).returncode == 0
    assert (folder / "gl-code-quality-report.json").read_text().startswith("[")


def test_the_pipeline_for_gitlab_is_red_where_it_cannot_compare(origin, tmp_path):
    git(origin, "config", "uploadpack.allowAnySHA1InWant", "true")
    jobs = pipeline("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "gl-code-quality")
    folder = checked_out_by_gitlab(origin, tmp_path / "build", "work")

    assert carried_out(jobs["changes"], folder, CI_MERGE_REQUEST_TARGET_BRANCH_NAME="gone").returncode != 0


def test_the_pipeline_for_github_shows_what_changes(origin, tmp_path):
    jobs = pipeline("GITHUB_BASE_REF", "actions/checkout")["jobs"]
    (compare,) = [step["run"] for step in jobs["figures"]["steps"] if "diff" in step.get("run", "")]
    clone = cloned(origin, tmp_path / "clone", "--branch", "work")

    summary = tmp_path / "summary.md"
    done = carried_out({"script": [compare]}, clone, GITHUB_BASE_REF="main", GITHUB_STEP_SUMMARY=str(summary))

    assert done.returncode == 0, done.stderr
    assert "1.300" in summary.read_text()


def test_translations_can_fail_a_pipeline(tmp_path, capsys):
    tree = write_tree(tmp_path)
    assert run(capsys, "translated", "--all", "--root", str(tree))[2] == 0
    assert run(capsys, "translated", "--strict", "--root", str(tree))[2] == 0

    write_tree(tree, edit(SUMMARY, "Huyện", "Toàn huyện"))

    assert run(capsys, "translated", "--root", str(tree))[2] == 0
    out, _, code = run(capsys, "translated", "--strict", "--root", str(tree))
    assert code == 1
    assert f"{SUMMARY.replace('content/vi', 'content/en')}: outdated" in out
    assert run(capsys, "translated", "--strict", "--all", "--root", str(tree))[2] == 2


@pytest.mark.parametrize("command", [["check"], ["diff"], ["translated"], ["check", "--format", "json"]])
def test_what_takes_long_says_what_it_is_doing(tmp_path, capsys, command):
    tree = committed_tree(tmp_path / "tree")

    out, err, _ = run(capsys, *command, "--root", str(tree))

    assert err.startswith("Reading")
    assert "Reading" not in out
