"""A figure was changed after a snapshot: what the site, its feed, its table and the command say of that."""

import json
import re
from xml.etree import ElementTree as ET

import pytest

from generator.cli import main
from generator.dataset.dataset import Dataset
from generator.exports.csv_file import csv_bytes
from generator.exports.lookups import lookup_tables
from generator.finish.search_copy import article_of
from generator.load import load_catalogue
from generator.model.edition import Edition
from generator.pages.markup.slots import SlotStore, fill_slots
from generator.pages.news.revisions_feed import revisions_feed
from generator.pages.render import all_pages, page_context
from tests.trees import REPORT, added, edit, faults, write_tree
from tests.vintages import frozen

pytestmark = pytest.mark.integration

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "https://cchc.example.vn/"
PAGE = "reports/huyen/2022-Q3"
REASON = """\
published: 2023-01-01
revisions:
  - {date: 2024-03-01, change: {vi: Gõ nhầm., en: Typed wrongly.}, table: main, row: "1.3"}
"""
WRONG = edit(REPORT, '1.3: "99,17%"', '1.3: "97,55%"')
OLDER = edit(REPORT, '1.3: "99,17%"', '1.3: "96%"')
OLDER[REPORT] = OLDER[REPORT].replace('2018: "81,8%", ', "")
TREE = {**frozen("2022", OLDER, "2023-01-15"), **frozen("2023", WRONG), **added(REPORT, REASON)}


@pytest.fixture
def context(tmp_path, root):
    def made(lang="en", site_url=SITE, published=None, changes=TREE):
        loaded = load_catalogue(write_tree(tmp_path, changes))
        assert faults(loaded.problems) == ()
        dataset = Dataset.of(loaded.catalogue.with_published(published or {}))
        return page_context(dataset, lang, root / "site_templates" / "pages", SlotStore(), None, site_url=site_url)

    return made


def html_of(context, path):
    page = next(page for page in all_pages(context) if page.path == path)
    return fill_slots(page.body, context.slots.contents)


def mark_of(html, anchor):
    """The words of the note that the mark beside a figure opens, and its links."""
    button = re.search(rf'<button type="button" class="rr-flag rr-flag--revised" popovertarget="({re.escape(anchor)})">', html)  # fmt: skip
    note = re.search(rf'<div [^>]*id="{re.escape(anchor)}" popover>(.*?)</div>', html)
    assert button
    words = re.findall(r'<span class="rr-flag__text">(.*?)</span>(?=<)', note[1])
    return words, re.findall(r'<a href="([^"]*)">', note[1])


def test_the_mark_beside_a_figure_says_what_the_editions_said_and_why_it_changed(context):
    words, links = mark_of(html_of(context(), PAGE), "revised-t-main-1.3")

    assert words == [
        "Revised: the 2023 edition said 97.55%",
        "What the editions said: 2022: 96%; 2023: 97.55%",
        "Reason: Typed wrongly.",
    ]
    assert links == ["../../../revisions/index.html#edition-2023-huyen-2022-Q3"]


def test_the_mark_leads_to_the_page_of_the_edition_where_that_is_part_of_the_site(context):
    pages = frozenset({PAGE, f"en/{PAGE}"})

    english = mark_of(html_of(context(published={Edition(2023): pages}), PAGE), "revised-t-main-1.3")[1]
    vietnamese = mark_of(html_of(context("vi", published={Edition(2023): pages}), PAGE), "revised-t-main-1.3")[1]

    assert english[0] == f"../../../../archive/2023/en/{PAGE}/index.html#t-main-1.3"
    assert vietnamese[0] == f"../../../archive/2023/{PAGE}/index.html#t-main-1.3"


def test_only_the_revised_figure_has_a_mark_and_elsewhere_it_is_a_link(context):
    made = context()

    report = html_of(made, PAGE)
    assert 'revised<span class="rr-sr">: the 2023 edition said 97.55%</span></button>' in report
    assert report.count("rr-flag--revised") == report.count('class="rr-flag rr-flag--revised" href') + 1
    for path in ("units/huyen", "indicators/on-time-rate"):
        html = html_of(made, path)
        assert 'title="Revised: the 2023 edition said 97.55%"' in html
        assert 'revised<span class="rr-sr">: the 2023 edition said 97.55%</span></a>' in html
        assert "popovertarget" not in html
    assert "rr-flag--revised" not in html_of(made, "indicators/resolved")


