"""The headers that a server should send with the site: the one place where they are decided.

The build writes them as `_headers`, which Netlify and Cloudflare Pages obey and other servers ignore; docs/hosting.md says the
same for other servers, and a test holds it against this module. Two rules never set the same header for one address, because
hosts differ in what they do then.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Mapping

from generator.model.shelf import ARCHIVE
from generator.model.text import DEFAULT_LANGUAGE

HEADERS_FILE = "_headers"
EDITOR = "admin"
"""The folder of the editor."""
EMBEDS = "embed"
"""The folder of pages that other sites may show in a frame."""

_POLICY = {
    "default-src": "'self'",
    # Search runs WebAssembly; nothing else is evaluated, and no script stands in a page.
    "script-src": "'self' 'wasm-unsafe-eval'",
    # The theme's icons are data: addresses in its stylesheet; charts are turned into PNG by way of blob:.
    "img-src": "'self' data: blob:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
POLICY = "; ".join(f"{name} {value}" for name, value in {**_POLICY, "frame-ancestors": "'self'"}.items())
_STYLES_OF_EDITOR = (
    # Most style sheets are put into elements that begin empty: the hash is that of nothing.
    "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
    # Two of Decap CMS come whole: its notices, and cropping.
    "4qb+qTjZ8vb8co1YZpMNDeX7tJSzzRBt6uIroh6K5K8=",
    "oLQo1xOLbYlsNCDIECXg24EuQKwYCOy/jJqds+fExxE=",
)
_EDITOR = {
    **_POLICY,
    "script-src": "'self'",
    "style-src": " ".join(("'self'", *(f"'sha256-{each}'" for each in _STYLES_OF_EDITOR))),
    "frame-ancestors": "'none'",
}


def editor_policy(hosts: Iterable[str] = ()) -> str:
    """The policy of the editor, which may ask these hosts, and this one, for files."""
    return "; ".join(
        f"{name} {value}" for name, value in {**_EDITOR, "connect-src": " ".join(("'self'", *hosts))}.items()
    )


EMBED_POLICY = "; ".join(f"{name} {value}" for name, value in {**_POLICY, "frame-ancestors": "*"}.items())
FRAMED_ELSEWHERE = r"^/(([a-z][a-z][a-z]?/)?embed|archive/[0-9.]+)/"
"""The addresses that other sites may show in a frame, below the top of the site: those made for that, and archived years."""
EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Strict-Transport-Security": "max-age=31536000",
}
ASSETS_CACHE = "public, max-age=3600"
_UTF8 = "; charset=utf-8"
CONTENT_TYPES = {
    ".asc": "application/pgp-signature",
    ".css": f"text/css{_UTF8}",
    ".csv": f"text/csv{_UTF8}",
    ".html": f"text/html{_UTF8}",
    ".js": f"text/javascript{_UTF8}",
    ".json": "application/json",
    ".jsonld": f"application/ld+json{_UTF8}",
    ".md": f"text/markdown{_UTF8}",
    ".minisig": f"text/plain{_UTF8}",
    # The index of the search: its own compressed forms, which no server may compress or guess.
    ".pagefind": "application/octet-stream",
    ".parquet": "application/vnd.apache.parquet",
    ".pdf": "application/pdf",
    ".pf_filter": "application/octet-stream",
    ".pf_fragment": "application/octet-stream",
    ".pf_index": "application/octet-stream",
    ".pf_meta": "application/octet-stream",
    ".png": "image/png",
    ".sha512": f"text/plain{_UTF8}",
    ".svg": "image/svg+xml",
    ".txt": f"text/plain{_UTF8}",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "text/xml",
    ".zip": "application/zip",
}
"""The type of every kind of file that a site has: a host that knows one of them not either guesses or, as IIS, sends none of them."""
FEED_TYPE = f"application/atom+xml{_UTF8}"
FEEDS = ("feed.xml", "revisions.xml")
OPEN_DATA = {"Access-Control-Allow-Origin": "*"}
"""Anybody's page may read the machine-readable files."""
ARCHIVED_CACHE = "public, max-age=31536000, immutable"
"""An archived year never changes, so nobody needs to ask again."""
_DATA_FOLDER = "data/v1"


