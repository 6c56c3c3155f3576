"""`reform-reports snapshot`: freezes the site as of a year, for good."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.archive.store import STORE, Store
from generator.commands import archive_option, lang_option, root_option
from generator.console import Console, for_editors
from generator.i18n.formats import file_size, number
from generator.i18n.messages import N_, translate
from generator.model.text import text

if TYPE_CHECKING:
    from generator.snapshot.take import SnapshotResult

SIGNERS = ("gpg", "minisign")


def add_to(command: click.Group, default_lang: str) -> None:
    """Add the command `snapshot`."""

    def say(message: str) -> str:
        return translate(default_lang, message)

    @command.command("snapshot", help=say(_HELP))
    @click.argument("year", type=click.IntRange(1900, 2199), metavar="YEAR")
    @click.option(
        "--correct", is_flag=True, help=say(N_("Take the next edition of a year that has a snapshot (2023.2)."))
    )
    @click.option("--unfinished", is_flag=True, help=say(N_("Take it though the year is not over.")))
    @click.option("--change", metavar="TEXT", help=say(N_("What a correction changes, in Vietnamese.")))
    @click.option("--change-en", metavar="TEXT", help=say(N_("The same in English.")))
    @click.option(
        "--date",
        "day",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="DATE",
        help=say(N_("Day of the snapshot (default: that of the commit).")),
    )
    @click.option("--warc", is_flag=True, help=say(N_("Add the pages as WARC, for web archives (needs SITE_URL).")))
    @click.option("--sign", "tool", type=click.Choice(SIGNERS), help=say(N_("Sign it with a key of your own.")))
    @click.option(
        "--sign-key", "key", metavar="KEY", help=say(N_("The key to sign with (default: the tool's choice)."))
    )
    @archive_option(default_lang)
    @root_option(default_lang)
    @lang_option(default_lang)
    def snapshot_command(
        *,
        year: int,
        correct: bool,
        unfinished: bool,
        change: str | None,
        change_en: str | None,
        day: datetime | None,
        warc: bool,
        tool: str | None,
        key: str | None,
        store: Path | None,
        root: Path,
        lang: str | None,
    ) -> None:
        from generator.snapshot.request import Request
        from generator.snapshot.take import take_snapshot

        console = Console(lang or default_lang, root)
        if change_en and not change:
            raise click.UsageError(console.say(N_("--change-en goes with --change.")))
        if change and not correct:
            raise click.UsageError(console.say(N_("--change goes with --correct.")))
        changed = text(change, **({"en": change_en} if change_en else {})) if change else None
        request = Request(
            year=year,
            correct=correct,
            unfinished=unfinished,
            day=day.replace(tzinfo=UTC).date() if day else None,
            change=changed,
            warc=warc,
            tool=tool or "",
            key=key,
        )
        with console.catching_faults(N_("snapshot")):
            kept = Store((store or root / STORE).resolve())
            result = take_snapshot(root.resolve(), kept, request, console.progress)
            if _is_unfinished(result) and _asked(year, console):
                request = replace(request, unfinished=True)
                result = take_snapshot(root.resolve(), kept, request, console.progress)
        console.tell(for_editors(result.problems))
        _print_result(result, console)
        sys.exit(0 if result.record else 1)


def _is_unfinished(result: SnapshotResult) -> bool:
    from generator.snapshot.request import UNFINISHED

    return [each.code for each in result.problems] == [UNFINISHED]


def _asked(year: int, console: Console) -> bool:
    """Whether somebody at the terminal says that a year which is not over is meant. In a pipeline there is nobody to ask."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    question = N_(
        "{year} is not over: its last reports are still to come, and a snapshot is for good. Take it all the same?"
    )
    return click.confirm(console.say(question, year=year), default=False, err=True)


def _print_result(result: SnapshotResult, console: Console) -> None:
    """The last lines: what was kept and how to prove it, or that nothing was."""
    record = result.record
    if record is None or result.bag is None:
        console.out(console.say(N_("No snapshot was taken; everything is as it was.")))
        return
    console.out(
        click.style(console.say(N_("Took snapshot {edition}: {bag}"), edition=record.id, bag=result.bag), fg="green")
    )
    told = console.say(
        N_("{files} files, {size}; as one file {zip} ({zip_size})."),
        files=number(Decimal(record.files), console.lang),
        size=file_size(record.size, console.lang),
        zip=result.zip,
        zip_size=file_size(record.zip.size, console.lang),
    )
    console.out(told)
    console.out(f"sha512  {record.zip.sha512}")
    console.out(
        console.say(
            N_("Now commit data/vintages/{edition}.yml and .csv, and copy the zip to where it is safe."),
            edition=record.id,
        )
    )
    if not record.address:
        console.error(console.say(_NO_ADDRESS, edition=record.id, zip=result.zip, bag=result.bag))


_NO_ADDRESS = N_(
    "Before you commit: SITE_URL was not set, so this snapshot names no permanent address, and its pages do not lead to the current site. That stays "
    "so for good. If it should: remove {bag}, {zip} and data/vintages/{edition}.yml and .csv, and take it again with SITE_URL=…"
)
_HELP = N_(
    "Freeze the site as of the end of YEAR, for good: the site in every language, what it was made of, the figures in open formats, "
    "and a checksum of each file, as a folder and as one zip in archive/.\n\n"
    "It holds what documents dated up to 31 December of YEAR say. Commit everything first: a snapshot names the commit it was "
    "made of, and the same commit gives the same bytes on any day and machine. A snapshot is never overwritten; a correction is a new "
    "edition that says what it changed.\n\n"
    "\b\nExamples:\n"
    "  reform-reports snapshot 2023\n"
    '  reform-reports snapshot 2023 --correct --change "Sửa số của biểu 2" --change-en "Table 2 put right"\n'
    "  reform-reports snapshot 2023 --sign gpg\n"
    "  reform-reports snapshot 2026 --unfinished     before the year is over; asked for at a terminal\n"
    "  SITE_URL=https://cchc.example.gov.vn/ reform-reports snapshot 2023 --warc\n\n"
    "Afterwards: open data/site/index.html in the folder; check it with `reform-reports verify 2023`.\n\n"
    "Exit code: 0 the snapshot was taken, 1 it was not, 2 the command was used wrongly."
)
