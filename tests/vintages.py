"""What snapshots leave behind, made up from the smallest tree: `write_tree(folder, frozen("2023", edit(REPORT, "1200", "1210")))`."""

import tempfile
from pathlib import Path

from generator.assembly.site import load_and_check
from generator.exports.vintage import record_text, vintage_csv
from generator.model.catalogue import Catalogue
from generator.model.vintage import VintageRecord
from tests.trees import Changes, faults, write_tree


def record(edition: str, taken: str = "2024-01-15", **more: object) -> VintageRecord:
    """A record of a snapshot that nobody took."""
    facts = {"reports": 1, "figures": 9, "pages": 60, "files": 900, "size": 5, "manifest": "a" * 128}
    return VintageRecord.model_validate(
        {"edition": edition, "taken": taken, **facts, "zip": {"size": 4, "sha512": "b" * 128}, **more}
    )


def frozen(edition: str, changes: Changes | None = None, taken: str = "2024-01-15") -> dict[str, str | bytes | None]:
    """The two files that a snapshot of the smallest tree, with changes, leaves in `data/vintages/`."""
    more = {"change": {"vi": "Bổ sung"}} if "." in edition else {}
    files = {f"data/vintages/{edition}.yml": record_text(record(edition, taken, **more))}
    return files | {f"data/vintages/{edition}.csv": vintage_csv(catalogue_of(changes))}


def catalogue_of(changes: Changes | None = None) -> Catalogue:
    """The smallest tree with changes, loaded; nothing is wrong with it."""
    with tempfile.TemporaryDirectory() as folder:
        catalogue, problems = load_and_check(write_tree(Path(folder), changes))
    assert faults(problems) == ()
    return catalogue
