"""`upgrade` says and does what the formats need: comments stay, a failure changes nothing, and a second time there is nothing to do."""

import pathlib

import pytest

from generator.cli import main
from generator.model.site import FORMAT
from generator.starting.own_files import signed
from generator.upgrade import carry_out, plan
from generator.upgrade.migrations import MIGRATIONS, declared_format, to_2, with_format
from tests.trees import FORM, write_tree

BEFORE = {
    "mkdocs.yml": "site_name: x\nextra:\n  # Mã nguồn\n  source_url: \"https://github.com/example/cchc.git\"  # của sở\n  # Giấy phép\n  licence: {name: CC BY 4.0}\n",
    "data/site.yml": "# Trang của sở\ncontact: cchc@example.gov.vn  # hộp thư chung\n",
}  # fmt: skip
AFTER = {
    "mkdocs.yml": "site_name: x\nextra:\n  # Mã nguồn\n  # Giấy phép\n  licence: {name: CC BY 4.0}\n",
    "data/site.yml": "# Trang của sở\nformat: 2\ncontact: cchc@example.gov.vn  # hộp thư chung\n"
    "repository:\n  kind: github\n  url: https://github.com/example/cchc\n",
}  # fmt: skip


def texts(tree):
    return {name: (tree / name).read_text(encoding="utf-8") for name in AFTER}


def run(*arguments):
    with pytest.raises(SystemExit) as ended:
        main(["upgrade", *arguments, "--lang", "en"])
    return ended.value.code


def test_there_is_a_migration_to_every_format():
    formats = [each.format for each in MIGRATIONS]
    assert formats == sorted(formats)
    assert set(formats) == set(range(2, FORMAT + 1))


def test_the_files_of_the_format_before_become_those_of_this_one(tmp_path):
    tree = write_tree(tmp_path, BEFORE)

    assert run("--root", str(tree)) == 0

    assert texts(tree) == AFTER
    assert not list(tree.glob("**/.*.new-*"))


def test_a_row_of_a_form_that_was_printed_without_a_number_says_so(tmp_path):
    rows = """\
      - code: "1-1"
        printed: ""  # trên giấy để trống
        label: {vi: "In printed: \'\'", en: X}
      - {code: "1-2", printed: \'\', label: {vi: A, en: A}}
      - printed: ""
        code: "1-3"
      - {code: "1-4", printed: "a", note: {vi: x, en: x}}
      # printed: ""
"""
    tree = write_tree(tmp_path, BEFORE)
    (tree / FORM).write_text(rows, encoding="utf-8")

    assert run("--root", str(tree)) == 0

    assert (tree / FORM).read_text(encoding="utf-8") == (
        rows.replace('printed: ""  #', "unnumbered: true  #")
        .replace("printed: '', l", "unnumbered: true, l")
        .replace('- printed: ""', "- unnumbered: true")
    )


def test_what_is_up_to_date_is_left_as_it_is(tmp_path):
    tree = write_tree(tmp_path, BEFORE)
    run("--root", str(tree))

    assert plan(tree).changed == {}
    assert run("--root", str(tree), "--dry-run") == 0


def test_a_dry_run_says_every_line_and_changes_nothing(tmp_path, capsys):
    tree = write_tree(tmp_path, BEFORE)

    assert run("--root", str(tree), "--dry-run") == 1

    said = capsys.readouterr().out
    assert '-  source_url: "https://github.com/example/cchc.git"' in said
    assert "+  kind: github" in said
    assert "2 files would change." in said
    assert texts(tree) == BEFORE


def test_a_failure_half_way_leaves_every_file_as_it_was(tmp_path, monkeypatch):
    tree = write_tree(tmp_path, BEFORE)
    replace, done = pathlib.Path.replace, []

    def fails_at_the_second(self, target):
        done.append(target)
        if len(done) == 2:
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(pathlib.Path, "replace", fails_at_the_second)

    with pytest.raises(OSError, match="No space"):
        carry_out(tree, plan(tree))
    assert texts(tree) == BEFORE
    assert not list(tree.glob("**/.*.new-*"))


def test_what_only_a_person_knows_is_left_to_them(tmp_path, capsys):
    own = BEFORE["mkdocs.yml"].replace("github.com", "git.example.gov.vn")
    tree = write_tree(tmp_path, BEFORE | {"mkdocs.yml": own})

    assert run("--root", str(tree)) == 1

    assert "which software its host runs" in capsys.readouterr().err
    assert texts(tree) == BEFORE | {"mkdocs.yml": own}


def test_an_address_that_site_yml_has_already_stays(tmp_path):
    told = "repository: {kind: gitlab, url: https://gitlab.example.gov.vn/a}\n"

    assert to_2(BEFORE | {"data/site.yml": told}).changed == {"mkdocs.yml": AFTER["mkdocs.yml"]}


def test_files_of_a_newer_program_are_not_touched(tmp_path, capsys):
    tree = write_tree(tmp_path, {"data/site.yml": "format: 99\n"})

    assert run("--root", str(tree)) == 1

    assert "Install a newer version" in capsys.readouterr().err
    assert (tree / "data/site.yml").read_text() == "format: 99\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "format: 2\n"),
        ("name: {vi: A}\n", "format: 2\nname: {vi: A}\n"),
        ("# a\n\n# b\nname: {vi: A}\n", "# a\n\n# b\nformat: 2\nname: {vi: A}\n"),
        ("name: {vi: A}\nformat: 1  # cũ\n", "name: {vi: A}\nformat: 2  # cũ\n"),
    ],
)
def test_the_format_is_declared_where_it_stands_or_below_the_comments_at_the_top(before, after):
    assert with_format(before, 2) == after
    assert declared_format(after) == 2


def test_files_that_the_program_wrote_are_renewed_unless_somebody_edited_them(tmp_path):
    tree = write_tree(
        tmp_path, {"requirements.in": "reform-reports==0.0.1\n", "requirements.lock": "old\n", "Makefile": "site:\n"}
    )

    planned = plan(tree)

    assert "requirements.lock" in planned.changed
    assert planned.kept == ("Makefile",)


def test_a_pipeline_is_renewed_where_there_is_one_and_nobody_edited_it(tmp_path, monkeypatch):
    made = {".gitlab-ci.yml": b"new: true\n", ".github/workflows/review.yml": b"name: review\n"}
    monkeypatch.setattr("generator.upgrade.files.pipelines", lambda _hosts: made)
    tree = write_tree(tmp_path, {"requirements.in": "x\n", ".gitlab-ci.yml": signed(b"old: true\n")})

    assert plan(tree).changed[".gitlab-ci.yml"] == (signed(b"old: true\n").decode(), signed(b"new: true\n").decode())
    assert ".github/workflows/review.yml" not in plan(tree).changed

    (tree / ".gitlab-ci.yml").write_bytes(signed(b"old: true\n") + b"mine: true\n")
    assert plan(tree).kept == (".gitlab-ci.yml",)


def test_a_tree_that_was_not_started_by_init_gets_no_files_of_ours(tmp_path):
    assert plan(write_tree(tmp_path)).changed.keys() == {"data/site.yml"}
