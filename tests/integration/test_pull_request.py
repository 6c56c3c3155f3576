"""A pull request from a fork to the published site: with git, and with the commands of the workflows themselves."""

import re
import shutil

import pytest

from generator.finish.pdf import find_browser
from tests.conftest import ROOT
from tests.forge import Forge, serving
from tests.repositories import commit, git
from tests.trees import REPORT, SUMMARY, edit, write_tree
from tests.workflows import carried_out, read

pytestmark = pytest.mark.integration

SITE = {"data/site.yml": "repository: {kind: github, url: https://git.example.gov.vn/cchc/bao-cao}\n"}


@pytest.fixture
def upstream(tmp_path):
    """The office's repository, with the files of a site, and what of ours the workflows call."""
    tree = write_tree(tmp_path / "upstream", SITE)
    for name in ("Makefile", "tools", ".ci", ".github"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(
            ROOT / name,
            tree / name,
            **({"ignore": shutil.ignore_patterns("node_modules")} if copy is shutil.copytree else {}),
        )
    (tree / ".gitignore").write_text("/site/\n/review/\n/.cache/\n", encoding="utf-8")
    git(tree, "init", "--quiet", "--initial-branch", "main")
    commit(tree)
    return tree


def proposed(upstream, fork, change):
    """A stranger's fork gets a commit, and the host shows it as the head of request 7. Gives the commit."""
    if not fork.exists():
        git(fork.parent, "clone", "--quiet", f"file://{upstream}", str(fork))
        git(fork, "switch", "--quiet", "--create", "sua-so")
    write_tree(fork, {**SITE, **change})
    commit(fork)
    git(upstream, "fetch", "--quiet", str(fork), "+sua-so:refs/pull/7/head")
    return git(fork, "rev-parse", "HEAD")


def checked_out(upstream, folder, ref):
    """A runner's workspace."""
    shutil.rmtree(folder, ignore_errors=True)
    git(folder.parent, "clone", "--quiet", f"file://{upstream}", str(folder))
    git(folder, "fetch", "--quiet", "origin", ref)
    git(folder, "checkout", "--quiet", "--detach", "FETCH_HEAD")
    return folder


def job(name, which):
    return read(ROOT / f".github/workflows/{name}.yml")["jobs"][which]


def test_a_pull_request_is_reviewed_commented_once_merged_and_published(tmp_path, upstream, monkeypatch):
    monkeypatch.delenv("SITE_URL", raising=False)
    base = git(upstream, "rev-parse", "main")
    fork = tmp_path / "fork"
    with serving(Forge("github-actions[bot]")) as forge:
        for number, printed in enumerate(("1.140", "1.150")):
            # The stranger proposes; the unprivileged job runs the stranger's own checkout.
            change = edit(REPORT, '1.2: "1.190"', f'1.2: "{printed}"') | edit(SUMMARY, "Huyện", "Toàn huyện")
            head = proposed(upstream, fork, change)
            work = checked_out(upstream, tmp_path / "review-job", "refs/pull/7/head")
            known = {"vars.SITE_URL": "", "github.event.pull_request.base.sha": base}
            done = carried_out(job("review", "review"), work, known)
            assert {line: each.returncode for line, each in done.items() if each.returncode} == {}, str(done)
            # What follows from the figure is told at the line that it contradicts.
            notes = next(each.stdout for line, each in done.items() if "FORM=github" in line)
            lines = re.findall(r"^::(\w+) file=([^,]+),line=(\d+)", notes, re.MULTILINE)
            assert ("warning", REPORT, "12") in lines, notes
            preview = (work / "review/preview/reports/huyen/2022-Q3/index.html").read_text(encoding="utf-8")
            assert printed in preview
            assert "Toàn huyện" in preview
            # What it kept is all that the privileged job gets, beside the main branch.
            kept = tmp_path / "runner-temp/review"
            kept.mkdir(parents=True, exist_ok=True)
            shutil.copy(work / "review/comment.md", kept)
            forge.pulls = {head: 7}
            known |= {
                "github.token": "bi-mat",
                "runner.temp": str(tmp_path / "runner-temp"),
                "github.event.workflow_run.head_sha": head,
                "github.server_url": "https://git.example.gov.vn",
                "github.repository": "cchc/bao-cao",
                "github.event.workflow_run.id": "42",
                "GITHUB_API_URL": forge.url,
                "GITHUB_REPOSITORY": "cchc/bao-cao",
            }
            done = carried_out(
                job("comment", "comment"), checked_out(upstream, tmp_path / "comment-job", "main"), known
            )
            assert [each.returncode for each in done.values()] == [0], str(done)
            assert len(forge.comments) == 1
            assert rf"1.190 → {printed}" in forge.comments[0]["body"], number
    told = forge.comments[0]["body"]
    assert "Xuất hiện: " in told
    assert "Appears: " in told
    assert "Toàn huyện giải quyết" in told
    assert "/actions/runs/42" in told
    if find_browser({}) is not None:
        assert (tmp_path / "review-job/review/review.html").stat().st_size > 10_000

    # The reviewer merges; the main branch is published.
    git(upstream, "merge", "--quiet", "--no-edit", head)
    work = checked_out(upstream, tmp_path / "publish-job", "main")
    done = carried_out(job("publish", "build"), work, {"vars.SITE_URL": "https://cchc.example.gov.vn/"})
    assert {line: each.returncode for line, each in done.items() if each.returncode} == {}, str(done)
    if shutil.which("rsync") is None:
        pytest.skip("reviewed and merged; rsync is not installed (tools/install-rsync), so nothing was published")
    served = tmp_path / "www"
    served.mkdir()
    (served / "gone.html").write_text("x", encoding="utf-8")
    given = dict.fromkeys(re.findall(r"\$\{\{ (\S+) \}\}", str(job("publish", "elsewhere"))), "")
    given |= {
        "vars.PUBLISH": "rsync",
        "vars.RSYNC_TARGET": f"{served}/",
        "vars.SITE_URL": "https://cchc.example.gov.vn/",
    }
    done = carried_out(job("publish", "elsewhere"), work, given)
    assert [each.returncode for each in done.values()] == [0], str(done)
    published = (served / "reports/huyen/2022-Q3/index.html").read_text(encoding="utf-8")
    assert "1.150" in published
    assert "Toàn huyện" in published
    assert not (served / "gone.html").exists()
