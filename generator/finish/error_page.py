"""The error page of a snapshot. A server shows that of a site for any address, so its links are absolute; a snapshot may stand anywhere."""

from __future__ import annotations

import re
from urllib.parse import urlsplit


def made_relative(html: str, site_url: str) -> str:
    """An error page whose links lead from the folder it stands in. `site_url` is empty where it is not known."""
    base = urlsplit(site_url).path or "/"
    link = re.compile(rf'(\s(?:href|src|action)=")(?!//){re.escape(base)}')
    return link.sub(r"\1", html)
