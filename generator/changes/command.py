"""What `diff` does: loads both states, compares them and prints what changed. Ends with an exit code."""

from __future__ import annotations

import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import click

from generator.assembly.layout import SitePaths, site_url
from generator.changes.compare import Changes, compare
from generator.changes.naming import Naming
from generator.changes.outline import outline
from generator.changes.refusals import REFUSALS, tell_refusal
from generator.changes.render import as_json, as_markdown, as_text
from generator.changes.repository import Span, read_span, write_revision
from generator.changes.state import State
from generator.console import Console
from generator.i18n.messages import N_, translate_plural
from generator.recall.known import Known
from generator.terminal import write_utf8

WRONG_USE = 2


def diff(root: Path, written: str, form: str, console: Console) -> int:
    """Print what differs; 0, 1 where the newer state has errors, 2 where there is nothing to compare with."""
    try:
        span = read_span(root, written)
        known = Known()
        old = _state(root, span.old, span.old_name, console, known)
        changes = compare(old, _state(root, span.new, span.new_name, console, known))
    except REFUSALS as error:
        tell_refusal(error, root, console)
        return WRONG_USE
    console.begin(N_("Comparing what follows from both"))
    _tell_errors(changes, span, console)
    _print(changes, span, form, console, published_at(root))
    return 1 if changes.new.errors else 0


def _state(root: Path, commit: str | None, name: str | None, console: Console, known: Known) -> State:
    """The state at a commit; without one, the files as they are now."""
    if commit is None:
        console.begin(N_("Reading the files as they are now"))
        return State.of(root, known)
    console.begin(N_("Reading {revision}"), revision=name or commit)
    with tempfile.TemporaryDirectory(prefix="reform-reports-") as folder:
        write_revision(root, commit, Path(folder))
        return State.of(Path(folder), known)


def published_at(root: Path) -> str:
    """Where the site is published; empty where only the placeholder is known, whose links would lead nowhere."""
    url = site_url(SitePaths.of(root, root))
    return "" if (urlsplit(url).hostname or "").endswith(".example") else url


def _tell_errors(changes: Changes, span: Span, console: Console) -> None:
    """Say where errors keep a state from being read whole."""
    now = console.say(N_("the files as they are now"))
    for state, name in ((changes.old, span.old_name), (changes.new, span.new_name or now)):
        tell_errors(state, name, console)


def tell_errors(state: State, name: str, console: Console) -> None:
    """Say that errors keep a state from being read whole, where there are any."""
    if state.errors:
        found = translate_plural(console.lang, "{number} error", "{number} errors", len(state.errors))
        text = N_("{found} in {state}: its figures may be incomplete, and what follows from them is not told.")
        console.error(click.style(console.say(text, found=found, state=name), fg="yellow"))


def _print(changes: Changes, span: Span, form: str, console: Console, url: str) -> None:
    if form != "text":
        write_utf8()
    if form == "json":
        console.write(as_json(changes, Naming(changes, console.lang, url), (span.old_name, span.new_name)))
        return
    sections = outline(changes, console.lang, url)
    if form == "markdown":
        title = console.say(N_("What this change does to figures and texts"))
        rest = console.say(N_("More changed than fits here: run `reform-reports diff`."))
        nothing = "\n\n" + console.say(N_("No figure and no text changes.")) if not sections else ""
        console.write(as_markdown(sections, title, rest) + nothing)
        return
    for line in as_text(sections, console.width):
        console.out(line)
    if not sections:
        console.out(console.say(N_("No figure and no text changes.")))
