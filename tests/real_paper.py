"""The paper of other offices as a tree: units, reports and targets of `tests/paper/`, with the definitions of this repository.

What nobody here publishes stands in `tests/paper/more/`, an area a file, and is added to the definitions of that area.
"""

import shutil
from pathlib import Path

from tests.trees import FILES

ROOT = Path(__file__).parents[1]
_PAPER = Path(__file__).parent / "paper"
_FORMS = tuple(f"forms/vpcp-kstt-{each}.yml" for each in ("06", "ii-06a", "ii-07b"))
_DEFINED = ("areas.yml", "measures.yml", "breakdowns.yml", "calendar.yml", "indicators", *_FORMS)


def write_paper(folder: Path) -> Path:
    """Write the tree."""
    for name in _DEFINED:
        source, target = ROOT / "data" / name, folder / "data" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, target)
    shutil.copytree(_PAPER / "data", folder / "data", dirs_exist_ok=True)
    for path in (_PAPER / "more").glob("*.yml"):
        with (folder / "data/indicators" / path.name).open("a", encoding="utf-8") as file:
            file.write(path.read_text(encoding="utf-8"))
    for name, content in FILES.items():
        if name.startswith("content/") and "/reports/" not in name:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(str(content), encoding="utf-8")
    return folder
