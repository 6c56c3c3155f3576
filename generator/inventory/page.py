"""The page docs/licences.md: every locked package and every bundled work with its licence, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.inventory.licences import licence_of
from generator.inventory.lock import Locked
from generator.inventory.works import Work

_HEAD = """\
<!-- Made by `make licences`; do not edit. -->

# Licences

Works of others that this project uses, with the versions of the lock files. Our own code is under [MIT](../LICENSE), what we wrote
and compiled under [CC BY 4.0](../LICENSE-CONTENT.md). The site itself has the same list for machines: `/sbom.cdx.json`."""


def licences_page(runtime: Iterable[Locked], development: Iterable[Locked], works: Iterable[Work]) -> str:
    """The page. `development` holds what only developers install."""
    return "\n".join(_lines(tuple(runtime), tuple(development), tuple(works))) + "\n"


def _lines(runtime: tuple[Locked, ...], development: tuple[Locked, ...], works: tuple[Work, ...]) -> Iterator[str]:
    yield _HEAD
    yield from ("", "## Part of the published site", "")
    yield from ("| work | version | licence | comes with | text |", "|---|---|---|---|---|")
    for work in works:
        brought = work.brought_by or "this repository"
        yield f"| {work.name} | {work.version or '–'} | {work.licence} | {brought} | `{work.text}` |"
    for title, packages in (("Makes the site", runtime), ("Only for developers", development)):
        yield from ("", f"## {title}", "", "| package | version | licence |", "|---|---|---|")
        yield from (f"| {each.name} | {each.version} | {licence_of(each.name) or '**unknown**'} |" for each in packages)
