"""A finished site takes the place of the last one in one step, or not at all."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.finish import publish as publishing
from generator.finish.claims import claimed_folder
from generator.finish.publish import MARKER, ForeignFolderError, check_target, publish, recover


@pytest.fixture(params=["one step", "two steps"])
def steps(request, monkeypatch):
    """Systems that can swap two folders, and those that cannot."""
    if request.param == "two steps":
        monkeypatch.setattr(publishing, "_exchange", lambda _one, _other: False)
    return request.param


def site(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(text, encoding="utf-8")
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def shown(target: Path) -> str:
    return (target / "index.html").read_text(encoding="utf-8")


def test_the_first_site_is_put_in_place(tmp_path, steps):
    publish(site(tmp_path / "work" / "site", "một"), tmp_path / "www" / "site")

    assert shown(tmp_path / "www" / "site") == "một"
    assert (tmp_path / "www" / "site" / MARKER).exists()
    assert names(tmp_path / "www") == ["site"]


def test_a_new_site_takes_the_place_of_the_old_one_whole(tmp_path, steps):
    target = tmp_path / "site"
    publish(site(tmp_path / "1", "một"), target)
    (target / "only-in-the-old.html").write_text("", encoding="utf-8")

    publish(site(tmp_path / "2", "hai"), target)

    assert shown(target) == "hai"
    assert sorted(path.name for path in target.iterdir()) == [MARKER, "index.html"]
    assert names(tmp_path) == ["site"]


def test_publication_is_told_before_the_old_site_is_taken_away(tmp_path, steps):
    target = tmp_path / "site"
    publish(site(tmp_path / "1", "một"), target)
    seen = []

    def look():
        seen.extend([shown(target), sorted(shown(page.parent) for page in tmp_path.rglob("index.html"))])

    publish(site(tmp_path / "2" / "site", "hai"), target, look)

    assert seen == ["hai", ["hai", "một"]]
    assert names(tmp_path) == ["2", "site"]


def test_an_empty_folder_may_be_filled(tmp_path, steps):
    (tmp_path / "site").mkdir()

    publish(site(tmp_path / "1", "một"), tmp_path / "site")

    assert shown(tmp_path / "site") == "một"


@pytest.mark.parametrize("foreign", ["a folder with files", "a file"])
def test_what_is_not_ours_is_left_alone(tmp_path, foreign):
    target = tmp_path / "site"
    if foreign == "a file":
        target.write_text("ảnh", encoding="utf-8")
    else:
        site(target, "của người khác")

    with pytest.raises(ForeignFolderError):
        check_target(target)
    with pytest.raises(ForeignFolderError):
        publish(site(tmp_path / "1", "một"), target)

    assert target.is_file() or shown(target) == "của người khác"


def test_when_the_new_site_cannot_be_moved_in_the_old_one_is_back(tmp_path, monkeypatch):
    monkeypatch.setattr(publishing, "_exchange", lambda _one, _other: False)
    target = tmp_path / "site"
    publish(site(tmp_path / "1", "một"), target)
    rename = Path.rename

    def fail_to_move_in(self, to):
        if ".new-" in str(self.parent.name):
            raise OSError(28, "No space left on device")
        return rename(self, to)

    monkeypatch.setattr(Path, "rename", fail_to_move_in)
    with pytest.raises(OSError, match="No space left"):
        publish(site(tmp_path / "2", "hai"), target)

    assert shown(target) == "một"
    assert names(tmp_path) == ["site"]


def test_a_site_that_a_killed_build_set_aside_comes_back(tmp_path):
    site(tmp_path / ".site.old-123", "một")
    half = site(tmp_path / ".site.new-123", "nửa")

    recover(tmp_path / "site")

    assert shown(tmp_path / "site") == "một"
    assert not half.exists()
    assert names(tmp_path) == ["site"]


def test_leftovers_beside_a_whole_site_go(tmp_path):
    site(tmp_path / "site", "hai")
    site(tmp_path / ".site.old-123", "một")

    recover(tmp_path / "site")

    assert shown(tmp_path / "site") == "hai"
    assert names(tmp_path) == ["site"]


def test_what_a_build_that_still_runs_moves_in_is_left_alone(tmp_path):
    site(tmp_path / ".other.old-1", "trang khác")

    with claimed_folder(tmp_path, ".site.new-") as claimed:
        recover(tmp_path / "site")
        assert names(tmp_path) == [".other.old-1", claimed.name]

    assert names(tmp_path) == [".other.old-1"]


def test_a_folder_under_way_belongs_to_a_process_and_not_to_a_number(tmp_path):
    """In containers every build may have the same number, and none sees the others'."""
    script = "import sys; from pathlib import Path; from generator.finish.claims import claimed_folder\n"
    script += (
        "with claimed_folder(Path(sys.argv[1]), '.site.new-') as made: print(made.name, flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        name = other.stdout.readline().strip()
        recover(tmp_path / "site")
        assert names(tmp_path) == [name]
        other.kill()
        other.wait()

    recover(tmp_path / "site")
    assert names(tmp_path) == []


def test_a_file_with_two_names_has_them_on_another_disk_too(tmp_path, monkeypatch):
    staged, target = tmp_path / "staged", tmp_path / "target"
    for name in ("2020", "2022", "2023"):
        (staged / name).mkdir(parents=True)
    (staged / "2020" / "site.css").write_text("same")
    (staged / "2022" / "site.css").hardlink_to(staged / "2020" / "site.css")
    (staged / "2023" / "site.css").write_text("same")
    rename = os.rename

    def refuse(source, destination, **options):
        if Path(source) == staged:
            raise OSError(errno.EXDEV, "another disk")
        rename(source, destination, **options)

    monkeypatch.setattr(os, "rename", refuse)

    publish(staged, target)

    assert (target / "2020" / "site.css").samefile(target / "2022" / "site.css")
    assert not (target / "2020" / "site.css").samefile(target / "2023" / "site.css")
    assert (target / "2023" / "site.css").read_text() == "same"
