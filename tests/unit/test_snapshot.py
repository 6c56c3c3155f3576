"""When a snapshot can be taken, what archives are told of it, and how it appears: whole or not at all."""

import contextlib
import json
import os
import shutil
from datetime import date

import pytest
from click.testing import CliRunner

from generator.archive.store import Store
from generator.cli import make_command
from generator.load import load_catalogue
from generator.model.edition import Edition
from generator.model.text import text
from generator.snapshot import work as work_module
from generator.snapshot.bag_description import bag_description
from generator.snapshot.contents import Snapshot
from generator.snapshot.inputs import write_inputs
from generator.snapshot.repository import head_of
from generator.snapshot.request import Plan, Request, plan_of
from generator.snapshot.take import SnapshotResult
from generator.snapshot.work import appear, recover, snapshot_folder
from tests.editions import shelve, site_of
from tests.snapshots import DAY, commit_all, committed_tree, files_of, git, take
from tests.trees import REPORT, SUMMARY, edit, write_tree

CHANGE = text("Sửa số", en="A figure put right")


def refusal(root, request):
    refused = plan_of(request, root, Store(root / "archive"))
    assert isinstance(refused, tuple)
    return [(each.code, dict(each.words)) for each in refused]


@pytest.fixture
def tree(tmp_path):
    return committed_tree(tmp_path / "tree")


# --- what can be taken


def test_a_snapshot_is_of_the_day_of_its_commit_in_utc(tree):
    commit = git(tree, "rev-parse", "HEAD")

    plan = plan_of(Request(2022), tree, Store(tree / "archive"))

    assert (plan.edition, plan.taken, plan.commit.id) == (Edition(2022), DAY, commit)


def test_another_day_can_be_named(tree):
    assert plan_of(Request(2022, day=date(2024, 1, 5)), tree, Store(tree / "archive")).taken == date(2024, 1, 5)


def test_without_git_the_day_must_be_named(tmp_path):
    tree = write_tree(tmp_path)

    assert refusal(tree, Request(2022)) == [("snapshot-without-date", {})]
    assert plan_of(Request(2022, day=DAY), tree, Store(tree / "archive")) == Plan(Edition(2022), DAY, None)


def test_a_folder_inside_somebody_elses_repository_is_no_commit(tmp_path):
    git(tmp_path, "init", "--quiet")
    (tmp_path / "note").write_text("x", encoding="utf-8")
    commit_all(tmp_path)

    assert head_of(write_tree(tmp_path / "tree")) is None


def test_a_year_to_come_is_refused(tree):
    assert refusal(tree, Request(2024)) == [("snapshot-of-future", {"year": "2024", "day": date(2023, 2, 2)})]


def test_files_that_are_not_committed_are_named(tree):
    (tree / SUMMARY).write_text("Khác.\n", encoding="utf-8")
    (tree / "data/units/mới.yml").write_text("id: moi\n", encoding="utf-8")
    (tree / "data/areas.yml").unlink()
    (tree / "notes.txt").write_text("no part of it", encoding="utf-8")

    assert [words["file"] for _, words in refusal(tree, Request(2022))] == [
        SUMMARY,
        "data/areas.yml",
        "data/units/mới.yml",
    ]


def test_a_tree_below_the_top_of_a_repository_is_one_too(tmp_path):
    tree = write_tree(tmp_path / "site")
    git(tmp_path, "init", "--quiet")
    commit_all(tmp_path)
    (tree / SUMMARY).write_text("Khác.\n", encoding="utf-8")

    assert [words["file"] for _, words in refusal(tree, Request(2022))] == [SUMMARY]


@pytest.mark.parametrize(
    "there", ["data/vintages/2022.yml", "archive/reform-reports-2022.zip", "archive/reform-reports-2022/bagit.txt"]
)
def test_a_snapshot_that_is_there_is_never_overwritten(tree, there):
    (tree / there).parent.mkdir(parents=True, exist_ok=True)
    (tree / there).touch()
    git(tree, "add", "--all")
    git(tree, "commit", "--quiet", "--allow-empty", "--message", "Taken")

    ((code, words),) = refusal(tree, Request(2022))
    assert (code, words["edition"]) == ("snapshot-exists", "2022")
    assert plan_of(Request(2022, correct=True, change=CHANGE), tree, Store(tree / "archive")).edition == Edition(
        2022, 2
    )


