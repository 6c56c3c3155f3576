"""Addresses typed into a text without any sign around them, as GitHub's extension of Markdown links them: `https://…`, `www.…`, mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_ADDRESS = re.compile(r"(?:(?<![a-zA-Z])https?://|(?<![^\s*_~(])www\.)[^\s<]+", re.IGNORECASE)
_MAIL = re.compile(r"(?<![/\w.+-])[a-zA-Z0-9._+-]+@[a-zA-Z0-9_-]+(?:\.[a-zA-Z0-9_-]+)+(?![a-zA-Z0-9@])")
_HOST = re.compile(r"(?:https?://|(?!https?://))([\w.-]+)", re.IGNORECASE)
_TRAILING = "?!.,:*_~'\""
_ENTITY = re.compile(r"&[a-zA-Z0-9]+;\Z")


class Address(NamedTuple):
    """An address in a text, from `start` to `end`, and where it leads."""

    start: int
    end: int
    target: str


def addresses_in(text: str) -> Iterator[Address]:
    """The addresses of a text, in order. Signs that end a sentence, and closing brackets without an opening one, are no part of them."""
    found = [*_web(text), *_mail(text)] if "." in text or "//" in text else []
    end = 0
    for each in sorted(found):
        if each.start >= end:
            yield each
            end = each.end


def _web(text: str) -> Iterator[Address]:
    for match in _ADDRESS.finditer(text):
        address = _trimmed(match[0])
        host = _HOST.match(address)
        if host and _is_host(host[1], short="://" in address):
            target = address if "://" in address else f"http://{address}"
            yield Address(match.start(), match.start() + len(address), target)


def _mail(text: str) -> Iterator[Address]:
    for match in _MAIL.finditer(text):
        address = match[0].rstrip(".")
        if not address.endswith(("-", "_")):
            yield Address(match.start(), match.start() + len(address), f"mailto:{address}")


def _is_host(host: str, *, short: bool) -> bool:
    """Whether the last two parts of a name have no underscore, and there are two where no scheme says that it is an address."""
    parts = host.rstrip(".").split(".")
    return bool(parts[0]) and not any("_" in part for part in parts[-2:]) and (short or len(parts) > 1)


def _trimmed(address: str) -> str:
    while address:
        entity = _ENTITY.search(address)
        if address[-1] in _TRAILING:
            address = address[:-1]
        elif entity:
            address = address[: entity.start()]
        elif address[-1] == ")" and address.count(")") > address.count("("):
            address = address[:-1]
        else:
            break
    return address
