"""Writes the pages that list every kind of problem: docs/checks.md in English, docs/kiem-tra.md in Vietnamese.

Usage: make checks
"""

from __future__ import annotations

from pathlib import Path

from generator.tell.checks_page import FILES, checks_page

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Write the page of each language."""
    for lang, name in FILES.items():
        (ROOT / name).write_text(checks_page(lang), encoding="utf-8")


if __name__ == "__main__":
    main()
