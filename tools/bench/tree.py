"""Writes a synthetic tree: made-up communes that report each quarter on an official form, with narratives in both languages.

Everything goes through the project's own formats, so whatever builds the real site builds this one; `check` finds no error in it.
The same seed gives the same tree, and a commune says the same in trees of all sizes.

Usage: python -m tools.bench.tree --pages 1000 DIR        about so many pages, all languages together
       python -m tools.bench.tree --reports 192 DIR       so many quarterly reports (97 figures each)
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

from tools.bench.definitions import Definitions, read_definitions
from tools.bench.figures import Chance, Figures
from tools.bench.narratives import narratives_of
from tools.bench.places import Place, communes_of, provinces_of
from tools.bench.quarter import last_quarters
from tools.bench.reports import ReportWriter
from tools.bench.size import QUARTERS, Size, of_pages, of_reports

ROOT = Path(__file__).resolve().parent.parent.parent
_LOOKS = ("site_templates", "mkdocs.yml", "CHANGELOG.md")
"""What a tree has besides data and content."""
_PLAIN = ("vi/index.md", "vi/about.md", "vi/method.md", "en/index.md", "en/about.md", "en/method.md", "glossary.yml")
SEED = 1


def main() -> int:
    """Write a tree and say how large it is."""
    words = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    size = words.add_mutually_exclusive_group(required=True)
    size.add_argument("--pages", type=int, help="about so many pages, all languages together")
    size.add_argument("--reports", type=int, help="so many reports")
    words.add_argument("--quarters", type=int, default=QUARTERS, help="reports of each commune (default: %(default)s)")
    words.add_argument("--seed", type=int, default=SEED)
    words.add_argument("folder", type=Path, metavar="DIR", help="a folder that is empty or not there yet")
    asked = words.parse_args()
    if asked.folder.exists() and any(asked.folder.iterdir()):
        words.error(f"{asked.folder} is not empty")
    if min(asked.pages or asked.reports, asked.quarters) < 1:
        words.error("a tree has at least one page, one report and one quarter")
    made = of_pages(asked.pages, asked.quarters) if asked.pages else of_reports(asked.reports, asked.quarters)
    write_tree(asked.folder, made, asked.seed)
    print(f"{asked.folder}: {made.communes} communes, {made.reports} reports")
    return 0


def write_tree(folder: Path, size: Size, seed: int = SEED, project: Path = ROOT) -> None:
    """Write the tree into a folder, with the definitions and templates of the project; and record its translations, as staff do."""
    definitions = read_definitions(project)
    for name, text in (*definition_files(definitions), *_unit_files(size), ("data/targets/communes.yml", _TARGETS)):
        write_file(folder / name, text)
    figures = Figures(definitions, Chance(seed))
    reports = ReportWriter(figures)
    for commune in communes_of(size):
        for quarter in last_quarters(size.quarters):
            write_file(folder / f"data/reports/{commune.id}/{quarter}.yml", reports.text(commune, quarter))
            for name, text in narratives_of(commune, quarter, figures.chance):
                write_file(folder / "content" / name, text)
    copy_looks(project, folder)
    record = [sys.executable, "-m", "generator.cli", "translated", "--all", "--root", str(folder.resolve())]
    subprocess.run(record, check=True, cwd=project, stdout=subprocess.DEVNULL)


def copy_looks(project: Path, folder: Path, *, units: bool = False) -> None:
    """Copy the templates and plain pages of the project, with `units` its units as well."""
    for name in (*_LOOKS, *(["data/units"] if units else [])):
        _copy(project / name, folder / name)
    for name in _PLAIN:
        _copy(project / "content" / name, folder / "content" / name)


def definition_files(definitions: Definitions) -> Iterator[tuple[str, str]]:
    """The files of the definitions, by path below the root."""
    for name, tree in definitions.files.items():
        yield name, yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=1000)


def _unit_files(size: Size) -> Iterator[tuple[str, str]]:
    for place in (*provinces_of(size), *communes_of(size)):
        yield f"data/units/{place.id}.yml", _unit(place)


def _unit(place: Place) -> str:
    said = [f"id: {place.id}", f"level: {place.level}"]
    said += [f"parent: {place.parent}"] if place.parent else []
    for name, (vi, en) in (("names", place.names), ("authority", place.authority)):
        said.append(f'{name}: {{vi: "{vi}", en: "{en}"}}')
    return "\n".join((*said, ""))


_TARGETS = "\n".join(
    f"""\
- id: communes-on-time-{year}
  indicator: dossiers-on-time-rate
  level: commune
  breakdown: {{tier: commune}}
  period: {year}-Q4
  threshold: "95%"
  comparison: at-least
  source: {{vi: "Kế hoạch mẫu năm {year}", en: "Example plan of {year}"}}
- id: communes-plan-{year}
  indicator: par-plan-tasks-completed
  level: commune
  period: {year}
  threshold_from: par-plan-tasks
  comparison: at-least
  source: {{vi: "Kế hoạch mẫu năm {year}", en: "Example plan of {year}"}}
"""
    for year in (2024, 2025)
)


def write_file(path: Path, text: str) -> None:
    """Write a file, with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copy2(source, target)


if __name__ == "__main__":
    sys.exit(main())
