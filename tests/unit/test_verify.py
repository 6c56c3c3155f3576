"""Verification: every fault of a bag is named, in its folder and in its zip, and bags of others are verified, too."""

import hashlib
import shlex
import shutil
import subprocess
import zipfile

import bagit
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.bag import seal_bag
from generator.archive.manifest import manifest_text
from generator.archive.verify import Expected, verify
from generator.archive.zip_file import zip_bag
from generator.load.records import read_record
from generator.model.dates import PartialDate
from generator.model.edition import Edition
from generator.problems import explain
from tests.bags import EDITION, FILES, INFO, TAKEN, make_bag, make_store, record_text, write_files

SITE = "data/site/index.html"
TAG_MANIFEST = "tagmanifest-sha512.txt"


def faults(path, expected=None):
    """What verification says of a bag: codes and places."""
    return [(problem.code, str(problem.place)) for problem in verify(path, expected).problems]


def reseal(bag):
    """Make the list of lists of a bag anew, as somebody would who covers up a change."""
    names = [path.name for path in bag.glob("*.txt") if path.name != TAG_MANIFEST]
    text = manifest_text({name: hashlib.sha512((bag / name).read_bytes()).hexdigest() for name in names})
    (bag / TAG_MANIFEST).write_text(text)


def rezipped(bag, target):
    """A bag as a zip, without sealing it first."""
    zip_bag(bag, target, TAKEN)
    return target


