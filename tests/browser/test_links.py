"""Every link of every page of the built site leads somewhere, and nothing is loaded from another host.

Reads the HTML and CSS files themselves, so it needs no browser and misses no page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

pytestmark = pytest.mark.xdist_group("links")

# Attributes with one address, by element; `link` is told apart by its rel.
ADDRESSES = {
    "a": ("href",),
    "area": ("href",),
    "audio": ("src",),
    "embed": ("src",),
    "form": ("action",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src",),
    "input": ("src",),
    "link": ("href",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src",),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
# What a reader may follow to another host; every other element loads.
FOLLOWED = {"a", "area"}
# Kinds of <link> that tell machines where something is, and load nothing.
TELLING = {"alternate", "author", "canonical", "help", "license", "next", "prev", "search"}
SCHEMES_THAT_LOAD_NOTHING = {"data", "mailto", "tel"}
SHOWN = 20


@dataclass(frozen=True)
class Reference:
    """An address in a page."""

    address: str
    element: str
    telling: bool = False


@dataclass
class PageText:
    """What the tests need to know of one HTML file."""

    ids: list[str] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    references: list[Reference] = field(default_factory=list)
    canonical: str = ""
    alternates: dict[str, str] = field(default_factory=dict)
    language: str = ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = PageText()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self._note_names(tag, found)
        telling = tag == "link" and bool(TELLING & set(found.get("rel", "").lower().split()))
        for name in ADDRESSES.get(tag, ()):
            if name in found:
                self.text.references.append(Reference(found[name].strip(), tag, telling))
        for candidate in found.get("srcset", "").split(","):
            if candidate.strip():
                self.text.references.append(Reference(candidate.split()[0], tag))
        if tag == "link":
            self._note_link(found)

    handle_startendtag = handle_starttag

    def _note_names(self, tag: str, found: dict[str, str]) -> None:
        if "id" in found:
            self.text.ids.append(found["id"])
        if tag == "a" and "name" in found:
            self.text.names.add(found["name"])
        if tag == "html":
            self.text.language = found.get("lang", "")

    def _note_link(self, found: dict[str, str]) -> None:
        if found.get("rel") == "canonical":
            self.text.canonical = found.get("href", "")
        if found.get("rel") == "alternate" and "hreflang" in found:
            self.text.alternates[found["hreflang"]] = found.get("href", "")


@pytest.fixture(scope="module")
def pages(built_site: Path) -> dict[Path, PageText]:
    """Every HTML file of the site, read once."""
    read = {}
    for path in sorted(built_site.rglob("*.html")):
        reader = _Reader()
        reader.feed(path.read_text(encoding="utf-8"))
        read[path] = reader.text
    assert read, f"no page in {built_site}"
    return read


def _complain(problems: list[str]) -> None:
    more = [f"… and {len(problems) - SHOWN} more"] if len(problems) > SHOWN else []
    assert not problems, "\n".join([f"{len(problems)} found", *problems[:SHOWN], *more])


def _internal(pages: dict[Path, PageText]) -> Iterator[tuple[Path, Reference]]:
    for path, text in pages.items():
        for reference in text.references:
            address = urlsplit(reference.address)
            if not address.scheme and not address.netloc and not reference.telling:
                yield path, reference


def _target(site: Path, page: Path, address: str) -> Path:
    """The file that an address leads to; a 404 page stands at any path, so its addresses begin at the root."""
    path = unquote(urlsplit(address).path)
    if not path:
        return page
    return (site / path.lstrip("/") if path.startswith("/") else page.parent / path).resolve()


def test_every_internal_link_leads_to_a_file(built_site, pages):
    """To a file, not to a folder: from a USB stick nothing shows a folder's index."""
    _complain(
        [
            f"{page.relative_to(built_site)}: <{reference.element}> {reference.address}"
            for page, reference in _internal(pages)
            if not _target(built_site, page, reference.address).is_file()
        ]
    )


def test_no_internal_link_leaves_the_site(built_site, pages):
    _complain(
        [
            f"{page.relative_to(built_site)}: <{reference.element}> {reference.address}"
            for page, reference in _internal(pages)
            if not _target(built_site, page, reference.address).is_relative_to(built_site.resolve())
        ]
    )


def test_links_do_not_depend_on_where_the_site_stands(built_site, pages):
    """A site that is moved to a folder of its host, or to a disk, still works. 404 pages alone begin at the root."""
    _complain(
        [
            f"{page.relative_to(built_site)}: <{reference.element}> {reference.address}"
            for page, reference in _internal(pages)
            if reference.address.startswith("/") and page.name != "404.html"
        ]
    )


def test_every_fragment_has_its_target(built_site, pages):
    names = {page: {*text.ids, *text.names, "", "top"} for page, text in pages.items()}
    missing = []
    for page, reference in _internal(pages):
        fragment = unquote(urlsplit(reference.address).fragment)
        target = _target(built_site, page, reference.address)
        if target in names and fragment not in names[target] and not fragment.startswith(":~:"):
            missing.append(f"{page.relative_to(built_site)}: {reference.address}")
    _complain(missing)


