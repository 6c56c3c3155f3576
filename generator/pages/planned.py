"""A page that is to be: where it will be, and what makes it. Planning reads ids; making reads everything else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.pages.context import Context
from generator.pages.page import Page


@dataclass(frozen=True)
class Planned:
    """A page of a kind. `make` is a function of the context alone, so that what it reads can be noted."""

    path: str
    make: Callable[[Context], Page]
