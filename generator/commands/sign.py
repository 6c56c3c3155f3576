"""`reform-reports sign`: signs a snapshot with the archivist's own key, after verifying it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.archive.bag import TAG_MANIFEST
from generator.archive.reading import open_bag
from generator.archive.signature import TOOLS, sign
from generator.archive.signing import ToolError
from generator.archive.store import STORE, Store
from generator.archive.verify import Expected, verify
from generator.commands import archive_option, lang_option, root_option
from generator.commands.helps import SIGN_HELP
from generator.console import Console
from generator.i18n.messages import N_, translate
from generator.i18n.reasons import reason_of
from generator.load.records import read_record
from generator.model.edition import Edition
from generator.model.place import Place
from generator.problems import Problem

_LARGEST = 64_000_000


def add_to(command: click.Group, default_lang: str) -> None:
    """Add the command `sign`."""

    def say(message: str) -> str:
        return translate(default_lang, message)

    @command.command("sign", help=say(SIGN_HELP))
    @click.argument("edition")
    @click.option(
        "--with", "tool", type=click.Choice(list(TOOLS)), required=True, help=say(N_("The program that signs."))
    )
    @click.option(
        "--key",
        metavar="KEY",
        help=say(
            N_(
                "Your key: a name or fingerprint (gpg), the file of the secret key (minisign). Default: the program's own choice."
            )
        ),
    )
    @root_option(default_lang)
    @archive_option(default_lang)
    @lang_option(default_lang)
    def sign_command(
        edition: str, tool: str, key: str | None, root: Path, store: Path | None, lang: str | None
    ) -> None:
        console = Console(lang or default_lang, Path())
        with console.catching_faults(N_("sign")):
            sys.exit(_sign(edition, Store(store or root / STORE), root, (tool, key), console))


def _sign(written: str, store: Store, root: Path, by: tuple[str, str | None], console: Console) -> int:
    """Verify a snapshot of the store and sign it; returns the exit code."""
    found = _find(written, store)
    if found is None:
        console.tell([Problem("no-such-snapshot", Place(""), {"path": written})])
        return 2
    edition, path = found
    record, faults = read_record(root, edition)
    problems = faults or verify(path, Expected(edition, lambda _: record)).problems
    if any(not _of_signature(each) for each in problems):
        console.tell(problems)
        console.error(console.say(N_("What is not whole is not signed.")))
        return 1
    with open_bag(path) as bag:
        tag_manifest = bag.read(TAG_MANIFEST, _LARGEST) or b""
    try:
        made = sign(path, tag_manifest, *by)
    except FileExistsError as error:
        console.tell([Problem("signature-exists", Place(""), {"path": str(error.args[0])})])
    except ToolError as error:
        console.tell([Problem(error.code, Place(""), error.words)])
    except OSError as error:
        console.tell([Problem("signature-failed", Place(""), {"reason": reason_of(error)})])
    else:
        console.out(click.style(console.say(N_("Signed: {file}."), file=made), fg="green"))
        console.out(console.say(N_("Give readers your public key by another channel than the snapshot.")))
        return 0
    return 1


def _find(written: str, store: Store) -> tuple[Edition, Path] | None:
    """An edition of the store and where it lies: its folder, else its zip."""
    try:
        edition = Edition.parse(written)
    except ValueError:
        return None
    return next(((edition, path) for path in (store.bag(edition), store.zip(edition)) if path.exists()), None)


def _of_signature(problem: Problem) -> bool:
    """Whether a problem is one of another signature, which does not keep anybody from signing."""
    return problem.code.startswith(("signature-", "signing-", "key-"))
