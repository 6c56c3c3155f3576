"""`reform-reports new`: a group of commands that write files of a kind into a tree."""

from __future__ import annotations

import click

from generator.click_words import Commands
from generator.commands.helps import NEW_HELP
from generator.commands.new_entries import add_entries_to
from generator.commands.new_units import add_units_to
from generator.i18n.messages import translate


def add_to(command: click.Group, default_lang: str) -> None:
    """Add the command `new` with those below it."""

    @command.group("new", cls=Commands, help=translate(default_lang, NEW_HELP))
    def new() -> None:
        pass

    add_entries_to(new, default_lang)
    add_units_to(new, default_lang)
