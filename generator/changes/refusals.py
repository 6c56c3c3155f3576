"""Why there is nothing to compare with: what git says, and what to type so that there is."""

from __future__ import annotations

from pathlib import Path

from generator.changes.repository import UnknownRevisionError, UnreadableRevisionError
from generator.console import Console
from generator.git import GitRefusalError, Refusal
from generator.git_words import refusal_problem
from generator.i18n.messages import N_
from generator.tell.text import printable

REFUSALS = (GitRefusalError, UnknownRevisionError, UnreadableRevisionError)
"""What `read_span` and `write_revision` raise."""


def tell_refusal(error: Exception, root: Path, console: Console) -> None:
    """Tell of an error that is one of REFUSALS."""
    match error:
        case GitRefusalError():
            _tell_unasked(error, root, console)
        case UnknownRevisionError():
            _tell_unknown(error, console)
        case _:
            console.error(console.say(N_("Git does not have all files of that revision. It says:")))
            console.error("  " + printable(str(error)))


def _tell_unasked(error: GitRefusalError, root: Path, console: Console) -> None:
    if error.refusal is Refusal.NO_PROGRAM:
        console.error(
            console.say(
                N_("There is no git on this machine, so there is nothing to compare with. Debian: {command}"),
                command="apt-get install git",
            )
        )
    elif error.refusal is Refusal.NO_REPOSITORY:
        console.error(
            console.say(N_("“{root}” is not in a git repository, so there is nothing to compare with."), root=root)
        )
        console.error("  " + printable(error.said))
    else:
        console.tell((refusal_problem(error),))


def _tell_unknown(error: UnknownRevisionError, console: Console) -> None:
    """Say what git says of a revision, and what to type so that it knows it."""
    unrelated = "..." in error.revision and not error.said
    text = (
        N_("Git finds no commit from which both sides of “{revision}” came.")
        if unrelated
        else N_("Git knows no revision “{revision}”.")
    )
    console.error(console.say(text, revision=error.revision))
    if error.said:
        console.error("  " + printable(error.said))
    if error.known:
        console.error("  → " + console.say(N_("Did you mean “{known}”?"), known=error.known))
    if error.shallow and not error.known:
        console.error(
            "  → " + console.say(N_("This copy holds only the newest commits (a shallow clone). Fetch the rest:"))
        )
    elif error.command:
        console.error(
            "  → "
            + console.say(
                N_(
                    "Fetch what the other copies have, then try again, with the name of the remote before that of a branch (origin/main):"
                )
            )
        )
    if error.command:
        console.error("      " + printable(error.command))
