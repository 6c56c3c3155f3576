"""A finished site takes the place of the last one in one step, or not at all."""

import contextlib
import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.finish import filling
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


# --- a folder that can be filled, but not replaced


@pytest.fixture
def volume(tmp_path, monkeypatch) -> Path:
    """A folder that this test takes for a mount point; as every disk of its kind, it has a folder of its own."""
    folder = tmp_path / "volume"
    (folder / "lost+found").mkdir(parents=True)
    monkeypatch.setattr(filling, "_is_mount", lambda path: path == folder)
    real = os.rename

    def rename(source, target, **options):
        if Path(source) == folder or Path(target) == folder:
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(target))
        real(source, target, **options)

    monkeypatch.setattr(os, "rename", rename)
    return folder


def test_a_mount_point_gets_one_site_after_the_other(tmp_path, volume):
    check_target(volume)
    first = site(tmp_path / "1", "một")
    (first / "only-in-the-old").mkdir()
    publish(first, volume)
    assert names(volume) == [MARKER, "index.html", "lost+found", "only-in-the-old"]

    recover(volume)
    check_target(volume)
    publish(site(tmp_path / "2", "hai"), volume)

    assert shown(volume) == "hai"
    assert names(volume) == [MARKER, "index.html", "lost+found"]
    assert names(tmp_path) == ["volume"]


def test_a_mount_point_with_something_else_in_it_is_left_alone(tmp_path, volume):
    (volume / "letters").write_text("", encoding="utf-8")

    with pytest.raises(ForeignFolderError):
        publish(site(tmp_path / "1", "một"), volume)
    assert names(volume) == ["letters", "lost+found"]


@pytest.mark.parametrize("step", range(1, 9))
def test_what_is_killed_while_a_mount_point_is_filled_is_ended_by_the_next(tmp_path, volume, monkeypatch, step):
    """Whatever the moment: afterwards there is one whole site, the old one or the new."""
    publish(site(tmp_path / "1", "một"), volume)
    second = site(tmp_path / "2", "hai")
    (second / "units").mkdir()
    (second / "units" / "index.html").write_text("hai", encoding="utf-8")
    real, count = os.rename, iter(range(1, 100))

    def killed(source, target, **options):
        if next(count) == step:
            raise KeyboardInterrupt
        real(source, target, **options)

    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", killed)
        # A killed process puts nothing away.
        patch.setattr(filling.shutil, "rmtree", lambda *_args, **_options: None)
        with contextlib.suppress(KeyboardInterrupt):
            publish(second, volume)

    recover(volume)

    whole = {"một": [MARKER, "index.html", "lost+found"], "hai": [MARKER, "index.html", "lost+found", "units"]}
    assert names(volume) == whole[shown(volume)]
    publish(site(tmp_path / "3", "ba"), volume)
    assert shown(volume) == "ba"
    assert names(volume) == [MARKER, "index.html", "lost+found"]


def test_a_folder_whose_own_folder_may_not_be_written_is_filled(tmp_path, monkeypatch):
    """As where an administrator gave away a web root, and nothing else."""
    target = tmp_path / "given"
    target.mkdir()
    before = target.stat().st_ino
    monkeypatch.setattr(filling.os, "access", lambda path, _mode: Path(path) != tmp_path)

    publish(site(tmp_path / "1", "một"), target)

    assert shown(target) == "một"
    assert target.stat().st_ino == before


ON_A_DISK = """
set -e
mount -t tmpfs none "$1/volume"
mkdir "$1/bound" && mount --bind "$1/bound" "$1/bound"
for text in one two; do
    for target in volume bound; do
        cp -r "$1/$text" "$1/staged"
        "$2" -c 'import sys; from pathlib import Path; from generator.finish.publish import publish, recover
target = Path(sys.argv[2]); recover(target); publish(Path(sys.argv[1]), target)' "$1/staged" "$1/$target"
        rm -rf "$1/staged"
        cat "$1/$target/index.html"
    done
done
ls -A "$1/volume"
"""


def test_real_mount_points_get_one_site_after_the_other(tmp_path, root):
    """A disk in memory, and a folder bound to itself as volumes of containers are."""
    if subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system lets nobody mount a disk for himself")
    (tmp_path / "volume").mkdir()
    for text in ("one", "two"):
        site(tmp_path / text, f"{text} ")

    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", ON_A_DISK, "sh", str(tmp_path), sys.executable],
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout == f"one one two two {MARKER}\nindex.html\n"
