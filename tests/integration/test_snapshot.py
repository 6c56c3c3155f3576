"""A snapshot of a small tree: what the bag holds, that it proves itself, and that the same commit gives the same bytes."""

import json
import os
import re
import shutil
import subprocess
import sys

import pytest

from generator.archive.verify import verify
from generator.load import load_catalogue
from generator.model.edition import Edition
from generator.model.text import text
from tests.snapshots import DAY, commit_all, committed_tree, files_of, git, take
from tests.trees import SUMMARY, added, faults

pytestmark = [pytest.mark.integration, pytest.mark.xdist_group("snapshot")]

LATER = {
    "data/reports/huyen/2023.yml": "unit: huyen\nperiod: 2023\ndocument: {title: {vi: Báo cáo năm sau}, date: 2023-12-20}\n",
    "data/units/xa.yml": "id: xa\nlevel: commune\nnames: {vi: Xã Mẫu, en: Sample Commune}\nvalid_from: 2025-07-01\n",
    **added(SUMMARY, "\nXem [năm sau](/reports/huyen/2023/), [xã](/units/xa/) và [huyện](/units/huyen/).\n"),
}


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    return committed_tree(tmp_path_factory.mktemp("snapshot") / "tree", LATER)


@pytest.fixture(scope="module")
def address():
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", "https://cchc.example.org/")
        yield


@pytest.fixture(scope="module")
def taken(tree, address):
    result = take(tree)
    assert not faults(result.problems)
    return result


@pytest.fixture(scope="module")
def data(taken):
    return taken.bag / "data"


def test_the_bag_and_its_zip_prove_themselves(taken, tree):
    for path in (taken.bag, taken.zip):
        assert verify(path).problems == ()
    assert verify(taken.bag).manifest == taken.record.manifest
    # Nothing else is left, in the tree or in the store.
    assert sorted(path.name for path in (tree / "archive").iterdir()) == [
        "reform-reports-2022",
        "reform-reports-2022.zip",
    ]
    left = git(tree, "status", "--porcelain", "--untracked-files=all").splitlines()
    assert left == [f"?? data/vintages/2022.{suffix}" for suffix in ("csv", "sums", "yml")]


def test_checksums_need_no_program_of_ours(taken):
    subprocess.run(
        ["sha512sum", "--check", "--strict", "--quiet", "manifest-sha512.txt", "tagmanifest-sha512.txt"],
        cwd=taken.bag,
        check=True,
    )


def test_the_record_is_read_back(taken, tree):
    catalogue = load_catalogue(tree).catalogue

    (vintage,) = catalogue.vintages
    assert vintage.record.model_dump() == taken.record.model_dump()
    assert (vintage.record.edition, vintage.record.taken.last_day, vintage.record.commit) == (
        Edition(2022),
        DAY,
        git(tree, "rev-parse", "HEAD"),
    )
    assert vintage.record.address == "https://cchc.example.org/"
    assert len(vintage.figures) == len(
        [each for each in catalogue.observations if each.source.report == "huyen/2022-Q3"]
    )


def test_the_site_is_that_of_the_year_in_both_languages(data):
    for folder in ("", "en/"):
        assert (data / f"site/{folder}units/huyen/index.html").exists()
        assert not (data / f"site/{folder}units/xa").exists()
        assert not (data / f"site/{folder}reports/huyen/2023").exists()
    summary = (data / "site/reports/huyen/2022-Q3/index.html").read_text(encoding="utf-8")
    assert re.search(r'Xem năm sau, xã và <a href="[^"]*units/huyen/index.html"[^>]*>huyện</a>', summary)


def test_each_page_says_which_snapshot_it_is_and_leads_to_the_page_that_goes_on(data):
    page = (data / "site/en/units/huyen/index.html").read_text(encoding="utf-8")
    assert "Snapshot of 2022, taken on 2 February 2023." in page
    assert 'href="https://cchc.example.org/en/units/huyen/"' in page
    assert '<link rel="canonical" href="https://cchc.example.org/archive/2022/en/units/huyen/">' in page
    without = [
        path.relative_to(data).as_posix()
        for path in (data / "site").rglob("*.html")
        if (path.parent.name != "pagefind" and not ("/archive/2022" in (html := path.read_text(encoding="utf-8")) or "napshot" in html))
        or 'content="noindex"' not in path.read_text(encoding="utf-8")
    ]  # fmt: skip
    assert without == []


def test_nothing_is_there_that_only_a_site_that_goes_on_needs(data):
    names = {path.name for path in (data / "site").rglob("*")}

    assert not names & {"feed.xml", "sitemap.xml", "robots.txt", "_headers", ".reform-reports"}
    assert "application/atom+xml" not in (data / "site/index.html").read_text(encoding="utf-8")


