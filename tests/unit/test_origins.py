"""From a page to its source: the addresses of each host, and what a report of an error says before anybody has written in it."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from generator.model.site import LinkPatterns, Repository, SiteDescription
from generator.pages.origins.origin import Found, Origin, report_links, source_href

URL = "https://git.example.gov.vn/cchc/bao-cao"


def site(kind="forgejo", contact=None, **more):
    return SiteDescription(repository=Repository(kind=kind, url=URL, **more), contact=contact)


@pytest.mark.parametrize(
    ("kind", "prose", "line", "folder"),
    [
        ("github", "/edit/main/content/vi/about.md", "/blob/main/data/areas.yml#L7", "/tree/main/data/units"),
        ("gitlab", "/-/edit/main/content/vi/about.md", "/-/blob/main/data/areas.yml#L7", "/-/tree/main/data/units"),
        ("forgejo", "/_edit/main/content/vi/about.md", "/src/branch/main/data/areas.yml#L7", "/src/branch/main/data/units"),
        ("gitea", "/_edit/main/content/vi/about.md", "/src/branch/main/data/areas.yml#L7", "/src/branch/main/data/units"),
    ],
)  # fmt: skip
def test_prose_opens_for_editing_data_at_its_line_and_a_folder_as_a_list(kind, prose, line, folder):
    shown = site(kind)

    assert source_href(shown, Origin("content/vi/about.md")) == URL + prose
    assert source_href(shown, Origin("data/areas.yml", 7)) == URL + line
    assert source_href(shown, Origin("data/units")) == URL + folder


def test_a_branch_may_be_called_anything_and_a_pattern_of_the_site_s_own_comes_first():
    own = LinkPatterns(view="https://xem.example.gov.vn/{branch}/{path}?dong={line}")

    found = source_href(site(branch="ban/2026+sua", links=own), Origin("data/areas.yml", 7))

    assert found == "https://xem.example.gov.vn/ban/2026%2Bsua/data/areas.yml?dong=7"


FIGURE = Found(
    "vi",
    "huyen/2022-Q3 1.2",
    "https://cchc.example.gov.vn/x/#row-main-1.2",
    "21/11/2026",
    "1.2 Tỷ lệ & cả “ngoặc”: 97,5 %",
)


@pytest.mark.parametrize(
    ("kind", "path", "title", "body"),
    [
        ("github", "/issues/new", "title", "body"),
        ("gitlab", "/-/issues/new", "issue[title]", "issue[description]"),
        ("forgejo", "/issues/new", "title", "body"),
    ],
)
def test_an_issue_opens_with_address_figure_and_state_filled_in_in_the_language_read(kind, path, title, body):
    address = urlsplit(report_links(site(kind), FIGURE).issue)
    asked = parse_qs(address.query)

    assert f"{address.scheme}://{address.netloc}{address.path}" == URL + path
    assert asked[title] == ["Sai số liệu: huyen/2022-Q3 1.2"]
    assert asked[body][0].splitlines()[:3] == [
        "Trang: https://cchc.example.gov.vn/x/#row-main-1.2",
        "Số liệu: 1.2 Tỷ lệ & cả “ngoặc”: 97,5 %",
        "Bản số liệu: trang hiện hành, cập nhật ngày 21/11/2026",
    ]


def test_without_a_repository_a_mail_opens_and_its_lines_end_as_mails_do():
    links = report_links(SiteDescription(contact="cchc@example.gov.vn"), Found("en", "About", "/en/about/"))

    assert links.issue == ""
    assert links.first.startswith("mailto:cchc@example.gov.vn?subject=Error%20on%20a%20page%3A%20About&body=")
    assert unquote(links.mail).split("body=")[1].startswith("Page: /en/about/\r\n")
    assert "Figure" not in unquote(links.mail)


def test_what_a_figure_is_called_never_makes_an_address_too_long_for_hosts():
    long = Found("vi", "Huyện Mẫu", "https://cchc.example.gov.vn/x/", "", "ế" * 5_000)

    assert len(report_links(site(), long).issue) < 4_000
