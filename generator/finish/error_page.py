"""The error page of a snapshot. A server shows that of a site for any address, so its links are absolute; a snapshot may stand anywhere."""

from __future__ import annotations

import re
from urllib.parse import urlsplit


def made_relative(html: str, site_url: str) -> str:
    """An error page whose links lead from the folder it stands in. `site_url` is empty where it is not known."""
    return leading_from(html, site_url, "")


def leading_from(html: str, site_url: str, top: str) -> str:
    """An error page whose links, which lead from the path of the site's address, lead from `top` instead."""
    base = urlsplit(site_url).path or "/"
    link = re.compile(rf'(\s(?:href|src|action)=")(?!//){re.escape(base)}')
    return link.sub(lambda found: found[1] + top, html)