def test_the_inputs_are_those_of_the_commit(data, tree):
    committed = git(tree, "ls-files", "data", "content").splitlines()

    inputs = {
        name: content for name, content in files_of(data / "inputs").items() if name.startswith(("data/", "content/"))
    }
    assert inputs == {name: (tree / name).read_bytes() for name in committed}
    assert (data / "inputs/requirements.lock").exists()
    assert (data / "inputs/site_templates/pages/unit.md.j2").exists()


def test_the_figures_stand_by_themselves_in_open_formats(data):
    assert {"observations.csv", "observations.xlsx", "datapackage.json"} <= set(files_of(data / "dataset"))
    assert (data / "dataset/indicators/resolved.json").exists()
    package = json.loads((data / "dataset/datapackage.json").read_text(encoding="utf-8"))
    assert all((data / "dataset" / each["path"]).exists() for each in package["resources"])


def test_a_readme_tells_both_languages_what_this_is(data, taken):
    readme = (data / "README.txt").read_text(encoding="utf-8")

    for said in (
        "Bản lưu          : năm 2022",
        "Ngày lập         : 02/02/2023",
        "Snapshot   : of 2022",
        "2 February 2023",
        "data/site/index.html",
    ):
        assert said in readme
    for said in ("sha512sum -c manifest-sha512.txt", "CC BY 4.0", taken.record.commit, "Báo cáo mẫu", "Sample report"):
        assert readme.count(said) >= 1
    assert "2023-12-20" not in readme
    # What gives the same site again, told for a copy: files of a build inside the bag would make it fail its check.
    command = (
        "\n  SITE_URL=https://cchc.example.org/ .venv/bin/python -m generator.cli snapshot 2022 --date 2023-02-02\n"
    )
    assert (readme.count(command), readme.count(" archive/reform-reports-2022:")) == (2, 2)
    for said in ("Copy data/inputs to another place first", "Hãy chép data/inputs ra nơi khác"):
        assert said in readme
    assert "-m generator.cli build" not in readme


def test_a_second_one_is_refused_and_a_correction_says_what_it_changed(taken, tree, address):
    kept = files_of(tree / "archive")
    (tree / "content/vi/about.md").write_text("# Khác\n\nLời.\n", encoding="utf-8")
    commit_all(tree, "2023-03-01T00:00:00Z")

    assert [each.code for each in take(tree).problems if each.code.startswith("snapshot")] == ["snapshot-exists"]
    corrected = take(tree, correct=True, change=text("Sửa lời giới thiệu", en="Introduction put right"))

    assert str(corrected.record.edition) == "2022.2"
    assert {"Dinh-chinh: Sửa lời giới thiệu", "Change: Introduction put right"} <= set(
        (corrected.bag / "bag-info.txt").read_text(encoding="utf-8").splitlines()
    )
    assert "Introduction put right" in (corrected.bag / "data/README.txt").read_text(encoding="utf-8")
    assert "edition 2022.2 (corrected)" in (corrected.bag / "data/site/en/index.html").read_text(encoding="utf-8")
    assert kept.items() <= files_of(tree / "archive").items()


OTHER_FILE_SYSTEM = """\
import os

scandir, listdir = os.scandir, os.listdir


class Entries(list):
    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def close(self):
        pass

    def __next__(self):
        if not self:
            raise StopIteration
        return self.pop(0)


def scanned(path="."):
    with scandir(path) as entries:
        return Entries(sorted(entries, key=lambda each: each.name, reverse=True))


os.scandir = scanned
os.listdir = lambda path=".": sorted(listdir(path), reverse=True)
"""
"""A disk whose folders list what is in them from last to first; Python reads it at every start."""


def test_the_same_commit_gives_the_same_bytes_elsewhere_and_at_another_time(taken, tree, tmp_path):
    other = tmp_path / "một nơi khác"
    git(tree, "worktree", "add", "--quiet", "--detach", str(other), taken.record.commit)
    shutil.rmtree(other / "archive", ignore_errors=True)
    (tmp_path / "sitecustomize.py").write_text(OTHER_FILE_SYSTEM, encoding="utf-8")
    elsewhere = {
        "PYTHONPATH": os.pathsep.join(filter(None, [str(tmp_path), os.environ.get("PYTHONPATH")])),
        "TZ": "Pacific/Kiritimati",
        "LANG": "vi_VN.UTF-8",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "77",
        "SOURCE_DATE_EPOCH": "1",
    }

    subprocess.run(
        [sys.executable, "-m", "generator.cli", "snapshot", "2022", "--root", str(other)],
        env={**os.environ, **elsewhere},
        umask=0o077,
        check=True,
        capture_output=True,
    )

    manifest = "tagmanifest-sha512.txt"
    assert (other / "archive/reform-reports-2022" / manifest).read_bytes() == (taken.bag / manifest).read_bytes()
    assert (other / "archive/reform-reports-2022.zip").read_bytes() == taken.zip.read_bytes()
    for suffix in ("yml", "csv", "sums"):
        record = f"data/vintages/2022.{suffix}"
        assert (other / record).read_bytes() == (tree / record).read_bytes()
