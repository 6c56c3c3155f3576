"""Commands, a module each: `check`, `indicators`, and those that keep and prove the archive; `generator/cli.py` adds them to `reform-reports`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from generator.i18n.messages import N_, message_languages, translate
from generator.tell import FORMS

F = TypeVar("F", bound=Callable[..., object])


def root_option(default_lang: str) -> Callable[[F], F]:
    """The option `--root DIR` with its help in a language."""
    return click.option(
        "--root",
        type=click.Path(file_okay=False, path_type=Path),
        default=Path(),
        metavar="DIR",
        help=translate(default_lang, N_("The tree with data/ and content/ (default: the current folder).")),
    )


def lang_option(default_lang: str) -> Callable[[F], F]:
    """The option `--lang` with its help in a language."""
    help_text = translate(default_lang, N_("Language of messages (default: that of your locale)."))
    return click.option("--lang", type=click.Choice(message_languages()), help=help_text)


def form_option(default_lang: str) -> Callable[[F], F]:
    """The option `--format` with its help in a language."""
    help_text = N_("How problems are told: to people, or to a machine, which then has standard output for itself.")
    return click.option(
        "--format",
        "form",
        type=click.Choice(["text", *FORMS]),
        default="text",
        show_default=True,
        help=translate(default_lang, help_text),
    )


def strict_option(default_lang: str) -> Callable[[F], F]:
    """The option `--strict` with its help in a language."""
    return click.option("--strict", is_flag=True, help=translate(default_lang, N_("Let warnings fail, too.")))


def archive_option(default_lang: str) -> Callable[[F], F]:
    """The option `--archive DIR`, the store of snapshots, with its help in a language."""
    return click.option(
        "--archive",
        "store",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="DIR",
        help=translate(default_lang, N_("Where snapshots are kept (default: archive/ in the tree).")),
    )
