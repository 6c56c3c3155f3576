"""A site whose pages many machines made is the one that a single machine makes, byte for byte."""

import os
import shutil
import signal
import threading
import time
from pathlib import Path

import pytest

from generator.assembly.keeping.made import Work
from generator.assembly.sharing import scheduled
from generator.assembly.sharing.joining import build_joined, build_share
from generator.assembly.sharing.scheduled import NoSchedulerError, build_scheduled
from generator.assembly.sharing.shards import Shard
from generator.assembly.site import build_site
from tests.trees import edit, write_tree

SHARDS = 3


def _silent(_step: str, _detail: str) -> None:
    return


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.fixture
def tree(tmp_path, finished):
    """The smallest tree, as another machine checks it out: with charts drawn, without anything of an earlier build."""
    made = write_tree(tmp_path / "tree")
    shutil.copytree(finished / ".cache" / "charts", made / ".cache" / "charts")
    return made


def make_shares(tree: Path, folder: Path) -> list[Path]:
    folders = [folder / f"share-{number}" for number in range(1, SHARDS + 1)]
    for number, each in enumerate(folders, start=1):
        result = build_share(tree, Shard(number, SHARDS), each, _silent, tree / "archive")
        assert not result.has_errors
        assert result.pages
    return folders


@pytest.mark.parametrize("written", ["3/16", "1/1", "16/16"])
def test_a_share_is_written_as_its_number_and_how_many_there_are(written):
    assert str(Shard.parse(written)) == written


@pytest.mark.parametrize("written", ["0/3", "4/3", "3", "3/", "a/b", "1/0", "-1/3", "1/9999999"])
def test_anything_else_is_no_share(written):
    with pytest.raises(ValueError, match=written):
        Shard.parse(written)


def test_every_page_is_in_one_share_and_all_of_a_unit_in_the_same():
    works = [
        Work(lang, path)
        for lang in ("vi", "en")
        for path in ("", "units/a", "reports/a/2020-Q1", "reports/a/2020-Q1/audit", "units/b", "glossary")
    ]
    shares = {work.key: [number for number in range(1, 17) if Shard(number, 16).takes(work)] for work in works}

    assert all(len(found) == 1 for found in shares.values())
    of_a = {tuple(found) for (_, path, _), found in shares.items() if "/a" in path}
    assert len(of_a) == 1


def test_shares_joined_are_the_site_made_at_once(tree, tmp_path, finished):
    shares = make_shares(tree, tmp_path)
    steps: list[str] = []

    result = build_joined(tree, tree / "site", shares, lambda step, _detail: steps.append(step))

    assert result.published
    assert files(tree / "site") == files(finished / "site")


def test_what_changed_since_a_share_was_made_is_made_again(tree, tmp_path):
    shares = make_shares(tree, tmp_path)
    write_tree(tree, edit("data/units/huyen.yml", "Huyện Mẫu", "Huyện Khác"))

    assert build_joined(tree, tree / "site", shares, _silent).published
    at_once = write_tree(tmp_path / "other", edit("data/units/huyen.yml", "Huyện Mẫu", "Huyện Khác"))
    shutil.copytree(tree / ".cache" / "charts", at_once / ".cache" / "charts")
    assert build_site(at_once, at_once / "site", _silent).published

    assert files(tree / "site") == files(at_once / "site")


def test_a_folder_that_holds_no_share_is_told(tree, tmp_path):
    (tmp_path / "none").mkdir()

    result = build_joined(tree, tree / "site", [tmp_path / "none"], _silent)

    assert [problem.code for problem in result.problems] == ["no-shard"]
    assert not (tree / "site").exists()


def test_a_share_goes_into_no_folder_that_holds_something_else(tree, tmp_path):
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "a.txt").write_text("thư", encoding="utf-8")

    result = build_share(tree, Shard(1, 2), tmp_path / "letters", _silent, tree / "archive")

    assert [problem.code for problem in result.problems] == ["output-foreign"]
    assert [path.name for path in (tmp_path / "letters").iterdir()] == ["a.txt"]


def test_nobody_at_an_address_is_told(tree, tmp_path, monkeypatch):
    monkeypatch.setattr(scheduled, "PATIENCE", "1s")

    with pytest.raises(NoSchedulerError):
        build_scheduled(tree, "tcp://127.0.0.1:9", 2, tmp_path / "shares", _silent)


def test_what_every_machine_finds_is_told_once(tmp_path):
    distributed = pytest.importorskip("distributed")
    slip = write_tree(tmp_path / "slip", edit("data/units/huyen.yml", "level: district", "level: distrct"))

    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None, silence_logs=50
    ) as cluster:
        problems = build_scheduled(slip, cluster.scheduler_address, 2, tmp_path / "shares", _silent)

    assert [problem.code for problem in problems] == ["not-allowed"]


def test_a_cluster_that_loses_a_machine_half_way_makes_the_same_site(tree, tmp_path, finished):
    distributed = pytest.importorskip("distributed")
    killed = threading.Event()

    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as cluster:

        def lose_one() -> None:
            """Kill the first machine that is at work, in the middle of its share."""
            with distributed.Client(cluster) as client:
                deadline = time.monotonic() + 120
                while time.monotonic() < deadline:
                    at_work = [name for name, tasks in client.processing().items() if tasks]
                    if at_work:
                        nanny = next(each for each in cluster.workers.values() if each.worker_address in at_work)
                        os.kill(nanny.pid, signal.SIGKILL)
                        killed.set()
                        return
                    time.sleep(0.05)

        killer = threading.Thread(target=lose_one, daemon=True)
        killer.start()
        problems = build_scheduled(tree, cluster.scheduler_address, SHARDS, tmp_path / "shares", _silent)
        killer.join(150)

    assert killed.is_set()
    assert [problem for problem in problems if problem.severity.name == "ERROR"] == []
    shares = sorted((tmp_path / "shares").iterdir())
    assert len(shares) == SHARDS
    assert build_joined(tree, tree / "site", shares, _silent).published
    assert files(tree / "site") == files(finished / "site")
