"""Commands that are imported when they are used: until then, their name and help stand for them.

The modules behind them read records and prove checksums; a user who asks for `--help` does not wait for that.
"""

from __future__ import annotations

from importlib import import_module
from itertools import takewhile

import click

from generator.click_words import Commands, speak_in_usage
from generator.commands.archive_words import HELP as ARCHIVE_HELP
from generator.commands.helps import (
    CHECK_HELP,
    COMMENT_HELP,
    FMT_HELP,
    FORM_HELP,
    IMPORT_HELP,
    INDICATORS_HELP,
    INIT_HELP,
    NEW_HELP,
    OVERDUE_HELP,
    REVIEW_HELP,
    SCHEMAS_HELP,
    SIGN_HELP,
    SNAPSHOT_HELP,
    TRANSLATED_HELP,
    UPGRADE_HELP,
    VERIFY_HELP,
)
from generator.i18n.messages import translate

_LATER = {
    "translated": TRANSLATED_HELP,
    "check": CHECK_HELP,
    "fmt": FMT_HELP,
    "comment": COMMENT_HELP,
    "overdue": OVERDUE_HELP,
    "review": REVIEW_HELP,
    "indicators": INDICATORS_HELP,
    "schemas": SCHEMAS_HELP,
    "snapshot": SNAPSHOT_HELP,
    "verify": VERIFY_HELP,
    "sign": SIGN_HELP,
    "archive": ARCHIVE_HELP,
    "form": FORM_HELP,
    "import": IMPORT_HELP,
    "init": INIT_HELP,
    "new": NEW_HELP,
    "upgrade": UPGRADE_HELP,
}
"""The help of each, by its name, which is also that of its module in this package, unless Python keeps that word."""
_MODULES = {"import": "importing"}


class LaterGroup(Commands):
    """A group of commands, some of which are only named until they are asked for."""

    later: dict[str, str]
    """The language of each that is still to be imported."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is asked for, whole."""
        if args:
            self._bring(args[0])
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments. An option that stands before its command may be one of any. Raises UsageError where they cannot be read."""
        own = {name for each in self.get_params(ctx) for name in each.opts}
        before = takewhile(lambda word: word not in self.commands, args)
        if any(word.startswith("-") and word.partition("=")[0] not in own for word in before):
            for name in tuple(self.later):
                self._bring(name)
        return super().parse_args(ctx, args)

    def _bring(self, name: str) -> None:
        if lang := self.later.pop(name, None):
            import_module(f"generator.commands.{_MODULES.get(name, name)}").add_to(self, lang)
            speak_in_usage(self.commands[name], lang)


def add_later(group: LaterGroup, lang: str) -> None:
    """Let a group name the commands that are imported later."""
    group.later = dict.fromkeys(_LATER, lang)
    for name, help_text in _LATER.items():
        group.add_command(click.Command(name, help=translate(lang, help_text)))
