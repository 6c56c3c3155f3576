"""The documented hosts serve the site as they should, at the top of a host name and below a path."""

import gzip
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest

from generator.archive.store import Store, bag_name
from generator.assembly.site import build_site
from generator.finish.headers import (
    ARCHIVED_CACHE,
    ASSETS_CACHE,
    CONTENT_TYPES,
    EMBED_POLICY,
    EVERYWHERE,
    FEED_TYPE,
    POLICY,
)
from generator.model.edition import Edition
from tests.conftest import made_once
from tests.hosts import BELOW, HOSTS, free_port
from tests.serving import tree_to_serve
from tests.trees import faults

pytestmark = pytest.mark.integration

EDITION = Edition(2020)
ALIKE = {"application/javascript": "text/javascript", "application/xml": "text/xml"}
"""Names of the same type; hosts use either."""


@pytest.fixture(scope="module", params=["/", BELOW])
def placed(request, tmp_path_factory, finished) -> tuple[str, Path]:
    """The path at which a site stands, and the site, with a signed archived year."""
    base = request.param
    with made_once(tmp_path_factory, f"hosted{base.strip('/')}") as folder, pytest.MonkeyPatch.context() as patch:
        if not (folder / "site").exists():
            tree_to_serve(folder, finished)
            for suffix in ("asc", "minisig"):
                name = f"{bag_name(EDITION)}.tagmanifest-sha512.txt.{suffix}"
                (Store(folder / "archive").folder / name).write_text("signed", encoding="ascii")
            patch.setenv("SITE_URL", f"https://cchc.test{base}")
            result = build_site(folder, folder / "site", lambda _step, _detail: None)
            assert faults(result.problems) == ()
    return base, folder / "site"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Host:
    """A running host: where it listens, and the path and folder of the site."""

    port: int
    base: str
    site: Path

    def get(self, path: str, **headers: str) -> Answer:
        """The answer for a path below the top of the site."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", f"{self.base}{path}", headers=headers)
        response = connection.getresponse()
        return Answer(response.status, dict(response.headers), response.read())


@pytest.fixture(params=HOSTS)
def host(request, tmp_path, placed) -> Iterator[Host]:
    base, site = placed
    port = free_port()
    with HOSTS[request.param](tmp_path, site, base, port):
        yield Host(port, base, site)


def kind(written: str) -> str:
    name, _, rest = written.partition(";")
    return f"{ALIKE.get(name, name)};{rest}" if rest else ALIKE.get(name, name)


def test_every_kind_of_file_is_sent_with_its_type(host):
    files = {path.suffix: path for path in sorted(host.site.rglob("*.*")) if path.is_file() and path.stem[0] != "."}
    del files[".xml"]
    assert files.keys() >= {
        ".pf_meta",
        ".pf_index",
        ".pf_fragment",
        ".pf_filter",
        ".pagefind",
        ".sha512",
        ".asc",
        ".minisig",
    }

    for suffix, path in files.items():
        sent = host.get(path.relative_to(host.site).as_posix())
        assert (sent.status, sent.body == path.read_bytes()) == (200, True), path
        expected = kind(CONTENT_TYPES[suffix])
        # Where no charset is needed, saying it does no harm.
        assert kind(sent.headers["Content-Type"]).lower().startswith(expected.lower()), path

    assert host.get("feed.xml").headers["Content-Type"] == FEED_TYPE
    assert host.get("en/feed.xml").headers["Content-Type"] == FEED_TYPE
    assert host.get("revisions.xml").headers["Content-Type"] == FEED_TYPE
    assert kind(host.get("sitemap.xml").headers["Content-Type"]).startswith("text/xml")


def test_pages_files_embeds_and_archived_years_get_their_headers(host):
    embeds = [path.parent.relative_to(host.site).as_posix() for path in host.site.rglob("embed/**/index.html")]
    ours = [next(each for each in embeds if each.startswith(top)) for top in ("embed/", "en/embed/")]
    page = {"Content-Security-Policy": POLICY, "Cache-Control": "no-cache"}
    past = {
        "Content-Security-Policy": EMBED_POLICY,
        "Cache-Control": ARCHIVED_CACHE,
        "Access-Control-Allow-Origin": "*",
    }
    expected = {
        "": page,
        "en/": page,
        "units/huyen/": page,
        "archive/": page,
        **{f"{each}/": {"Content-Security-Policy": EMBED_POLICY, "Cache-Control": "no-cache"} for each in ours},
        "archive/2020/": past,
        "archive/2020/en/": past,
        "archive/2020/assets/css/site.css": past,
        f"archive/{bag_name(EDITION)}.zip": {"Cache-Control": ARCHIVED_CACHE},
        "assets/css/site.css": {"Cache-Control": ASSETS_CACHE},
        "en/assets/css/site.css": {"Cache-Control": ASSETS_CACHE},
        "data/v1/index.json": {"Access-Control-Allow-Origin": "*"},
    }

    for path, headers in expected.items():
        sent = host.get(path)
        assert sent.status == 200, path
        assert sent.headers.items() >= {**EVERYWHERE, **headers}.items(), path
        if "Access-Control-Allow-Origin" not in headers and path.endswith("/"):
            assert "Access-Control-Allow-Origin" not in sent.headers, path


@pytest.mark.parametrize("path", ["no/such/page", "no-such-file.csv", "archive/2020/no-such-page/", "assets/none.css"])
def test_an_address_that_does_not_exist_gets_the_page_of_the_site(host, path):
    sent = host.get(path)

    assert sent.status == 404
    text = sent.body.decode()
    assert "Không tìm thấy trang" in text
    assert f'href="{host.base}assets/' in text or f'href="{host.base}"' in text
    assert sent.headers["Content-Type"].lower() == "text/html; charset=utf-8"
    assert sent.headers["Content-Security-Policy"] == POLICY
    assert sent.headers["Cache-Control"] == "no-cache"
    assert sent.headers.items() >= EVERYWHERE.items()


def test_a_folder_without_its_slash_leads_to_its_page_and_text_is_compressed(host):
    moved = host.get("units")
    assert moved.status in {301, 308}
    assert moved.headers["Location"].endswith(f"{host.base}units/")

    packed = host.get("", **{"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.body) == (host.site / "index.html").read_bytes()


def test_below_a_path_nothing_else_of_the_host_is_touched(host):
    if host.base == "/":
        pytest.skip("the whole host is the site's")
    outside = Host(host.port, "/", host.site)

    assert "Content-Security-Policy" not in outside.get("embed/").headers
    entered = outside.get("cchc")
    assert entered.status in {301, 302, 308}
    assert entered.headers["Location"].endswith("/cchc/")
