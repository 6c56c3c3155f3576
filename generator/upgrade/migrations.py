"""The migrations: one or more for each format, from the texts of a tree as they are to the texts as the next format has them.

Lines that need not change stay as they are, comments among them. A migration that finds nothing to do returns nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Final

from generator.i18n.messages import N_

Texts = Mapping[str, str]

SITE, CONFIG, FORMS = "data/site.yml", "mkdocs.yml", "data/forms/*.yml"
_FORMAT_LINE = re.compile(r"(?m)^format: *[^#\n]*?( *(?:#.*)?)$")
_SOURCE = re.compile(r"(?m)^(?P<indent> +)source_url: *(?P<quote>[\"']?)(?P<url>[^\"'\n#]*?)(?P=quote) *(?:#.*)?\n")
_EMPTY_NUMBER = re.compile(r"""(?m)(^[ \t]*(?:- +)?|[{,] *)printed: *(?:""|'')(?= *(?:$|[,}]|[ \t]#))""")
_KINDS = {
    "github": r"//github\.com/",
    "gitlab": r"//[^/]*gitlab",
    "forgejo": r"//(?:codeberg\.org/|[^/]*forgejo)",
    "gitea": r"//[^/]*gitea",
}


@dataclass(frozen=True)
class Step:
    """What a migration made: the files that change, by path, and what a person must still look at (messages)."""

    changed: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Migration:
    """From the format before to `format`: why, as a message, and how. `reads` are the files it wants, as patterns of paths."""

    format: int
    why: str
    run: Callable[[Texts], Step]
    reads: tuple[str, ...]


SAY_KIND: Final = N_(
    "The address of the repository in mkdocs.yml was not taken over: say in data/site.yml under `repository` which software its host runs."
)


def to_2(texts: Texts) -> Step:
    """The address of the repository, which was a line of `mkdocs.yml` for the footer, becomes `repository` of `data/site.yml`."""
    config, site = texts.get(CONFIG, ""), texts.get(SITE, "")
    found = _SOURCE.search(config)
    if found is None:
        return Step()
    url = found["url"].strip().rstrip("/").removesuffix(".git")
    without = config[: found.start()] + config[found.end() :]
    if not url or re.search(r"(?m)^repository:", site):
        return Step({CONFIG: without})
    kind = next((name for name, host in _KINDS.items() if re.search(host, url)), None)
    if kind is None:
        return Step(notes=(SAY_KIND,))
    told = f"repository:\n  kind: {kind}\n  url: {url}\n"
    return Step({CONFIG: without, SITE: f"{_ended(site)}{told}"})


def without_empty_numbers(texts: Texts) -> Step:
    """A row whose number column is empty on paper, which was written with empty quotes, says so: quotes mean nothing any more."""
    found = {name: text for name, text in texts.items() if PurePosixPath(name).match(FORMS)}
    made = {name: _EMPTY_NUMBER.sub(r"\1unnumbered: true", text) for name, text in found.items()}
    return Step({name: text for name, text in made.items() if text != found[name]})


MIGRATIONS: Final = (
    Migration(
        2,
        N_(
            "The address of the repository stands in data/site.yml, from which every page leads to its source; mkdocs.yml no longer has source_url."
        ),
        to_2,
        (CONFIG, SITE),
    ),
    Migration(
        2,
        N_(
            'A row of a form without a number says `unnumbered: true`; it was `printed: ""`, but quotes mean nothing any more.'
        ),
        without_empty_numbers,
        (FORMS,),
    ),
)


def with_format(site: str, number: int) -> str:
    """The text of `data/site.yml` with the format declared: in its line, or in a new one below the comments at its top."""
    if _FORMAT_LINE.search(site):
        return _FORMAT_LINE.sub(lambda match: f"format: {number}{match[1]}", site, count=1)
    head = re.match(r"(?:(?:#.*)?\n|---\n)*", site)
    at = head.end() if head else 0
    return f"{site[:at]}format: {number}\n{site[at:]}"


def declared_format(site: str) -> int:
    """The format that a text declares; 1 where it declares none, as files did before there was a line for it."""
    found = re.search(r"(?m)^format: *[\"']?([0-9]{1,4})", site)
    return int(found[1]) if found else 1


def _ended(text: str) -> str:
    return text if not text or text.endswith("\n") else f"{text}\n"
