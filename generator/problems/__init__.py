"""Problems are data: a code, a place and the words that fill its message. They become text only when printed."""

from generator.problems.kinds import KINDS, ProblemKind, Severity
from generator.problems.problem import Problem, explain, message, nearest, place_label, remedy

__all__ = ["KINDS", "Problem", "ProblemKind", "Severity", "explain", "message", "nearest", "place_label", "remedy"]
