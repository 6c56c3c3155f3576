"""What a bag holds besides the site and the inputs: the dataset by itself, what the snapshot is, and the README."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator import __version__
from generator.archive.store import bag_name
from generator.dataset.known import date_of, day_of
from generator.exports.addresses import FOLDER
from generator.exports.words import LICENCE_NAME, LICENCE_URL
from generator.i18n.formats import day, language_name, number
from generator.model.archive_description import ArchiveDescription, default_description
from generator.model.catalogue import Catalogue
from generator.model.edition import Edition
from generator.model.observation import stated_count
from generator.model.text import Text

README = "README.txt"
FACTS = "snapshot.json"
_TEMPLATE = "snapshot/README.txt.j2"
_ENGINES = ("mkdocs", "mkdocs-material", "altair", "vl-convert-python", "pagefind")


@dataclass(frozen=True)
class Snapshot:
    """The facts of a snapshot while it is put together. `address` is where its site will stand, empty where nobody knows."""

    edition: Edition
    taken: date
    commit: str | None
    address: str
    current: str
    catalogue: Catalogue
    pages: int
    change: Text | None
    warc: bool = False

    @property
    def description(self) -> ArchiveDescription:
        return self.catalogue.archive or default_description()

    @property
    def figures(self) -> int:
        return stated_count(self.catalogue.observations)

    @property
    def first_day(self) -> date:
        """The day of its oldest document."""
        return min(day_of(each) for each in self.catalogue.reports.values())

    @property
    def last_day(self) -> date:
        """The day of its newest document."""
        return max(day_of(each) for each in self.catalogue.reports.values())


def copy_dataset(site: Path, target: Path) -> None:
    """The whole dataset beside the site, for those who want nothing else. Raises OSError."""
    shutil.copytree(site / FOLDER, target)


def write_facts(snapshot: Snapshot, inputs: Path, target: Path) -> None:
    """Write `snapshot.json`: what the snapshot is, for programs. Raises OSError."""
    facts: dict[str, Any] = {
        "version": 1,
        "edition": str(snapshot.edition),
        "year": snapshot.edition.year,
        "as_of": snapshot.edition.last_day.isoformat(),
        "taken": snapshot.taken.isoformat(),
        "commit": snapshot.commit,
        "address": snapshot.address or None,
        "current_site": snapshot.current or None,
        "change": dict(snapshot.change.root) if snapshot.change else None,
        "title": dict(snapshot.description.title.root),
        "creator": dict(snapshot.description.creator.root),
        "languages": list(snapshot.catalogue.languages),
        "licence": {"data_and_prose": LICENCE_NAME, "url": LICENCE_URL, "code": "MIT"},
        "counts": {
            "reports": len(snapshot.catalogue.reports),
            "figures": snapshot.figures,
            "units": len(snapshot.catalogue.units),
            "indicators": len(snapshot.catalogue.indicators),
            "pages": snapshot.pages,
        },
        "reports": [
            {"id": each.id, "date": str(date_of(each)), "title": dict(each.document.title.root)}
            for each in snapshot.catalogue.reports.values()
        ],
        "made_with": made_with(),
        "inputs": sorted(path.name for path in inputs.iterdir()),
    }
    target.write_text(json.dumps(facts, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")


def made_with() -> dict[str, str]:
    """The program and what draws the pages, with their versions; all others are in the lock file among the inputs."""
    return {"reform-reports": __version__, **{name: version(name) for name in _ENGINES}}


def write_readme(snapshot: Snapshot, templates: Path, folders: Sequence[str], target: Path) -> None:
    """Write the README, in every language of the site that its template knows. Raises OSError or TemplateNotFound."""
    environment = Environment(
        loader=FileSystemLoader(templates), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        keep_trailing_newline=True, autoescape=False,  # noqa: S701 - plain text
    )  # fmt: skip
    text = environment.get_template(_TEMPLATE).render(
        snapshot=snapshot,
        bag=bag_name(snapshot.edition),
        folders=folders,
        counts=_counts(snapshot),
        made_with=made_with(),
        licence={"name": "CC BY 4.0", "url": LICENCE_URL},
        reports=[(each, date_of(each)) for each in snapshot.catalogue.reports.values()],
        day=day,
        language_names=[language_name(lang) for lang in snapshot.catalogue.languages],
    )
    target.write_text(text, encoding="utf-8", newline="\n")


def _counts(snapshot: Snapshot) -> Mapping[str, Mapping[str, str]]:
    """How much there is, written for readers of each language of the README."""
    from decimal import Decimal

    counted = {
        "reports": len(snapshot.catalogue.reports),
        "figures": snapshot.figures,
        "units": len(snapshot.catalogue.units),
        "pages": snapshot.pages,
    }
    return {lang: {name: number(Decimal(count), lang) for name, count in counted.items()} for lang in ("vi", "en")}
