"""Programs of earlier commits write on any Python what they wrote on theirs."""

import gzip
import io
import subprocess
import sys
import tarfile

import pytest

from generator.snapshot import earlier

LATER_HEADER = bytes.fromhex("1f8b 08 00 00000000 02 ff")
"""What Python's gzip writes from 3.13 on."""
PROGRAM = """\
import gzip, sys
from pathlib import Path

if __name__ == "__main__":
    Path("made.gz").write_bytes(gzip.compress(b"figures", mtime=0))
    print(Path(__file__).parent.parent == Path.cwd(), sys.argv[1:])
"""


@pytest.fixture
def library(monkeypatch):
    """The standard library, to be put back as it was."""
    monkeypatch.setattr(gzip, "compress", gzip.compress)
    monkeypatch.setattr(tarfile.TarFile, "extractall", tarfile.TarFile.extractall)
    return monkeypatch


def test_packed_files_name_the_system_as_they_did(library):
    packed = gzip.compress(b"figures", mtime=0)
    library.setattr(gzip, "compress", lambda *_, **__: LATER_HEADER + packed[10:])

    earlier.mend()

    assert gzip.compress(b"figures", mtime=0) == bytes.fromhex("1f8b 08 00 00000000 02 03") + packed[10:]


def test_files_are_unpacked_where_python_knows_no_filters_yet(library, tmp_path):
    unpacked = []

    def extractall(_self, path=".", members=None):
        unpacked.append((path, members))

    library.setattr(tarfile.TarFile, "extractall", extractall)
    library.delattr(tarfile, "data_filter", raising=False)
    earlier.mend()

    with tarfile.open(fileobj=io.BytesIO(), mode="w") as archive:
        archive.extractall(tmp_path, ["data/units.yml"], filter="data")  # novermin

    assert unpacked == [(tmp_path, ["data/units.yml"])]


def test_the_program_of_the_folder_is_run_not_that_of_today(tmp_path):
    (tmp_path / "generator").mkdir()
    (tmp_path / "generator" / "__init__.py").touch()
    (tmp_path / "generator" / "cli.py").write_text(PROGRAM, encoding="utf-8")

    done = subprocess.run(
        [sys.executable, earlier.__file__, "snapshot", "2023"], cwd=tmp_path, capture_output=True, text=True, check=True
    )

    assert done.stdout == "True ['snapshot', '2023']\n"
    assert (tmp_path / "made.gz").read_bytes()[9] == 3
