"""From YAML trees to model entries; what pydantic finds wrong becomes problems at their places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from generator.i18n.messages import N_
from generator.load.limits import MOST_TOLD
from generator.load.rough import WORDS
from generator.load.slips import date_fault, with_cause
from generator.model.place import NOWHERE, Place
from generator.model.placed import Placed, Scalar
from generator.model.site import ADDRESS_PATTERN, BRANCH_PATTERN, COLOUR_PATTERN, LINK_PATTERN, MAIL_PATTERN
from generator.model.text import CODE_PATTERN, LANGUAGE_PATTERN
from generator.model.unknown_keys import UnknownKey, collecting_unknown_keys
from generator.model.vintage import SHA512_PATTERN
from generator.problems import Problem, nearest

T = TypeVar("T", bound=Placed)

_SHOWN_LENGTH = 60
_TEXT, _LIST, _MAPPING = N_("a text"), N_("a list"), N_("a mapping (key: value)")
_EXPECTED = {
    "dict": _MAPPING,
    "model": _MAPPING,
    "list": _LIST,
    "tuple": _LIST,
    "int": N_("a number"),
    "greater": N_("a number"),
    "decimal": N_("a number"),
    "bool": N_("true or false"),
}
_PATTERNS = {
    LANGUAGE_PATTERN: "unknown-language",
    CODE_PATTERN: "bad-code",
    SHA512_PATTERN: "bad-checksum",
    ADDRESS_PATTERN: "bad-address",
    BRANCH_PATTERN: "bad-branch",
    COLOUR_PATTERN: "bad-colour",
    MAIL_PATTERN: "bad-mail-address",
    LINK_PATTERN: "bad-link-pattern",
}


def read_entry(kind: type[T], data: Any, file: str) -> tuple[T | None, list[Problem]]:
    """One entry of a kind from its tree, None where it has errors, and the problems."""
    with collecting_unknown_keys() as unknown:
        try:
            entry = TypeAdapter(kind).validate_python(data)
            errors: list[ErrorDetails] = []
        except ValidationError as error:
            entry, errors = None, error.errors(include_url=False)
    problems = [_unknown_key(key) for key in list(dict.fromkeys(unknown))[:MOST_TOLD]]
    # A key that is misspelt is not missing as well.
    meant = {suggested for each in problems for suggested in each.suggestion}
    missing = (each for each in _problems(errors[:MOST_TOLD], data, file) if each.words.get("key") not in meant)
    problems += missing
    return (entry if not problems else None), problems


def read_entries(kind: type[T], data: Any, file: str) -> tuple[list[T], list[Problem]]:
    """The entries of a file that holds a list of them."""
    if not isinstance(data, list):
        place = getattr(data, "place", Place(file, 1, 1))
        return [], [Problem("wrong-type", place, {"written": _shown(data), "expected": _LIST})]
    entries, problems = [], []
    for item in data:
        entry, found = read_entry(kind, item, file)
        problems += found
        if entry is not None:
            entries.append(entry)
        if len(problems) >= MOST_TOLD:
            break
    return entries, problems[:MOST_TOLD]


def _unknown_key(unknown: UnknownKey) -> Problem:
    allowed = tuple(sorted(unknown.allowed))
    return Problem(
        "unknown-key", unknown.place, {"key": unknown.key}, suggestion=nearest(unknown.key, allowed), allowed=allowed
    )


def _problems(errors: Sequence[ErrorDetails], data: Any, file: str) -> list[Problem]:
    found: dict[tuple[str, Place], Problem] = {}
    for error in errors:
        value, place = _locate(data, error["loc"], file)
        if _belongs_to_other_branch(error, value):
            continue
        problem = _problem(error, value, place)
        found.setdefault((problem.code, problem.place), problem)
    return list(found.values())


def _locate(data: Any, loc: tuple[int | str, ...], file: str) -> tuple[Any, Place]:
    """The value that an error is about and its place; names of union branches in `loc` lead nowhere and are skipped."""
    value, place = data, getattr(data, "place", Place(file, 1, 1))
    key, key_place = value, place
    for step in loc:
        if step == "[key]":
            return key, key_place
        if isinstance(value, dict) and step in value:
            key = Scalar.of(str(step))
            key_place = getattr(value, "key_places", {}).get(step, place)
            place = getattr(value, "key_places", {}).get(step, place)
            value = value[step]
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            continue
        place = getattr(value, "place", NOWHERE) if getattr(value, "place", NOWHERE).file else place
    return value, place


def _belongs_to_other_branch(error: ErrorDetails, value: Any) -> bool:
    """Whether an error speaks of a branch of a union that the value plainly does not try to be."""
    in_union = any(
        isinstance(step, str) and re.search(r"[\[\]]|^(str|literal|tuple|dict)\b", step) for step in error["loc"]
    )
    if not in_union:
        return False
    if error["type"] in ("literal_error", "string_type"):
        return isinstance(value, (dict, list))
    return error["type"] in ("tuple_type", "list_type", "dict_type") and isinstance(value, str)


def _problem(error: ErrorDetails, value: Any, place: Place) -> Problem:
    kind, context = error["type"], error.get("ctx") or {}
    written = _shown(value)
    match kind:
        case "missing":
            problem = Problem("missing-key", place, {"key": str(error["loc"][-1])})
        case "literal_error" | "enum":
            allowed = tuple(re.findall(r"'([^']*)'", str(context.get("expected", ""))))
            # Whoever writes the word of the paper is told what it is called here.
            meant = WORDS.get(" ".join(written.casefold().split()))
            suggestion = (meant.value,) if meant is not None and meant.value in allowed else nearest(written, allowed)
            problem = Problem("not-allowed", place, {"written": written}, suggestion=suggestion, allowed=allowed)
        case "string_too_long":
            words = {"written": written, "length": str(len(str(value))), "most": str(context.get("max_length", ""))}
            problem = Problem("id-too-long", place, words)
        case "string_pattern_mismatch":
            problem = Problem(_PATTERNS.get(str(context.get("pattern")), "bad-id"), place, {"written": written})
        case "bad_date":
            problem = date_fault(str(context.get("written", written)), place)
        case "reserved_id" | "bad_period" | "date_out_of_range" | "date_without_day" | "bad_edition":
            problem = Problem(kind.replace("_", "-"), place, {"written": str(context.get("written", written))})
        case (
            "blank_figure"
            | "range_ends"
            | "value_or_values"
            | "value_and_status"
            | "table_and_row"
            | "edition_without_change"
        ):
            problem = Problem(kind.replace("_", "-"), place)
        case "text_without_default":
            problem = Problem("text-without-vi", place)
        case _:
            expected = _EXPECTED.get(kind.split("_")[0], _TEXT)
            problem = Problem("wrong-type", place, {"written": written, "expected": expected})
    return with_cause(problem)


def _shown(value: Any) -> str:
    """A value as a message may show it: short, on one line."""
    if isinstance(value, Scalar):
        text = str(value)
    elif value is None:
        text = ""
    else:
        text = "[…]" if isinstance(value, list) else "{…}"
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN_LENGTH else f"{line[:_SHOWN_LENGTH]}…"
