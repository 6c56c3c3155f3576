"""The commands `import` and `form` as people run them: what is written, what is kept, and what is told."""

import re
import shutil
import zipfile
from io import BytesIO

import openpyxl
import pytest

from generator.importing.reading.text import read_text
from tests.commands import run
from tests.communes import FAULTS, spoil, write_communes, write_workbooks
from tests.conftest import ROOT
from tools.imports.formats import docx_of, xlsx_of

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
    assert "Figures: 88 sure, 10 to be looked at, 0 left out" in done.stdout
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
    assert "Files imported: 2; not imported: 1" in done.stdout
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


def test_whose_a_report_is_and_of_when_is_read_from_its_head_and_told(tree):
    done = run("import", str(TEXT), "--lang", "en", cwd=tree)
    assert done.returncode == 0, done.stderr
    assert "unit ngan-son, as its head says: “Ngân Sơn, ngày tháng 9 năm 2022”" in done.stderr
    assert "period 2022-Q3, as its head says" in done.stderr
    assert (tree / REPORT).exists()


def test_what_was_said_otherwise_than_the_head_says_is_told(tree):
    done = run("import", str(TEXT), "--unit", "tran-de", "--period", "2022-Q4", "--dry-run", "--lang", "en", cwd=tree)
    assert "you said --unit tran-de, but its head says ngan-son" in done.stderr
    assert "you said --period 2022-Q4, but its head says 2022-Q3" in done.stderr


def test_what_the_head_does_not_say_for_sure_is_asked_and_never_in_a_pipeline(tree):
    done = run("import", str(ROOT / "tests/importing/tran-de-2023.txt"), "--lang", "en", cwd=tree)
    assert done.returncode == 1
    assert (
        "It may be tran-de (“Trần Đề, ngày tháng 12 năm 2023”), but that is not sure. Say it: --unit tran-de"
        in done.stderr
    )


def test_a_form_that_nobody_entered_is_proposed_and_used_once_a_person_looked_through_it(tree):
    form = "data/forms/cchc-quarterly-2022.yml"
    (tree / form).unlink()
    asked = ("import", str(TEXT), "--lang", "en")
    done = run(*asked, cwd=tree)
    assert done.returncode == 0, done.stderr
    assert "A new form is proposed in imports/forms/ngan-son-2022-q3.yml" in done.stderr
    assert "tables" not in (tree / REPORT).read_text(encoding="utf-8")
    proposal = tree / "imports/forms/ngan-son-2022-q3.yml"
    text = proposal.read_text(encoding="utf-8")
    assert "# ? Chỉ dựa vào nhãn; có phải là inspection-issues-found" in text

    checked = run("check", "--all", "--lang", "en", cwd=tree)
    assert "imports/" not in checked.stdout + checked.stderr
    decided = '- {code: "1.1", label: {vi: "Văn bản"}, indicator: par-directive-documents}'
    text = re.sub(r'# - \{code: "1\.1", [^\n]*', decided, text)
    proposal.write_text(text, encoding="utf-8")
    proposal.rename(tree / "data/forms/ngan-son-2022-q3.yml")
    again = run(*asked, "--form", "ngan-son-2022-q3", cwd=tree)
    assert again.returncode == 0, again.stderr
    report = (tree / REPORT).read_text(encoding="utf-8")
    assert "form: ngan-son-2022-q3\n" in report
    assert '"1.1": 14\n' in report
    assert '"1.2.1"' not in report
    checked = run("check", REPORT, "--lang", "en", cwd=tree)
    assert [line for line in checked.stderr.split("\n") if REPORT in line and ": error:" in line] == []


def test_of_a_hundred_workbooks_with_twenty_faults_eighty_are_taken_and_all_twenty_named(tmp_path):
    tree = write_communes(tmp_path / "tree", 100)
    sent = tree / "sent"
    sent.mkdir()
    paths = write_workbooks(tree, sent, 100)
    faulty = {paths[5 * number]: FAULTS[number % len(FAULTS)] for number in range(20)}
    for path, fault in faulty.items():
        spoil(path, fault)

    done = run("import", "sent", "--worksheet", "all.html", "--lang", "en", cwd=tree)

    assert done.returncode == 1
    assert "Files imported: 80; not imported: 20" in done.stdout
    named = {line.partition(":")[0] for line in done.stderr.split("\n") if line.startswith("xa-")}
    assert named == {path.name for path in faulty}
    written = {path.parent.name for path in (tree / "data/reports").glob("xa-*/2025-Q3.yml")}
    assert written == {f"xa-{int(path.stem[3:])}" for path in paths if path not in faulty}
    page = (tree / "all.html").read_text(encoding="utf-8")
    assert all(path.name in page for path in faulty)


@pytest.mark.parametrize("suffix", [".docm", ".xlsm"])
def test_macros_and_links_out_do_nothing_and_what_harms_writes_nothing(suffix, tree):
    document = read_text("a", TEXT.read_text(encoding="utf-8"))
    made = BytesIO(docx_of(document) if suffix == ".docm" else xlsx_of(document))
    outside = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://192.0.2.1/a.png" TargetMode="External"/>'
        "</Relationships>"
    )
    with zipfile.ZipFile(made, "a") as package:
        folder = "word" if suffix == ".docm" else "xl"
        package.writestr(f"{folder}/vbaProject.bin", b"\xd0\xcf\x11\xe0" + bytes(500))
        package.writestr(f"{folder}/_rels/other.xml.rels", outside)
    (tree / f"a{suffix}").write_bytes(made.getvalue())
    done = run("import", f"a{suffix}", "--unit", "ngan-son", "--period", "2022-Q3", "--lang", "en", cwd=tree)
    assert done.returncode == 0, done.stderr
    assert '"1.1": 14\n' in (tree / REPORT).read_text(encoding="utf-8")


def test_what_would_need_too_much_ends_in_a_message_and_nothing_is_written(tree):
    with zipfile.ZipFile(tree / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", b"0" * 250_000_000)
    entity = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    with zipfile.ZipFile(tree / "entity.odt", "w") as package:
        package.writestr("content.xml", entity)
    before = {path for path in tree.rglob("*") if path.is_file()}
    for name, told in (("bomb.xlsx", "would need more than"), ("entity.odt", "declares entities")):
        done = run("import", name, "--unit", "ngan-son", "--period", "2022-Q3", "--lang", "en", cwd=tree)
        assert (done.returncode, told in done.stderr) == (1, True), done.stderr
        assert "Traceback" not in done.stderr
    assert {path for path in tree.rglob("*") if path.is_file() and ".cache" not in path.parts} <= before
