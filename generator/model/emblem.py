"""The emblem of an authority: a picture that was taken apart and written anew."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Emblem:
    """The picture as SVG text, in which nothing runs and nothing leads to another file; `width` and `height` are its proportions."""

    svg: str
    width: float
    height: float
