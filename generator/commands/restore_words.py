"""What `reform-reports archive restore` says where a snapshot could not be made again: why, which files, and what is installed otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.archive.file_list import list_name
from generator.console import Console
from generator.i18n.messages import N_
from generator.model.vintage import VintageRecord
from generator.snapshot.restore import Restored

NOT_RESTORED = {
    "no-commit": N_(
        "The record of {edition} names no commit, so it cannot be made again. Add its zip: archive add ZIP."
    ),
    "git-refuses": N_("Git does not read the repository here. It says: {detail}\nNothing was changed."),
    "no-repository": N_(
        "Git does not know the commit {detail} here. In a shallow clone: git fetch --unshallow. Nothing was changed."
    ),
    "failed": N_("The program of that commit did not make the snapshot {edition}. It said:\n{detail}"),
    "other-files": N_(
        "What was made is not the snapshot {edition}: its files differ. Nothing was changed.\n  recorded: {expected}\n  made:     {detail}"
    ),
    "other-zip": N_(
        "The files of the snapshot {edition} are the recorded ones, but its zip is packed otherwise. Nothing was changed.\n"
        "  recorded: {expected}\n  made:     {detail}"
    ),
}
_MOST = 20
"""So many files of a kind are named."""


def why_not_restored(restored: Restored, record: VintageRecord, console: Console) -> str:
    """Why a snapshot is not back, line by line."""
    words = {"edition": record.id, "expected": record.zip.sha512, "detail": restored.detail}
    lines = [console.say(NOT_RESTORED[restored.code], **words)]
    if restored.code == "other-files":
        lines += _files(restored, record, console)
    if restored.code in ("failed", "other-files", "other-zip"):
        lines += _versions(restored, console)
    return "\n".join(lines)


def _files(restored: Restored, record: VintageRecord, console: Console) -> Iterator[str]:
    if restored.difference is None:
        said = N_("Which files, nobody knows: there is no {list} that lists them.")
        yield console.say(said, list=list_name(record.edition))
        return
    for said, paths in (
        (N_("Files of other content:"), restored.difference.altered),
        (N_("Files that were not made:"), restored.difference.missing),
        (N_("Files that were not there:"), restored.difference.added),
    ):
        if paths:
            yield console.say(said)
            yield from (f"  {path}" for path in paths[:_MOST])
            yield from _more(len(paths) - _MOST, console)


def _more(count: int, console: Console) -> Sequence[str]:
    # Not inside an f-string, where Python before 3.12 hides texts from those who gather them.
    more = console.say(N_("and {count} more"), count=count)
    return [f"  {more}"] if count > 0 else []


def _versions(restored: Restored, console: Console) -> Iterator[str]:
    if not restored.versions:
        yield console.say(
            N_("All libraries are those of then. A snapshot that was taken with --warc is restored with --warc.")
        )
        return
    yield console.say(N_("What is installed otherwise than then:"))
    for each in restored.versions:
        now = each.now or console.say(N_("not installed"))
        yield "  " + console.say(N_("{name}: then {then}, now {now}"), name=each.name, then=each.then, now=now)
    yield console.say(
        N_("How to run it with the versions of then: docs/archive.md, under “Make a lost snapshot again”.")
    )
