"""The words of the field that a new site begins with: one form, the indicators it feeds, and what these need. Text in, text out.

Entries are taken over as they were written, comments and all; only lists of related entries lose those that do not come along.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

FORM = "cchc-quarterly-2022"
"""The form that a new site begins with: the one of the most areas that names no place but in its title."""

_ENTRY = re.compile(r"(?m)^- id: *([a-z0-9-]+)")
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LIST = re.compile(
    r"(?m)^(?P<indent> +)(?P<key>related|headline|wholes):(?: \[(?P<line>[^\]]*)\]\n|\n(?P<block>(?:(?P=indent) +- .*\n)+))"
)
"""A list of related entries, on one line or an item a line."""
_SAID = re.compile(r"(?m)^ *(?:- id|names|definition|vi|en|related|note|pattern): .*$|^ *#.*$")
_NAMED = {name: re.compile(rf"\b{name}: *\[?([a-z0-9, -]+)") for name in ("indicator", "measure", "breakdown")}


def start_vocabulary(data: Mapping[str, str]) -> dict[str, str]:
    """From the files of `data/` of the program, by path below it, those of a new site."""
    form = data[f"forms/{FORM}.yml"]
    files = {path: dict(_entries(text)) for path, text in data.items() if path.startswith("indicators/")}
    written = {name: text for entries in files.values() for name, text in entries.items()}
    indicators = _closure(_names("indicator", form), written)
    kept = "\n".join(written[name] for name in indicators)
    measures = set(_names("measure", kept)) | set(_names("measure", form))
    made = {path: _file(data[path], indicators, indicators) for path in files}
    made["areas.yml"] = _file(data["areas.yml"], None, indicators)
    made["measures.yml"] = _file(data["measures.yml"], measures, indicators)
    made["breakdowns.yml"] = _file(data["breakdowns.yml"], set(_names("breakdown", kept)), indicators)
    made[f"forms/{FORM}.yml"] = form
    return made


def _entries(text: str) -> Iterable[tuple[str, str]]:
    """The entries of a list, by id, each as it was written."""
    starts = [match.start() for match in _ENTRY.finditer(text)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        entry = text[start:end]
        yield _ENTRY.findall(entry)[0], entry


def _file(text: str, wanted: Iterable[str] | None, indicators: Iterable[str]) -> str:
    """A file with the entries that are wanted, in its order, and lists without those that do not come along."""
    head = text[: match.start()] if (match := _ENTRY.search(text)) else text
    names = None if wanted is None else set(wanted)
    kept = "".join(entry for name, entry in _entries(text) if names is None or name in names)
    known = set(indicators)

    def shorter(match: re.Match[str]) -> str:
        left = [each for each in _WORD.findall(match["line"] or match["block"]) if each in known]
        opening = f"{match['indent']}{match['key']}:"
        if not left:
            return ""
        if match["block"] is None:
            return f"{opening} [{', '.join(left)}]\n"
        return f"{opening}\n" + "".join(f"{match['indent']}  - {each}\n" for each in left)

    return head + _LIST.sub(shorter, kept)


def _names(kind: str, text: str) -> list[str]:
    """What a text names as an indicator, a measure or breakdowns."""
    return [word for match in _NAMED[kind].findall(text) for word in _WORD.findall(match)]


def _closure(wanted: Iterable[str], written: Mapping[str, str]) -> dict[str, None]:
    """The indicators that are wanted, and those that their formulas and bounds speak of."""
    found: dict[str, None] = {}
    waiting = [name for name in wanted if name in written]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = None
            waiting += [word for word in _WORD.findall(_SAID.sub("", _LIST.sub("", written[name]))) if word in written]
    return found
