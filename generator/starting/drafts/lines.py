"""Lines of a new file: values in quotes, and comments that become valid lines once their sign is taken away."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping

from generator.fields.files import FILE_KINDS

_LONGEST = 400


def quoted(text: str) -> str:
    """A text in double quotes, which YAML reads as JSON does."""
    return json.dumps(text, ensure_ascii=False)


def flow(by_key: Mapping[str, str]) -> str:
    """Texts by key, such as a text by language, on one line; those that are empty are left out."""
    return "{" + ", ".join(f"{key}: {quoted(value)}" for key, value in by_key.items() if value) + "}"


def on_one_line(text: str) -> str:
    """A text as it may stand in a comment."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST].rstrip()}…"


def remark(text: str) -> str:
    """A comment of its own."""
    return f"# {on_one_line(text)}"


def commented(lines: Iterable[str]) -> Iterator[str]:
    """Lines as comments: without their first two signs they are what they were."""
    return (f"# {each}".rstrip() for each in lines)


def further_keys(kind: str, given: Collection[str], lang: str) -> Iterator[str]:
    """What else an entry of a kind may say, a key a line, with what it means."""
    entry = next(each for each in FILE_KINDS if each.name == kind).entry
    for field in entry.fields:
        if field.key not in given and field.help:
            yield f"{field.key}:  # {on_one_line(field.help_in(lang))}"
