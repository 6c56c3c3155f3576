"""The forms in which problems are told to machines, by the name that `--format` knows them by."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.tell.run import Run

_WRITERS = {
    "json": ("json_form", "tell_json"),
    "sarif": ("sarif", "tell_sarif"),
    "github": ("github", "tell_github"),
    "gitlab": ("gitlab", "tell_gitlab"),
}
"""The module of each form and its function; imported when it is asked for."""
FORMS = tuple(_WRITERS)


def tell(form: str, run: Run) -> str:
    """The problems of a run in a form, without the last line's end."""
    module, function = _WRITERS[form]
    write = cast("Callable[[Run], str]", getattr(import_module(f"generator.tell.{module}"), function))
    # A file's name may hold bytes that are no text.
    return write(run).encode("utf-8", "replace").decode()
