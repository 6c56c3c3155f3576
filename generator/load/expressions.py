"""Expressions in Markdown: calls of a few functions with literal arguments, such as `{{ value("staff", tier="commune") }}`.

They are read with Jinja's parser, so they look as people know them, but nothing of them is ever run: only a single call with
literal arguments is accepted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.i18n.messages import N_
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
BOUND = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for every character of an expression where its text is looked at: no letter, no digit, no space; a sign, as the braces are."""
NOT_BOUND = "\N{REPLACEMENT CHARACTER}"
"""What stands for that sign where people wrote it."""
_NO_EXPRESSION = N_("only what stands between two braces on each side is read")
_NOT_LITERAL = N_("every argument is a text in quotes, a number, or true or false")
_OPEN_QUOTE = N_("a quote is not closed")
_OPEN_BRACKET = N_("brackets do not match")
_UNREADABLE = N_("a comma or another sign is missing, or is too many")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
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


def hidden_in(source: str, expressions: Sequence[Expression]) -> str:
    """A text as long as before, in which nothing but expressions is made of `BOUND`."""
    out, last = [], 0
    for each in expressions:
        out += [source[last : each.start].replace(BOUND, NOT_BOUND), BOUND * (each.end - each.start)]
        last = each.end
    out.append(source[last:].replace(BOUND, NOT_BOUND))
    return "".join(out)


def masked(source: str) -> str:
    """A text as long as before, in which all that looks like an expression, right or wrong, is made of `BOUND`."""
    return _SPAN.sub(lambda match: BOUND * len(match[0]), source.replace(BOUND, NOT_BOUND))


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
    suggestion: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()


def _read(inside: str | None, start: int, end: int, place: Place) -> Expression | Problem:
    if inside is None:
        return Problem("broken-expression", place, {"reason": _NO_EXPRESSION})
    said = _parsed(inside)
    if isinstance(said, _Fault):
        return Problem(said.code, place, dict([said.word]), suggestion=said.suggestion, allowed=said.allowed)
    return Expression(said.function, said.arguments, dict(said.named), start, end, place)


@lru_cache(maxsize=4096)
def _parsed(inside: str) -> _Call | _Fault:
    """What stands between the braces. Reports say the same things about other figures, so it is mostly known already."""
    try:
        tree = _ENVIRONMENT.parse("{{" + inside + "}}")
    except (TemplateSyntaxError, RecursionError):
        return _Fault("broken-expression", ("reason", _why_unread(inside)))
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
        return _Fault("broken-expression", ("reason", _NOT_LITERAL))
    return _Call(name, arguments, named)


def _why_unread(inside: str) -> str:
    """Why what stands between the braces is no call; the parser's own words are for programmers, and English."""
    outside = _QUOTED.sub("", inside)
    if '"' in outside or "'" in outside:
        return _OPEN_QUOTE
    return _OPEN_BRACKET if outside.count("(") != outside.count(")") else _UNREADABLE


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
