"""Loads everything under `data/` and `content/` into one catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Generic, TypeVar

from generator.i18n.formats import is_language
from generator.load.content import load_content
from generator.load.emblem import load_emblem
from generator.load.entries import read_entries, read_entry
from generator.load.files import (
    files_under,
    is_plain,
    links_under,
    look_alike_problems,
    read_text,
    relative_name,
    unreadable_under,
)
from generator.load.namesakes import told_apart
from generator.load.observations import build_observations
from generator.load.portable import check_portable
from generator.load.single import ARCHIVE, SINGLE, SITE, load_single
from generator.load.translations import RECORD, load_translations
from generator.load.vintages import is_vintage_file, load_vintages
from generator.load.yaml_tree import parse_yaml
from generator.model.archive_description import ArchiveDescription
from generator.model.calendar import ReportingRule
from generator.model.catalogue import Catalogue
from generator.model.form import Form
from generator.model.indicator import Area, Breakdown, Indicator, Measure
from generator.model.narrative import GlossaryEntry, Synonym
from generator.model.place import Place
from generator.model.placed import Placed
from generator.model.report import Report
from generator.model.site import SiteDescription
from generator.model.target import Target
from generator.model.text import DEFAULT_LANGUAGE
from generator.model.unit import Unit
from generator.problems import Problem
from generator.recall.known import Known

T = TypeVar("T", bound=Placed)
R = TypeVar("R")
N = TypeVar("N", Unit, Form)
I = TypeVar("I", ReportingRule, Area, Measure, Breakdown, Indicator, Unit, Form, Target, GlossaryEntry)  # noqa: E741

LISTS: dict[str, type[Placed]] = {
    "data/areas.yml": Area,
    "data/measures.yml": Measure,
    "data/breakdowns.yml": Breakdown,
    "content/glossary.yml": GlossaryEntry,
    "data/calendar.yml": ReportingRule,
    "content/synonyms.yml": Synonym,
}
"""Files that hold a list of entries of one kind."""

EMBLEMS = ("data/emblem.svg", "data/emblem.png")

_FILES = frozenset({*LISTS, *SINGLE})

LIST_FOLDERS: dict[str, type[Placed]] = {"data/indicators": Indicator, "data/targets": Target}
"""Folders whose files hold lists of entries."""

_LOST_LISTS = {
    "data/areas.yml": "unknown-area",
    "data/measures.yml": "unknown-measure",
    "data/breakdowns.yml": "unknown-breakdown",
    "data/indicators": "unknown-indicator",
}
"""The mistakes that seem to be everywhere when such a file cannot be read."""

ENTRY_FOLDERS: dict[str, type[Placed]] = {"data/units": Unit, "data/forms": Form, "data/reports": Report}
"""Folders with one entry a file."""


@dataclass(frozen=True)
class Loaded:
    """What could be loaded, and every problem met on the way."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]


def load_catalogue(root: Path, known: Known | None = None) -> Loaded:
    """Load the tree under `root`. Never raises for bad input: what cannot be read is left out and told.

    What is `known` of files that hold what they held is taken as it was made then: the same objects.
    """
    known = known or Known()
    for folder in ("data", "content"):
        if not (root / folder).is_dir():
            missing = Problem("no-root", Place(folder), {"what": f"{folder}/", "root": str(root)})
            return Loaded(Catalogue(languages=(DEFAULT_LANGUAGE,)), (missing,))
    reader = _Reader(root, known)
    areas = reader.by_id(reader.list_file("data/areas.yml", Area))
    catalogue = Catalogue(
        languages=_languages(root),
        areas=areas,
        measures=reader.by_id(reader.list_file("data/measures.yml", Measure)),
        breakdowns=reader.by_id(reader.list_file("data/breakdowns.yml", Breakdown)),
        indicators=reader.by_id(reader.indicators(areas)),
        units=told_apart(reader.by_id(reader.named_files("data/units", Unit)), known),
        forms=reader.by_id(reader.named_files("data/forms", Form)),
        reports=reader.reports(),
        targets=reader.by_id(
            entry for path in reader.yaml_files("data/targets") for entry in reader.entries(path, Target)
        ),
        glossary=reader.by_id(reader.list_file("content/glossary.yml", GlossaryEntry)),
        calendar=reader.by_id(reader.list_file("data/calendar.yml", ReportingRule)),
        synonyms=tuple(reader.list_file("content/synonyms.yml", Synonym)),
    )
    reader.unknown_files(catalogue.languages)
    catalogue = replace(catalogue, unread=frozenset(reader.unread))
    observations, figure_problems = build_observations(catalogue, known)
    narratives, plain, content_problems = load_content(root, catalogue, known)
    lost = frozenset(each.place.file for each in content_problems)
    translated, record_problems = load_translations(root)
    vintages, vintage_problems = load_vintages(root, known)
    archive, archive_problems = load_single(root, ARCHIVE, ArchiveDescription)
    site, site_problems = load_single(root, SITE, SiteDescription)
    emblem, emblem_problems = load_emblem(root, site)
    catalogue = replace(
        catalogue,
        observations=observations,
        narratives=narratives,
        plain=plain,
        translated=translated,
        vintages=vintages,
        archive=archive,
        site=site,
        emblem=emblem,
        unread=catalogue.unread | lost,
    )
    problems = (*reader.problems, *figure_problems, *content_problems, *record_problems)
    return Loaded(catalogue, (*problems, *vintage_problems, *archive_problems, *site_problems, *emblem_problems))


