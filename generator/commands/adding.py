"""How a command begins, for all that work on a tree: its help in the user's language, `--root`, `--lang`, a console, and no traceback at the end."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from generator.commands import lang_option, root_option
from generator.console import Console
from generator.i18n.messages import translate

Decorator = Callable[[Any], Any]


class Adding:
    """Adds commands to a group in a language."""

    def __init__(self, group: click.Group, default_lang: str) -> None:
        self._group = group
        self._lang = default_lang

    def option(self, *names: str, told: str, **attributes: Any) -> Decorator:
        """An option; `told` is its help."""
        return click.option(*names, help=translate(self._lang, told), **attributes)

    def command(
        self,
        name: str,
        told: str,
        run: Callable[..., int],
        *parameters: Decorator,
        stage: str = "",
        brief: bool = False,
    ) -> None:
        """A command. `run` gets the console, the tree and what was given, and returns the exit code; `stage` is what a fault is told to be in."""

        def started(root: Path, lang: str | None, **given: object) -> None:
            console = Console(lang or self._lang, root, brief=brief)
            with console.catching_faults(stage or name):
                sys.exit(run(console, root.resolve(), **given))

        made: Any = lang_option(self._lang)(root_option(self._lang)(started))
        for each in reversed(parameters):
            made = each(made)
        self._group.command(name, help=translate(self._lang, told))(made)
