"""Files that file managers and systems leave wherever they look: known by their names, and no part of any snapshot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.model.place import Place
from generator.problems import Problem

MAC_FOLDER = "__MACOSX"
"""What the Finder packs beside a folder: a file `._name` for each file."""
_NAMES = frozenset({".ds_store", ".directory", ".localized", "desktop.ini", "ehthumbs.db", "icon\r", "thumbs.db"})
_FOLDERS = frozenset({
    MAC_FOLDER.lower(), ".appledouble", ".fseventsd", ".spotlight-v100", ".trashes", "$recycle.bin", "@eadir",
    "system volume information",
})  # fmt: skip


def is_left_behind(path: str) -> bool:
    """Whether a file is named as only file managers and systems name theirs."""
    *folders, name = path.lower().split("/")
    return (
        name in _NAMES
        or name.startswith("._")
        or any(folder in _FOLDERS or folder.startswith(".trash-") for folder in folders)
    )


def left_behind(paths: Iterable[str]) -> Sequence[Problem]:
    """One problem for all such files among paths, or none: there may be one beside each file of a snapshot."""
    found = sorted(path for path in paths if is_left_behind(path))
    if not found:
        return ()
    in_mac_folder = next((path for path in found if path.startswith(f"{MAC_FOLDER}/")), None)
    code = "zip-packed-on-mac" if in_mac_folder else "bag-left-behind"
    first = in_mac_folder or found[0]
    return (Problem(code, Place(first), {"file": first, "number": str(len(found))}),)
