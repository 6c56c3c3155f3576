"""`init` writes a site that has no errors, says whose it is everywhere, asks nobody in a pipeline and overwrites nothing."""

import os
import re

import pytest

from generator.assembly.site import load_and_check
from generator.canonical.files import formatted_files
from generator.cli import main
from generator.i18n.site_words import authority_of, site_name
from generator.model.unit import Level
from generator.problems import Problem, Severity
from generator.starting.answers import Answers, fault_of_name, title_of, unit_id
from generator.starting.own_files import is_as_written
from generator.starting.tree import files_of
from generator.starting.vocabulary import start_vocabulary

NAMES = {"vi": "Sở Nội vụ tỉnh Mẫu: “*Đ*” [1]", "en": "Home Affairs of Sample Province"}
GIVEN = ["--name", NAMES["vi"], "--name-en", NAMES["en"], "--level", "department"]
STAR = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 12"><path d="M1 1L9 9z" fill="#da251d"/></svg>'


def run(*arguments: str, monkeypatch=None) -> int:
    with pytest.raises(SystemExit) as ended:
        main([*arguments, "--lang", "en"])
    return ended.value.code


@pytest.mark.parametrize("content", ["--example", "--empty"])
def test_a_new_site_has_no_errors_and_is_whose_it_was_said_to_be(tmp_path, content):
    (tmp_path / "star.svg").write_text(STAR)
    folder = tmp_path / "new"

    assert run("init", str(folder), *GIVEN, content, "--colour", "#ffcc00", "--emblem", str(tmp_path / "star.svg")) == 0

    catalogue, problems = load_and_check(folder)
    assert [str(each) for each in problems if each.severity is Severity.ERROR] == []
    assert {each.code for each in problems} <= {"unused-entry"}
    assert (len(catalogue.reports), bool(catalogue.narratives)) == ((1, True) if content == "--example" else (0, False))
    assert authority_of(catalogue.site, "vi") == NAMES["vi"]
    assert site_name(catalogue.site, "en") == title_of(NAMES["en"], "en")
    assert catalogue.emblem is not None
    assert "so-noi-vu-tinh-mau-d-1" in catalogue.units
    assert len(catalogue.areas) == 7
    assert [
        each.name for each in formatted_files(folder) if not isinstance(each, Problem) and not each.is_canonical
    ] == []


def test_who_cannot_be_asked_is_told_every_option_that_is_missing(tmp_path, capsys):
    assert run("init", str(tmp_path / "new"), "--name", "Sở Mẫu", "--repository", "https://git.example.gov.vn/a") == 2

    said = capsys.readouterr().err
    assert all(f"{option} is missing" in said for option in ("--name-en", "--level", "--host"))
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--name", "{{ 7*7 }}"], "--name: It holds a sign that no name has"),
        (["--title", "x" * 121], "--title: It is longer than 120"),
        (["--colour", "red"], "--colour: A colour is a hash"),
        (["--repository", "javascript:alert(1)", "--host", "gitlab"], "--repository: It is not the address"),
        (["--emblem", "no-such.svg"], "--emblem: "),
    ],
)
def test_an_answer_that_cannot_be_is_refused_before_anything_is_written(tmp_path, capsys, more, said):
    assert run("init", str(tmp_path / "new"), *GIVEN, *more) == 2

    assert said in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_a_folder_that_holds_something_is_left_alone(tmp_path, capsys):
    (tmp_path / "letter.txt").write_text("mine")

    assert run("init", str(tmp_path), *GIVEN) == 2

    assert [each.name for each in tmp_path.iterdir()] == ["letter.txt"]
    assert "is not empty" in capsys.readouterr().err


def test_a_new_folder_is_gone_again_when_it_could_not_be_written(tmp_path, monkeypatch):
    def full(*_given):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("generator.starting.writing.record_translations", full)

    assert run("init", str(tmp_path / "new"), *GIVEN) == 1
    assert not (tmp_path / "new").exists()


def test_the_same_answers_make_the_same_files_and_ours_are_signed():
    made = files_of(Answers(NAMES, Level.DEPARTMENT, {lang: title_of(name, lang) for lang, name in NAMES.items()}))

    assert made == files_of(
        Answers(NAMES, Level.DEPARTMENT, {lang: title_of(name, lang) for lang, name in NAMES.items()})
    )
    assert is_as_written(made["Makefile"])
    assert not is_as_written(made["Makefile"].replace(b"site", b"seite"))
    assert b"reform-reports==" in made["requirements.in"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Sở Nội vụ", "so-noi-vu"), ("UBND huyện Đắk Đoa", "ubnd-huyen-dak-doa"), ("…", "co-quan"), ("Con", "con-1")],
)
def test_an_id_is_made_of_a_name(name, expected):
    assert unit_id(name) == expected


def test_a_name_with_what_nobody_sees_is_no_name():
    assert fault_of_name("Sở\u202eNội vụ")
    assert not fault_of_name("Sở Nội vụ")


def test_the_vocabulary_keeps_what_a_form_needs_as_it_was_written():
    made = start_vocabulary(
        {
            "forms/cchc-quarterly-2022.yml": "rows:\n  - {code: '1', indicator: rate}\n  - {code: '2', measure: yes-no}\n",
            "indicators/a.yml": "# Lời dẫn\n- id: rate  # giữ\n  measure: percent\n  formula: part / whole\n  related: [other, part]\n"
            "- id: part\n  measure: dossier\n  breakdown: [tier]\n- id: whole\n  measure: dossier\n- id: other\n  measure: day\n",
            "areas.yml": "- id: a\n  headline: [rate, other]\n",
            "measures.yml": "- id: percent\n- id: dossier\n- id: day\n- id: yes-no\n",
            "breakdowns.yml": "- id: tier\n- id: group\n",
        }
    )

    assert made["indicators/a.yml"] == (
        "# Lời dẫn\n- id: rate  # giữ\n  measure: percent\n  formula: part / whole\n  related: [part]\n"
        "- id: part\n  measure: dossier\n  breakdown: [tier]\n- id: whole\n  measure: dossier\n"
    )
    assert made["areas.yml"] == "- id: a\n  headline: [rate]\n"
    assert made["measures.yml"] == "- id: percent\n- id: dossier\n- id: yes-no\n"
    assert made["breakdowns.yml"] == "- id: tier\n"


@pytest.mark.parametrize("host", ["github", "gitlab", "forgejo", "gitea"])
def test_everything_that_the_pipelines_run_is_there(tmp_path, host):
    folder = tmp_path / "new"
    where = ["--host", host, "--repository", f"https://{host}.example.gov.vn/a/b"]
    assert run("init", str(folder), *GIVEN, *where, "--empty") == 0

    files = [folder / ".gitlab-ci.yml"] if host == "gitlab" else sorted((folder / f".{host}/workflows").glob("*.yml"))
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    targets = set(re.findall(r"(?m)^(?: *- (?:run: )?| +(?:run: )?)make ([a-z-]+)", text))
    made = set(re.findall(r"(?m)^([a-z-]+):", (folder / "Makefile").read_text(encoding="utf-8")))
    scripts = set(re.findall(r"(?m)^(?: *- (?:run: )?| +(?:run: )?)((?:tools|\.ci)/[a-z-]+)", text))

    assert {"check-since", "review", "site", "overdue", "snapshot"} <= targets <= made
    assert scripts >= {"tools/publish"}
    assert [each for each in scripts if not os.access(folder / each, os.X_OK)] == []
    assert all(is_as_written((folder / each).read_bytes()) for each in scripts)