def test_a_correction_follows_the_last_edition_and_says_what_it_changed(tree):
    for name in ("2022.yml", "2022.2.yml", "2021.yml"):
        (tree / "data/vintages").mkdir(exist_ok=True)
        (tree / "data/vintages" / name).touch()
    commit_all(tree)

    assert refusal(tree, Request(2022, correct=True)) == [("snapshot-without-change", {"edition": "2022.3"})]
    assert refusal(tree, Request(2020, correct=True)) == [("snapshot-nothing-to-correct", {"year": "2020"})]
    assert plan_of(Request(2022, correct=True, change=CHANGE), tree, Store(tree / "archive")).edition == Edition(
        2022, 3
    )


@pytest.mark.parametrize(
    ("changes", "year", "code"),
    [
        ({}, 2021, "snapshot-without-reports"),
        (edit(REPORT, "1200", "1.2"), 2022, "count-with-decimals"),
    ],
)
def test_nothing_is_left_of_a_snapshot_of_nothing_or_with_errors(tmp_path, changes, year, code):
    tree = committed_tree(tmp_path, changes)
    before = files_of(tree / "data")

    taken = take(tree, year)

    assert taken.record is None
    assert code in [each.code for each in taken.problems]
    assert not (tree / "archive").exists()
    assert files_of(tree / "data") == before


# --- what goes into it


def test_inputs_are_the_files_of_the_commit(tree, tmp_path):
    (tree / "data/.draft").write_text("x", encoding="utf-8")
    (tree / SUMMARY).write_text("Khác.\n", encoding="utf-8")

    write_inputs(tree, head_of(tree), tmp_path / "inputs")

    assert (tmp_path / "inputs" / SUMMARY).read_text(encoding="utf-8").startswith("Huyện giải quyết")
    assert not (tmp_path / "inputs/data/.draft").exists()
    assert {"generator", "mkdocs.yml", "pyproject.toml", "requirements.lock", "LICENSE"} <= {
        path.name for path in (tmp_path / "inputs").iterdir()
    }
    assert not list((tmp_path / "inputs").rglob("__pycache__"))


def test_lines_end_as_they_were_committed(tmp_path):
    tree = committed_tree(tmp_path / "tree", {".gitattributes": "*.md text=auto\n"})
    git(tree, "config", "core.autocrlf", "true")

    write_inputs(tree, head_of(tree), tmp_path / "inputs")

    assert b"\r" not in (tmp_path / "inputs" / SUMMARY).read_bytes()


def test_archives_are_told_what_they_ask(tmp_path):
    described = "title: {vi: Trang mẫu, en: Sample site}\ncreator: {vi: Nhóm mẫu}\nkeywords: [{vi: cải cách, en: reform}, {vi: hồ sơ}]\n"
    catalogue = load_catalogue(write_tree(tmp_path, {"data/archive.yml": described})).catalogue
    snapshot = Snapshot(
        Edition(2022, 2), DAY, "0a1b", "https://x.vn/archive/2022.2/", "https://x.vn/", catalogue, 9, CHANGE
    )

    told = bag_description(snapshot)

    assert [label for label, _ in told if not label.isascii()] == []
    assert {
        "Bagging-Date": "2023-02-02",
        "External-Identifier": "reform-reports-2022.2",
        "Source-Organization": "Nhóm mẫu",
        "Ma-ho-so": "reform-reports-2022.2",
        "Tieu-de-ho-so": "Trang mẫu: bản lưu năm 2022 (2022.2)",
        "Thoi-han-luu-tru": "Vĩnh viễn",
        "Muc-do-tiep-can": "Công khai",
        "Ngon-ngu": "Tiếng Việt; English",
        "Thoi-gian-bat-dau": "2022-09-15",
        "Thoi-gian-ket-thuc": "2022-09-15",
        "Tu-khoa": "cải cách; hồ sơ",
        "Keywords": "reform; hồ sơ",
        "Tong-so-tai-lieu": "1",
        "Dinh-chinh": "Sửa số",
        "Commit": "0a1b",
    }.items() <= dict(told).items()


