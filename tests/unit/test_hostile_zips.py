"""Zips that mean harm: nothing of them is unpacked, and each is told for what it is."""

import io
import stat
import struct
import zipfile

import pytest

from generator.archive.reading import UnreadableBagError, open_bag
from generator.archive.verify import verify
from generator.archive.zip_file import zip_bag
from tests.bags import TAKEN, make_bag, make_store

TOP = "reform-reports-2023"


def codes(path):
    return [problem.code for problem in verify(path).problems]


@pytest.fixture
def packed(tmp_path):
    return make_store(tmp_path)[1]


def add(packed, name, content=b"x", **properties):
    """Add a file to a zip, with whatever properties."""
    entry = zipfile.ZipInfo(name)
    for key, value in properties.items():
        setattr(entry, key, value)
    with zipfile.ZipFile(packed, "a") as opened:
        opened.writestr(entry, content)


def test_the_same_folder_makes_the_same_zip(tmp_path):
    one, other = make_bag(tmp_path / "one"), make_bag(tmp_path / "other")
    (other / "data/README.txt").chmod(0o600)

    records = [zip_bag(bag, bag.with_suffix(".zip"), TAKEN) for bag in (one, other)]

    assert one.with_suffix(".zip").read_bytes() == other.with_suffix(".zip").read_bytes()
    assert records[0] == records[1]
    assert records[0].size == one.with_suffix(".zip").stat().st_size
    with zipfile.ZipFile(one.with_suffix(".zip")) as opened:
        assert opened.namelist() == sorted(opened.namelist())
        assert {entry.date_time for entry in opened.infolist()} == {(2024, 1, 5, 0, 0, 0)}
        assert all(entry.filename.startswith(f"{TOP}/") for entry in opened.infolist())


def test_a_zip_that_cannot_be_finished_leaves_the_old_one(tmp_path):
    bag, packed = make_store(tmp_path)
    before = packed.read_bytes()
    (bag / "data/unreadable").symlink_to("nowhere")

    with pytest.raises(Exception, match="bag-special-file"):
        zip_bag(bag, packed, TAKEN)

    assert packed.read_bytes() == before
    assert sorted(path.name for path in packed.parent.iterdir()) == [TOP, f"{TOP}.zip"]


@pytest.mark.parametrize("name", [f"{TOP}/../../x", "../x", "/etc/x", "C:/x", f"{TOP}/data/a\\..\\b", f"{TOP}//x"])
def test_a_name_that_leads_out_is_never_opened(packed, name):
    add(packed, name)

    assert codes(packed) == ["bag-unsafe-path"]
    with open_bag(packed) as bag:
        assert not any(".." in path or path.startswith("/") for path in bag.sizes)


def test_a_name_cut_by_a_nul_is_told(packed):
    add(packed, f"{TOP}/dataX..Xx")
    packed.write_bytes(packed.read_bytes().replace(b"dataX..Xx", b"data\0..\0x"))

    assert codes(packed) == ["bag-unsafe-path"]


def test_a_link_is_told(packed):
    add(packed, f"{TOP}/data/link", b"/etc/passwd", external_attr=(stat.S_IFLNK | 0o777) << 16)

    assert codes(packed) == ["bag-special-file"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_file_that_is_there_twice_is_told_and_counts_as_missing(packed):
    add(packed, f"{TOP}/data/README.txt")

    assert codes(packed) == ["zip-listed-twice", "bag-missing-file"]


def test_a_password_and_a_rare_packing_are_told(packed):
    add(packed, f"{TOP}/data/rare", b"x" * 100, compress_type=zipfile.ZIP_LZMA)
    add(packed, f"{TOP}/data/secret")
    content = bytearray(packed.read_bytes())
    # The flag that says "encrypted", in the list of contents.
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    packed.write_bytes(content)

    assert codes(packed) == ["zip-encrypted", "zip-encrypted"]


def test_a_bomb_is_not_unpacked(tmp_path):
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as opened, opened.open(f"{TOP}/data/zeros", "w") as file:
        for _ in range(110):
            file.write(bytes(1_000_000))

    assert codes(bomb) == ["zip-too-large"]


def test_files_that_share_their_bytes_are_told(packed):
    content = packed.read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        entry = opened.getinfo(f"{TOP}/data/README.txt")
    stated = content.rindex(b"PK\x01\x02", 0, content.rindex(entry.filename.encode())) + 20
    packed.write_bytes(content[:stated] + struct.pack("<I", len(content)) + content[stated + 4 :])

    assert codes(packed) == ["zip-too-large"]


def test_a_list_of_contents_without_end_is_not_read(tmp_path):
    path = tmp_path / "long.zip"
    length = 17_000_000
    with path.open("wb") as file:
        file.truncate(length)
        file.seek(length)
        file.write(struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1000, 1000, length, 0, 0))

    with pytest.raises(UnreadableBagError) as refused, open_bag(path):
        pass
    assert refused.value.problem.words["reason"] == "its list of contents is too long"


@pytest.mark.parametrize("kept", [0, 10, 0.5, -1])
def test_a_zip_cut_short_is_told(packed, kept):
    content = packed.read_bytes()
    packed.write_bytes(content[: int(len(content) * kept) if isinstance(kept, float) else kept])

    assert codes(packed) == ["zip-unreadable"]


def test_a_zip_without_its_one_folder_is_told(tmp_path):
    bag, _ = make_store(tmp_path)
    flat = tmp_path / "flat.zip"
    with zipfile.ZipFile(flat, "w") as opened:
        for path in sorted(bag.rglob("*.*")):
            opened.write(path, path.relative_to(bag).as_posix())

    assert codes(flat) == ["zip-without-folder"]


def test_what_stands_beside_the_one_folder_is_told(packed):
    add(packed, "autorun.inf")
    add(packed, "other/x")

    assert codes(packed) == ["zip-without-folder", "zip-without-folder"]


def test_an_empty_zip_is_told(tmp_path):
    with zipfile.ZipFile(tmp_path / "empty.zip", "w"):
        pass

    assert codes(tmp_path / "empty.zip") == ["zip-without-folder"]
