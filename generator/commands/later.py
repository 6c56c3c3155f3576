"""Commands that are imported when they are used: until then, their name and help stand for them.

The modules behind them read records and prove checksums; a user who asks for `--help` does not wait for that.
"""

from __future__ import annotations

from importlib import import_module

import click

from generator.click_words import speak_in_usage
from generator.commands.archive_words import HELP as ARCHIVE_HELP
from generator.commands.helps import SIGN_HELP, SNAPSHOT_HELP, VERIFY_HELP
from generator.i18n.messages import translate

_LATER = {"snapshot": SNAPSHOT_HELP, "verify": VERIFY_HELP, "sign": SIGN_HELP, "archive": ARCHIVE_HELP}
"""The help of each, by its name, which is also that of its module in this package."""


class LaterGroup(click.Group):
    """A group of commands, some of which are only named until they are asked for."""

    later: dict[str, str]
    """The language of each that is still to be imported."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is asked for, whole."""
        if args and (lang := self.later.pop(args[0], None)):
            import_module(f"generator.commands.{args[0]}").add_to(self, lang)
            speak_in_usage(self.commands[args[0]], lang)
        return super().resolve_command(ctx, args)


def add_later(group: LaterGroup, lang: str) -> None:
    """Let a group name the commands that are imported later."""
    group.later = dict.fromkeys(_LATER, lang)
    for name, help_text in _LATER.items():
        group.add_command(click.Command(name, help=translate(lang, help_text)))