def policy_of(address: str) -> str:
    """The policy of an address below the top of the site, such as `/embed/units/x/`."""
    if address.startswith(f"/{EDITOR}/"):
        return editor_policy()
    return EMBED_POLICY if re.match(FRAMED_ELSEWHERE, address) else POLICY


def headers_file(
    files: Collection[str],
    languages: Iterable[str],
    editions: Collection[str] = (),
    base: str = "/",
    asked_by_editor: Collection[str] = (),
) -> str:
    """The text of `_headers` for a site with these files (paths below its top) and the published editions of its archive.

    `base` is the path at which the site stands, ending in a slash: hosts read the file at the top of what they publish. `asked_by_editor` are the
    hosts from which the editor gets files.
    """
    rules: list[tuple[str, Mapping[str, str]]] = [
        ("/*", EVERYWHERE),
        ("/404.html", {"Content-Security-Policy": POLICY}),
    ]
    for lang in languages:
        folder = "" if lang == DEFAULT_LANGUAGE else f"{lang}/"
        rules += _language_rules(files, folder, set(languages), editions)
    if any(path.startswith(f"{EDITOR}/") for path in files):
        rules.append((f"/{EDITOR}/*", {"Content-Security-Policy": editor_policy(asked_by_editor)}))
    if any(path.startswith(f"{_DATA_FOLDER}/") for path in files):
        rules.append((f"/{_DATA_FOLDER}/*", OPEN_DATA))
    archived = tuple(f"{ARCHIVE}/{edition}/" for edition in editions)
    named = (path for path in files if path.endswith((".jsonld", ".parquet")))
    typed = sorted(name for name in named if not name.startswith(archived))
    rules += [(f"/{name}", {"Content-Type": CONTENT_TYPES[posixpath.splitext(name)[1]]}) for name in typed]
    return "".join(
        f"{base[:-1]}{path}\n" + "".join(f"  {name}: {value}\n" for name, value in set_.items()) for path, set_ in rules
    )


def _folders_in(files: Iterable[str], folder: str) -> list[str]:
    """The names of the folders in a folder, whose own path ends in a slash."""
    inside = (path.removeprefix(folder).split("/") for path in files if path.startswith(folder))
    return sorted({parts[0] for parts in inside if len(parts) > 1})


def _language_rules(
    files: Collection[str], folder: str, languages: set[str], editions: Collection[str]
) -> list[tuple[str, Mapping[str, str]]]:
    """The rules of a language: each of its folders by name, so that no rule reaches into the folder of embeds."""
    policy = {"Content-Security-Policy": POLICY}
    rules: list[tuple[str, Mapping[str, str]]] = [(f"/{folder}", policy), (f"/{folder}index.html", policy)]
    for found in _folders_in(files, folder):
        if folder == "" and (found in languages or found == EDITOR):
            continue
        if folder == "" and found == ARCHIVE:
            rules += _archive_rules(files, editions)
            continue
        sent = {"Content-Security-Policy": EMBED_POLICY if found == EMBEDS else POLICY}
        if found == "assets":
            sent["Cache-Control"] = ASSETS_CACHE
        rules.append((f"/{folder}{found}/*", sent))
    rules += [(f"/{folder}{name}", {"Content-Type": FEED_TYPE}) for name in FEEDS if f"{folder}{name}" in files]
    return rules


def _archive_rules(files: Collection[str], editions: Collection[str]) -> list[tuple[str, Mapping[str, str]]]:
    """The rules of the archive: its own pages as everywhere, and archived years, which never change.

    One rule for a whole year, because hosts take a hundred in all. So other sites may frame each of its pages: there are charts among
    them that other sites do show, and nothing in a page of the past can be set or sent.
    """
    policy = {"Content-Security-Policy": POLICY}
    rules: list[tuple[str, Mapping[str, str]]] = [(f"/{ARCHIVE}/", policy), (f"/{ARCHIVE}/index.html", policy)]
    for name in _folders_in(files, f"{ARCHIVE}/"):
        if name in editions:
            sent = {"Content-Security-Policy": EMBED_POLICY, "Cache-Control": ARCHIVED_CACHE, **OPEN_DATA}
            rules.append((f"/{ARCHIVE}/{name}/*", sent))
            rules.append((f"/{ARCHIVE}/reform-reports-{name}.zip", {"Cache-Control": ARCHIVED_CACHE}))
        else:
            rules.append((f"/{ARCHIVE}/{name}/*", policy))
    return rules
