"""The words of the command-line library itself (“Usage”, “No such option”) in the user's language, and what it does not say by itself.

Click asks Python's global gettext domain, which reads compiled `.mo` files only; our catalogues are the `.po` files that
translators edit. So Click's lookup is replaced by ours. Its words are listed here to be found by `make messages`.
"""

from __future__ import annotations

import click
import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.types

from generator.i18n.messages import N_, n_, translate, translations
from generator.program_name import as_typed

_MODULES = (click.core, click.decorators, click.exceptions, click.formatting, click.parser, click.types)

_BEHIND = N_("The option {option} stands behind the command it belongs to: {right}")
_OPTIONS, _COMMAND = N_("[OPTIONS]"), N_("COMMAND [ARGS]...")
WORDS = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("Show this message and exit."),
    N_("Show the version and exit."),
    N_("Error: {message}"),
    N_("Try '{command} {option}' for help."),
    N_("Missing command."),
    N_("No such command {name!r}."),
    N_("No such option {name!r}."),
    N_("Option {name!r} does not take a value."),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("{value!r} is not a valid {number_type}."),
    N_("{value} is not in the range {range}."),
    N_("directory"),
    N_("file"),
    N_("path"),
    N_("{name} {filename!r} is a file."),
    N_("{name} {filename!r} is a directory."),
    N_("{name} {filename!r} does not exist."),
    N_("{name} {filename!r} is not readable."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Aborted!"),
    *n_("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    *n_("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    *n_("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    *n_("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    N_("default: {default}"),
    N_("required"),
)


def speak(lang: str) -> None:
    """Let Click speak a language from now on."""
    catalogue = translations(lang)
    for module in _MODULES:
        # Only what a module looks up at all is replaced.
        if hasattr(module, "_"):
            setattr(module, "_", catalogue.gettext)  # noqa: B010 - mypy knows no such attribute
        if hasattr(module, "ngettext"):
            setattr(module, "ngettext", catalogue.ngettext)  # noqa: B010


def say_as_typed(command: click.Command) -> None:
    """Let the examples of a command's help, and of those below it, be such as can be pasted."""
    command.help = as_typed(command.help or "")
    for each in command.commands.values() if isinstance(command, click.Group) else ():
        say_as_typed(each)


def speak_in_usage(command: click.Command, lang: str) -> None:
    """Let the usage lines of a command, and of those below it, name their parts in a language."""
    command.options_metavar = translate(lang, _OPTIONS)
    if isinstance(command, Commands):
        command.lang = lang
    if isinstance(command, click.Group):
        command.subcommand_metavar = translate(lang, _COMMAND)
        for each in command.commands.values():
            speak_in_usage(each, lang)


class Commands(click.Group):
    """Commands below a command; an option that stands before the command it belongs to is told as that."""

    group_class = type
    lang = "en"

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments. Raises UsageError where they cannot be read."""
        given = list(args)
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            owners = [name for name, each in self.commands.items() if _has_option(each, error.option_name)]
            if not owners:
                raise
            meant = next((word for word in given if word in owners), owners[0])
            right = f"{ctx.command_path} {meant} … {error.option_name}"
            words = {"option": error.option_name, "right": right}
            raise click.UsageError(translate(self.lang, _BEHIND, **words), ctx) from None


def _has_option(command: click.Command, name: str) -> bool:
    """Whether a command, or one below it, has an option."""
    below = command.commands.values() if isinstance(command, click.Group) else ()
    return any(name in each.opts for each in command.params) or any(_has_option(each, name) for each in below)


def port_type(lang: str) -> click.IntRange:
    """The type of a port, whose name Click shows."""
    port = click.IntRange(0, 65535)
    port.name = translate(lang, N_("whole number"))
    return port
