"""What an import tells at the terminal, and the worksheets that it writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator.i18n.messages import N_

if TYPE_CHECKING:
    from generator.console import Console
    from generator.importing.outcome import Outcome
    from generator.importing.writing.plan import Plan
    from generator.model.unit import Unit

_SHOWN = 40
"""So many lines of a worksheet are shown at a terminal; all of them are in its files."""
_FEW = 3
_LABEL = 60
Refused = Sequence[tuple[str, str]]


def write_worksheets(
    outcomes: Sequence[Outcome],
    refused: Refused,
    told: Sequence[str],
    paths: Sequence[Path],
    units: Mapping[str, Unit],
    console: Console,
) -> None:
    """Write the worksheet in the forms that were asked for, with the names of `units`. Raises OSError."""
    from generator.importing.worksheet.page import worksheet_page
    from generator.importing.worksheet.workbook import worksheet_workbook

    said = [*told, *(f"{name}: {why}" for name, why in refused)]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix.lower() == ".html":
            path.write_text(worksheet_page(outcomes, console.lang, said, units), encoding="utf-8")
        else:
            path.write_bytes(worksheet_workbook(outcomes, console.lang, said, units))


def conclude(
    plans: Sequence[Plan], refused: Refused, told: Sequence[str], root: Path, console: Console, *, dry_run: bool
) -> None:
    """Tell what was read, what somebody should look at, what was written, and what comes next."""
    from generator.importing.worksheet.words import summary

    for plan in plans:
        if len(plans) == 1:
            for line in summary(plan.outcome, console.lang):
                console.out(line)
            _tell_doubts(plan.outcome, console)
        console.out(_written(plan, root, console, dry_run=dry_run))
        if plan.proposal is not None:
            name = plan.proposal.relative_to(root).as_posix()
            console.error(console.say(_PROPOSED, file=name, form=plan.proposal.stem))
    for line in told:
        console.error(line)
    for name, why in refused:
        console.error(f"{name}: {why}")
    if len(plans) + len(refused) > 1:
        text = N_("Files imported: {taken}; not imported: {refused}")
        console.out(console.say(text, taken=len(plans), refused=len(refused)))
    if plans and not dry_run:
        reports = " ".join(f"{plan.outcome.unit}/{plan.outcome.period}" for plan in plans[:_FEW])
        console.out(
            console.say(N_("Next: look at what is marked, then reform-reports check {reports}"), reports=reports)
        )


def _tell_doubts(outcome: Outcome, console: Console) -> None:
    """The lines of the worksheet that somebody should look at."""
    from generator.importing.mapping.placed import Certainty
    from generator.importing.worksheet.words import sheet_lines

    lines = [each for each in sheet_lines(outcome, console.lang) if each.certainty is not Certainty.SURE]
    for line in lines[:_SHOWN]:
        certainty, table, row, column, label, figure, _printed, why, where = line.cells
        place = "/".join(each for each in (table, row, column) if each)
        shown = f" = {figure}" if figure else ""
        console.error(f"  {certainty}: {place}{shown}  {label[:_LABEL]}")
        console.error(f"      {why} ({where})" if where else f"      {why}")
    if len(lines) > _SHOWN:
        text = N_("… and {number} more; all of them: --worksheet FILE.html")
        console.error("  " + console.say(text, number=len(lines) - _SHOWN))


def _written(plan: Plan, root: Path, console: Console, *, dry_run: bool) -> str:
    """What was written for a report, or would be."""
    name = plan.report.relative_to(root).as_posix()
    if not plan.new and not plan.changed:
        return console.say(N_("{file}: nothing to change"), file=name)
    words: Mapping[str, object] = {"file": name, "new": plan.new, "changed": plan.changed, "same": plan.same}
    text = N_("{file}: {new} figures are new, {changed} changed, {same} are as they were")
    told = console.say(text, **words)
    return console.say(N_("Not written, because of --dry-run: {told}"), told=told) if dry_run else told


_PROPOSED = N_(
    "A new form is proposed in {file}: its rows, the indicators that they may feed, and what is to be decided, as notes. Nothing of it is published. Look through it, move it to data/forms/{form}.yml, and import the file again with --form {form}."
)
