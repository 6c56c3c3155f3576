"""`reform-reports review`: what a reviewer is shown of a change, in a folder: the comment, the changed pages before and after, a preview."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from generator.commands import lang_option, root_option
from generator.commands.helps import REVIEW_HELP
from generator.console import Console
from generator.i18n.messages import N_, translate

WRONG_USE = 2


def add_to(command: click.Group, default_lang: str) -> None:
    """Add the command `review`."""

    def say(message: str) -> str:
        return translate(default_lang, message)

    @command.command("review", help=say(REVIEW_HELP))
    @click.argument("revision", default="HEAD")
    @click.option(
        "--output",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="DIR",
        help=say(N_("Where the review goes (default: review/ in the tree).")),
    )
    @click.option("--no-pictures", is_flag=True, help=say(N_("Take no pictures of changed pages.")))
    @root_option(default_lang)
    @lang_option(default_lang)
    def review_command(*, revision: str, output: Path | None, no_pictures: bool, root: Path, lang: str | None) -> None:
        console = Console(lang or default_lang, root, brief=True)
        console.begin(N_("Reading both states"))
        with console.catching_faults(N_("review")):
            target = (output or root / "review").resolve()
            sys.exit(_review(revision, target, root.resolve(), console, with_pictures=not no_pictures))


def _review(revision: str, output: Path, root: Path, console: Console, *, with_pictures: bool) -> int:
    from generator.changes.refusals import REFUSALS, tell_refusal
    from generator.changes.repository import read_span
    from generator.finish.pdf import find_browser
    from generator.review.browser import BrowserError
    from generator.review.making import COMMENT, make_review

    browser = find_browser(os.environ) if with_pictures else None
    if with_pictures and browser is None:
        console.error(console.say(N_("No Chromium and no Chrome is installed, so there will be no pictures.")))
    try:
        review = make_review(root, read_span(root, revision), output, browser, console.progress)
    except REFUSALS as error:
        tell_refusal(error, root, console)
        return WRONG_USE
    except BrowserError as error:
        console.error(console.say(N_("The browser took no picture: {reason}."), reason=error))
        return 1
    console.out(console.say(N_("Wrote the review: {path}"), path=output / COMMENT))
    return 1 if console.has_errors(review.problems) else 0