def test_without_a_description_there_is_a_general_one(tmp_path):
    catalogue = load_catalogue(write_tree(tmp_path)).catalogue
    told = dict(bag_description(Snapshot(Edition(2022), DAY, None, "", "", catalogue, 9, None)))

    assert told["Source-Organization"] == "Những người làm trang thông tin này / The makers of this site"
    assert not {"Commit", "Address", "Dinh-chinh", "Contact-Name", "Tu-khoa"} & told.keys()


# --- how it appears


@pytest.fixture
def moving(tmp_path):
    """A folder of a snapshot at work with a bag and a record, and where they go."""
    store = tmp_path / "archive"
    with snapshot_folder(store, tmp_path) as work:
        (work / "bag").mkdir()
        (work / "bag/file").write_text("1", encoding="utf-8")
        (work / "record").write_text("2", encoding="utf-8")
        yield work, [(work / "bag", store / "bag"), (work / "record", tmp_path / "vintages/record")]


def test_bag_and_record_appear_together(moving, tmp_path):
    work, moves = moving

    assert appear(work, moves, lambda: True)
    assert (tmp_path / "archive/bag/file").exists()
    assert (tmp_path / "vintages/record").exists()


def test_whoever_was_faster_is_left_in_peace(moving, tmp_path):
    work, moves = moving
    (tmp_path / "archive/bag").mkdir()

    assert not appear(work, moves, lambda: True)
    assert list((tmp_path / "archive/bag").iterdir()) == []
    assert not appear(work, moves[1:], lambda: False)
    assert not (tmp_path / "vintages").exists()


def test_a_failure_on_the_way_leaves_nothing(moving, tmp_path):
    work, moves = moving
    (work / "record").unlink()

    with pytest.raises(OSError, match="record"):
        appear(work, moves, lambda: True)
    assert not (tmp_path / "archive/bag").exists()


@pytest.mark.parametrize("recorded", [False, True])
def test_what_a_killed_snapshot_had_begun_to_put_in_place_is_taken_away_unless_all_of_it_was(tmp_path, recorded):
    store = tmp_path / "archive"
    left = store / ".snapshot-abc"
    left.mkdir(parents=True)
    (store / "bag").mkdir()
    targets = [str(store / "bag"), str(tmp_path / "record")]
    (left / work_module._NOTE).write_text(json.dumps(targets), encoding="utf-8")
    if recorded:
        (tmp_path / "record").touch()

    recover(store)

    assert (store / "bag").exists() == recorded
    assert not left.exists()


def test_a_snapshot_at_work_is_not_taken_for_a_killed_one(tmp_path):
    store = tmp_path / "archive"
    with snapshot_folder(store, tmp_path) as one, snapshot_folder(store, tmp_path) as other:
        assert one.is_dir()
        assert other.is_dir()
    assert not store.exists()


def test_a_store_that_was_there_stays(tmp_path):
    store = tmp_path / "archive"
    store.mkdir()
    with snapshot_folder(store, tmp_path):
        pass
    assert store.is_dir()
    shutil.rmtree(store)


# --- the command


@pytest.mark.parametrize(
    ("asked", "code", "said"),
    [
        (["2024"], 1, "The year 2024 had not begun on 2 February 2023"),
        (["2022", "--correct"], 1, "There is no snapshot 2022 to correct."),
        (["2022", "--change", "Sửa"], 2, "--change goes with --correct."),
        (["2022", "--change-en", "Mended"], 2, "--change-en goes with --change."),
        (["2022.2"], 2, "2022.2"),
    ],
)
def test_the_command_says_why_nothing_was_taken(tree, asked, code, said):
    done = CliRunner().invoke(make_command("en"), ["snapshot", *asked, "--root", str(tree), "--lang", "en"])

    assert done.exit_code == code
    assert said in " ".join(done.output.split())
    assert not (tree / "archive").exists()


