"""Makes a recorded snapshot again from its commit, with the program of that commit, and takes it only if it is the very same."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from generator.archive.bag import TAG_MANIFEST
from generator.archive.checksums import sha512_of
from generator.archive.file_list import Difference, FileList, interpreter, list_of_bag, read_list
from generator.archive.store import Store
from generator.git import GitRefusalError, ask, top_of
from generator.model.text import DEFAULT_LANGUAGE
from generator.model.vintage import VintageRecord
from generator.snapshot import earlier
from generator.snapshot.versions import VersionChange, changed_versions

_SAID_LINES = 12


@dataclass(frozen=True)
class Restored:
    """What came of it. `code` is empty where the snapshot is back in the store; else it says why not, and `detail` how it differs.

    `no-commit`: the record names none. `git-refuses`: git does not read the repository. `no-repository`: it does not know
    the commit. `failed`: the program of that commit did not make it.
    `other-files`: what it made has other files. `other-zip`: the same files, packed otherwise.
    `difference` names the files, None where no list of them was kept; `versions` are those of the time that are others now.
    `made` is the list of what was put into the store.
    """

    code: str = ""
    detail: str = ""
    difference: Difference | None = None
    versions: tuple[VersionChange, ...] = ()
    made: FileList | None = None


def restore(record: VintageRecord, root: Path, store: Store, *, warc: bool = False) -> Restored:
    """Make the snapshot of a record again, `warc` as it was taken. Nothing enters the store that is not byte for byte what was recorded. Raises OSError."""
    if record.commit is None:
        return Restored("no-commit")
    try:
        top_of(root)
    except GitRefusalError as error:
        return Restored("git-refuses", error.said)
    if ask(root, "cat-file", "-e", f"{record.commit}^{{commit}}") is None:
        return Restored("no-repository", record.commit)
    with (
        tempfile.TemporaryDirectory(prefix="reform-reports-restore-") as folder,
        _checked_out(root, record.commit, Path(folder) / "tree") as tree,
    ):
        made = Store(Path(folder) / "made")
        done = subprocess.run(
            [
                sys.executable,
                str(Path(earlier.__file__).resolve()),
                *_arguments(record, warc),
                "--root",
                ".",
                "--archive",
                str(made.folder),
            ],
            cwd=tree,
            env=_environment(record),
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
        recorded = read_list(root, record.edition)
        versions = changed_versions(tree, recorded.made_by if recorded else {})
        if done.returncode or not made.zip(record.edition).is_file():
            said = "\n".join((done.stderr or done.stdout).strip().splitlines()[-_SAID_LINES:])
            return Restored("failed", said, versions=versions)
        differing = _differs(record, made)
        if differing is None:
            return _take_over(record, made, store)
        now = list_of_bag(made.bag(record.edition))
        return replace(differing, versions=versions, difference=recorded.against(now) if recorded else None)


def _arguments(record: VintageRecord, warc: bool) -> list[str]:
    """How the command was called that took the snapshot."""
    arguments = ["snapshot", str(record.edition.year), "--date", str(record.taken)]
    arguments += ["--unfinished"] if str(record.taken).startswith(f"{record.edition.year}-") else []
    if record.change:
        arguments += ["--correct", "--change", record.change.in_language(DEFAULT_LANGUAGE)]
        arguments += ["--change-en", record.change.root["en"]] if "en" in record.change.root else []
    return [*arguments, *(["--warc"] if warc else [])]


def _environment(record: VintageRecord) -> dict[str, str]:
    """The address that the site had, or none, and nothing that would keep Python from taking the program of the tree first."""
    kept = {name: value for name, value in os.environ.items() if name not in {"SITE_URL", "PYTHONSAFEPATH"}}
    return kept | {"SITE_URL": record.address or ""}


def _differs(record: VintageRecord, made: Store) -> Restored | None:
    """What is not as recorded; None where nothing is."""
    checksum = sha512_of(made.zip(record.edition))
    if checksum == record.zip.sha512:
        return None
    lists = sha512_of(made.bag(record.edition) / TAG_MANIFEST)
    return Restored("other-zip" if lists == record.manifest else "other-files", checksum)


def _take_over(record: VintageRecord, made: Store, store: Store) -> Restored:
    made_list = list_of_bag(made.bag(record.edition), interpreter())
    store.folder.mkdir(parents=True, exist_ok=True)
    for source, target in (
        (made.bag(record.edition), store.bag(record.edition)),
        (made.zip(record.edition), store.zip(record.edition)),
    ):
        if not target.exists():
            beside = target.with_name(f".{target.name}.new-{os.getpid()}")
            shutil.move(source, beside)
            beside.rename(target)
    return Restored(made=made_list)


@contextmanager
def _checked_out(root: Path, commit: str, target: Path) -> Iterator[Path]:
    """The tree as it was at a commit, in a folder of its own that git knows, gone afterwards. Raises OSError."""
    prefix = (ask(root, "rev-parse", "--show-prefix") or b"").decode().strip()
    if ask(root, "worktree", "add", "--detach", str(target), commit) is None:
        raise OSError(None, "git worktree add", str(target))
    try:
        yield target / prefix
    finally:
        ask(root, "worktree", "remove", "--force", str(target))
