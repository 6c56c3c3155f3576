"""Runs Pagefind over the copies of pages, and keeps of what it writes only what the site loads.

Each language is indexed by itself: Pagefind holds a whole index in memory, and languages share nothing in one but the list of them.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generator.finish.gzip_bytes import gzip_bytes
from generator.processes import dying_with_us

FOLDER = "pagefind"
"""Where the index is, below the top of the site."""

# Pagefind's own user interfaces: the site has its own.
_UNUSED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js")
_ENTRY = "pagefind-entry.json"
ENTRY = f"{FOLDER}/{_ENTRY}"
"""The file that lists the languages, below the top of the site."""

# In the list of a language (CBOR) each filter is a pair of texts: its name, and the file that holds it.
_FILTER = rb"\x82(?:[\x60-\x77]|\x78[\x18-\xff])[a-z0-9-]+[\x60-\x77][a-z]{2,3}_[0-9a-f]{7}"
_FILTERS = re.compile(rb"(?:" + _FILTER + rb")+", re.DOTALL)


class SearchIndexError(Exception):
    """Pagefind could not make the index; the text is what it said."""


def index_pages(copies: Path, target: Path) -> Path:
    """Index the pages below `copies` into the folder `pagefind` of `target`, and return that. Raises SearchIndexError or OSError.

    The same copies give the same bytes.
    """
    output = target / FOLDER
    command = [sys.executable, "-m", "pagefind", "--site", str(copies), "--output-path", str(output), "--silent"]
    # Elsewhere than in the tree, where a configuration file of Pagefind's would be obeyed.
    run = subprocess.run(
        dying_with_us(command), cwd=copies, capture_output=True, text=True, errors="replace", check=False
    )
    if run.returncode != 0 or not (output / _ENTRY).is_file():
        said = " ".join((run.stderr or run.stdout).split())
        raise SearchIndexError(said or f"Pagefind ended with {run.returncode}")
    for pattern in _UNUSED:
        for unused in output.glob(pattern):
            unused.unlink()
    _put_in_order(output / _ENTRY)
    return output


def joined_entry(entries: Iterable[bytes]) -> bytes:
    """The list of the languages of several indexes, whose other files stand side by side."""
    joined: dict[str, Any] = {}
    for each in map(json.loads, entries):
        joined = {**each, "languages": {**joined.get("languages", {}), **each["languages"]}}
    return _listed(joined)


def _put_in_order(entry: Path) -> None:
    """Pagefind writes languages, and in each the list of filters, in any order. Raises OSError."""
    content = json.loads(entry.read_text(encoding="utf-8"))
    for lang, about in content["languages"].items():
        listed = entry.with_name(f"pagefind.{about['hash']}.pf_meta")
        ordered = _with_sorted_filters(gzip.decompress(listed.read_bytes()))
        about["hash"] = f"{lang}_{hashlib.sha256(ordered).hexdigest()[:10]}"
        listed.unlink()
        listed.with_name(f"pagefind.{about['hash']}.pf_meta").write_bytes(gzip_bytes(ordered))
    entry.write_bytes(_listed(content))


def _listed(content: dict[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=False, sort_keys=True).encode()


def _with_sorted_filters(listing: bytes) -> bytes:
    return _FILTERS.sub(lambda found: b"".join(sorted(re.findall(_FILTER, found[0], re.DOTALL))), listing)
