"""The headers that a host should send: one decision, in `_headers` and in the documentation of every host."""

import re
from xml.etree import ElementTree as ET

import pytest

from generator.finish import headers
from generator.finish.headers import EMBED_POLICY, EVERYWHERE, POLICY, headers_file
from tests.browser.headers import headers_for, read_headers

EDITIONS = [str(year) for year in range(2020, 2041) if year != 2021]
ARCHIVED = tuple(f"archive/{year}/" for year in EDITIONS)
HOSTS = {"nginx": "nginx", "apache": "apache", "caddy": "caddy", "iis": "xml"}


@pytest.fixture
def site(tmp_path):
    for name in (
        "index.html", "404.html", "feed.xml", "units/x/index.html", "assets/css/a.css", "embed/x/index.html",
        "en/index.html", "en/feed.xml", "en/units/x/index.html", "en/embed/x/index.html", "en/assets/css/a.css",
        "data/index.html", "data/v1/observations.parquet", "data/v1/catalog.jsonld", "data/v1/index.json",
        "archive/index.html", "archive/2021/index.html", "en/archive/index.html",
        *(f"archive/{year}/{name}" for year in EDITIONS for name in ("index.html", "embed/x/index.html", "data/v1/a.parquet")),
    ):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    files = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    (tmp_path / "_headers").write_text(headers_file(files, ("vi", "en"), EDITIONS), encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def snippets(root):
    page = (root / "docs" / "hosting.md").read_text(encoding="utf-8")
    return dict(re.findall(r"(?ms)^```(nginx|apache|caddy|xml)\n(.*?)^```$", page))


def test_both_languages_give_the_same_text_for_hosts(root):
    english, vietnamese = (
        re.findall(r"(?ms)^```\w+\n.*?^```$", (root / "docs" / name).read_text(encoding="utf-8"))
        for name in ("hosting.md", "may-chu.md")
    )

    assert english == vietnamese


def test_every_address_gets_what_is_the_same_everywhere_and_one_policy(site):
    rules = read_headers(site)
    names = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]

    for name in names:
        sent = headers_for(rules, f"/{name}")
        assert sent.items() >= EVERYWHERE.items()
        if name.endswith(".html"):
            assert sent["Content-Security-Policy"] == (
                EMBED_POLICY if "embed/" in name or name.startswith(ARCHIVED) else POLICY
            )
    assert headers_for(rules, "/")["Content-Security-Policy"] == POLICY
    assert headers_for(rules, "/en/")["Content-Security-Policy"] == POLICY
    assert headers_for(rules, "/en/embed/x/")["Content-Security-Policy"] == EMBED_POLICY


def test_only_embeds_may_be_framed_by_others():
    differing = set(POLICY.split("; ")) ^ set(EMBED_POLICY.split("; "))

    assert differing == {"frame-ancestors 'self'", "frame-ancestors *"}


