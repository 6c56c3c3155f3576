"""The forms in which problems are told to machines, by the name that `--format` knows them by."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.tell.github import tell_github
from generator.tell.gitlab import tell_gitlab
from generator.tell.json_form import tell_json
from generator.tell.run import Run
from generator.tell.sarif import tell_sarif

FORMS: Mapping[str, Callable[[Run], str]] = {
    "json": tell_json,
    "sarif": tell_sarif,
    "github": tell_github,
    "gitlab": tell_gitlab,
}


def tell(form: str, run: Run) -> str:
    """The problems of a run in a form, without the last line's end."""
    # A file's name may hold bytes that are no text.
    return FORMS[form](run).encode("utf-8", "replace").decode()
