"""`reform-reports schemas`: writes the JSON Schemas by which editors complete and explain, or says which are old."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands import lang_option, root_option
from generator.commands.helps import SCHEMAS_HELP
from generator.i18n.messages import N_, n_, translate, translate_plural

if TYPE_CHECKING:
    from generator.console import Console

_WRITTEN = n_("{number} schema was written", "{number} schemas were written")
_OLD = n_("{number} schema is old", "{number} schemas are old")


def add_to(group: click.Group, default_lang: str) -> None:
    """Add the command to a group, its help in a language."""

    @group.command("schemas", help=translate(default_lang, SCHEMAS_HELP))
    @click.option(
        "--check",
        "only_check",
        is_flag=True,
        help=translate(default_lang, N_("Write nothing; fail where a schema is old.")),
    )
    @root_option(default_lang)
    @lang_option(default_lang)
    def schemas_command(only_check: bool, root: Path, lang: str | None) -> None:
        from generator.console import Console

        console = Console(lang or default_lang, root)
        with console.catching_faults(N_("schemas")):
            sys.exit(_schemas(root.resolve(), console, only_check=only_check))


def _schemas(root: Path, console: Console, *, only_check: bool) -> int:
    from generator.i18n.reasons import reason_of
    from generator.load import load_catalogue
    from generator.schemas.files import schema_files

    console.begin(N_("Reading the files of data/ and content/"))
    files = schema_files(load_catalogue(root).catalogue)
    old = [name for name, text in files.items() if not _is_so(root / name, text)]
    for name in old:
        console.error(name)
        if only_check:
            continue
        try:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(files[name], encoding="utf-8", newline="\n")
        except OSError as error:
            words = {"file": name, "reason": console.say(reason_of(error))}
            console.error(console.say(N_("{file} cannot be written: {reason}."), **words))
            return 1
    console.out(translate_plural(console.lang, *(_OLD if only_check else _WRITTEN), len(old)))
    return 1 if only_check and old else 0


def _is_so(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()
