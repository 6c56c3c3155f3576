"""`reform-reports verify`: says whether a snapshot is what it was, for people and for machines."""

from __future__ import annotations

import sys
import threading
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any, Self

import click

from generator.archive.signature import SignatureCheck, SignatureState
from generator.archive.store import STORE, Store
from generator.archive.verify import Expected, Verification, verify
from generator.commands import archive_option, form_option, lang_option, root_option
from generator.commands.helps import VERIFY_HELP
from generator.console import Console
from generator.i18n.formats import day, file_size, number
from generator.i18n.messages import N_, translate, translate_plural
from generator.load.records import read_record, record_name
from generator.model.edition import Edition
from generator.model.hidden import visible
from generator.model.place import Place
from generator.model.vintage import VintageRecord
from generator.problems import Problem, Severity

WHOLE, NOT_WHOLE, NOTHING_THERE = 0, 1, 2
"""Exit codes."""


def add_to(command: click.Group, default_lang: str) -> None:
    """Add the command `verify`."""

    def say(message: str) -> str:
        return translate(default_lang, message)

    a_file = click.Path(exists=True, dir_okay=False, path_type=Path)

    @command.command("verify", help=say(VERIFY_HELP))
    @click.argument("path")
    @click.option(
        "--key", type=a_file, metavar="FILE", help=say(N_("Public key that must have signed it (GPG or minisign)."))
    )
    @click.option(
        "--signature", type=a_file, metavar="FILE", help=say(N_("The signature, where it is not beside the snapshot."))
    )
    @root_option(default_lang)
    @archive_option(default_lang)
    @form_option(default_lang)
    @lang_option(default_lang)
    def verify_command(
        path: str, key: Path | None, signature: Path | None, root: Path, store: Path | None, form: str, lang: str | None
    ) -> None:
        console = Console(lang or default_lang, Path(), form)
        with console.catching_faults(N_("verify")):
            sys.exit(_verify(path, Store(store or root / STORE), _Wanted(root, key, signature), console))


@dataclass
class _Wanted:
    """What a snapshot is held against. `faults` are those of records that could not be read."""

    root: Path
    key: Path | None = None
    signature: Path | None = None
    faults: list[Problem] = field(default_factory=list)

    def record(self, edition: Edition) -> VintageRecord | None:
        """The record of an edition, None where there is none that can be read."""
        record, problems = read_record(self.root, edition)
        self.faults += [problem for problem in problems if problem not in self.faults]
        return record


def _verify(named: str, store: Store, wanted: _Wanted, console: Console) -> int:
    """Verify what a name stands for, tell, and return the exit code."""
    paths, edition = _paths(named, store)
    if not paths:
        console.tell([Problem("no-such-snapshot", Place(""), {"path": named})])
        return NOTHING_THERE
    expected = Expected(edition, wanted.record, wanted.key, wanted.signature)
    with _Progress(console) as progress:
        found = {path: verify(path, expected, progress.seen) for path in paths}
    told = [_placed(problem, path) for path, each in found.items() for problem in each.problems]
    faults = [_placed(problem, wanted.root) for problem in wanted.faults]
    console.tell([*faults, *told])
    for path, each in found.items():
        for line in _verdict(path, each, console):
            console.out(line)
    return WHOLE if not faults and all(each.whole for each in found.values()) else NOT_WHOLE


def _paths(named: str, store: Store) -> tuple[list[Path], Edition | None]:
    """What is verified: a folder or file of this name, else the edition in the store, as a folder and as a zip."""
    if Path(named).exists():
        return [Path(named)], None
    try:
        edition = Edition.parse(named)
    except ValueError:
        return [], None
    return [path for path in (store.bag(edition), store.zip(edition)) if path.exists()], edition


def _placed(problem: Problem, path: Path) -> Problem:
    """A problem of a snapshot, its place named as whoever called the command names it."""
    place = problem.place
    return replace(problem, place=Place((path / place.file).as_posix(), place.line, place.column))


def _verdict(path: Path, found: Verification, console: Console) -> list[str]:
    """The last lines: whether it is whole, what it is, what it was held against, and who signed it."""
    if not found.whole:
        errors = sum(problem.severity is Severity.ERROR for problem in found.problems)
        count = translate_plural(console.lang, "{number} error", "{number} errors", errors)
        said = console.say(N_("{path} did not pass: {errors}."), path=visible(str(path)), errors=count)
        return [click.style(said, fg="red")]
    whole = click.style(console.say(N_("{path} is whole."), path=visible(str(path))), fg="green")
    return [f"{whole} {_described(found, console)}", *_proofs(found, console)]


def _described(found: Verification, console: Console) -> str:
    count, size = number(Decimal(found.files), console.lang), file_size(found.size, console.lang)
    parts = [translate_plural(console.lang, "{count} file", "{count} files", found.files, count=count), size]
    if found.taken is not None:
        parts.insert(0, console.say(N_("taken on {date}"), date=day(found.taken, console.lang)))
    if found.edition is not None:
        parts.insert(0, console.say(N_("Snapshot {edition}"), edition=found.edition))
    return ", ".join(parts) + "."


def _proofs(found: Verification, console: Console) -> list[str]:
    """What besides its own lists speaks for a whole snapshot."""
    lines = []
    if found.recorded and found.edition is not None:
        name = record_name(found.edition)
        lines.append(console.say(N_("Its lists are the ones recorded in {file} when it was taken."), file=name))
    elif found.edition is not None:
        lines.append(
            console.say(N_("No record of it is at hand (--root): a change of files and lists together would not show."))
        )
    lines += [_signed(check, console) for check in found.signatures]
    return [*lines, *([] if found.signatures else [console.say(N_("It is not signed."))])]


def _signed(check: SignatureCheck, console: Console) -> str:
    words: dict[str, Any] = {"file": visible(check.file.name), "signer": visible(check.signer) or "?"}
    return console.say(_SIGNED[check.state], **words)


class _Progress:
    """A bar on a terminal, for as long as files are read; elsewhere nothing."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._lock = threading.Lock()
        self._bar: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.render_finish()

    def seen(self, read: int, total: int) -> None:
        """Told of each number of bytes that was read, by several threads."""
        if not sys.stderr.isatty():
            return
        with self._lock:
            if self._bar is None or self._bar.length != total:
                label = self._console.say(N_("Reading"))
                self._bar = click.progressbar(length=total, label=label, file=sys.stderr, update_min_steps=1 << 20)
            self._bar.update(read)


_SIGNED = {
    SignatureState.GOOD: N_("Signed by {signer} ({file})."),
    SignatureState.EXPIRED: N_("Signed by {signer}, whose key has expired since ({file})."),
    SignatureState.UNCHECKED: N_("There is a signature that was not checked: {file}, by key {signer}."),
    SignatureState.BAD: N_("The signature {file} is not valid."),
}
