"""Which page of the site a link to another file of `content/` means."""

from __future__ import annotations

import posixpath

from generator.model.place import Place

_PLAIN_PARTS = 1
_NARRATIVE_PARTS = 4


def content_target(target: str, place: Place) -> tuple[str, str] | None:
    """The page path and section (empty for a plain page) that a link to a `.md` file in the file at `place` means.

    None for a link to something else: `method.md` in `content/vi/about.md` means `("method", "")`.
    """
    address = target.partition("#")[0]
    if not address.endswith(".md") or address.startswith("/"):
        return None
    # content/<lang>/<folder …>/<file>
    folder = posixpath.join(*place.file.split("/")[2:-1], "")
    parts = posixpath.normpath(posixpath.join(folder, address)).removesuffix(".md").split("/")
    if len(parts) == _PLAIN_PARTS:
        return ("" if parts[0] == "index" else parts[0]), ""
    if len(parts) == _NARRATIVE_PARTS and parts[0] == "reports":
        return "/".join(parts[:3]), parts[3]
    return None
