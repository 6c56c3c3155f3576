"""Every page of a site leads to its source, where the site says where that is; a snapshot and a site that says nothing do not."""

import re
from html import unescape
from urllib.parse import unquote

import pytest

from generator.assembly.building import build_into
from generator.assembly.keeping.pool import Pool
from generator.assembly.layout import SitePaths
from generator.assembly.site import read_tree
from tests.trees import INDICATORS, REPORT, faults, write_tree

pytestmark = pytest.mark.integration

URL = "https://git.example.gov.vn/cchc/bao-cao"
SITE = {"data/site.yml": f"repository: {{kind: gitlab, url: '{URL}'}}\ncontact: cchc@example.gov.vn\n"}


def built(tree, work, **more):
    dataset, problems = read_tree(tree)
    assert faults(problems) == ()
    made = build_into(SitePaths.of(tree, work), dataset, lambda _step, _detail: None, processes=1, **more)
    assert made.failures == ()
    return made


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    return write_tree(tmp_path_factory.mktemp("tree"), SITE)


@pytest.fixture(scope="module")
def site(tree, tmp_path_factory):
    work = tmp_path_factory.mktemp("work")
    built(tree, work)
    return work / "site"


def links(site, page):
    """The addresses outside of the site to which a page's article leads, by what the link says."""
    html = (site / page).read_text(encoding="utf-8")
    article = html[html.index("<article") : html.index("</article>")]
    found = re.findall(r'<a\b[^>]*href="((?:https?|mailto):[^"]*)"[^>]*>(.*?)</a>', article, re.DOTALL)
    return {re.sub(r"<[^>]+>", "", said): unescape(href) for href, said in found}


def line_of(tree, name, piece):
    lines = (tree / name).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if piece in line)


def test_every_page_in_both_languages_says_how_to_report_an_error(site):
    pages = [
        page
        for page in site.rglob("index.html")
        if "embed" not in page.parts and "http-equiv" not in page.read_text(encoding="utf-8")
    ]

    assert len(pages) > 40
    for page in pages:
        name = page.relative_to(site).as_posix()
        assert ("Report an error" if name.startswith("en/") else "Báo lỗi") in links(site, name), name


def test_prose_leads_to_the_file_of_the_language_read(site):
    assert links(site, "about/index.html")["Sửa trang này"] == f"{URL}/-/edit/main/content/vi/about.md"
    assert links(site, "en/about/index.html")["Edit this page"] == f"{URL}/-/edit/main/content/en/about.md"
    report = links(site, "en/reports/huyen/2022-Q3/index.html")
    assert report["Edit this text: Summary"] == f"{URL}/-/edit/main/content/en/reports/huyen/2022-Q3/summary.md"


@pytest.mark.parametrize(
    ("page", "name", "piece"),
    [
        ("units/huyen", "data/units/huyen.yml", "id: huyen"),
        ("indicators/on-time-rate", INDICATORS, "- id: on-time-rate"),
        ("areas/procedures", "data/areas.yml", "- id: procedures"),
    ],
)
def test_a_page_of_data_leads_to_the_line_where_its_entry_begins(site, tree, page, name, piece):
    at = links(site, f"{page}/index.html")["Sửa trang này"]

    assert at == f"{URL}/-/blob/main/{name}#L{line_of(tree, name, piece)}"


def rows(site, page="reports/huyen/2022-Q3/index.html"):
    html = (site / page).read_text(encoding="utf-8")
    found = re.findall(
        r'<tr id="([^"]+)">(?:(?!</tr>).)*?<span class="rr-row-origin">(.*?)</a></span>', html, re.DOTALL
    )
    return {row: [unescape(href) for href in re.findall(r'href="([^"]*)"', way + "</a>")] for row, way in found}


def test_a_figure_leads_to_the_very_line_of_its_data_without_javascript(site, tree):
    found = rows(site)

    for row, piece in [
        ("row-main-1.1", "1.1: 1200"),
        ("row-main-1.2", '1.2: "1.190"'),
        ("row-tiers-1", "district: 300"),
    ]:
        assert found[row][0] == f"{URL}/-/blob/main/{REPORT}#L{line_of(tree, REPORT, piece)}"
    assert any(
        row.startswith("p-") and line[0].endswith(f"#L{line_of(tree, REPORT, '2018:')}") for row, line in found.items()
    )


def test_an_error_in_a_figure_is_reported_with_its_address_and_value(site):
    told = unquote(rows(site)["row-main-1.1"][-1])

    assert told.startswith(f"{URL}/-/issues/new?issue[title]=Sai số liệu: huyen/2022-Q3 1.1&")
    assert "Trang: /reports/huyen/2022-Q3/#row-main-1.1\nSố liệu: 1.1: 1.200\n" in told


def test_search_finds_no_page_by_what_every_page_says(site):
    for script in site.rglob("assets/search/**/*.js"):
        assert "báo lỗi" not in script.read_text(encoding="utf-8").casefold()


def test_a_site_that_names_no_repository_leads_nowhere_and_the_build_says_so_once(tmp_path, capsys):
    from generator.cli import main

    tree = write_tree(tmp_path / "tree")
    with pytest.raises(SystemExit) as ended:
        main(["build", "--root", str(tree), "--lang", "en"])

    assert ended.value.code == 0
    assert capsys.readouterr().err.count("data/site.yml names no repository") == 1
    for page in (tree / "site").rglob("*.html"):
        assert "rr-row-origin" not in (text := page.read_text(encoding="utf-8"))
        assert 'class="rr-origin' not in text


def test_a_line_that_moves_makes_the_pages_again_that_show_it_and_no_others(tmp_path):
    tree, pool = write_tree(tmp_path / "tree", SITE), Pool(tmp_path / "pool")
    first = built(tree, tmp_path / "first", pool=pool)
    (tree / REPORT).write_text("# xem lại\n" + (tree / REPORT).read_text(encoding="utf-8"), encoding="utf-8")
    second = built(tree, tmp_path / "second", pool=pool, earlier=first.recall)
    built(tree, tmp_path / "new", pool=Pool(tmp_path / "other"))

    again = {key for key, made in second.recall.made.items() if first.recall.made.get(key) is not made}
    assert again == {("vi", "reports/huyen/2022-Q3", True), ("en", "reports/huyen/2022-Q3", True)}
    for path in (tmp_path / "new/site").rglob("*.html"):
        assert path.read_bytes() == (tmp_path / "second/site" / path.relative_to(tmp_path / "new/site")).read_bytes()
