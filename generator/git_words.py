"""What a refusal of git means to whoever started the command."""

from __future__ import annotations

from generator.git import GitRefusalError, Refusal
from generator.model.place import Place
from generator.problems import Problem


def refusal_problem(error: GitRefusalError) -> Problem:
    """The problem of a repository that is there and is not read."""
    if error.refusal is Refusal.FOREIGN:
        words = {"said": error.said, "folder": error.folder}
        return Problem("repository-of-another", Place(""), words)
    return Problem("git-refuses", Place(""), {"said": error.said})
