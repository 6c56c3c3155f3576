"""`reform-reports translated`: how texts stand in each language, and the record that a translation says what its original says."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands import lang_option, root_option
from generator.commands.helps import TRANSLATED_HELP
from generator.console import Console
from generator.i18n.messages import N_, translate

if TYPE_CHECKING:
    from generator.model.translation_state import Tally, TextState

WRONG_USE = 2


@dataclass(frozen=True)
class _Wish:
    """What is listed and how, and what fails: a translation that is old, or a language of which less is complete than `at_least` hundredths."""

    form: str
    complete: bool
    strict: bool
    at_least: int | None


def add_to(command: click.Group, default_lang: str) -> None:
    """Add the command `translated`."""

    def say(message: str) -> str:
        return translate(default_lang, message)

    @command.command("translated", help=say(TRANSLATED_HELP))
    @click.argument("files", nargs=-1, metavar="[FILE]…", type=click.Path(path_type=Path))
    @click.option("--all", "everything", is_flag=True, help=say(N_("Record every translation there is.")))
    @click.option(
        "--strict",
        is_flag=True,
        help=say(N_("Fail where a translation is older than its original, or was never recorded.")),
    )
    @click.option(
        "--at-least",
        type=click.IntRange(0, 100),
        metavar="PERCENT",
        help=say(N_("Fail where less than so many hundredths of the texts of a language are complete.")),
    )
    @click.option("--complete", is_flag=True, help=say(N_("List the texts that are complete, too.")))
    @click.option(
        "--format",
        "form",
        type=click.Choice(["text", "markdown", "json"]),
        default="text",
        show_default=True,
        help=say(N_("Text for people, Markdown for a pipeline's summary, or JSON.")),
    )
    @root_option(default_lang)
    @lang_option(default_lang)
    def translated_command(
        *,
        files: tuple[Path, ...],
        everything: bool,
        strict: bool,
        at_least: int | None,
        complete: bool,
        form: str,
        root: Path,
        lang: str | None,
    ) -> None:
        console = Console(lang or default_lang, root)
        records = bool(files) or everything
        if records and (strict or complete or at_least is not None or form != "text"):
            text = N_("--strict, --at-least, --complete and --format list; they go with no file and not with --all.")
            raise click.UsageError(console.say(text))
        console.begin(N_("Reading the texts and their translations"))
        with console.catching_faults(N_("translated")):
            if records:
                sys.exit(_record(root.resolve(), None if everything else files, console))
            sys.exit(_list(root.resolve(), _Wish(form, complete, strict, at_least), console))


def _list(root: Path, wish: _Wish, console: Console) -> int:
    from generator.assembly.translated import changed_sentences
    from generator.load import load_catalogue
    from generator.model.translation_state import State, behind, tallies, text_states
    from generator.tell.translations import as_json

    loaded = load_catalogue(root)
    states = text_states(loaded.catalogue)
    tally = tallies(loaded.catalogue, states)
    if wish.form == "json":
        console.write(as_json(tally, states, partial(changed_sentences, root)))
    else:
        shown = [each for each in states if wish.complete or each.state is not State.COMPLETE]
        _tell(root, tally, shown, console, as_markdown=wish.form == "markdown")
    if console.has_errors(loaded.problems):
        console.error(console.say(N_("The data have errors, so more may be missing: run `reform-reports check`.")))
    short = [each for each in tally if wish.at_least is not None and each.percent < wish.at_least]
    for each in short:
        _tell_short(each, wish.at_least or 0, console)
    is_old = any(each.state is not State.MISSING for each in behind(loaded.catalogue))
    return 1 if short or (wish.strict and is_old) else 0


def _tell(
    root: Path, tally: Sequence[Tally], states: Sequence[TextState], console: Console, *, as_markdown: bool
) -> None:
    """Each language with its texts below it."""
    from generator.assembly.translated import changed_sentences
    from generator.changes.render import plain
    from generator.i18n.translation_words import changed_lines, state_line, tally_line

    def shown(text: str) -> str:
        return plain(text) if as_markdown else text

    for each in tally:
        line = shown(tally_line(each, console.lang))
        console.write(f"## {line}\n" if as_markdown else click.style(line, bold=True))
        for state in (one for one in states if one.lang == each.lang):
            console.write(f"{'-' if as_markdown else ' '} {shown(state_line(state, console.lang))}")
            for text in changed_lines(changed_sentences(root, state), console.lang):
                console.write(f"{'  -' if as_markdown else '     '} {shown(text)}")
        if as_markdown:
            console.write("")


def _tell_short(tally: Tally, at_least: int, console: Console) -> None:
    from generator.i18n import formats

    console.error(
        console.say(
            N_("{language}: {percent} complete, but at least {wanted} are asked for."),
            language=formats.language_name(tally.lang, console.lang),
            percent=formats.percent(tally.percent, console.lang),
            wanted=formats.percent(at_least, console.lang),
        )
    )


def _record(root: Path, files: tuple[Path, ...] | None, console: Console) -> int:
    from generator.assembly.translated import record_translations
    from generator.i18n.reasons import reason_of

    try:
        recorded = record_translations(root, files)
    except OSError as error:
        reason = console.say(reason_of(error))
        console.error(console.say(N_("The record of translations cannot be written: {reason}."), reason=reason))
        return 1
    for file in recorded.unknown:
        console.error(console.say(N_("“{file}” is no translation of an original in content/vi."), file=file))
    if recorded.unknown:
        return WRONG_USE
    console.out(console.say(N_("Translations recorded: {number}"), number=len(recorded.names)))
    return 0
