"""Works of others that the published site hands on: what they are, their licences, and which of the site's files hold them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from generator.inventory.lock import Locked

_LICENCES = "assets/licences"
_HEAD = re.compile(r"(?m)^={20,}\n(?P<names>[^=\n]+)\nLicence: (?P<licence>.+)\n={20,}$")


@dataclass(frozen=True)
class Work:
    """A work: its name, version (empty where its bringer alone has one), SPDX licence, and `files`, patterns of paths in the site.

    `brought_by` is the locked package that it comes with, empty for what lies in this repository. `text` is where the site
    shows the licence.
    """

    name: str
    version: str
    licence: str
    kind: str
    files: tuple[str, ...]
    text: str
    address: str = ""
    brought_by: str = ""

    def holds(self, path: str) -> bool:
        """Whether a file of the site, by its path below a language's folder, is part of the work."""
        return any(fnmatchcase(path, pattern) for pattern in self.files)


def bundled_works(templates: Path, locked: tuple[Locked, ...], versions: Mapping[str, str]) -> tuple[Work, ...]:
    """All works. `versions` are those of the works inside the chart bundle, as far as it tells. Raises OSError."""
    of = {each.name: each.version for each in locked}
    return (
        Work(
            "Be Vietnam Pro",
            "1.002",
            "OFL-1.1",
            "data",
            ("assets/fonts/be-vietnam-pro-*.woff2",),
            f"{_LICENCES}/be-vietnam-pro.txt",
        ),
        Work(
            "Material for MkDocs (style sheets)",
            of.get("mkdocs-material", ""),
            "MIT",
            "framework",
            ("assets/stylesheets/*.css",),
            f"{_LICENCES}/material.txt",
            brought_by="mkdocs-material",
        ),
        Work(
            "Pagefind (search in the browser)",
            of.get("pagefind-bin", ""),
            "MIT",
            "library",
            ("pagefind/*",),
            f"{_LICENCES}/pagefind.txt",
            brought_by="pagefind-bin",
        ),
        *_chart_works(templates / _LICENCES / "vega.txt", versions),
    )


_VENDORED = "admin/vendor"


def editor_works() -> tuple[Work, ...]:
    """The works of the editor, which a site has only where it says how people sign in."""
    return (
        Work(
            "Decap CMS",
            "3.16.3",
            "MIT",
            "application",
            (f"{_VENDORED}/decap-cms.js",),
            f"{_VENDORED}/LICENSE-decap-cms.txt",
            address="pkg:npm/decap-cms@3.16.3",
        ),
        Work(
            "yaml",
            "2.9.1",
            "ISC",
            "library",
            (f"{_VENDORED}/yaml.js",),
            f"{_VENDORED}/LICENSE-yaml.txt",
            address="pkg:npm/yaml@2.9.1",
        ),
    )


def _chart_works(licences: Path, versions: Mapping[str, str]) -> Iterator[Work]:
    """The works inside `vega.js`, as the file of their licences lists them."""
    for found in _HEAD.finditer(licences.read_text(encoding="utf-8")):
        for name in found["names"].split(", "):
            version = versions.get(name, "")
            yield Work(
                name,
                version,
                found["licence"].strip(),
                "library",
                ("assets/js/vega.js",),
                f"{_LICENCES}/vega.txt",
                address=f"pkg:npm/{name}" + (f"@{version}" if version else ""),
                brought_by="vl-convert-python",
            )