def _languages(root: Path) -> tuple[str, ...]:
    """The folders of `content/` that are called after a language, Vietnamese first."""
    folders = sorted(path.name for path in (root / "content").iterdir() if path.is_dir() and is_language(path.name))
    return (DEFAULT_LANGUAGE, *(name for name in folders if name != DEFAULT_LANGUAGE))


@dataclass(frozen=True)
class _Read(Generic[R]):
    """What a file holds, what is wrong with it, and what is lost with it."""

    held: R
    problems: tuple[Problem, ...] = ()
    unread: frozenset[str] = frozenset()


def _tree_of(text: str, name: str) -> tuple[Any, list[Problem]]:
    """The tree of a YAML text, None where it has a fault that leaves none, and what is wrong with it."""
    tree, problems = parse_yaml(text, name)
    return tree, [*problems, *look_alike_problems(text, name)]


def _entries_of(text: str, name: str, kind: type[T]) -> _Read[list[T]]:
    """The entries of a YAML text that holds a list of them."""
    tree, faults = _tree_of(text, name)
    if tree is None:
        return _Read([], tuple(faults), frozenset({_lost_with(name)}))
    entries, problems = read_entries(kind, tree, name)
    return _Read(entries, (*faults, *problems), frozenset(_ids(tree) if problems else ()))


def _entry_of(text: str, name: str, kind: type[T]) -> _Read[T | None]:
    """The entry of a YAML text that holds one."""
    tree, faults = _tree_of(text, name)
    if tree is None:
        return _Read(None, tuple(faults), frozenset({_lost_with(name)}))
    entry, problems = read_entry(kind, tree, name)
    return _Read(entry, (*faults, *problems), frozenset({_lost_with(name), *_ids([tree])} if entry is None else ()))


