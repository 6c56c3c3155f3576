"""`reform-reports new units`: writes the units of a province from the published list of today's units."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.adding import Adding
from generator.commands.helps import NEW_UNITS_HELP
from generator.console import Console
from generator.i18n.messages import N_, n_, translate_plural

if TYPE_CHECKING:
    from generator.gazetteer.model import Gazetteer
    from generator.gazetteer.planning import Planned

WRONG_USE = 2
_TOLD = 20
"""So many differences are told one by one."""


def add_units_to(group: click.Group, default_lang: str) -> None:
    """Add the command `new units`."""
    adding = Adding(group, default_lang)
    provinces = adding.option(
        "--province",
        "provinces",
        told=N_("The province or city, with or without accents; may be given again."),
        metavar="NAME",
        multiple=True,
        required=True,
    )
    adding.command("units", NEW_UNITS_HELP, _write, provinces, stage=N_("new units"))


def _write(console: Console, root: Path, provinces: Sequence[str]) -> int:
    from generator.gazetteer.planning import find_province, plan_units
    from generator.gazetteer.reading import NotInstalledError, OtherListError, installed_gazetteer
    from generator.load.catalogue import load_catalogue
    from generator.problems import Severity

    try:
        gazetteer = installed_gazetteer()
    except NotInstalledError:
        console.error(console.say(_MISSING))
        return 1
    except OtherListError:
        console.error(console.say(_OTHER))
        return 1
    found = [(name, find_province(gazetteer, name)) for name in provinces]
    for name, province in found:
        if province is None:
            every = ", ".join(each.bare_name for each in gazetteer.provinces)
            console.error(console.say(_UNKNOWN, name=name, provinces=every))
            return WRONG_USE
    loaded = load_catalogue(root)
    if any(each.severity is Severity.ERROR and each.place.file.startswith("data/units") for each in loaded.problems):
        console.error(console.say(_FAULTY))
        return 1
    for province in dict.fromkeys(province for _, province in found):
        if province is not None:
            plan = list(plan_units(gazetteer, province, loaded.catalogue.units))
            _carry_out(plan, gazetteer, root)
            _tell(plan, province.bare_name, gazetteer, console)
    return 0


def _carry_out(plan: Sequence[Planned], gazetteer: Gazetteer, root: Path) -> None:
    from generator.gazetteer.planning import completed_text, new_text

    for each in plan:
        path = root / each.path
        if each.is_new:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(new_text(each, gazetteer), encoding="utf-8", newline="\n")
        elif each.missing:
            before = path.read_text(encoding="utf-8")
            path.write_text(completed_text(each, gazetteer, before), encoding="utf-8", newline="\n")


def _tell(plan: Sequence[Planned], province: str, gazetteer: Gazetteer, console: Console) -> None:
    written = sum(each.is_new for each in plan)
    completed = sum(bool(each.missing) for each in plan)
    kept = len(plan) - written - completed
    counts = ", ".join(
        translate_plural(console.lang, *pair, number)
        for pair, number in (
            (n_("{number} unit written", "{number} units written"), written),
            (n_("{number} completed", "{number} completed"), completed),
            (n_("{number} left as it was", "{number} left as they were"), kept),
        )
    )
    console.out(f"{province}: {counts} ({gazetteer.source}).")
    differing = [(each.path, *pair) for each in plan for pair in each.differing]
    for path, ours, theirs in differing[:_TOLD]:
        console.out(
            console.say(
                N_("{path} says “{ours}”, the list “{theirs}”: left as it is."), path=path, ours=ours, theirs=theirs
            )
        )
    if written:
        console.out(
            console.say(
                N_(
                    "What a unit came from in 2025, and who issues its reports, the list does not know. Add it where you know it."
                )
            )
        )


_MISSING = N_(
    "The list of administrative units is not installed. Install it with: .venv/bin/python -m pip install vietnam-provinces"
)
_OTHER = N_(
    "The installed vietnam-provinces has another shape than this program knows (2025.10). Install that version: .venv/bin/python -m pip install vietnam-provinces==2025.10.1"
)
_UNKNOWN = N_("There is no province “{name}”. There are: {provinces}.")
_FAULTY = N_(
    "Files in data/units cannot be read, so it is not known which units are there. Nothing was written; reform-reports check tells more."
)
