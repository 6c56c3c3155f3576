"""`reform-reports archive`: lists the editions, adds one from a zip, removes one with a reason, and makes a recorded one again."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import click

from generator.click_words import Commands
from generator.commands import archive_option, lang_option, root_option
from generator.commands.archive_words import (
    ADD_HELP,
    HELP,
    LIST_HELP,
    NOT_KEPT,
    REMOVE_HELP,
    RESTORE_HELP,
)
from generator.console import Console
from generator.i18n.messages import N_, translate
from generator.model.edition import Edition
from generator.model.place import Place
from generator.model.text import Text
from generator.model.vintage import VintageRecord
from generator.problems import Problem

GOOD, WRONG, USED_WRONGLY = 0, 1, 2
"""Exit codes."""
_SHORT = 16


def add_to(command: click.Group, default_lang: str) -> None:
    """Add the commands `archive list`, `add`, `remove` and `restore`."""

    def say(message: str) -> str:
        return translate(default_lang, message)

    group = Commands("archive", help=say(HELP))
    command.add_command(group)
    _add_list(group, default_lang, say)
    _add_add(group, default_lang, say)
    _add_remove(group, default_lang, say)
    _add_restore(group, default_lang, say)


@dataclass(frozen=True)
class _Places:
    """Where the command works: the tree, its store, and the site that was published."""

    root: Path
    archive: Path
    output: Path

    @classmethod
    def of(cls, root: Path, store: Path | None, output: Path | None = None) -> _Places:
        from generator.archive.store import STORE

        return cls(root, store or root / STORE, output or root / "site")


def _add_list(group: click.Group, default_lang: str, say: Callable[[str], str]) -> None:
    @group.command("list", help=say(LIST_HELP))
    @_output_option(say)
    @root_option(default_lang)
    @archive_option(default_lang)
    @lang_option(default_lang)
    def list_command(root: Path, store: Path | None, output: Path | None, lang: str | None) -> None:
        console = Console(lang or default_lang, root)
        with console.catching_faults(N_("archive")):
            sys.exit(_list(_Places.of(root, store, output), console))


def _add_add(group: click.Group, default_lang: str, say: Callable[[str], str]) -> None:
    @group.command("add", help=say(ADD_HELP))
    @click.argument("file", metavar="ZIP", type=click.Path(exists=True, dir_okay=False, path_type=Path))
    @root_option(default_lang)
    @archive_option(default_lang)
    @lang_option(default_lang)
    def add_command(file: Path, root: Path, store: Path | None, lang: str | None) -> None:
        console = Console(lang or default_lang, root)
        with console.catching_faults(N_("archive")):
            sys.exit(_add(file, _Places.of(root, store), console))


def _add_remove(group: click.Group, default_lang: str, say: Callable[[str], str]) -> None:
    @group.command("remove", help=say(REMOVE_HELP))
    @click.argument("edition")
    @click.option("--reason-vi", required=True, metavar="TEXT", help=say(N_("Why, for readers, in Vietnamese.")))
    @click.option("--reason-en", required=True, metavar="TEXT", help=say(N_("Why, for readers, in English.")))
    @_output_option(say)
    @root_option(default_lang)
    @archive_option(default_lang)
    @lang_option(default_lang)
    def remove_command(
        edition: str,
        reason_vi: str,
        reason_en: str,
        output: Path | None,
        root: Path,
        store: Path | None,
        lang: str | None,
    ) -> None:
        console = Console(lang or default_lang, root)
        if not (reason_vi.strip() and reason_en.strip()):
            raise click.UsageError(
                console.say(N_("A reason is missing: readers see it where the snapshot was, in both languages."))
            )
        with console.catching_faults(N_("archive")):
            reason = Text({"vi": reason_vi, "en": reason_en})
            sys.exit(_remove(edition, reason, _Places.of(root, store, output), console))


def _add_restore(group: click.Group, default_lang: str, say: Callable[[str], str]) -> None:
    @group.command("restore", help=say(RESTORE_HELP))
    @click.argument("editions", nargs=-1, metavar="[EDITION]…")
    @click.option("--all", "every", is_flag=True, help=say(N_("Every recorded snapshot that the store lacks.")))
    @click.option("--warc", is_flag=True, help=say(N_("The snapshot was taken with --warc.")))
    @root_option(default_lang)
    @archive_option(default_lang)
    @lang_option(default_lang)
    def restore_command(
        editions: tuple[str, ...], every: bool, warc: bool, root: Path, store: Path | None, lang: str | None
    ) -> None:
        console = Console(lang or default_lang, root)
        with console.catching_faults(N_("archive")):
            places = _Places.of(root, store)
            if not editions and not every:
                console.error(console.say(N_("Which edition? `archive list` names them; --all restores every one.")))
                sys.exit(USED_WRONGLY)
            wanted = (*editions, *(_lost(places) if every else ()))
            sys.exit(max((_restore(each, warc, places, console) for each in wanted), default=GOOD))


def _output_option(say: Callable[[str], str]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return click.option(
        "--output",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="DIR",
        help=say(N_("Where the site was published (default: site/ in the tree).")),
    )


def _list(places: _Places, console: Console) -> int:
    from generator.archive.stock import take_stock
    from generator.archive.store import Store
    from generator.load.vintages import load_vintages

    vintages, faults = load_vintages(places.root)
    records = sorted((each.record for each in vintages), key=lambda each: each.edition, reverse=True)
    stock, problems = take_stock(records, Store(places.archive), places.output)
    at_hand = {each.record.edition: each.zip for each in stock.holdings}
    refused = {each.words["edition"] for each in problems if each.code == "snapshot-altered"}
    console.tell([*faults, *problems])
    if not records:
        console.out(console.say(N_("No snapshot is recorded in data/vintages.")))
    else:
        heads = (N_("Edition"), N_("Taken on"), N_("Size"), "SHA-512", N_("Where"), N_("State"))
        rows = [_row(record, at_hand.get(record.edition), refused, console) for record in records]
        for line in _columns([tuple(console.say(head) for head in heads), *rows]):
            console.out(line)
    return WRONG if console.has_errors([*faults, *problems]) else GOOD


def _row(record: VintageRecord, found: Path | None, refused: Iterable[object], console: Console) -> tuple[str, ...]:
    from generator.i18n.formats import day, file_size

    if record.removed:
        state = console.say(N_("removed on {day}"), day=day(record.removed.date, console.lang))
    elif found:
        state = console.say(N_("as recorded"))
    else:
        state = console.say(N_("not as recorded") if record.id in refused else N_("not at hand"))
    return (
        record.id,
        day(record.taken, console.lang),
        file_size(record.zip.size, console.lang),
        f"{record.zip.sha512[:_SHORT]}…",
        str(found.parent) if found else "-",
        state,
    )


def _columns(rows: list[tuple[str, ...]]) -> list[str]:
    widths = [max(len(row[number]) for row in rows) for number in range(len(rows[0]))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def _add(file: Path, places: _Places, console: Console) -> int:
    from generator.archive.keeping import NotKeptError, checked, keep
    from generator.archive.store import Store
    from generator.load.records import record_name

    found = checked(file, places.root)
    console.tell([_placed(each, file) for each in found.problems])
    if not found.whole:
        console.error(console.say(N_("Nothing was added: {file} is not proved to be what it was."), file=file))
        return WRONG
    try:
        kept = keep(file, found, places.root, Store(places.archive))
    except NotKeptError as error:
        if error.code == "record" and found.edition is not None:
            _record(found.edition, places.root, console)
        console.error(console.say(NOT_KEPT[error.code], file=file, edition=found.edition))
        return WRONG
    console.out(console.say(N_("Snapshot {edition} is in {store}."), edition=kept.record.id, store=places.archive))
    if kept.new:
        name = record_name(kept.record.edition)
        console.out(console.say(N_("Its record was written: commit {file} and the table beside it."), file=name))
    return GOOD


def _placed(problem: Problem, path: Path) -> Problem:
    """A problem of a zip, its place named as whoever called the command names it."""
    return replace(
        problem, place=Place((path / problem.place.file).as_posix(), problem.place.line, problem.place.column)
    )


def _remove(written: str, reason: Text, places: _Places, console: Console) -> int:
    from generator.archive.keeping import remove
    from generator.archive.stock import locate
    from generator.archive.store import Store

    edition = _edition(written, console)
    if edition is None:
        return USED_WRONGLY
    store = Store(places.archive)
    record = _record(edition, places.root, console)
    published = None if record else locate(edition, store, places.output)
    if published is not None:
        # What nobody recorded is recorded first, so that its address can tell that it was there.
        if _add(published, places, console) != GOOD:
            return WRONG
        record = _record(edition, places.root, console)
    if record is None or record.removed:
        said = N_("Snapshot {edition} was removed already.") if record else N_("There is no snapshot {edition}.")
        console.error(console.say(said, edition=edition))
        return USED_WRONGLY
    moved = remove(record, reason, datetime.now(UTC).date(), places.root, store)
    console.out(
        console.say(
            N_("Snapshot {edition} is removed: from the next build on, its address tells when and why."),
            edition=edition,
        )
    )
    for path in moved:
        console.out(console.say(N_("Kept until you delete it: {path}"), path=path))
    return GOOD


def _lost(places: _Places) -> tuple[str, ...]:
    """The recorded editions, oldest first, that were not removed and of which the store has no zip."""
    from generator.archive.store import Store
    from generator.load.vintages import load_vintages

    records = (each.record for each in load_vintages(places.root)[0])
    store = Store(places.archive)
    return tuple(each.id for each in records if not each.removed and not store.zip(each.edition).exists())


def _restore(written: str, warc: bool, places: _Places, console: Console) -> int:
    from generator.archive.file_list import list_name
    from generator.archive.keeping import note_files
    from generator.archive.store import Store
    from generator.snapshot.restore import restore

    edition = _edition(written, console)
    record = _record(edition, places.root, console) if edition else None
    if edition is None or record is None or record.removed:
        if edition:
            console.error(console.say(N_("data/vintages records no snapshot {edition} to restore."), edition=edition))
        return USED_WRONGLY
    store = Store(places.archive)
    if store.zip(edition).exists():
        console.error(
            console.say(
                N_("The store has {path}. Verify it; if it is damaged, put it away first."), path=store.zip(edition)
            )
        )
        return USED_WRONGLY
    folder_stays = store.bag(edition).exists()
    console.progress(N_("Making a snapshot again"), str(edition))
    restored = restore(record, places.root.resolve(), store, warc=warc)
    if restored.code:
        from generator.commands.restore_words import why_not_restored

        console.error(why_not_restored(restored, record, console))
        return WRONG
    console.out(
        console.say(N_("Snapshot {edition} is back in {store}, as recorded."), edition=edition, store=store.folder)
    )
    if restored.made and note_files(restored.made, edition, places.root):
        said = N_(
            "Listed its files in {path}, so that it can be said which differ if it ever comes out otherwise. Commit it."
        )
        console.out(console.say(said, path=list_name(edition)))
    if folder_stays:
        said = N_("The folder {path} was there and stays as it was. Check it: reform-reports verify {edition}")
        console.out(console.say(said, path=store.bag(edition), edition=edition))
    return GOOD


def _edition(written: str, console: Console) -> Edition | None:
    try:
        return Edition.parse(written)
    except ValueError:
        console.error(console.say(N_("“{written}” is not an edition."), written=written))
        return None


def _record(edition: Edition, root: Path, console: Console) -> VintageRecord | None:
    from generator.load.records import read_record

    record, problems = read_record(root, edition)
    console.tell(problems)
    return record
