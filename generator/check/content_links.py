"""Links between files of `content/` lead to files that are there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.load.content_targets import content_target
from generator.load.expressions import place_in
from generator.model.catalogue import Catalogue
from generator.model.narrative import Markdown
from generator.problems import Problem

_LINK = re.compile(r"\]\(\s*<?([^)\s>]+\.md(?:#[^)\s>]*)?)>?")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Links to Markdown files that no language has."""
    known = {(f"reports/{report}", section) for _, report, section in catalogue.narratives}
    known |= {("" if path == "index" else path, "") for _, path in catalogue.plain}
    for page in (*catalogue.narratives.values(), *catalogue.plain.values()):
        yield from _broken(page, known)


def _broken(page: Markdown, known: set[tuple[str, str]]) -> Iterator[Problem]:
    for match in _LINK.finditer(page.source):
        target = match[1]
        if "://" not in target and not target.startswith("/") and content_target(target, page.place) not in known:
            yield Problem("broken-link", place_in(page, match.start(1)), {"target": target})
