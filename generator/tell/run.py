"""What every form of output is told: the problems of one run, in which language, and how files are named outside the tree."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.i18n.messages import translate
from generator.problems import Problem, Severity, message, remedy


@dataclass(frozen=True)
class Told:
    """A problem in words: what is wrong, what to do, and the title of its kind. `file` is empty, `line` and `column` 0 where unknown.

    `new` tells whether it was not there in an earlier state, None where nobody asked.
    """

    problem: Problem
    file: str
    title: str
    message: str
    remedy: str
    new: bool | None = None

    @property
    def code(self) -> str:
        return self.problem.code

    @property
    def severity(self) -> Severity:
        return self.problem.severity

    @property
    def line(self) -> int:
        return self.problem.place.line

    @property
    def column(self) -> int:
        return self.problem.place.column

    @property
    def sentences(self) -> str:
        """Message and remedy together."""
        return " ".join(filter(None, (self.message, self.remedy)))


@dataclass(frozen=True)
class Run:
    """The problems of one run of `check` or `build`, and how much was read.

    `prefix` leads from the folder in which the command runs to the tree, in forward slashes; empty where they are the same.
    `new` says how many of `problems`, the first, were not there in an earlier state (None where nobody asked); `known` are further ones,
    which were there and keep nobody from anything. With `brief`, many warnings of a kind may be told in one.
    """

    problems: Sequence[Problem]
    lang: str
    reports: int = 0
    figures: int = 0
    prefix: str = ""
    known: Sequence[Problem] = ()
    new: int | None = None
    brief: bool = False

    def told(self) -> Iterator[Told]:
        """The problems in words, in the order in which they were found, and after them those that are known."""
        for number, each in enumerate((*self.problems, *self.known)):
            yield self.in_words(each, new=None if self.new is None else number < self.new)

    def in_words(self, problem: Problem, *, new: bool | None = None) -> Told:
        """A problem in words."""
        return Told(
            problem=problem,
            file=self.path(problem.place.file),
            title=translate(self.lang, problem.kind.title) or problem.code,
            message=message(problem, self.lang),
            remedy=remedy(problem, self.lang),
            new=new,
        )

    def path(self, file: str) -> str:
        """A file as the folder in which the command runs names it; an absolute path and no path stay as they are."""
        if not file or not self.prefix or posixpath.isabs(file):
            return file
        return posixpath.join(self.prefix, file)

    def count(self) -> dict[str, int]:
        """How many problems of each severity there are."""
        found = Counter(each.severity for each in (*self.problems, *self.known))
        return {severity.value: found[severity] for severity in Severity}
