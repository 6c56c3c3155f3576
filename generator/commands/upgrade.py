"""`reform-reports upgrade`: brings the files of a site to this version of the program."""

from __future__ import annotations

import difflib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import __version__
from generator.commands import lang_option, root_option
from generator.commands.helps import UPGRADE_HELP
from generator.console import Console
from generator.i18n.messages import N_, translate, translate_plural
from generator.i18n.reasons import reason_of
from generator.model.site import FORMAT

if TYPE_CHECKING:
    from generator.upgrade import Upgrade

_LONG = "requirements.lock"
"""A file whose lines nobody reads."""


def add_to(command: click.Group, default_lang: str) -> None:
    """Add the command `upgrade`."""

    @command.command("upgrade", help=translate(default_lang, UPGRADE_HELP))
    @click.option(
        "--dry-run", is_flag=True, help=translate(default_lang, N_("Say what would change, and change nothing."))
    )
    @root_option(default_lang)
    @lang_option(default_lang)
    def upgrade_command(dry_run: bool, root: Path, lang: str | None) -> None:
        console = Console(lang or default_lang, root)
        with console.catching_faults(N_("upgrade")):
            sys.exit(_upgrade(root.resolve(), console, dry_run=dry_run))


def _upgrade(root: Path, console: Console, *, dry_run: bool) -> int:
    from generator.upgrade import carry_out, plan

    try:
        planned = plan(root)
        if planned.problem is not None:
            console.tell([planned.problem])
            return 1
        if planned.before > FORMAT:
            console.error(console.say(_NEWER, before=planned.before, known=FORMAT))
            return 1
        _say(planned, console, lines=dry_run)
        if dry_run:
            return 1 if planned.changed or planned.notes else 0
        carry_out(root, planned)
    except OSError as error:
        console.error(console.say(N_("Nothing was changed: {reason}."), reason=console.say(reason_of(error))))
        return 1
    if planned.notes:
        return 1
    said = N_("Everything is as version {version} writes it, in format {format}.")
    console.out(console.say(said, version=__version__, format=FORMAT))
    return 0


def _say(planned: Upgrade, console: Console, *, lines: bool) -> None:
    for why in planned.why:
        console.out(console.say(why))
    for name, (old, new) in planned.changed.items():
        what = N_("new") if old is None else N_("changed")
        console.out(f"{name}: {console.say(what)}")
        if lines and name != _LONG:
            found = difflib.unified_diff((old or "").splitlines(), new.splitlines(), lineterm="", n=1)
            for line in list(found)[2:]:
                console.out(f"    {line}")
    for name in planned.kept:
        console.out(console.say(N_("{file} was edited here and stays as it is."), file=name))
    for note in planned.notes:
        console.error(console.say(note))
    if lines and planned.changed:
        number = len(planned.changed)
        console.out(
            translate_plural(console.lang, "{number} file would change.", "{number} files would change.", number)
        )


_NEWER = N_(
    "These files are written in format {before}; this version of the program knows up to {known}. Install a newer version."
)