def test_what_an_edition_said_is_not_found_by_search(context):
    html = html_of(context(), PAGE)

    assert "97.55" in html
    assert "97.55" not in article_of(f"<article>{html}</article>")


def test_the_page_of_revisions_tells_each_change_once_the_newest_first(context):
    html = html_of(context(), "revisions")

    rows = [re.sub(r"<[^>]+>", " ", row).split() for row in re.findall(r"(?s)<tbody>(.*?)</tbody>", html)]
    assert rows == [
        ["On-time", "rate", "Reason:", "Typed", "wrongly.", "(1", "March", "2024)", "97.55%", "99.17%"],
        ["On-time", "rate", "96%", "97.55%", "2023", "edition"],
    ]
    assert html.index("edition-2023-huyen") < html.index("edition-2022-huyen")
    assert f'<a href="../{PAGE}/index.html#t-main-1.3">On-time rate</a>' in html
    assert "1 figure was added that the edition did not have." in html
    assert f'<a href="../{PAGE}/index.html#revision-2024-03-01">Sample District, Q3 2022</a>: Typed wrongly.' in html


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, "No snapshot has been taken yet, so there is nothing to compare with."),
        (frozen("2023"), "No figure differs from the snapshot."),
        (frozen("2022") | frozen("2023"), "No figure differs from any of the 2 snapshots."),
    ],
)
def test_a_site_without_revisions_says_so(context, changes, told):
    html = html_of(context(changes=changes), "revisions")

    assert told in html
    assert "No report declares a revision yet." in html
    assert "<table" not in html


def test_the_feed_has_an_entry_for_each_report_and_edition_and_for_each_declared_revision(context):
    text = revisions_feed(context())

    entries = ET.fromstring(text).findall(f"{ATOM}entry")
    assert [(each.findtext(f"{ATOM}title"), each.findtext(f"{ATOM}updated")[:10]) for each in entries] == [
        ("Since the 2023 edition: Sample District, Q3 2022", "2024-03-01"),
        ("Revised: Sample District, Q3 2022", "2024-03-01"),
        ("Since the 2022 edition: Sample District, Q3 2022", "2023-01-15"),
    ]
    assert entries[0].findtext(f"{ATOM}id") == f"{SITE}en/revisions/#edition-2023-huyen-2022-Q3"
    assert entries[0].findtext(f"{ATOM}summary") == "On-time rate: 97.55% → 99.17% (Typed wrongly.)."
    assert entries[2].findtext(f"{ATOM}summary") == "On-time rate: 96% → 97.55%. 1 figure was added."
    assert revisions_feed(context()) == text
    assert revisions_feed(context(site_url="")) == ""


def test_the_table_of_revisions_has_old_and_new_value_and_reason(context):
    made = context()
    (filled,) = [each for each in lookup_tables(made.dataset) if each.table.name == "revisions"]

    table = csv_bytes(filled.table.header, filled.rows).decode("utf-8-sig").splitlines()

    header = table[0].split(",")
    rows = [dict(zip(header, line.split(","), strict=True)) for line in table[1:]]
    assert [(row["edition"], row["until"], row["change"], row["old_value"], row["new_value"]) for row in rows] == [
        ("2023", "", "changed", "97.55", "99.17"),
        ("2022", "2023", "changed", "96", "97.55"),
        ("2022", "2023", "added", "", "81.8"),
    ]
    assert (rows[0]["reason_en"], rows[0]["date"]) == ("Typed wrongly.", "2024-03-01")


def run(capsys, tree, *arguments):
    """What the command prints, and its exit code."""
    with pytest.raises(SystemExit) as ended:
        main(["diff", *arguments, "--root", str(tree), "--lang", "en"])
    shown = capsys.readouterr()
    # What it is doing is told first, and is not what these tests are about.
    said = "".join(line for line in shown.err.splitlines(keepends=True) if not line.endswith("…\n"))
    return shown.out, said, ended.value.code