class _Reader:
    """Reads entries under a root, gathering problems."""

    def __init__(self, root: Path, known: Known) -> None:
        self.root = root
        self._known = known
        self.problems: list[Problem] = []
        self.unread: set[str] = set()

    def yaml_files(self, folder: str) -> list[Path]:
        return files_under(self.root / folder, ".yml", self.root / "data")

    def entries(self, path: Path, kind: type[T]) -> list[T]:
        """The entries of a file that holds a list of them."""
        return self._read(path, kind, _entries_of, [])

    def entry(self, path: Path, kind: type[T]) -> T | None:
        """The entry of a file that holds one."""
        return self._read(path, kind, _entry_of, None)

    def _read(self, path: Path, kind: type[T], made_of: Callable[[str, str, type[T]], _Read[R]], nothing: R) -> R:
        """What a file holds, and its problems gathered; `nothing` where it cannot be opened."""
        name = relative_name(path, self.root)
        text = read_text(path, name)
        if isinstance(text, Problem):
            self.problems.append(text)
            self.unread.add(_lost_with(name))
            return nothing
        read = self._known.recall(("entries", name), (text,), lambda: made_of(text, name, kind))
        self.problems += read.problems
        self.unread |= read.unread
        return read.held

    def list_file(self, name: str, kind: type[T]) -> list[T]:
        path = self.root / name
        return self.entries(path, kind) if path.exists() and is_plain(path, path.parent) else []

    def indicators(self, areas: dict[str, Area]) -> list[Indicator]:
        found = []
        for path in self.yaml_files("data/indicators"):
            if path.stem not in areas and "unknown-area" not in self.unread:
                place = Place(relative_name(path, self.root))
                self.problems.append(Problem("unknown-area", place, {"id": path.stem}, allowed=tuple(areas)))
            entries, area = self.entries(path, Indicator), path.stem
            placed = ("indicators", area)
            found += self._known.recall(placed, (*entries,), lambda: [each.in_area(area) for each in entries])  # noqa: B023 - called at once
        order = list(areas)
        return sorted(found, key=lambda entry: order.index(entry.area) if entry.area in areas else len(order))

    def named_files(self, folder: str, kind: type[N]) -> list[N]:
        """Entries of a folder with one entry a file, whose names must agree."""
        found = []
        for path in self.yaml_files(folder):
            entry = self.entry(path, kind)
            if entry is None:
                continue
            self._must_be_called(path, f"{folder}/{entry.id}.yml")
            found.append(entry)
        return found

    def reports(self) -> dict[str, Report]:
        found: dict[str, Report] = {}
        for path in self.yaml_files("data/reports"):
            report = self.entry(path, Report)
            if report is None:
                continue
            if report.id in found:
                words = {"unit": report.unit, "period": str(report.period), "first": found[report.id].place.file}
                self.problems.append(Problem("duplicate-report", report.place_of("unit"), words))
                continue
            self._must_be_called(path, f"data/reports/{report.id}.yml")
            found[report.id] = report
        return dict(sorted(found.items(), key=lambda item: (item[1].unit, item[1].period, item[1].rule or "")))

    def by_id(self, entries: Iterable[I]) -> dict[str, I]:
        found: dict[str, I] = {}
        for entry in entries:
            if entry.id in found:
                words = {"id": entry.id, "first": str(found[entry.id].place)}
                self.problems.append(Problem("duplicate-id", entry.place_of("id"), words))
            else:
                found[entry.id] = entry
        return found

    def unknown_files(self, languages: Sequence[str]) -> None:
        """Tell of YAML files that nothing reads, of Markdown in no language's folder, of symbolic links, and of what cannot be opened."""
        for name in ("data", "content"):
            for path in links_under(self.root / name):
                self.problems.append(Problem("symbolic-link", Place(relative_name(path, self.root))))
            for path, reason in unreadable_under(self.root / name):
                self.problems.append(
                    Problem("unreadable-file", Place(relative_name(path, self.root)), {"reason": reason})
                )
        folders = tuple(f"{folder}/" for folder in (*LIST_FOLDERS, *ENTRY_FOLDERS))
        folder = self.root / "data"
        for path in [*files_under(folder, ".yml"), *files_under(folder, ".yaml")]:
            name = relative_name(path, self.root)
            if path.suffix == ".yaml" or not (name in _FILES or name.startswith(folders) or is_vintage_file(name)):
                self.problems.append(Problem("unknown-file", Place(name)))
        for path in files_under(self.root / "content", ".md"):
            if path.relative_to(self.root / "content").parts[0] not in languages:
                self.problems.append(Problem("unknown-file", Place(relative_name(path, self.root))))
        self.problems += check_portable(relative_name(path, self.root) for path in self.yaml_files("data/targets"))
        self._other_files()

    def _other_files(self) -> None:
        """Tell of files of other kinds: pictures, drafts, tables. Hidden files are none of ours."""
        read = {"data": (".yml", ".yaml"), "content": (".md",)}
        for top, suffixes in read.items():
            for path in files_under(self.root / top, ""):
                name = relative_name(path, self.root)
                hidden = any(part.startswith(".") for part in path.relative_to(self.root).parts)
                known = path.suffix in suffixes or name in LISTS or name in (RECORD, *EMBLEMS) or is_vintage_file(name)
                if not (hidden or known):
                    self.problems.append(Problem("unread-file", Place(name)))

    def _must_be_called(self, path: Path, expected: str) -> None:
        name = relative_name(path, self.root)
        if name != expected:
            self.problems.append(Problem("misplaced-file", Place(name, 1, 1), {"expected": expected}))
            self.unread.add(_lost_with(name))


def _lost_with(name: str) -> str:
    """What is lost with a file: the entry that it is named after, or all that its problem code stands for."""
    for folder in ENTRY_FOLDERS:
        if name.startswith(f"{folder}/"):
            return name.removeprefix(f"{folder}/").removesuffix(".yml")
    return _LOST_LISTS.get(name) or _LOST_LISTS.get(name.rpartition("/")[0], name)


def _ids(tree: Any) -> set[str]:
    """The ids that the entries of a tree give themselves."""
    items = tree if isinstance(tree, list) else []
    return {str(item["id"]) for item in items if isinstance(item, dict) and "id" in item}
