"""What README and documentation link to is there, heading included, as repository hosts name headings."""

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
_FENCED = r"(?ms)^ *(```|~~~).*?^ *\1\s*$"
_CODE = re.compile(_FENCED + r"|(?<=\n\n)(?: {4}[^\n]*\n)+|(?<!`)(`+)(?!`)[^\n]*?(?<!`)\2(?!`)")
"""Fenced, indented, and within a line."""
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"(?m)^#{1,6} (.+?) *#*$")


def anchors(page: Path) -> set[str]:
    """The addresses of the headings of a page: in small letters, blanks as hyphens, no other signs; one that comes again is counted."""
    found: dict[str, int] = {}
    # Of code, only the blocks: what a heading has in code is part of its name.
    blocks = re.sub(_FENCED, "", page.read_text(encoding="utf-8"))
    for heading in _HEADING.findall(blocks):
        words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("\\", "").lower()
        name = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
        found[name] = found.get(name, -1) + 1
        if found[name]:
            found[f"{name}-{found[name]}"] = 0
    return set(found)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_of_a_page_leads_to_something(page):
    astray = []
    for link in _LINK.findall(_CODE.sub("", page.read_text(encoding="utf-8"))):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path) if path else page
        if not target.exists() or (anchor and target.suffix == ".md" and anchor not in anchors(target)):
            astray.append(link)

    assert astray == []


def test_a_link_to_a_heading_that_is_not_there_is_found(tmp_path):
    (tmp_path / "a.md").write_text("# Một, hai\n\n## The editor at /admin/\n\n## Again\n\n## Again\n", encoding="utf-8")

    assert anchors(tmp_path / "a.md") == {"một-hai", "the-editor-at-admin", "again", "again-1"}
