"""Problems told: to people in a terminal, to machines in the formats that they read. Nothing here finds a problem or prints one."""

from generator.tell.forms import FORMS, tell
from generator.tell.run import Run

__all__ = ["FORMS", "Run", "tell"]
