"""YAML as a tree of mappings, lists and scalars that know their places.

Scalars stay the text that was typed: YAML's own idea of numbers, dates and yes/no is never applied.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from generator.model.place import Place
from generator.model.placed import LocatedDict, LocatedList, Scalar
from generator.problems import Problem

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = {"", "~", "null", "Null", "NULL"}
_FAULTS = (
    ("alias", "yaml-alias"),
    ("anchor", "yaml-alias"),
    ("quoted scalar", "yaml-quote"),
    ("flow", "yaml-bracket"),
    ("mapping values are not allowed", "yaml-colon"),
    ("expected ':'", "yaml-no-colon"),
    ("block", "yaml-indent"),
    ("simple key", "yaml-indent"),
)
"""What PyYAML's messages say, and the kind of mistake behind it."""
_SHOWN_WHERE_BEGUN = {"yaml-quote", "yaml-bracket", "yaml-no-colon"}


def parse_yaml(text: str, file: str) -> tuple[Any, list[Problem]]:
    """The tree of a YAML text, None where it cannot be read, and the problems found."""
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        return None, [_syntax_problem(error, text, file)]
    except yaml.YAMLError as error:
        return None, [Problem("yaml-syntax", Place(file), {"detail": str(error)})]
    except RecursionError:
        return None, [Problem("yaml-deep", Place(file))]
    if root is None:
        return None, [Problem("empty-file", Place(file))]
    reader = _Reader(file)
    try:
        return reader.convert(root), reader.problems
    except RecursionError:
        return None, [Problem("yaml-deep", Place(file))]


class _Reader:
    """Turns PyYAML's nodes into the tree, collecting problems."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def convert(self, node: yaml.Node) -> Any:
        place = self._place(node)
        if id(node) in self._seen:
            self.problems.append(Problem("yaml-alias", place))
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            items = LocatedList(place)
            items.extend(self.convert(item) for item in node.value)
            return items
        quoted = getattr(node, "style", None) in ("'", '"', "|", ">")
        if not quoted and node.value in _NULLS:
            return None
        return Scalar.of(node.value, place, quoted=quoted)

    def _mapping(self, node: yaml.MappingNode, place: Place) -> LocatedDict:
        mapping = LocatedDict(place)
        for key_node, value_node in node.value:
            key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
            key_place = self._place(key_node)
            if key in mapping:
                first = str(mapping.key_places[key].line)
                self.problems.append(Problem("duplicate-key", key_place, {"key": key, "first": first}))
                continue
            mapping.key_places[key] = key_place
            mapping[key] = self.convert(value_node)
        return mapping

    def _place(self, node: yaml.Node) -> Place:
        mark = node.start_mark
        return Place(self.file, mark.line + 1, mark.column + 1)


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    """The kind of mistake behind a scanner's or parser's message, at the place where it begins."""
    mark = error.problem_mark or error.context_mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    said = f"{error.context or ''} {error.problem or ''}"
    lines = text.split("\n")
    line = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
    if "\\t" in said or "tab" in said or re.match(r"^ *\t", line) or line[place.column - 1 :].startswith("\t"):
        return Problem("yaml-tab", Place(file, place.line, line.find("\t") + 1) if "\t" in line else place)
    code = next((code for sign, code in _FAULTS if sign in said), None)
    if code is None:
        return Problem("yaml-syntax", place, {"detail": " ".join(said.split())})
    start = error.context_mark if code in _SHOWN_WHERE_BEGUN else None
    return Problem(code, Place(file, start.line + 1, start.column + 1) if start else place)
