"""The commands `import` and `form` as people run them: what is written, what is kept, and what is told."""

import shutil

import openpyxl
import pytest

from tests.commands import run
from tests.conftest import ROOT

pytestmark = pytest.mark.integration
TEXT = ROOT / "tests/importing/ngan-son-2022-q3.txt"
REPORT = "data/reports/ngan-son/2022-Q3.yml"


@pytest.fixture
def tree(tmp_path):
    for folder in ("data", "content"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / REPORT).unlink()
    return tmp_path


def test_a_report_is_imported_mended_by_a_person_and_imported_again(tree):
    asked = ("import", str(TEXT), "--unit", "ngan-son", "--period", "2022-Q3", "--lang", "en")
    dry = run(*asked, "--dry-run", "--worksheet", "doubts.html", cwd=tree)
    assert (dry.returncode, (tree / REPORT).exists()) == (0, False)
    assert "3.2.1" in (tree / "doubts.html").read_text(encoding="utf-8")

    done = run(*asked, cwd=tree)
    assert done.returncode == 0, done.stderr
    assert "88 figures are sure, 10 are to be looked at, 0 were left out" in done.stdout
    assert "69.843,53 2" in done.stderr
    text = (tree / REPORT).read_text(encoding="utf-8")
    assert '      "1.1": 14\n' in text
    assert run("fmt", "--check", REPORT, "--lang", "en", cwd=tree).returncode == 0

    (tree / REPORT).write_text(text.replace('"1.1": 14', '"1.1": 15'), encoding="utf-8")
    newer = tree / "newer.txt"
    newer.write_text(TEXT.read_text(encoding="utf-8").replace("Nhiệm vụ\t46\t", "Nhiệm vụ\t47\t"), encoding="utf-8")
    again = run("import", str(newer), *asked[2:], cwd=tree)
    assert again.returncode == 0, again.stderr
    mended = (tree / REPORT).read_text(encoding="utf-8").split("\n")
    assert '      "1.1": 15' in mended
    assert '      "1.2.1": 47' in mended
    assert "The file says 15 and was changed by a person; the document says 14." in again.stderr


def test_a_folder_takes_what_is_whole_and_names_what_is_not(tree):
    folder = tree / "sent"
    folder.mkdir()
    for unit in ("bang-van-commune", "na-phac-commune"):
        made = run(
            "form", "cchc-quarterly-2022", "--xlsx", f"sent/{unit}.xlsx", "--report", f"{unit}/2025-Q3", cwd=tree
        )
        assert made.returncode == 0, made.stderr
    book = openpyxl.load_workbook(folder / "na-phac-commune.xlsx")
    next(row for row in book.worksheets[0].iter_rows() if row[0].value == "appendix|1.1")[4].value = 12
    book.save(folder / "na-phac-commune.xlsx")
    (folder / "spoilt.xlsx").write_bytes((folder / "na-phac-commune.xlsx").read_bytes()[:2000])
    done = run("import", "sent", "--worksheet", "all.xlsx", "--lang", "en", cwd=tree)
    assert done.returncode == 1
    assert "2 files imported, 1 not" in done.stdout
    assert "spoilt.xlsx: “spoilt.xlsx” is damaged, or no Excel file." in done.stderr
    assert "(ngan-son-commune)" in done.stderr
    assert '"1.1": 12' in (tree / "data/reports/na-phac-commune/2025-Q3.yml").read_text(encoding="utf-8")
    assert openpyxl.load_workbook(tree / "all.xlsx").sheetnames[0] == "Summary"


def test_wrong_use_is_told_and_writes_nothing(tree):
    for arguments, told in (
        (("--unit", "nowhere", "--period", "2022-Q3"), "There is no “nowhere” in data/units."),
        (("--unit", "ngan-son", "--period", "quý 3"), "is no period"),
    ):
        done = run("import", str(TEXT), *arguments, "--lang", "en", cwd=tree)
        assert (done.returncode, told in done.stderr) == (2, True), done.stderr
    assert not (tree / "imports").exists()
