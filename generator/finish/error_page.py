"""The error page of a snapshot. A server shows that of a site for any address, so its links are absolute; a snapshot may stand anywhere."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit


def make_relative(page: Path, site_url: str) -> None:
    """Make the links of an error page lead from the folder it stands in. `site_url` is empty where it is not known. Raises OSError."""
    page.write_text(leading_from(page.read_text(encoding="utf-8"), site_url, ""), encoding="utf-8", newline="")


def leading_from(html: str, site_url: str, top: str) -> str:
    """An error page whose links, which lead from the path of the site's address, lead from `top` instead."""
    base = urlsplit(site_url).path or "/"
    link = re.compile(rf'(\s(?:href|src|action)=")(?!//){re.escape(base)}')
    return link.sub(lambda found: found[1] + top, html)
