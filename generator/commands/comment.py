"""`reform-reports comment`: puts the comment of a review where a change is discussed, in place of the one before. Reads nothing of the tree, and trusts nothing in the file."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands import lang_option
from generator.commands.helps import COMMENT_HELP
from generator.console import Console
from generator.i18n.messages import N_, translate
from generator.i18n.reasons import reason_of
from generator.model.site import HostKind

if TYPE_CHECKING:
    from generator.review.hosts import Host

TOKEN = "REVIEW_TOKEN"  # noqa: S105 - the name of a variable
WRONG_USE = 2
_HOSTS: tuple[HostKind, ...] = ("github", "gitlab", "forgejo", "gitea")


@dataclass(frozen=True)
class _Wish:
    """Where the comment goes, and what it leads to."""

    host: HostKind
    api: str
    repository: str
    number: int | None
    commit: str
    files: str
    see: str
    site: str


def add_to(command: click.Group, default_lang: str) -> None:
    """Add the command `comment`."""

    def say(message: str, **values: object) -> str:
        return translate(default_lang, message, **values)

    @command.command("comment", help=say(COMMENT_HELP))
    @click.argument("file", type=click.Path(path_type=Path))
    @click.option("--host", type=click.Choice(_HOSTS), required=True, help=say(N_("The software of the host.")))
    @click.option("--api", metavar="URL", required=True, help=say(N_("The address of its programming interface.")))
    @click.option(
        "--repository",
        metavar="NAME",
        required=True,
        help=say(N_("The repository, as owner/name; at GitLab also the number of the project.")),
    )
    @click.option("--number", type=int, metavar="N", help=say(N_("The number of the pull request.")))
    @click.option(
        "--commit",
        metavar="SHA",
        default="",
        help=say(N_("The pull request's newest commit: alone it finds the request, with --number it must fit.")),
    )
    @click.option(
        "--files", metavar="URL", default="", help=say(N_("Where the files of the review can be opened one by one."))
    )
    @click.option("--see", metavar="URL", default="", help=say(N_("Where pictures and preview can be seen.")))
    @click.option(
        "--site", metavar="URL", default="", help=say(N_("The address of the published site, to which links may lead."))
    )
    @lang_option(default_lang)
    def comment_command(*, file: Path, lang: str | None, **options: object) -> None:
        console = Console(lang or default_lang, Path())
        with console.catching_faults(N_("comment")):
            sys.exit(_comment(file, _Wish(**options), console))  # type: ignore[arg-type]


def _comment(file: Path, wish: _Wish, console: Console) -> int:
    from generator.review.comment import MARK
    from generator.review.hosts import Discussion, Host, HostError
    from generator.review.trusted import trusted

    token = os.environ.get(TOKEN, "")
    fault = _fault(wish, token)
    if fault:
        console.error(console.say(fault, variable=TOKEN))
        return WRONG_USE
    try:
        with file.open(encoding="utf-8", errors="replace") as opened:
            text = trusted(opened.read(1_000_000), wish.files.rstrip("/"), (wish.site,))
    except OSError as error:
        console.error(
            console.say(N_("{file} cannot be read: {reason}."), file=file, reason=console.say(reason_of(error)))
        )
        return 1
    if wish.see:
        said = " · ".join(translate(each, N_("Pictures before and after, and the preview")) for each in ("vi", "en"))
        text += f"\n[{said}](<{wish.see}>)\n"
    host = Host(wish.host, wish.api, token)
    try:
        number = _number(host, wish)
        if number is None:
            console.out(console.say(N_("No open pull request ends with this commit any more: nothing was written.")))
            return 0
        done = host.post(Discussion(wish.host, wish.api, wish.repository, number), MARK, text)
    except HostError as error:
        console.error(console.say(N_("The host did not take the comment: {reason}."), reason=error))
        return 1
    said = N_("Brought the comment up to date: #{number}") if done == "updated" else N_("Wrote the comment: #{number}")
    console.out(console.say(said, number=number))
    return 0


def _fault(wish: _Wish, token: str) -> str:
    """What is wrong with how the command was used; empty where nothing is."""
    if not token:
        return N_("The variable {variable} is empty: it holds the token with which the comment is written.")
    if not re.fullmatch(r"https?://[^\s<>\"]+", wish.api):
        return N_("--api is a whole address, such as https://api.github.com.")
    if wish.number is None and not wish.commit:
        return N_("Which pull request? Give --number or --commit.")
    if any(each and not re.fullmatch(r"https?://[^\s<>\"()]+", each) for each in (wish.files, wish.see, wish.site)):
        return N_("--files, --see and --site are whole addresses.")
    return ""


def _number(host: Host, wish: _Wish) -> int | None:
    if wish.host == "gitlab" or not wish.commit:
        return wish.number
    found = host.number_of(wish.repository, wish.commit)
    return found if wish.number in (None, found) else None
