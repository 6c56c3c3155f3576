"""The error page of a snapshot. A server shows that of a site for any address, so its links are absolute; a snapshot may stand anywhere."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit


def make_relative(page: Path, site_url: str) -> None:
    """Make the links of an error page lead from the folder it stands in. `site_url` is empty where it is not known. Raises OSError."""
    base = urlsplit(site_url).path or "/"
    html = page.read_text(encoding="utf-8")
    link = re.compile(rf'(\s(?:href|src|action)=")(?!//){re.escape(base)}')
    page.write_text(link.sub(r"\1", html), encoding="utf-8", newline="")
