"""The list of a snapshot's files in short tells which differ, and what made them."""

from generator.archive.file_list import Difference, FileList, interpreter, list_name, list_of_manifest, read_list
from generator.model.edition import Edition

EDITION = Edition(2023)
MANIFEST = f"{'a' * 128}  data/index.html\n{'b' * 128}  data/100%25.txt\n"


def kept(root, files: FileList) -> FileList | None:
    path = root / list_name(EDITION)
    path.parent.mkdir(parents=True)
    path.write_text(files.text(), encoding="utf-8", newline="\n")
    return read_list(root, EDITION)


def test_a_list_is_read_back_as_it_was_kept(tmp_path):
    files = list_of_manifest(MANIFEST, interpreter())

    assert files.digits == {"data/index.html": "a" * 12, "data/100%.txt": "b" * 12}
    assert kept(tmp_path, files) == files


def test_what_made_it_may_be_unknown(tmp_path):
    assert kept(tmp_path, list_of_manifest(MANIFEST)).made_by == {}


def test_a_tree_without_a_list_has_none(tmp_path):
    assert read_list(tmp_path, EDITION) is None


def test_files_that_differ_are_named_by_how_they_differ():
    recorded = FileList({"data/a": "1" * 12, "data/b": "2" * 12, "data/c": "3" * 12})
    made = FileList({"data/a": "1" * 12, "data/b": "9" * 12, "data/d": "4" * 12})

    assert recorded.against(made) == Difference(altered=("data/b",), missing=("data/c",), added=("data/d",))
