"""Every kind of YAML file of a tree: where it lies, what it holds, and what it is called."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from generator.fields.describe import describe
from generator.fields.field import Field
from generator.i18n.messages import N_
from generator.load.catalogue import ENTRY_FOLDERS, LIST_FOLDERS, LISTS
from generator.load.single import SINGLE
from generator.model.placed import Placed
from generator.model.vintage import VINTAGES, VintageRecord


@dataclass(frozen=True)
class FileKind:
    """A kind of file. `name` is its own word for itself, `pattern` where its files lie (`*` stands for one name, not for folders).

    `is_list` tells that a file holds a list of entries. `by_program` tells that a command writes it, and no person.
    """

    name: str
    pattern: str
    label: str
    model: type[Placed]
    is_list: bool = False
    by_program: bool = False

    @property
    def entry(self) -> Field:
        """The description of an entry."""
        return describe(self.model)

    def holds(self, path: str) -> bool:
        """Whether a file, by its path below the root, is of this kind."""
        parts, wanted = PurePosixPath(path).parts, PurePosixPath(self.pattern).parts
        return len(parts) == len(wanted) and all(map(fnmatchcase, parts, wanted))


_LABELS = {
    "area": N_("Areas of reform"),
    "measure": N_("Units of measure"),
    "breakdown": N_("Breakdowns"),
    "glossaryentry": N_("Glossary"),
    "synonym": N_("Everyday words"),
    "indicator": N_("Indicators"),
    "target": N_("Targets"),
    "unit": N_("Unit"),
    "form": N_("Form"),
    "report": N_("Report"),
    "archivedescription": N_("Description for archives"),
    "sitedescription": N_("The site itself"),
}
_DEEPER = {"data/reports": "*/*.yml"}
"""Folders whose files do not lie in them directly."""


def _name(model: type[Placed]) -> str:
    return model.__name__.lower()


def _kinds() -> Iterable[FileKind]:
    for pattern, model in LISTS.items():
        yield FileKind(PurePosixPath(pattern).stem, pattern, _LABELS[_name(model)], model, is_list=True)
    for folder, model in LIST_FOLDERS.items():
        yield FileKind(PurePosixPath(folder).name, f"{folder}/*.yml", _LABELS[_name(model)], model, is_list=True)
    for folder, model in ENTRY_FOLDERS.items():
        yield FileKind(_name(model), f"{folder}/{_DEEPER.get(folder, '*.yml')}", _LABELS[_name(model)], model)
    for pattern, model in SINGLE.items():
        yield FileKind(PurePosixPath(pattern).stem, pattern, _LABELS[_name(model)], model)
    yield FileKind("vintage", f"{VINTAGES}/*.yml", N_("Record of a snapshot"), VintageRecord, by_program=True)


FILE_KINDS: tuple[FileKind, ...] = tuple(_kinds())


def kind_of(path: str) -> FileKind | None:
    """The kind of a file by its path below the root; None where it is none of ours."""
    return next((each for each in FILE_KINDS if each.holds(path)), None)
