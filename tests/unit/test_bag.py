"""Bags: what is written into one, what is refused, and that others read it."""

import subprocess

import bagit
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.bag import UnfitBagError, seal_bag
from generator.archive.bag_info import info_text, read_info, size_in_words
from generator.archive.checksums import sha512_of
from generator.archive.manifest import decoded_path, encoded_path, is_safe, manifest_text, read_manifest
from generator.load.portable import check_portable
from tests.bags import FILES, INFO, make_bag, write_files

CHECKSUMS = st.text("0123456789abcdef", min_size=128, max_size=128)
PATHS = (
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\\\0"), min_size=1)
    .map("data/a{}b".format)
    .filter(is_safe)
)


def unfit(folder, info=INFO):
    """What keeps a folder from becoming a bag."""
    with pytest.raises(UnfitBagError) as refused:
        seal_bag(folder, info)
    return [(problem.code, problem.place.file) for problem in refused.value.problems]


def test_a_bag_declares_itself_and_lists_every_file(tmp_path):
    folder = write_files(tmp_path, FILES)

    sealed = seal_bag(folder, INFO)

    assert (folder / "bagit.txt").read_bytes() == b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    listed = read_manifest((folder / "manifest-sha512.txt").read_text()).checksums
    assert listed == {path: sha512_of(folder / path) for path in FILES}
    assert list(listed) == sorted(FILES)
    tags = read_manifest((folder / "tagmanifest-sha512.txt").read_text()).checksums
    assert tags == {n: sha512_of(folder / n) for n in ("bag-info.txt", "bagit.txt", "manifest-sha512.txt")}
    assert (sealed.files, sealed.size) == (3, sum(len(text.encode()) for text in FILES.values()))
    assert sealed.manifest == sha512_of(folder / "tagmanifest-sha512.txt")


def test_what_describes_a_bag_stands_in_bag_info_with_its_sums(tmp_path):
    folder = write_files(tmp_path, FILES)

    sealed = seal_bag(folder, [("Title", "Cải cách\nhành chính"), ("Payload-Oxum", "1.1"), ("Keywords", "a: b")])

    assert (folder / "bag-info.txt").read_text(encoding="utf-8") == (
        f"Title: Cải cách hành chính\nKeywords: a: b\nPayload-Oxum: {sealed.size}.3\n"
        f"Bag-Size: {size_in_words(sealed.size)}\n"
    )


def test_the_same_files_make_the_same_bag_whatever_was_there_before(tmp_path):
    one, other = make_bag(tmp_path / "one"), make_bag(tmp_path / "other", {"data/more.txt": "x"})
    (other / "data/more.txt").unlink()
    seal_bag(other, INFO)

    assert [(p.name, p.read_bytes()) for p in sorted(one.glob("*.txt"))] == [
        (p.name, p.read_bytes()) for p in sorted(other.glob("*.txt"))
    ]


def test_sha512sum_checks_a_bag(tmp_path):
    bag = make_bag(tmp_path, {"data/two  spaces.txt": "x"})
    command = ["sha512sum", "--check", "--strict", "manifest-sha512.txt", "tagmanifest-sha512.txt"]

    assert subprocess.run(command, cwd=bag, capture_output=True, check=False).returncode == 0
    (bag / "data/README.txt").write_text("x")
    done = subprocess.run(command, cwd=bag, capture_output=True, text=True, check=False)
    assert (done.returncode, "data/README.txt: FAILED" in done.stdout) == (1, True)


def test_the_library_of_congress_finds_a_bag_of_ours_valid(tmp_path):
    bag = bagit.Bag(str(make_bag(tmp_path)))

    assert bag.validate(processes=1)
    assert bag.validate(completeness_only=True)
    assert (bag.version_info, bag.info["Title"]) == ((1, 0), "Cải cách hành chính")
    (tmp_path / "reform-reports-2023/data/README.txt").write_text("x" * 28)
    assert not bag.is_valid()


