"""`check` speaks of what somebody did: in a git repository, of a path, since a revision; and `indicators` finds ids by words."""

import subprocess

import pytest

from generator.cli import main
from generator.load.translations import RECORD
from tests.trees import INDICATORS, REPORT, SUMMARY, added, edit, write_tree
from tests.vintages import frozen

CONTRADICTION = edit(REPORT, '"99,17%"', '"42%"')
WARNED = {"content/en/about.md": None}


@pytest.fixture
def repository(tmp_path):
    """Commits a tree with changes; what is written afterwards is not committed."""

    def commit(changes):
        tree = write_tree(tmp_path / "tree", changes)
        for arguments in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "x"]):
            subprocess.run(
                ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments], cwd=tree, check=True
            )
        return tree

    return commit


@pytest.fixture
def check(capsys):
    def run(tree, *arguments, lang="en", command="check"):
        with pytest.raises(SystemExit) as ended:
            main([command, *arguments, "--root", str(tree), "--lang", lang])
        told = capsys.readouterr()
        # What it is doing is told first, and is not what these tests are about.
        said = "".join(line for line in told.err.splitlines(keepends=True) if not line.endswith("…\n"))
        return ended.value.code, told.out, said

    return run


def test_what_was_committed_in_the_sources_is_one_line(repository, check):
    code, out, err = check(repository(CONTRADICTION))

    assert (code, err) == (0, "")
    assert out == (
        "No problems. 1 report, 9 figures.\n"
        "Published beside the figures: 1 contradiction in the sources. Each of them: reform-reports check --all, "
        "or those of a report: reform-reports check ngan-son/2022-Q3\n"
    )


def test_an_edit_is_told_and_what_was_there_is_a_count(repository, check):
    tree = repository(CONTRADICTION)
    write_tree(tree, CONTRADICTION | edit("data/units/huyen.yml", "Sample District", "Sample District (old)"))
    (tree / REPORT).write_text((tree / REPORT).read_text().replace("commune: 900", "commune: 1900"))

    code, out, err = check(tree)

    assert code == 0
    assert "[part-exceeds-whole]" in err
    assert "[rate-differs]" not in err
    assert out == (
        "New since the last commit: 1 contradiction in the sources.\n"
        "Known before: 1 contradiction in the sources. Each of them: reform-reports check --all\n"
    )


def test_everything_is_told_where_it_is_asked_for(repository, check):
    code, out, err = check(repository(CONTRADICTION), "--all")

    assert code == 0
    assert "[rate-differs]" in err
    assert out == "1 contradiction in the sources. 1 report, 9 figures.\n"


@pytest.mark.parametrize("revision", ["HEAD~1", "HEAD~1..."])
def test_since_a_revision_the_change_alone_is_told(repository, check, revision):
    tree = repository(CONTRADICTION)
    (tree / "content/en/about.md").unlink()
    subprocess.run(
        ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qam", "y"], cwd=tree, check=True
    )

    code, out, err = check(tree, "--since", revision)

    assert code == 0
    assert "[missing-translation]" in err
    assert "[rate-differs]" not in err
    assert out.startswith(f"New since {revision}: 1 warning.\nKnown before: 1 contradiction")
    assert check(tree, "--since", revision, "--strict")[0] == 1
    assert check(tree, "--since", "HEAD", "--strict")[0] == 0


def test_a_revision_that_is_not_there_is_told(repository, check, tmp_path):
    code, _, err = check(repository({}), "--since", "nowhere")

    assert code == 2
    assert err.startswith("Git knows no revision “nowhere”.\n")
    code, _, err = check(write_tree(tmp_path / "plain"), "--since", "HEAD")
    assert code == 2
    assert "is not in a git repository" in err


@pytest.mark.parametrize("path", ["huyen/2022-Q3", REPORT, f"tree/{REPORT}", "data/reports"])
def test_a_path_or_a_report_is_told_of_alone(tmp_path, check, path, monkeypatch):
    tree = write_tree(tmp_path / "tree", CONTRADICTION | WARNED)
    monkeypatch.chdir(tmp_path)

    code, out, err = check(tree, path)

    assert code == 0
    assert "[rate-differs]" in err
    assert "[missing-translation]" not in err
    assert out == (
        "1 contradiction in the sources. 1 report, 9 figures.\n"
        "In other files: 1 warning. Each of them: reform-reports check --all\n"
    )


def test_the_narratives_of_a_report_belong_to_it(tmp_path, check):
    tree = write_tree(tmp_path, {SUMMARY: '{{ value("on-time-rat") }}\n'})

    assert "[unknown-indicator]" in check(tree, REPORT)[2]
    assert "[unknown-indicator]" not in check(tree, "data/units")[2]


def test_an_error_elsewhere_is_no_success(tmp_path, check):
    code, out, err = check(write_tree(tmp_path, edit(REPORT, "1200", "1.2")), "data/units")

    assert (code, err) == (1, "")
    assert "In other files: 1 error." in out


def test_a_path_that_means_nothing_is_told(tmp_path, check):
    code, _, err = check(write_tree(tmp_path), "data/unit")

    assert code == 2
    assert err.startswith("“data/unit” is no file or folder in data/ or content/, and no report")
    assert check(tmp_path, "/etc/hostname")[0] == 2


