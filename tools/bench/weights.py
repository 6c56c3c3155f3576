"""What readers load: pages of units, raw and packed, and the site's own search index."""

from __future__ import annotations

from pathlib import Path

from generator.finish.gzip_bytes import gzip_bytes


def weights_of(site: Path) -> dict[str, int]:
    """Bytes by what they are of."""
    units = [path.read_bytes() for path in sorted((site / "units").glob("*/index.html"))]
    heaviest = max(units, key=len, default=b"")
    search = [path for path in sorted((site / "assets/search").rglob("*")) if path.is_file()]
    return {
        "heaviest page of a unit": len(heaviest),
        "heaviest page of a unit, gzipped": _packed(heaviest),
        "search index of our own, all languages": sum(path.stat().st_size for path in search),
        "search index of our own, gzipped": sum(_packed(path.read_bytes()) for path in search),
    }


def _packed(content: bytes) -> int:
    return len(gzip_bytes(content))
