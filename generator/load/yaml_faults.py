"""What the YAML reader's messages mean: its words, which are English, become reasons that can be told in every language."""

from __future__ import annotations

from typing import Any

import yaml

from generator.i18n.messages import N_

_ESCAPES = ("escape character", "hexdecimal", "character escape code", "escaped octet")
_REASONS: tuple[tuple[tuple[str, ...], str], ...] = (
    (_ESCAPES, N_("after a backslash in double quotes stands no sign that YAML knows")),
    (("cannot start any token",), N_("no text begins with this sign unless it is in quotes")),
    (("block sequence entries",), N_("a list cannot begin behind a key, on the same line")),
    (("comment or line break", "indentation indicator"), N_("behind | or > the line has to end")),
    (("tag", "'>'", "expected '!'"), N_("the sign ! begins a tag here, which cannot be read")),
    (("directive", "version number", "incompatible"), N_("a line that begins with % is an instruction to YAML")),
    (("control characters", "unacceptable"), N_("it holds a control sign")),
    (("document", "stream"), N_("what stands here belongs to nothing above it")),
)
"""What PyYAML's messages say, in the order in which they are looked for, and what it means."""
_UNCLEAR = N_("what stands here does not fit what stands before it")


def reason_of(said: str) -> str:
    """What a message of the YAML reader means, as a message of ours."""
    return next((reason for signs, reason in _REASONS if any(sign in said for sign in signs)), _UNCLEAR)


def is_escape(said: str) -> bool:
    """Whether a message is about what follows a backslash, and not about the quotes around it."""
    return any(sign in said for sign in _ESCAPES)


def open_quote(text: str, line: int, parser: Any) -> tuple[int, int] | None:
    """Where a quote opens that was not closed on its line, so that the next one closed it in `line`: line and column, from 0.

    What follows the next quote then fits nothing, and is where the YAML reader stumbles, far from the cause.
    """
    opened = None
    try:
        for token in yaml.scan(text, Loader=parser):
            if token.start_mark.line > line:
                break
            quoted = isinstance(token, yaml.ScalarToken) and token.style in ("'", '"')
            if quoted and token.start_mark.line < token.end_mark.line == line:
                opened = (token.start_mark.line, token.start_mark.column)
    except yaml.YAMLError:
        pass
    return opened