def test_three_hundred_unused_entries_are_one_line(tmp_path, check):
    measures = "".join(
        f"- {{id: m{number}, type: count, names: {{vi: đơn vị {number}, en: unit {number}}}}}\n"
        for number in range(300)
    )

    _, out, err = check(write_tree(tmp_path, added("data/measures.yml", measures)))

    assert len(err.splitlines()) == 1
    assert "300 times, in 1 file. Each of them: reform-reports check --all" in err
    assert out.startswith("300 warnings.")
    assert check(tmp_path, "--all")[2].count("[unused-entry]") == 300


def test_a_list_that_was_asked_for_is_a_list_however_long(tmp_path, check):
    """`translated` has no `--all`: it lists what is to be done."""
    sections = ("direction", "institutions", "procedures", "apparatus", "civil-service", "public-finance", "assessment")
    texts = {f"content/{lang}/reports/huyen/2022-Q3/{name}.md": "Lời.\n" for lang in ("vi", "en") for name in sections}
    old = "".join(f"en/reports/huyen/2022-Q3/{name}.md: 0123456789abcdef\n" for name in (*sections, "summary"))
    plain = "".join(f"en/{name}.md: 0123456789abcdef\n" for name in ("index", "about", "method"))

    areas = "".join(
        f"- {{id: {name}, names: {{vi: Lĩnh vực {name}}}, definition: {{vi: Là {name}.}}}}\n"
        for name in sections
        if name not in ("procedures", "assessment")
    )
    tree = write_tree(tmp_path, texts | added("data/areas.yml", areas) | {RECORD: old + plain})
    _, out, err = check(tree, command="translated")

    assert out.count(": outdated (held against ") == 11
    assert out.startswith("English: 0 of 11 texts complete (0%): 11 outdated\n")
    assert not err


def test_what_lies_ahead_of_the_clock_fails_a_check(tmp_path, check):
    code, _, err = check(write_tree(tmp_path, added(REPORT, "published: 2099-11-21\n")))

    assert code == 1
    assert "[day-to-come]" in err


def test_a_published_figure_is_not_changed_without_a_reason(repository, check):
    tree = repository(frozen("2023", taken="2024-01-15"))
    report = (tree / REPORT).read_text().replace("1.1: 1200", "1.1: 1202")
    (tree / REPORT).write_text(report)

    code, _, err = check(tree)

    assert code == 0
    assert (
        f"{REPORT}:10:12: warning: Dossiers resolved: the 2023 edition said 1,200 dossiers, the site now says 1,202 dossiers"
        in err
    )
    line = '- {date: YYYY-MM-DD, change: {vi: …, en: …}, table: main, row: "1.1"}'
    assert line in err

    entry = line.replace("YYYY-MM-DD", "2024-02-01").replace("…", "Sửa")
    (tree / REPORT).write_text(f"{report}published: 2023-11-21\nrevisions:\n  {entry}\n")
    assert "unexplained-revision" not in check(tree, "--all")[2]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (("dung han",), "on-time"),
        (("đúng", "hạn"), "on-time"),
        (("on time",), "on-time"),
        (("ty le",), "on-time-rate"),
        (("TỶ LỆ",), "on-time-rate"),
        (("decided",), "resolved"),
        (("dossier",), "resolved"),
    ],
)
def test_an_indicator_is_found_by_words_with_or_without_accents(tmp_path, check, words, first):
    code, out, _ = check(write_tree(tmp_path), *words, command="indicators")

    assert code == 0
    assert out.splitlines()[0] == first


def test_an_indicator_is_shown_with_what_it_means_and_the_rows_that_feed_it(tmp_path, check):
    code, out, _ = check(write_tree(tmp_path), "ty le dung han", command="indicators", lang="vi")

    assert code == 0
    assert out == (
        "on-time-rate\n"
        "    Tỷ lệ đúng hạn\n"
        "    On-time rate\n"
        "    phần trăm\n"
        "    Tỷ lệ hồ sơ đúng hạn.\n"
        "    · biểu bieu, bảng main, dòng 1.3: Tỷ lệ\n"
        "    · biểu bieu, bảng years, dòng 1: Tỷ lệ\n"
        "\n"
        "1 chỉ tiêu.\n"
    )


def test_words_that_no_indicator_has_are_told(tmp_path, check):
    code, out, err = check(write_tree(tmp_path), "early", command="indicators")

    assert (code, out) == (1, "")
    assert err == "No indicator has these words in its names, rows or definition: early\n"


def test_without_a_word_all_indicators_are_listed(tmp_path, check):
    more = "".join(
        f"- {{id: i{number}, names: {{vi: Số {number}, en: No. {number}}}, definition: {{vi: x, en: x}}, measure: dossier, kind: flow, better: neither}}\n"
        for number in range(9)
    )

    code, out, _ = check(write_tree(tmp_path, added(INDICATORS, more)), command="indicators")

    assert code == 0
    assert len(out.splitlines()) == 13
    assert out.endswith("12 indicators. One more word shows definitions and rows.\n")
