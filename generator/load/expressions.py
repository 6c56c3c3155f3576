"""Expressions in Markdown: calls of a few functions with literal arguments, such as `{{ value("staff", tier="commune") }}`.

They are read with Jinja's parser, so they look as people know them, but nothing of them is ever run: only a single call with
literal arguments is accepted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.load import files
from generator.load.limits import MOST_EXPRESSIONS
from generator.model.narrative import Markdown
from generator.model.place import Place
from generator.problems import Problem, nearest

FUNCTIONS = ("value", "chart", "table")
_LONGEST = 500
_SPAN = re.compile(
    rf"\{{\{{(.{{0,{_LONGEST}}}?)\}}\}}|\{{%.{{0,{_LONGEST}}}?%\}}|\{{#.{{0,{_LONGEST}}}?#\}}|\{{\{{|\{{%", re.DOTALL
)
"""No longer than that, so that looking for the end of what has none takes no time."""
_ENVIRONMENT = ImmutableSandboxedEnvironment(autoescape=True)


@dataclass(frozen=True)
class Expression:
    """A call in a Markdown text: its function, literal arguments, and the span of text that it replaces."""

    function: str
    arguments: tuple[str, ...]
    named: Mapping[str, str | bool]
    start: int
    end: int
    place: Place


def read_expressions(page: Markdown) -> tuple[list[Expression], list[Problem]]:
    """The expressions of a page in order, and what is wrong with those that cannot be read."""
    expressions, problems = [], []
    for number, match in enumerate(_SPAN.finditer(page.source)):
        place = place_in(page, match.start())
        if number == MOST_EXPRESSIONS:
            problems.append(Problem("too-many-expressions", place, {"most": str(MOST_EXPRESSIONS)}))
            break
        read = _read(match[1], match.start(), match.end(), place)
        if isinstance(read, Problem):
            problems.append(read)
        else:
            expressions.append(read)
    return expressions, problems


def place_in(page: Markdown, offset: int) -> Place:
    """The place of a character of a page's text."""
    return files.place_in(page.source, offset, page.place.file)


@dataclass(frozen=True)
class _Call:
    """What an expression says, wherever it stands."""

    function: str
    arguments: tuple[str, ...]
    named: tuple[tuple[str, str | bool], ...]


@dataclass(frozen=True)
class _Fault:
    """What is wrong with an expression, wherever it stands."""

    code: str
    word: tuple[str, str]
    suggestion: str = ""
    allowed: tuple[str, ...] = ()


def _read(inside: str | None, start: int, end: int, place: Place) -> Expression | Problem:
    if inside is None:
        return Problem("broken-expression", place, {"detail": "{{ … }}"})
    said = _parsed(inside)
    if isinstance(said, _Fault):
        return Problem(said.code, place, dict([said.word]), suggestion=said.suggestion, allowed=said.allowed)
    return Expression(said.function, said.arguments, dict(said.named), start, end, place)


@lru_cache(maxsize=4096)
def _parsed(inside: str) -> _Call | _Fault:
    """What stands between the braces. Reports say the same things about other figures, so it is mostly known already."""
    try:
        tree = _ENVIRONMENT.parse("{{" + inside + "}}")
    except (TemplateSyntaxError, RecursionError) as error:
        return _Fault("broken-expression", ("detail", str(error)))
    call = _only_call(tree)
    if call is None or not isinstance(call.node, nodes.Name):
        return _Fault("unknown-expression", ("written", inside.strip()), allowed=FUNCTIONS)
    name = call.node.name
    if name not in FUNCTIONS:
        return _Fault("unknown-expression", ("written", name), nearest(name, FUNCTIONS), FUNCTIONS)
    try:
        arguments = tuple(str(argument.as_const()) for argument in call.args)
        named = tuple((keyword.key, _literal(keyword.value.as_const())) for keyword in call.kwargs)
    except nodes.Impossible:
        return _Fault("broken-expression", ("detail", inside.strip()))
    return _Call(name, arguments, named)


def _only_call(tree: nodes.Template) -> nodes.Call | None:
    """The call that is all there is of an expression; None for anything else."""
    outputs = [node for node in tree.body if isinstance(node, nodes.Output)]
    if len(outputs) != 1 or len(outputs[0].nodes) != 1:
        return None
    call = outputs[0].nodes[0]
    if not isinstance(call, nodes.Call) or not isinstance(call.node, nodes.Name):
        return None
    literal = all(isinstance(value, nodes.Const) for value in (*call.args, *(keyword.value for keyword in call.kwargs)))
    return call if literal and call.dyn_args is None and call.dyn_kwargs is None else None


def _literal(value: object) -> str | bool:
    return value if isinstance(value, bool) else str(value)