def test_no_id_stands_twice_in_a_page(built_site, pages):
    twice = []
    for page, text in pages.items():
        if len(text.ids) != len(set(text.ids)):
            repeated = sorted({name for name in text.ids if text.ids.count(name) > 1})
            twice.append(f"{page.relative_to(built_site)}: {', '.join(repeated[:10])}")
    _complain(twice)


def test_nothing_is_loaded_from_another_host(built_site, pages):
    foreign = []
    for page, text in pages.items():
        for reference in text.references:
            address = urlsplit(reference.address)
            loads = reference.element not in FOLLOWED and not reference.telling
            if loads and (address.netloc or address.scheme not in {"", *SCHEMES_THAT_LOAD_NOTHING}):
                foreign.append(f"{page.relative_to(built_site)}: <{reference.element}> {reference.address}")
    _complain(foreign)


def test_links_to_other_sites_are_safe(built_site, pages):
    """Only https, http, mailto and tel: no script and no local file can hide behind a link."""
    allowed = {"", "http", "https", "mailto", "tel"}
    _complain(
        [
            f"{page.relative_to(built_site)}: {reference.address}"
            for page, text in pages.items()
            for reference in text.references
            if reference.element in FOLLOWED and urlsplit(reference.address).scheme not in allowed
        ]
    )


def test_style_sheets_load_only_what_the_site_holds(built_site):
    wrong = []
    for sheet in sorted(built_site.rglob("*.css")):
        for match in re.finditer(r"""(?:url\(\s*|@import\s+)["']?([^"')\s;]+)""", sheet.read_text(encoding="utf-8")):
            address = match[1]
            if address.startswith(("data:", "#", "url(")):
                continue
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or not (sheet.parent / unquote(parts.path)).is_file():
                wrong.append(f"{sheet.relative_to(built_site)}: {address}")
    _complain(wrong)


def test_canonical_and_alternate_links_tell_the_truth(built_site, pages):
    """Each page names itself as canonical, and its counterpart at the same path in the other language."""
    home = pages[built_site / "index.html"].canonical.removesuffix("index.html")
    assert home.startswith("https://"), f"the home page's canonical address is {home!r}"
    wrong = []
    for page, text in pages.items():
        path = page.relative_to(built_site).as_posix()
        if page.name == "404.html" or not text.canonical or is_embed(page, built_site) or has_moved(text):
            continue
        shared = path.removeprefix("en/")
        expected = {"vi": home + shared, "en": f"{home}en/{shared}"}
        if _plain(text.canonical) != _plain(home + path):
            wrong.append(f"{path}: canonical is {text.canonical}")
        for language, address in expected.items():
            if _plain(text.alternates.get(language, "")) != _plain(address):
                wrong.append(f"{path}: the alternate for {language} is {text.alternates.get(language)}")
    _complain(wrong)


def test_pages_for_other_sites_name_the_page_they_come_from(built_site, pages):
    embeds = [page for page, text in pages.items() if is_embed(page, built_site) and not has_moved(text)]
    assert embeds
    home = pages[built_site / "index.html"].canonical.removesuffix("index.html")
    wrong = []
    for page in embeds:
        path = page.relative_to(built_site)
        expected = "/".join(part for part in path.parts[:-2] if part != "embed")
        if _plain(pages[page].canonical) != f"{home}{expected}/":
            wrong.append(f"{path}: canonical is {pages[page].canonical}")
    _complain(wrong)


def test_pages_for_other_sites_are_not_in_the_sitemap(built_site):
    assert "/embed/" not in (built_site / "sitemap.xml").read_text(encoding="utf-8")


def test_a_page_that_has_moved_names_the_page_that_it_leads_to(built_site, pages):
    """An indicator that got another id: its old address, and those of its charts, stand for the new ones."""
    home = pages[built_site / "index.html"].canonical.removesuffix("index.html")
    moved = {page: text for page, text in pages.items() if has_moved(text)}
    assert built_site / "indicators/management-documents/index.html" in moved
    wrong = []
    for page, text in moved.items():
        target = built_site / _plain(text.canonical).removeprefix(home) / "index.html"
        if target not in pages or target in moved:
            wrong.append(f"{page.relative_to(built_site)}: canonical is {text.canonical}")
    _complain(wrong)


def has_moved(text: PageText) -> bool:
    """Whether a page stands only for another one, at an address that was once its own."""
    return "rr-moved" in text.ids


def is_embed(page: Path, site: Path) -> bool:
    return page.relative_to(site).as_posix().removeprefix("en/").startswith("embed/")


def _plain(address: str) -> str:
    """An address with its index.html left out: both forms lead to the same page."""
    return address.removesuffix("index.html")


def test_every_page_has_its_counterpart(built_site, pages):
    paths = {page.relative_to(built_site).as_posix() for page in pages} - {"404.html"}
    vietnamese = {path for path in paths if not path.startswith("en/")}
    english = {path.removeprefix("en/") for path in paths if path.startswith("en/")}
    _complain(sorted(vietnamese ^ english))


def test_every_page_tells_its_language(built_site, pages):
    _complain(
        [
            f"{page.relative_to(built_site)}: lang is {text.language!r}"
            for page, text in pages.items()
            if text.language != ("en" if page.relative_to(built_site).parts[0] == "en" else "vi")
        ]
    )