def test_the_policy_lets_nothing_in_from_elsewhere_and_runs_nothing_in_a_page():
    sources = dict(part.split(" ", 1) for part in POLICY.split("; "))

    assert sources["default-src"] == "'self'"
    assert sources["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert sources["base-uri"] == "'none'"
    assert sources["form-action"] == "'self'"
    assert "'unsafe-" not in POLICY
    assert "http" not in POLICY


def test_a_site_has_no_file_of_a_kind_that_is_not_mapped(built_site):
    kinds = {path.suffix for path in built_site.rglob("*.*") if path.is_file() and not path.name.startswith(".")}

    assert kinds <= headers.CONTENT_TYPES.keys()


def test_files_of_little_known_types_are_named(site):
    rules = read_headers(site)

    assert headers_for(rules, "/en/feed.xml")["Content-Type"] == "application/atom+xml; charset=utf-8"
    parquet = headers_for(rules, "/data/v1/observations.parquet")
    assert parquet["Content-Type"] == "application/vnd.apache.parquet"
    assert headers_for(rules, "/data/v1/catalog.jsonld")["Content-Type"].startswith("application/ld+json")
    assert headers_for(rules, "/data/v1/index.json")["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in headers_for(rules, "/data/")
    assert headers_for(rules, "/assets/css/a.css")["Cache-Control"] == headers.ASSETS_CACHE


def test_hosts_take_the_file(site):
    text = (site / "_headers").read_text(encoding="utf-8")

    assert len(re.findall(r"(?m)^/", text)) <= 100
    assert max(map(len, text.splitlines())) < 2000
    # Netlify knows a star at the end only.
    assert not re.search(r"(?m)^/.*\*.+$", text)


@pytest.mark.parametrize("host", HOSTS)
def test_the_documentation_says_the_same_for_every_host(snippets, host):
    snippet = snippets[HOSTS[host]].replace("&#39;", "'")

    policies = re.findall(r'default-src [^"]*(?=")', snippet)
    assert set(policies) == {POLICY, EMBED_POLICY}
    for name, value in EVERYWHERE.items():
        assert re.search(rf'{name}\W+(?:value=)?"{re.escape(value)}"', snippet), name
    assert f'"{headers.ASSETS_CACHE}"' in snippet
    assert f'"{headers.ARCHIVED_CACHE}"' in snippet


# What comes with nginx knows these; said twice it warns.
KNOWN_TO_NGINX = {
    f".{name}"
    for name in ["html", "css", "js", "json", "pdf", "png", "svg", "txt", "webp", "woff2", "xlsx", "xml", "zip"]
}


def mapped(host: str, snippet: str) -> dict[str, str]:
    """Which type a documented host gives to each kind of file."""
    if host == "nginx":
        types = re.search(r"(?s)\n\s+types \{\n(.*?)\}", snippet)[1]
        pairs = [
            (f".{name}", kind) for kind, names in re.findall(r"(\S+/\S+) ([^;]+);", types) for name in names.split()
        ]
        return {**{suffix: headers.CONTENT_TYPES[suffix] for suffix in KNOWN_TO_NGINX}, **dict(pairs)}
    pattern = {
        "apache": r'AddType (?P<kind>"[^"]+"|\S+) (?P<suffix>\.\w+)',
        "caddy": r'~\\(?P<suffix>\.\w+)\$ "(?P<kind>[^"]+)"',
        "iis": r'<remove fileExtension="(?P<suffix>\.\w+)" /><mimeMap fileExtension="(?P=suffix)" mimeType="(?P<kind>[^"]+)" />',
    }[host]
    return {found["suffix"]: found["kind"].strip('"') for found in re.finditer(pattern, snippet)}


@pytest.mark.parametrize("host", HOSTS)
def test_every_documented_host_maps_every_kind_of_file(snippets, host):
    types = mapped(host, snippets[HOSTS[host]])

    assert types.keys() == headers.CONTENT_TYPES.keys()
    # nginx says the charset elsewhere.
    said = {suffix: kind.split(";")[0] for suffix, kind in types.items()} if host == "nginx" else types
    expected = {
        suffix: kind.split(";")[0] if host == "nginx" else kind for suffix, kind in headers.CONTENT_TYPES.items()
    }
    assert said == expected


@pytest.mark.parametrize("host", ["nginx", "apache", "caddy"])
def test_the_addresses_that_others_may_frame_are_the_same_everywhere(snippets, host):
    framed = headers.FRAMED_ELSEWHERE.removeprefix("^")

    assert framed in snippets[HOSTS[host]]
    for address in ("/embed/x/", "/en/embed/x/", "/archive/2023/", "/archive/2023.2/x/"):
        assert headers.policy_of(address) == EMBED_POLICY
    for address in ("/", "/units/embed/", "/archive/", "/archive/removed/", "/en/archive/", "/embedded/"):
        assert headers.policy_of(address) == POLICY


def test_a_site_below_a_path_has_rules_for_that_path(site):
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    rules = headers_file(files, ("vi", "en"), EDITIONS, "/cchc/")

    paths = re.findall(r"(?m)^(/\S*)$", rules)
    assert all(path.startswith("/cchc/") for path in paths)
    assert rules.replace("/cchc/", "/") == headers_file(files, ("vi", "en"), EDITIONS)


def test_the_example_for_iis_is_xml(snippets):
    assert ET.fromstring(snippets["xml"]).tag == "configuration"
