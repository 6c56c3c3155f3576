"""`reform-reports check`: says what is wrong, and first of all what is wrong with what somebody just did."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import click

from generator.commands import form_option, lang_option, root_option, strict_option
from generator.commands.helps import CHECK_HELP
from generator.console import Console
from generator.i18n.messages import N_, translate
from generator.model.catalogue import Catalogue
from generator.problems import Problem, fails
from generator.recall.known import Known
from generator.tell.counts import counted
from generator.tell.selection import Selection, everything, since, within, without_sources

WRONG_USE = 2
LAST = "HEAD"
"""The last commit: what somebody is changing is held against it."""


@dataclass(frozen=True)
class _Wish:
    """What is to be told: of which paths, since which revision, and whether in full whatever it is."""

    paths: tuple[str, ...]
    revision: str | None
    everything: bool
    strict: bool


def add_to(command: click.Group, default_lang: str) -> None:
    """Add the command `check`."""

    def say(message: str) -> str:
        return translate(default_lang, message)

    @command.command("check", help=say(CHECK_HELP))
    @click.argument("paths", nargs=-1, metavar="[PATH]…")
    @click.option(
        "--since",
        "revision",
        metavar="REV",
        help=say(N_("Tell what the change since a git revision brought; what was there before is only counted.")),
    )
    @click.option("--all", "full", is_flag=True, help=say(N_("Tell everything one by one, however much it is.")))
    @root_option(default_lang)
    @form_option(default_lang)
    @strict_option(default_lang)
    @lang_option(default_lang)
    def check_command(
        *,
        paths: tuple[str, ...],
        revision: str | None,
        full: bool,
        root: Path,
        form: str,
        strict: bool,
        lang: str | None,
    ) -> None:
        console = Console(lang or default_lang, root, form, brief=not full)
        console.begin(N_("Reading and checking data and content"))
        with console.catching_faults(N_("check")):
            sys.exit(_check(root.resolve(), _Wish(paths, revision, full, strict), console))


def _check(root: Path, wish: _Wish, console: Console) -> int:
    """Read, select, tell; returns the exit code."""
    from generator.model.observation import stated_count

    today = datetime.now(tz=UTC).date()
    known = Known()
    catalogue, problems = _problems(root, today, known)
    names = _names(wish.paths, root, catalogue, console)
    if names is None:
        return WRONG_USE
    selection = _selected(root, wish, problems, lambda tree: _problems(tree, today, known)[1], console)
    if selection is None:
        return WRONG_USE
    if names:
        selection = within(selection, names)
    stated = stated_count(catalogue.observations)
    console.tell_selection(selection, len(catalogue.reports), stated)
    _conclude(selection, wish, len(catalogue.reports), stated, console)
    # An error anywhere stops the build; of warnings only those count that were asked for.
    return 1 if fails(problems) or fails(selection.told, strict=wish.strict) else 0


def _problems(root: Path, today: date, known: Known) -> tuple[Catalogue, tuple[Problem, ...]]:
    """What a build would find, and what only the clock tells, in the order of files and lines. What is `known` of another state is not looked for again."""
    from generator.assembly.site import load_and_check
    from generator.check.clock import check_against_clock

    catalogue, problems = load_and_check(root, known)
    to_come = check_against_clock(catalogue, today)
    return catalogue, tuple(sorted((*problems, *to_come), key=lambda each: each.place))


def _selected(
    root: Path,
    wish: _Wish,
    problems: Sequence[Problem],
    look: Callable[[Path], tuple[Problem, ...]],
    console: Console,
) -> Selection | None:
    """What of the problems is told; None where there is no such revision, which has been told. `look` finds the problems of another state."""
    from generator.changes.earlier import problems_at
    from generator.changes.refusals import REFUSALS, tell_refusal
    from generator.changes.uncommitted import uncommitted_files

    def those_of(revision: str) -> tuple[Problem, ...]:
        return problems_at(root, revision, look)

    if wish.revision is not None:
        try:
            return since(problems, those_of(wish.revision))
        except REFUSALS as error:
            tell_refusal(error, root, console)
            return None
    # Whoever names a path wants to know of it, and machines want the whole.
    if wish.paths or wish.everything or console.form != "text":
        return everything(problems)
    changed = uncommitted_files(root)
    if changed is None:
        return everything(problems)
    try:
        return since(problems, those_of(LAST)) if changed else without_sources(problems)
    except REFUSALS:
        return everything(problems)


def _names(paths: Sequence[str], root: Path, catalogue: Catalogue, console: Console) -> tuple[str, ...] | None:
    """The files and folders below the root that paths, or the ids of reports, mean; None where one means nothing, which is told."""
    names: list[str] = []
    for written in paths:
        found = _named(written, root, catalogue)
        if not found:
            text = N_(
                "“{path}” is no file or folder in data/ or content/, and no report, which is named like ngan-son/2022-Q3."
            )
            console.error(console.say(text, path=written))
            return None
        names += found
    return tuple(names)


def _named(written: str, root: Path, catalogue: Catalogue) -> tuple[str, ...]:
    """What a path means; that of a report means its narratives as well."""
    report = written.strip("/")
    there = [path.resolve() for path in (Path(written), root / written) if path.exists()]
    below = [path for path in there if path.is_relative_to(root)]
    if below:
        name = below[0].relative_to(root).as_posix()
        report = name.removeprefix("data/reports/").removesuffix(".yml")
        if not (name.startswith("data/reports/") and name.endswith(".yml")):
            return (name,)
    elif report not in catalogue.reports:
        return ()
    return (f"data/reports/{report}.yml", *(f"content/{lang}/reports/{report}" for lang in catalogue.languages))


def _conclude(selection: Selection, wish: _Wish, reports: int, figures: int, console: Console) -> None:
    """The last lines: what was found here, what is known, and what is elsewhere."""
    if selection.new is not None:
        new = selection.told[: selection.new]
        found = ", ".join(counted(new, console.lang)) or console.say(N_("nothing"))
        revision = wish.revision or console.say(N_("the last commit"))
        console.out(console.say(N_("New since {revision}: {found}."), revision=revision, found=found))
        if old := counted((*selection.told[selection.new :], *selection.known), console.lang):
            text = N_("Known before: {found}. Each of them: reform-reports check --all")
            console.out(console.say(text, found=", ".join(old)))
    else:
        console.verdict(selection.told, reports, figures)
    if selection.new is None and selection.known:
        text = N_(
            "Published beside the figures: {found}. Each of them: reform-reports check --all, or those of a report: reform-reports check ngan-son/2022-Q3"
        )
        console.out(console.say(text, found=", ".join(counted(selection.known, console.lang))))
    if elsewhere := counted(selection.elsewhere, console.lang):
        text = N_("In other files: {found}. Each of them: reform-reports check --all")
        console.out(console.say(text, found=", ".join(elsewhere)))
