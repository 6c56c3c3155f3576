"""YAML as a tree of mappings, lists and scalars that know their places.

Scalars stay the text that was typed: YAML's own idea of numbers, dates and yes/no is never applied, and quotes, comments and
the way a collection is written mean nothing.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any

import yaml

from generator.load.limits import DEEPEST, LONGEST_VALUE, MOST_TOLD, MOST_VALUES
from generator.load.slips import odd_space
from generator.load.yaml_faults import is_escape, open_quote, reason_of
from generator.model.hidden import code_point, hidden_character
from generator.model.place import Place
from generator.model.placed import LocatedDict, LocatedList, Scalar
from generator.problems import Problem

_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
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


class _LimitError(Exception):
    """A tree is deeper or larger than any that we read."""

    def __init__(self, problem: str, node: yaml.Node | None, **words: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.mark = node.start_mark if node is not None else None
        self.words = words


class _Loader(_PARSER):  # type: ignore[misc]  # whichever parser there is
    """Counts values and levels while the tree is made: libyaml's own limit is the process's stack, which ends the process."""

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self._depth = self._values = 0

    def descend_resolver(self, current_node: yaml.Node | None, _index: object) -> None:
        """Called by the composer before each value. What it overrides has nothing to do: no values are resolved by their paths."""
        self._depth += 1
        self._values += 1
        if self._depth > DEEPEST:
            raise _LimitError("yaml-deep", current_node)
        if self._values > MOST_VALUES:
            raise _LimitError("too-many-values", None, most=str(MOST_VALUES))

    def ascend_resolver(self) -> None:
        """Called by the composer after each value."""
        self._depth -= 1

    def resolve(self, *_: object) -> str:
        """Called by the composer for values without a tag: a tag that a value has all the same was typed."""
        return ""


def parse_yaml(text: str, file: str) -> tuple[Any, list[Problem]]:
    """The tree of a YAML text, None where it cannot be read, and the problems found."""
    odd = odd_space(text, file)
    if odd is not None:
        return None, [odd]
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        return None, [_syntax_problem(error, text, file)]
    except yaml.YAMLError as error:
        return None, [Problem("yaml-syntax", Place(file), {"reason": reason_of(str(error))})]
    except _LimitError as error:
        place = Place(file, error.mark.line + 1, error.mark.column + 1) if error.mark else Place(file)
        return None, [Problem(error.problem, place, error.words)]
    if root is None:
        return None, [Problem("empty-file", Place(file))]
    reader = _Reader(file, text)
    tree = reader.convert(root)
    return tree, reader.problems[:MOST_TOLD]


class _Reader:
    """Turns PyYAML's nodes into the tree, collecting problems."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._seen: set[int] = set()
        self._text = text

    def convert(self, node: yaml.Node) -> Any:
        place = self._place(node)
        if id(node) in self._seen:
            # Told where its anchor stands.
            return None
        self._seen.add(id(node))
        self._tell_signs(node, place)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            items = LocatedList(place)
            items.extend(self.convert(item) for item in node.value)
            return items
        # Quotes change nothing: a text without them has no spaces at its ends, and nothing is nothing.
        value = node.value.strip()
        if value in _NULLS:
            return None
        self._check(value, place)
        return Scalar.of(value, place)

    def _tell_signs(self, node: yaml.Node, place: Place) -> None:
        """Tell of a tag, and of an anchor, which the composer keeps to itself: what it stands for would be lost without a word."""
        if node.tag:
            tag = node.tag.replace("tag:yaml.org,2002:", "!!")
            self.problems.append(Problem("yaml-tag", place, {"tag": tag}))
        elif "&" in self._text and self._lines[place.line - 1].startswith("&", place.column - 1):
            self.problems.append(Problem("yaml-alias", place))

    @cached_property
    def _lines(self) -> list[str]:
        return self._text.split("\n")

    def _is_without_colon(self, key: yaml.Node, value: yaml.Node) -> bool:
        """Whether a key in braces has no colon, so that its value is nothing at all."""
        if not isinstance(value, yaml.ScalarNode) or value.value or value.style:
            return False
        first, last = key.end_mark, value.start_mark
        if first.line == last.line:
            return self._lines[first.line].find(":", first.column, last.column) < 0
        between = self._lines[first.line + 1 : last.line]
        begun, ended = self._lines[first.line].find(":", first.column), self._lines[last.line].find(":", 0, last.column)
        return begun < 0 and ended < 0 and not any(":" in line for line in between)

    def _check(self, text: str, place: Place) -> None:
        """Tell of what no text holds: too much, or what nobody sees (written as an escape, `"\\u202e"`)."""
        hidden = hidden_character(text)
        if hidden is not None:
            self.problems.append(Problem("hidden-character", place, {"character": code_point(hidden[0])}))
        if len(text) > LONGEST_VALUE:
            self.problems.append(
                Problem("text-too-long", place, {"length": str(len(text)), "most": str(LONGEST_VALUE)})
            )

    def _mapping(self, node: yaml.MappingNode, place: Place) -> LocatedDict:
        mapping = LocatedDict(place)
        cut_off = False
        for key_node, value_node in node.value:
            key = str(key_node.value).strip() if isinstance(key_node, yaml.ScalarNode) else "?"
            key_place = self._place(key_node)
            self._check(key, key_place)
            self._tell_signs(key_node, key_place)
            if key in mapping:
                first = str(mapping.key_places[key].line)
                self.problems.append(Problem("duplicate-key", key_place, {"key": key, "first": first}))
                continue
            if node.flow_style and self._is_without_colon(key_node, value_node):
                # A text with two commas leaves two such keys behind; it is one slip.
                if not cut_off:
                    self.problems.append(Problem("comma-in-braces", key_place, {"text": key}))
                cut_off = True
                continue
            mapping.key_places[key] = key_place
            mapping[key] = self.convert(value_node)
        return mapping

    def _place(self, node: yaml.Node) -> Place:
        mark = node.start_mark
        return Place(self.file, mark.line + 1, mark.column + 1)


def _second_document(lines: list[str]) -> int:
    """The line that ends the first document of a text, or begins the second."""
    said = next((number for number, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")), 0)
    first = said + 1 if lines[said].startswith("---") else said
    signs = (
        number for number, line in enumerate(lines) if number >= first and re.match(r"(?:---|\.\.\.)(?:\s|$)", line)
    )
    return next(signs, first) + 1


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    """The kind of mistake behind a scanner's or parser's message, at the place where it begins."""
    mark = error.problem_mark or error.context_mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    said = f"{error.context or ''} {error.problem or ''}"
    lines = text.split("\n")
    if "single document" in said or "<document start>" in said:
        return Problem("yaml-documents", Place(file, _second_document(lines), 1))
    line = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
    if "\\t" in said or "tab" in said or re.match(r"^ *\t", line) or line[place.column - 1 :].startswith("\t"):
        return Problem("yaml-tab", Place(file, place.line, line.find("\t") + 1) if "\t" in line else place)
    opened = open_quote(text, place.line - 1, _PARSER)
    if opened is not None:
        return Problem("yaml-quote", Place(file, opened[0] + 1, opened[1] + 1))
    code = None if is_escape(said) else next((code for sign, code in _FAULTS if sign in said), None)
    if code is None:
        return Problem("yaml-syntax", place, {"reason": reason_of(said)})
    start = error.context_mark if code in _SHOWN_WHERE_BEGUN else None
    return Problem(code, Place(file, start.line + 1, start.column + 1) if start else place)
