"""A cache that forgets rather than lies."""

import fcntl

import pytest

from generator.assembly.work import work_folder
from generator.charts.cache import Cache, content_key
from generator.snapshot.work import snapshot_folder
from generator.stopping import StopError


def test_what_was_written_is_loaded(tmp_path):
    cache = Cache(tmp_path / "new")
    cache.write("ab12", "Biểu đồ\nhai dòng\r\n")
    assert cache.load("ab12") == "Biểu đồ\nhai dòng\r\n"


def test_an_absent_entry_is_none(tmp_path):
    assert Cache(tmp_path).load("ab12") is None


def test_a_changed_truncated_or_binary_entry_is_none(tmp_path):
    cache = Cache(tmp_path)
    cache.write("ab12", "text")
    (path,) = (path for path in tmp_path.rglob("*") if path.is_file())
    whole = path.read_bytes()
    for damaged in (whole[:-1], whole + b"x", b"", b"\xff\xfe", whole.replace(b"text", b"test")):
        path.write_bytes(damaged)
        assert cache.load("ab12") is None


def test_writing_leaves_no_other_files(tmp_path):
    cache = Cache(tmp_path)
    cache.write("ab12", "one")
    cache.write("ab12", "two")
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["ab12"]
    assert cache.load("ab12") == "two"


def test_keys_differ_where_parts_are_cut_differently():
    assert content_key("ab", "c") != content_key("a", "bc") != content_key("abc")


@pytest.mark.parametrize(
    "folder_of", [work_folder, lambda root: snapshot_folder(root / "archive", root)], ids=["build", "snapshot"]
)
def test_what_a_process_left_that_ended_with_its_command_is_removed_and_what_another_writes_is_not(tmp_path, folder_of):
    cache = tmp_path / ".cache/charts/ab"
    cache.mkdir(parents=True)
    (cache / "abc").write_text("whole")

    def ended():
        with folder_of(tmp_path):
            (cache / ".new-mine").write_text("half")
            raise StopError(15)

    with (cache / ".new-other").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(StopError):
            ended()

        assert sorted(path.name for path in cache.iterdir()) == [".new-other", "abc"]