@pytest.fixture
def tree(tmp_path, monkeypatch):
    monkeypatch.setenv("SITE_URL", SITE)
    return write_tree(tmp_path / "tree", TREE)


def test_diff_lists_what_differs_from_an_edition_with_reasons_and_addresses(tree, capsys):
    out, err, code = run(capsys, tree, "--vintage", "2022")

    assert (err, code) == ("", 0)
    assert out.splitlines() == [
        "Sample District, Q3 2022",
        "  On-time rate (t-main-1.3): 96% → 99.17%",
        "    ↳ Reason: Typed wrongly. (1 March 2024)",
        f"    {SITE}en/{PAGE}/#t-main-1.3",
        "  On-time rate, 2018 (p-on-time-rate.2018.ii-2): new, 81.8%",
        f"    {SITE}en/{PAGE}/#p-on-time-rate.2018.ii-2",
    ]


def test_diff_names_the_report_of_a_figure_whose_unit_has_another_id(tree, capsys):
    for folder in ("data/reports", "content/vi/reports", "content/en/reports"):
        if (tree / folder / "huyen").is_dir():
            (tree / folder / "huyen").rename(tree / folder / "huyen-moi")
    for file in tree.rglob("*.yml"):
        if file.is_relative_to(tree / "data/vintages"):
            continue
        text = file.read_text(encoding="utf-8")
        text = text.replace("unit: huyen\n", "unit: huyen-moi\n").replace("stated_in: huyen/", "stated_in: huyen-moi/")
        file.write_text(text.replace("id: huyen\n", "id: huyen-moi\nformer_ids: [huyen]\n"), encoding="utf-8")

    out, _, _ = run(capsys, tree, "--vintage", "2022")

    assert "In the edition it stands at huyen/2022-Q3#t-main-1.3." in out


def test_diff_counts_new_reports_and_names_those_that_are_gone(tree, capsys):
    (tree / "data/reports/huyen/2022-Q4.yml").write_bytes(
        (tree / REPORT).read_bytes().replace(b"2022-Q3", b"2022-Q4").replace(b"2023-01-01", b"2023-02-01")
    )
    (tree / REPORT).unlink()
    for page in (tree / "content").glob("*/reports"):
        page.rename(tree / f"elsewhere-{page.parent.name}")

    out, _, code = run(capsys, tree, "--vintage", "2023", "--format", "markdown")

    assert code == 0
    assert "No figure differs from the 2023 edition." in out
    assert "- No longer there: Sample District, Q3 2022\n- 1 report that the edition did not have" in out


def test_diff_for_programs(tree, capsys):
    out, _, code = run(capsys, tree, "--vintage", "2023", "--format", "json")

    told = json.loads(out)
    assert (code, told["edition"], told["taken"], told["errors"]) == (0, "2023", "2024-01-15", 0)
    (figure,) = told["figures"]
    assert (figure["change"], figure["before"]["value"], figure["after"]["value"]) == ("changed", 97.55, 99.17)
    assert (figure["reason"]["vi"], figure["date"]) == ("Gõ nhầm.", "2024-03-01")
    assert figure["address"] == f"{SITE}en/{PAGE}/#t-main-1.3"


def test_diff_says_which_editions_there_are(tree, capsys):
    assert run(capsys, tree, "--vintage", "2021") == (
        "",
        "There is no frozen table of the edition “2021”.\nThere are: 2022, 2023\n",
        2,
    )


def test_diff_with_a_tree_that_has_errors_says_so_and_ends_with_1(tree, capsys):
    (tree / REPORT).write_bytes((tree / REPORT).read_bytes().replace(b"1200", b"1.2"))

    out, err, code = run(capsys, tree, "--vintage", "2023")

    assert code == 1
    assert err.startswith("1 error in the files as they are now")
    assert "On-time rate (t-main-1.3): 97.55% → 99.17%" in out


def test_a_revision_and_an_edition_cannot_both_be_named(tree, capsys):
    assert run(capsys, tree, "HEAD", "--vintage", "2023")[1:] == ("Give either a revision or --vintage.\n", 2)
