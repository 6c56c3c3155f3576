"""`reform-reports review`: what a reviewer is shown of a change, in a folder: the comment, the changed pages before and after, a preview."""

from __future__ import annotations

import os
from pathlib import Path

import click

from generator.commands.adding import Adding
from generator.commands.helps import REVIEW_HELP
from generator.console import Console
from generator.i18n.messages import N_

WRONG_USE = 2


def add_to(command: click.Group, default_lang: str) -> None:
    """Add the command `review`."""
    adding = Adding(command, default_lang)
    adding.command(
        "review",
        REVIEW_HELP,
        _review,
        click.argument("revision", default="HEAD"),
        adding.option(
            "--output",
            told=N_("Where the review goes (default: review/ in the tree)."),
            type=click.Path(file_okay=False, path_type=Path),
            metavar="DIR",
        ),
        adding.option("--no-pictures", told=N_("Take no pictures of changed pages."), is_flag=True),
        stage=N_("review"),
        brief=True,
    )


def _review(console: Console, root: Path, revision: str, output: Path | None, *, no_pictures: bool) -> int:
    from generator.changes.refusals import REFUSALS, tell_refusal
    from generator.changes.repository import read_span
    from generator.finish.pdf import find_browser
    from generator.review.browser import BrowserError
    from generator.review.making import COMMENT, make_review

    console.begin(N_("Reading both states"))
    target = (output or root / "review").resolve()
    browser = None if no_pictures else find_browser(os.environ)
    if not no_pictures and browser is None:
        console.error(console.say(N_("No Chromium and no Chrome is installed, so there will be no pictures.")))
    try:
        review = make_review(root, read_span(root, revision), target, browser, console.progress)
    except REFUSALS as error:
        tell_refusal(error, root, console)
        return WRONG_USE
    except BrowserError as error:
        console.error(console.say(N_("The browser took no picture: {reason}."), reason=error))
        return 1
    console.out(console.say(N_("Wrote the review: {path}"), path=target / COMMENT))
    return 1 if console.has_errors(review.problems) else 0
