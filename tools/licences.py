"""Writes docs/licences.md from the lock files and from what the site bundles. Usage: make licences"""

from __future__ import annotations

from pathlib import Path

from generator.assembly.beside.inventory import licences_text

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Write the page."""
    (ROOT / "docs" / "licences.md").write_text(licences_text(ROOT), encoding="utf-8")


if __name__ == "__main__":
    main()
