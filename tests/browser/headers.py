"""A host that obeys the site's own `_headers`, and says when two of its rules contradict each other."""

from pathlib import Path
from urllib.parse import urlsplit

Rules = list[tuple[str, dict[str, str]]]


def read_headers(site: Path) -> Rules:
    """The rules of `_headers`: a path, at its end perhaps a star, and what is sent with it."""
    rules: Rules = []
    for line in (site / "_headers").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            assert name not in rules[-1][1], f"{rules[-1][0]} sets {name} twice"
            rules[-1][1][name] = value
        else:
            rules.append((line, {}))
    return rules


def headers_for(rules: Rules, address: str) -> dict[str, str]:
    """What is sent with an address. Two rules for one header fail: hosts differ in which they obey."""
    path = urlsplit(address).path
    sent: dict[str, str] = {}
    for pattern, headers in rules:
        if path == pattern or (pattern.endswith("*") and path.startswith(pattern[:-1])):
            assert not sent.keys() & headers.keys(), f"{path}: {sent.keys() & headers.keys()} from two rules"
            sent |= headers
    return sent
