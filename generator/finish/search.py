"""Runs Pagefind over the copies of all pages, once for all languages, and keeps of what it writes only what the site loads."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

FOLDER = "pagefind"
"""Where the index is, below the top of the site."""

# Pagefind's own user interfaces: the site has its own.
_UNUSED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js")
_ENTRY = "pagefind-entry.json"


class SearchIndexError(Exception):
    """Pagefind could not make the index; the text is what it said."""


def index_site(copies: Path, site: Path) -> None:
    """Index the pages below `copies` into the folder `pagefind` of `site`. Raises SearchIndexError or OSError.

    The same copies give the same bytes.
    """
    output = site / FOLDER
    command = [sys.executable, "-m", "pagefind", "--site", str(copies), "--output-path", str(output), "--silent"]
    # Elsewhere than in the tree, where a configuration file of Pagefind's would be obeyed.
    run = subprocess.run(command, cwd=copies, capture_output=True, text=True, errors="replace", check=False)
    if run.returncode != 0 or not (output / _ENTRY).is_file():
        said = " ".join((run.stderr or run.stdout).split())
        raise SearchIndexError(said or f"Pagefind ended with {run.returncode}")
    for pattern in _UNUSED:
        for unused in output.glob(pattern):
            unused.unlink()
    _put_in_order(output / _ENTRY)


def _put_in_order(entry: Path) -> None:
    """Pagefind writes its languages in any order."""
    content = json.loads(entry.read_text(encoding="utf-8"))
    entry.write_text(json.dumps(content, ensure_ascii=False, sort_keys=True), encoding="utf-8", newline="")
