"""Problems are data: a code, a place and the words that fill its message. They become text only when printed."""

from generator.problems.kind import ProblemKind, Severity
from generator.problems.kinds import KINDS, THEMES, declare, kind_of
from generator.problems.near import nearest
from generator.problems.problem import Problem, Word, explain, fails, message, place_label, remedy

__all__ = [
    "KINDS",
    "THEMES",
    "Problem",
    "ProblemKind",
    "Severity",
    "Word",
    "declare",
    "explain",
    "fails",
    "kind_of",
    "message",
    "nearest",
    "place_label",
    "remedy",
]
