"""`verify` and `sign` as archivists use them: what they print, in both languages and for machines, and their exit codes."""

import json
import shutil
import subprocess

import pytest

from generator.archive.bag import seal_bag
from generator.archive.signature import signature_files
from generator.cli import main
from tests.bags import FILES, INFO, make_store, write_files

SIZE = f"{sum(len(text.encode()) for text in FILES.values()) / 1000:.0f} kB"


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """A tree with a snapshot and its record, in which the command runs."""
    make_store(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    return tmp_path


@pytest.fixture
def run(capsys):
    def run_command(*arguments):
        """What the command prints on both ways, and its exit code."""
        with pytest.raises(SystemExit) as ended:
            main(list(arguments))
        shown = capsys.readouterr()
        return shown.out, shown.err, ended.value.code

    return run_command


def test_an_edition_is_looked_up_in_the_store_as_a_folder_and_as_a_zip(tree, run):
    out, err, code = run("verify", "2023")

    assert (err, code) == ("", 0)
    assert out.split("\n") == [
        f"archive/reform-reports-2023 is whole. Snapshot 2023, taken on 5 January 2024, 3 files, {SIZE}.",
        "Its lists are the ones recorded in data/vintages/2023.yml when it was taken.",
        "It is not signed.",
        f"archive/reform-reports-2023.zip is whole. Snapshot 2023, taken on 5 January 2024, 3 files, {SIZE}.",
        "Its lists are the ones recorded in data/vintages/2023.yml when it was taken.",
        "It is not signed.",
        "",
    ]


def test_a_snapshot_anywhere_is_verified_without_a_record(tree, run, tmp_path_factory, monkeypatch):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))

    for path in (tree / "archive/reform-reports-2023", tree / "archive/reform-reports-2023.zip"):
        out, _, code = run("verify", str(path))
        assert code == 0
        assert "No record of it is at hand" in out


@pytest.mark.parametrize(
    ("lang", "altered"),
    [("en", "“data/README.txt” was altered"), ("vi", "“data/README.txt” đã bị sửa")],
)
def test_a_fault_is_told_in_the_language_of_the_user(tree, run, lang, altered):
    write_files(tree, {"archive/reform-reports-2023/data/README.txt": "x"})

    out, err, code = run("verify", "archive/reform-reports-2023", "--lang", lang)

    assert code == 1
    assert altered in err
    assert "archive/reform-reports-2023/data/README.txt\n" in err
    assert out.count("\n") == 1


def test_a_change_of_files_and_lists_together_is_told_by_the_record(tree, run):
    bag = write_files(tree / "archive/reform-reports-2023", {"data/README.txt": "x"})
    seal_bag(bag, INFO)

    _, err, code = run("verify", "2023")

    assert (code, err.count("[bag-not-as-recorded]")) == (1, 1)
    assert run("verify", "2023", "--root", "archive", "--archive", "archive")[2] == 0


def test_a_record_that_cannot_be_read_proves_nothing(tree, run):
    write_files(tree, {"data/vintages/2023.yml": "edition: 2023\n"})

    out, err, code = run("verify", "2023")

    assert code == 1
    assert "data/vintages/2023.yml" in err
    assert "is whole" in out


@pytest.mark.parametrize("path", ["2022", "nowhere", "nowhere.zip", "archive/x"])
def test_what_is_not_there_is_told_as_wrong_use(tree, run, path):
    _, err, code = run("verify", path)

    assert (code, f"There is no snapshot “{path}”." in err) == (2, True)
    assert run("sign", path, "--with", "gpg")[2] == 2


def test_a_machine_has_standard_output_for_itself(tree, run):
    write_files(tree, {"archive/reform-reports-2023/data/extra.txt": "x"})

    out, err, code = run("verify", "2023", "--format", "json")

    told = json.loads(out)
    assert code == 1
    assert told["summary"]["error"] == 1
    assert [(each["code"], each["file"]) for each in told["problems"]] == [
        ("bag-added-file", "archive/reform-reports-2023/data/extra.txt")
    ]
    assert "is whole" in err


@pytest.mark.parametrize("form", ["sarif", "github", "gitlab"])
def test_other_forms_tell_of_bags_as_well(tree, run, form):
    write_files(tree, {"archive/reform-reports-2023/data/extra.txt": "x"})

    assert "archive/reform-reports-2023/data/extra.txt" in run("verify", "2023", "--format", form)[0]


def test_names_that_would_move_the_cursor_are_shown_and_not_obeyed(tree, run):
    write_files(tree, {"archive/reform-reports-2023/data/\x1b[2J\nx\u202e.txt": "x"})

    out, err, code = run("verify", "2023")

    assert code == 1
    assert [sign for sign in ("\x1b[2J", "\u202e") if sign in out + err] == []


def test_help_says_what_the_exit_codes_mean(run):
    for lang, said in (("en", "Exit code: 0 the snapshot is whole"), ("vi", "Mã thoát: 0")):
        assert said in " ".join(run("verify", "--help", "--lang", lang)[0].split())


def test_help_teaches_by_example_in_the_language_asked_for(run):
    for command in ((), ("archive",), ("archive", "add"), ("snapshot",), ("verify",), ("sign",)):
        assert "\n  Ví dụ:\n    reform-reports " in run("--lang", "vi", *command, "--help")[0], command
    assert "[bắt buộc]" in run("--lang", "vi", "sign", "--help")[0]


def test_what_is_not_whole_is_not_signed(tree, run):
    write_files(tree, {"archive/reform-reports-2023/data/README.txt": "x"})

    _, err, code = run("sign", "2023", "--with", "minisign")

    assert code == 1
    assert "[bag-altered-file]" in err
    assert "What is not whole is not signed." in err


def test_a_tool_that_is_not_installed_is_named(tree, run, monkeypatch):
    monkeypatch.setenv("PATH", "")

    _, err, code = run("sign", "2023", "--with", "minisign")

    assert code == 1
    assert "The program minisign is not installed." in err
    assert "apt-get install minisign" in err


@pytest.mark.skipif(shutil.which("minisign") is None, reason="minisign is not installed (tools/install-signers)")
def test_a_snapshot_is_signed_once_and_verified_with_the_public_key(tree, run):
    subprocess.run(["minisign", "-G", "-W", "-p", "a.pub", "-s", "a.key"], check=True, capture_output=True)

    out, _, code = run("sign", "2023", "--with", "minisign", "--key", "a.key")
    assert (code, "reform-reports-2023.tagmanifest-sha512.txt.minisig" in out) == (0, True)
    out, err, code = run("verify", "2023", "--key", "a.pub")
    assert (err, code) == ("", 0)
    assert out.count("Signed by ") == 2
    _, err, code = run("sign", "2023", "--with", "minisign", "--key", "a.key")
    assert (code, "[signature-exists]" in err) == (1, True)
    signature_files(tree / "archive/reform-reports-2023")["minisign"].unlink()
    assert run("verify", "2023", "--key", "a.pub")[2] == 1


def test_a_file_that_may_not_be_read_is_told(tree, run, monkeypatch):
    bag = tree / "archive/reform-reports-2023"
    before = type(bag).open

    def refuse(path, *arguments, **keywords):
        if path.name == "README.txt":
            raise PermissionError(13, "Permission denied")
        return before(path, *arguments, **keywords)

    monkeypatch.setattr(type(bag), "open", refuse)

    _, err, code = run("verify", str(bag))
    assert (code, "[bag-unreadable-file]" in err) == (1, True)
