"""`reform-reports fmt`: writes the files of data/ and content/ in their canonical form, or says which are not."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands import lang_option, root_option
from generator.commands.helps import FMT_HELP
from generator.i18n.messages import N_, n_, translate, translate_plural

if TYPE_CHECKING:
    from generator.canonical.files import Formatted
    from generator.console import Console

_SEEN = n_("{number} file, in canonical form", "{number} files, all in canonical form")
_WOULD = n_("{number} file is not in canonical form", "{number} files are not in canonical form")
_DONE = n_("{number} file was written anew", "{number} files were written anew")
_SHOWN = 100
"""So many signs of a line are shown."""


def add_to(group: click.Group, default_lang: str) -> None:
    """Add the command to a group, its help in a language."""

    @group.command("fmt", help=translate(default_lang, FMT_HELP))
    @click.argument("files", nargs=-1, metavar="[FILE]…", type=click.Path(path_type=Path))
    @click.option(
        "--check",
        "only_check",
        is_flag=True,
        help=translate(default_lang, N_("Change nothing; fail where a file would change.")),
    )
    @root_option(default_lang)
    @lang_option(default_lang)
    def fmt_command(files: tuple[Path, ...], only_check: bool, root: Path, lang: str | None) -> None:
        from generator.console import Console

        console = Console(lang or default_lang, root)
        with console.catching_faults(N_("fmt")):
            sys.exit(_format(root.resolve(), files, console, only_check=only_check))


def _format(root: Path, files: tuple[Path, ...], console: Console, *, only_check: bool) -> int:
    """Format files, or all; the exit code."""
    from generator.canonical.files import formatted_files, rewrite
    from generator.console import print_problems
    from generator.i18n.reasons import reason_of
    from generator.problems import Problem

    missing = next((each for each in files if not each.is_file()), None)
    if missing is not None:
        console.error(console.say(N_("There is no file “{file}”."), file=missing))
        return 2
    console.begin(N_("Reading the files of data/ and content/"))
    problems, changed, seen = [], 0, 0
    for each in formatted_files(root, [file.resolve() for file in files]):
        seen += 1
        if isinstance(each, Problem):
            problems.append(each)
        elif not each.is_canonical:
            changed += 1
            if only_check:
                _show(each, console)
                continue
            try:
                rewrite(each)
            except OSError as error:
                words = {"file": each.name, "reason": console.say(reason_of(error))}
                console.error(console.say(N_("{file} cannot be written: {reason}."), **words))
                return 1
            console.error(each.name)
    print_problems(problems, console)
    told = _SEEN if not changed else (_WOULD if only_check else _DONE)
    console.out(translate_plural(console.lang, *told, changed or seen))
    if only_check and changed:
        console.error(console.say(N_("To write them so: reform-reports fmt")))
    return 1 if problems or (only_check and changed) else 0


def _show(file: Formatted, console: Console) -> None:
    """Where a file first differs from its canonical form, and how."""
    line, old, new = file.first_difference
    console.error(f"{file.name}:{line}")
    for sign, text in (("-", old), ("+", new)):
        console.error(f"  {sign} {text[:_SHOWN]}{'…' if len(text) > _SHOWN else ''}")