@pytest.mark.parametrize("address", [None, "https://cchc.example.org/"])
def test_a_snapshot_that_names_no_address_is_told_while_it_can_still_be_taken_again(tree, monkeypatch, address):
    record = shelve(tree, "2022", site_of("2022")).model_copy(update={"address": address})
    bag = tree / "archive" / "reform-reports-2022"
    result = SnapshotResult((), record, bag, bag.with_suffix(".zip"))
    monkeypatch.setattr("generator.snapshot.take.take_snapshot", lambda *_: result)

    said = CliRunner().invoke(make_command("en"), ["snapshot", "2022", "--root", str(tree)]).output

    assert ("SITE_URL was not set" in said) is (address is None)


# --- a year that is not over


def test_a_year_that_is_not_over_on_the_day_of_the_snapshot_has_to_be_meant(tree):
    told = {"year": "2023", "day": date(2023, 2, 2), "next": "2024"}
    assert refusal(tree, Request(2023)) == [("snapshot-unfinished", told)]
    assert refusal(tree, Request(2023, day=date(2023, 12, 31))) == [
        ("snapshot-unfinished", {**told, "day": date(2023, 12, 31)})
    ]

    store = Store(tree / "archive")
    assert plan_of(Request(2023, unfinished=True), tree, store).edition == Edition(2023)
    assert plan_of(Request(2023, day=date(2024, 1, 1)), tree, store).edition == Edition(2023)
    assert plan_of(Request(2022), tree, store).edition == Edition(2022)


def test_in_a_pipeline_it_wants_to_be_told(tree):
    done = CliRunner().invoke(make_command("en"), ["snapshot", "2023", "--root", str(tree), "--lang", "en"])

    assert done.exit_code == 1
    assert "The year 2023 is not over on 2 February 2023" in done.output
    assert "--unfinished" in done.output
    assert not (tree / "archive").exists()


@pytest.mark.parametrize(("answer", "taken"), [("n", []), ("y", [False, True])])
def test_at_a_terminal_it_asks(tree, monkeypatch, answer, taken):
    asked = []

    def take_snapshot(root, store, request, _progress):
        asked.append(request.unfinished)
        planned = plan_of(request, root, store)
        return SnapshotResult(planned if isinstance(planned, tuple) else ())

    monkeypatch.setattr("generator.snapshot.take.take_snapshot", take_snapshot)

    said, _ = at_a_terminal(answer, ["snapshot", "2023", "--root", str(tree), "--lang", "vi"])

    assert "Năm 2023 chưa kết thúc" in said
    assert asked == (taken or [False])


def at_a_terminal(answer, arguments):
    """What the command says at a real terminal where somebody types an answer, and its exit code."""
    here, there = os.openpty()
    streams = [os.dup(number) for number in (0, 2)]
    try:
        os.dup2(there, 0)
        os.dup2(there, 2)
        os.write(here, f"{answer}\n".encode())
        with (
            open(0, closefd=False) as stdin,
            open(2, "w", closefd=False, encoding="utf-8") as stderr,
            pytest.MonkeyPatch.context() as patch,
        ):
            patch.setattr("sys.stdin", stdin)
            patch.setattr("sys.stderr", stderr)
            with pytest.raises(SystemExit) as ended:
                make_command("vi").main(arguments, prog_name="reform-reports")
            stderr.flush()
    finally:
        for number, stream in zip((0, 2), streams, strict=True):
            os.dup2(stream, number)
            os.close(stream)
    os.set_blocking(here, False)
    said = b""
    with contextlib.suppress(OSError):
        while piece := os.read(here, 65536):
            said += piece
    os.close(there)
    os.close(here)
    return said.decode(errors="replace"), ended.value.code
