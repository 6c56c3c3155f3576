"""Problems told: to people in a terminal, to machines in the formats that they read. Nothing here finds a problem or prints one.

Importing the package imports no form: `--help` names them all and needs none.
"""

from generator.tell.forms import FORMS, tell

__all__ = ["FORMS", "tell"]