@pytest.mark.parametrize(
    "path",
    [
        "data/tiếng-việt.txt",
        "data/con.txt",
        "data/sub/NUL",
        "data/Lpt1.csv",
        "data/a:b",
        "data/a?b",
        "data/tab\t.txt",
        "data/line\nend",
        "data/100%.txt",
        "data/back\\slash",
        "data/ends.",
        "data/ends /x",
        "data/" + "x" * 176,
        "data/" + "x" * 121,
    ],
)
def test_a_name_that_some_system_refuses_is_refused(tmp_path, path):
    problems = [
        (each.code, each.place.file) for each in check_portable([path, "data/fine-name_1.txt", "data/.nojekyll"])
    ]
    assert problems == [("path-not-portable", path)]


def test_names_that_differ_only_in_capitals_are_refused():
    paths = ["data/Sub/a.txt", "data/sub/b.txt", "data/x/Y", "data/x/y"]

    assert [each.place.file for each in check_portable(paths)] == ["data/sub/b.txt", "data/x/y"]


def test_nothing_is_written_into_a_folder_that_cannot_become_a_bag(tmp_path):
    write_files(tmp_path, FILES | {"data/con": "x"})

    assert unfit(tmp_path) == [("path-not-portable", "data/con")]
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_a_link_is_refused_wherever_it_leads(tmp_path):
    write_files(tmp_path, FILES)
    (tmp_path / "data/link").symlink_to("README.txt")
    (tmp_path / "data/away").symlink_to("/")

    assert unfit(tmp_path) == [("bag-special-file", "data/away"), ("bag-special-file", "data/link")]


def test_what_no_list_would_name_is_refused(tmp_path):
    assert unfit(write_files(tmp_path, FILES | {"notes.txt": "x"})) == [("bag-added-file", "notes.txt")]


def test_a_folder_without_content_is_refused(tmp_path):
    assert unfit(tmp_path) == [("bag-no-payload", "data")]


@pytest.mark.parametrize("label", ["Tiêu đề", "a:b", "", " x", "x\ny"])
def test_a_label_is_plain(label):
    with pytest.raises(ValueError):
        info_text([(label, "x")])


@given(st.dictionaries(PATHS, CHECKSUMS))
def test_a_manifest_reads_back_as_it_was_written(checksums):
    read = read_manifest(manifest_text(checksums))

    assert (read.checksums, read.faults) == (checksums, ())


@given(st.text())
def test_only_line_ends_and_percent_signs_are_encoded(path):
    written = encoded_path(path)

    assert decoded_path(written) == path
    assert not {"\r", "\n"} & set(written)
    assert written.replace("%25", "%").replace("%0A", "\n").replace("%0D", "\r").count("%") >= path.count("%")
    assert encoded_path("a b'ấ+%") == "a b'ấ+%25"


def test_a_percent_sign_stood_for_itself_before_version_1():
    assert decoded_path("100%25%0a", percent_signs=False) == "100%25\n"


@given(st.lists(st.tuples(st.from_regex(r"[A-Za-z]([A-Za-z0-9 -]*[A-Za-z0-9])?", fullmatch=True), st.text())))
def test_a_description_reads_back_with_its_spaces_as_one(entries):
    read = read_info(info_text(entries))

    assert read.entries == tuple((label, " ".join(value.split())) for label, value in entries)
    assert read.faults == ()


def test_a_folded_value_is_one():
    read = read_info("A: one\n  two\r\n\tthree\nB : x\nnonsense\n")
    assert read.entries == (("A", "one two three"), ("B", "x"))
    assert read.faults == ((5, "nonsense"),)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("x  data/a", "bag-malformed-line"),
        ("ab", "bag-malformed-line"),
        ("ab  ../a", "bag-unsafe-path"),
        ("ab  /etc/passwd", "bag-unsafe-path"),
        ("ab  data/../../a", "bag-unsafe-path"),
        ("ab  data\\a", "bag-unsafe-path"),
        ("ab  C:/a", "bag-unsafe-path"),
        ("ab  ~/a", "bag-unsafe-path"),
        ("ab  data//a", "bag-unsafe-path"),
        ("00  data/x", "bag-listed-twice"),
    ],
)
def test_a_line_of_a_manifest_that_means_no_good_is_told(line, code):
    read = read_manifest(f"00  data/x\n\n{line}\n")

    assert read.checksums == {"data/x": "00"}
    assert [(fault.line, fault.code) for fault in read.faults] == [(3, code)]