@pytest.mark.parametrize("form", ["folder", "zip"])
def test_a_whole_snapshot_says_what_it_is(tmp_path, form):
    bag, packed = make_store(tmp_path)

    found = verify(bag if form == "folder" else packed)

    assert (found.problems, found.whole) == ((), True)
    assert (found.edition, found.taken) == (Edition(2023), PartialDate(2024, 1, 5))
    assert (found.files, found.size) == (3, sum(len(text.encode()) for text in FILES.values()))
    assert found.info.values("title") == ("Cải cách hành chính",)
    assert found.manifest == hashlib.sha512((bag / TAG_MANIFEST).read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    return make_bag(tmp_path_factory.mktemp("sound"))


@given(st.sampled_from([*FILES, "bagit.txt", "bag-info.txt", "manifest-sha512.txt", TAG_MANIFEST]), st.data())
def test_a_flipped_bit_is_named(sound, name, data):
    content = (sound / name).read_bytes()
    altered = bytearray(content)
    altered[data.draw(st.integers(0, len(content) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    try:
        (sound / name).write_bytes(altered)
        found = verify(sound)
    finally:
        (sound / name).write_bytes(content)

    assert not found.whole
    # Nothing but the record covers the list of lists: that it disagrees with the others is told of them.
    assert name == TAG_MANIFEST or ("bag-altered-file", name) in [(p.code, p.place.file) for p in found.problems]


@pytest.mark.parametrize("name", [*FILES, "bagit.txt", "bag-info.txt", "manifest-sha512.txt"])
def test_a_removed_file_is_named(tmp_path, name):
    bag = make_bag(tmp_path)
    (bag / name).unlink()

    assert ("bag-missing-file", name) in faults(bag)
    assert ("bag-missing-file", name) in faults(rezipped(bag, tmp_path / "x.zip"))


def test_a_removed_list_of_lists_is_named(tmp_path):
    bag = make_bag(tmp_path)
    (bag / TAG_MANIFEST).unlink()

    assert faults(bag) == [("bag-no-manifest", TAG_MANIFEST)]


@pytest.mark.parametrize("name", ["data/site/DS_Store", "data/Thumbs.dbx", "evil.html", "tags/x.txt"])
def test_an_added_file_is_named(tmp_path, name):
    bag = write_files(make_bag(tmp_path), {name: "x"})

    assert faults(bag) == [("bag-added-file", name)]
    assert faults(rezipped(bag, tmp_path / "x.zip")) == [("bag-added-file", name)]


LEFT = ["data/site/.DS_Store", "data/Thumbs.db", "desktop.ini", "data/site/._index.html", ".Trash-1000/files/x"]


@pytest.mark.parametrize("form", ["folder", "zip"])
@pytest.mark.parametrize("names", [LEFT, *([name] for name in LEFT)])
def test_what_a_file_manager_leaves_is_told_as_that_once(tmp_path, form, names):
    bag = write_files(make_bag(tmp_path), dict.fromkeys(names, "x"))

    found = verify(bag if form == "folder" else rezipped(bag, tmp_path / "x.zip"))

    (problem,) = found.problems
    assert (problem.code, problem.words["number"]) == ("bag-left-behind", str(len(names)))
    assert problem.place.file == min(names)
    assert not found.whole
    assert found.files == len(FILES)
    # What it says to do helps.
    if form == "folder" and ".Trash-1000" not in names[0]:
        command = explain(problem, "en").split("Linux: ")[1].replace("FOLDER", shlex.quote(str(bag)))
        subprocess.run(["sh", "-c", command], check=True)
        shutil.rmtree(bag / ".Trash-1000", ignore_errors=True)
        assert verify(bag).whole


def test_a_file_of_that_name_that_was_sealed_belongs_to_the_snapshot(tmp_path):
    bag = make_bag(tmp_path, {"data/site/.DS_Store": "sealed"})
    assert faults(bag) == []

    (bag / "data/site/.DS_Store").write_text("altered")
    assert faults(bag) == [("bag-altered-file", "data/site/.DS_Store")]


def test_a_zip_packed_again_on_a_mac_is_told_as_that_and_what_is_wrong_in_it_too(tmp_path):
    """As the Finder packs a folder: beside it `__MACOSX`, with a file `._name` for each file."""
    bag, packed = make_store(tmp_path)
    names = [path.relative_to(bag).as_posix() for path in sorted(bag.rglob("*")) if path.is_file()]
    with zipfile.ZipFile(packed, "w") as again:
        for name in names:
            again.write(bag / name, f"{bag.name}/{name}")
            folder, _, file = f"{bag.name}/{name}".rpartition("/")
            again.writestr(f"__MACOSX/{folder}/._{file}", "x")
        again.writestr("__MACOSX/._reform-reports-2023", "x")

    found = verify(packed)
    (problem,) = found.problems
    assert (problem.code, problem.words["number"]) == ("zip-packed-on-mac", str(len(names) + 1))
    assert "__MACOSX" in explain(problem, "en")

    recorded = Expected(record=lambda edition: read_record(tmp_path, edition)[0])
    assert [code for code, _ in faults(packed, recorded)] == ["zip-packed-on-mac", "zip-not-as-recorded"]

    with zipfile.ZipFile(packed, "a") as again:
        again.writestr(f"{bag.name}/data/evil.html", "x")
    assert [code for code, _ in faults(packed)] == ["zip-packed-on-mac", "bag-added-file"]


def test_several_faults_are_told_together(tmp_path):
    bag = write_files(make_bag(tmp_path), {"data/a.txt": "x", SITE: "x"})
    (bag / "data/README.txt").unlink()

    assert faults(bag) == [
        ("bag-missing-file", "data/README.txt"),
        ("bag-altered-file", SITE),
        ("bag-added-file", "data/a.txt"),
    ]


def test_a_file_replaced_by_a_link_to_its_like_is_told(tmp_path):
    bag = make_bag(tmp_path)
    shutil.move(bag / "data/README.txt", tmp_path / "README.txt")
    (bag / "data/README.txt").symlink_to(tmp_path / "README.txt")

    assert faults(bag) == [("bag-special-file", "data/README.txt"), ("bag-missing-file", "data/README.txt")]


@pytest.mark.parametrize(
    "declaration",
    [
        "",
        "BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n",
        "BagIt-Version: 1.0\nTag-File-Character-Encoding: zip\n",
    ],
)
def test_a_declaration_that_is_none_is_told(tmp_path, declaration):
    bag = make_bag(tmp_path)
    (bag / "bagit.txt").write_text(declaration)
    reseal(bag)

    assert faults(bag) == [("bag-declaration", "bagit.txt")]


def test_sums_that_do_not_agree_are_told(tmp_path):
    bag = make_bag(tmp_path)
    (bag / "bag-info.txt").write_text("Payload-Oxum: 10.3\n")
    reseal(bag)

    (problem,) = verify(bag).problems
    assert (problem.code, problem.words["stated"]) == ("bag-oxum", "10.3")


@pytest.mark.parametrize(
    ("name", "line", "code", "place"),
    [
        ("manifest-sha512.txt", "nonsense\n", "bag-malformed-line", "manifest-sha512.txt:4:1"),
        ("manifest-sha512.txt", "ab  data/../../x\n", "bag-unsafe-path", "manifest-sha512.txt:4:1"),
        ("manifest-sha512.txt", "ab  bagit.txt\n", "bag-unsafe-path", "manifest-sha512.txt:4:1"),
        ("manifest-sha512.txt", "ab  data/README.txt\n", "bag-listed-twice", "manifest-sha512.txt:4:1"),
        ("bag-info.txt", "nonsense\n", "bag-malformed-line", "bag-info.txt:5:1"),
        ("bag-info.txt", "Title: \udcff\n", "bag-malformed-text", "bag-info.txt"),
    ],
)
def test_a_line_that_means_no_good_is_told_with_its_place(tmp_path, name, line, code, place):
    bag = make_bag(tmp_path)
    with (bag / name).open("ab") as file:
        file.write(line.encode("utf-8", "surrogateescape"))
    reseal(bag)

    assert faults(bag) == [(code, place)]


def test_files_and_lists_changed_together_are_told_by_the_record(tmp_path):
    bag, packed = make_store(tmp_path)
    expected = Expected(record=lambda edition: read_record(tmp_path, edition)[0])
    assert (faults(bag, expected), faults(packed, expected)) == ([], [])
    write_files(bag, {SITE: "Số khác"})
    seal_bag(bag, INFO)
    zip_bag(bag, packed, TAKEN)

    assert faults(bag) == []
    assert verify(bag, expected).recorded
    assert faults(bag, expected) == [("bag-not-as-recorded", TAG_MANIFEST)]
    assert faults(packed, expected) == [("bag-not-as-recorded", TAG_MANIFEST), ("zip-not-as-recorded", "")]


def test_a_zip_packed_anew_is_told_from_an_altered_one(tmp_path):
    bag, packed = make_store(tmp_path)
    zip_bag(bag, packed, TAKEN.replace(day=6))

    assert faults(packed, Expected(record=lambda edition: read_record(tmp_path, edition)[0])) == [
        ("zip-not-as-recorded", "")
    ]


def test_another_edition_than_the_one_promised_is_told(tmp_path):
    bag = make_bag(tmp_path)

    assert faults(bag, Expected(Edition(2022))) == [("bag-other-edition", "")]
    bag = bag.rename(bag.with_name("reform-reports-2023.2"))
    assert faults(bag) == [("bag-other-edition", "")]
    assert faults(bag.rename(bag.with_name("copy"))) == []


def test_a_record_of_another_edition_is_no_record(tmp_path):
    bag, packed = make_store(tmp_path)
    sealed, zipped = seal_bag(bag, INFO), zip_bag(bag, packed, TAKEN)
    write_files(tmp_path, {"data/vintages/2022.yml": record_text(sealed, zipped)})

    record, (problem,) = read_record(tmp_path, Edition(2022))
    assert (record, problem.code) == (None, "misplaced-file")
    assert read_record(tmp_path, Edition(2021)) == (None, ())
    assert read_record(tmp_path, EDITION)[0].manifest == sealed.manifest


@pytest.mark.parametrize("algorithms", [["sha256"], ["sha512"], ["sha256", "sha512"], ["md5", "sha1"]])
def test_a_bag_made_by_the_library_of_congress_is_verified(tmp_path, algorithms):
    write_files(tmp_path / "theirs", {"a b.txt": "một", "tiếng Việt/ấ.txt": "hai", "100%25.txt": "ba"})
    bagit.make_bag(str(tmp_path / "theirs"), {"Contact-Name": "Người lưu trữ"}, checksums=algorithms)
    path = tmp_path / "theirs"

    found = verify(path)
    assert (found.problems, found.files, found.edition) == ((), 3, None)
    assert faults(rezipped(path, tmp_path / "theirs.zip")) == []
    (path / "data/a b.txt").write_text("mốt")
    assert faults(path) == [("bag-altered-file", "data/a b.txt")]
    (path / "data/a b.txt").unlink()
    assert faults(path) == [("bag-missing-file", "data/a b.txt")]
    assert verify(path).edition is None


def test_checksums_of_an_unknown_kind_are_told_and_the_others_checked(tmp_path):
    write_files(tmp_path, {"bagit.txt": "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", "data/x": "x"})
    write_files(tmp_path, {"manifest-whirlpool.txt": "ab  data/x\n"})
    assert faults(tmp_path) == [
        ("bag-unknown-algorithm", "manifest-whirlpool.txt"),
        ("bag-no-manifest", "manifest-sha512.txt"),
    ]

    write_files(tmp_path, {"manifest-sha256.txt": f"{hashlib.sha256(b'x').hexdigest()}  data/x\n"})
    found = verify(tmp_path)
    assert ([problem.code for problem in found.problems], found.whole) == (["bag-unknown-algorithm"], True)


def test_accents_written_in_another_way_are_the_same_name(tmp_path):
    write_files(tmp_path, {"bagit.txt": "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", "data/\u1ea5": "x"})
    listed = f"{hashlib.sha512(b'x').hexdigest()}  data/a\u0302\u0301\n"
    write_files(tmp_path, {"manifest-sha512.txt": listed})

    assert faults(tmp_path) == []


def test_whatever_is_no_bag_is_told(tmp_path):
    write_files(tmp_path, {"empty/x": "", "text.zip": "không phải zip"})

    assert faults(tmp_path / "nothing") == [("no-such-snapshot", "")]
    assert faults(tmp_path / "text.zip") == [("zip-unreadable", "")]
    assert {code for code, _ in faults(tmp_path / "empty")} == {"bag-declaration", "bag-no-manifest", "bag-no-payload"}


def test_progress_comes_to_all_the_bytes(tmp_path):
    read = []

    verify(make_bag(tmp_path), seen=lambda number, total: read.append((number, total)))

    assert {sum(number for number, _ in read)} == {total for _, total in read}


@given(st.data())
def test_a_flipped_bit_of_a_recorded_zip_is_told_wherever_it_is(recorded, data):
    """Where no file is touched (a date, say), only the checksum of the whole zip tells, and the record has it."""
    root, packed = recorded
    expected = Expected(record=lambda edition: read_record(root, edition)[0])
    content = packed.read_bytes()
    altered = bytearray(content)
    altered[data.draw(st.integers(0, len(content) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    try:
        packed.write_bytes(altered)
        assert not verify(packed, expected).whole
    finally:
        packed.write_bytes(content)
    assert faults(packed, expected) == []


@pytest.fixture(scope="module")
def recorded(tmp_path_factory):
    root = tmp_path_factory.mktemp("recorded")
    return root, make_store(root)[1]


def test_a_damaged_file_in_a_zip_is_named(tmp_path):
    _, packed = make_store(tmp_path)
    with zipfile.ZipFile(packed) as opened:
        entry = opened.getinfo(f"reform-reports-2023/{SITE}")
    content = bytearray(packed.read_bytes())
    content[entry.header_offset + 30 + len(entry.filename) + 10] ^= 0x10
    packed.write_bytes(content)

    assert faults(packed) == [("bag-altered-file", SITE)]
