"""What a command needs to know and was not told: asked for at a terminal, never in a pipeline, where what is missing is said."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import click

from generator.console import Console
from generator.i18n.messages import N_

Fault = Callable[[str], str]
"""What is wrong with an answer, as a message; empty where nothing is."""
Known = Mapping[str, str]


@dataclass(frozen=True)
class Question:
    """Something to be known: the key of its option, how it is asked, what is wrong with an answer, and what holds where nobody says it.

    `default` is made of what is known already; None tells that somebody has to say it.
    """

    key: str
    text: str
    fault_of: Fault
    default: Callable[[Known], str] | None = None

    @property
    def option(self) -> str:
        return f"--{self.key.replace('_', '-')}"


def may_ask() -> bool:
    """Whether a person is there to answer."""
    return sys.stdin.isatty() and not os.environ.get("CI")


def ask(question: str, default: str | None, fault_of: Fault, console: Console, *, shown: bool = True) -> str:
    """The answer of a person, asked until nothing is wrong with it. An answer that is the default counts as it."""
    from generator.starting.answers import tidy

    while True:
        said = click.prompt(question, default=default, show_default=shown and bool(default), type=str, err=True)
        answer = tidy(said)
        fault = fault_of(answer)
        if not fault:
            return answer
        console.error(console.say(fault))


def answers(given: Mapping[str, str | None], questions: Sequence[Question], console: Console) -> dict[str, str] | None:
    """Every answer, given or asked for; None after saying what is missing or wrong."""
    from generator.starting.answers import tidy

    known = {key: tidy(value) for key, value in given.items() if value is not None}
    missing, faults = [], []
    asking = may_ask()
    for each in questions:
        if each.key in known:
            if fault := each.fault_of(known[each.key]):
                faults.append((each.option, fault))
        elif asking and not faults:
            default = each.default(known) if each.default else None
            known[each.key] = ask(console.say(each.text), default, each.fault_of, console)
        elif each.default is None:
            missing.append(each.option)
        elif not missing:
            # A default follows from the answers before it.
            known[each.key] = each.default(known)
            if fault := each.fault_of(known[each.key]):
                faults.append((each.option, fault))
    for option in missing:
        console.error(console.say(MISSING, option=option))
    for option, fault in faults:
        console.error(f"{option}: {console.say(fault)}")
    return None if missing or faults else known


MISSING = N_("{option} is missing; there is nobody to ask.")
