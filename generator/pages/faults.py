"""What can go wrong while pages are made, said so that whoever edits templates or figures finds the place.

These errors travel between processes, so they hold texts and nothing else.
"""

from __future__ import annotations

import traceback
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

_TEMPLATES = (".j2", ".html")


class TemplateFaultError(Exception):
    """A template failed: its file below `site_templates/`, the line, and why."""

    def __init__(self, file: str, line: int, detail: str) -> None:
        super().__init__(file, line, detail)
        self.file, self.line, self.detail = file, line, detail


class ChartFaultError(Exception):
    """A picture could not be drawn: the page it is for, what it is called there, and why."""

    def __init__(self, page: str, name: str, detail: str) -> None:
        super().__init__(page, name, detail)
        self.page, self.name, self.detail = page, name, detail


def template_fault(error: Exception) -> TemplateFaultError | None:
    """The fault of a template behind an error; None where the program is to blame, or the template is missing altogether."""
    if isinstance(error, TemplateNotFound):
        return None
    if isinstance(error, TemplateSyntaxError):
        return TemplateFaultError(_short(error.filename or error.name or ""), error.lineno, error.message or "")
    frames = traceback.extract_tb(error.__traceback__)
    if not isinstance(error, TemplateError):
        # What a function of ours raises is no fault of the template that called it.
        frames = traceback.StackSummary.from_list(frames[-1:])
    inside = [frame for frame in frames if frame.filename.endswith(_TEMPLATES)]
    if not inside:
        return None
    detail = str(error) if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
    return TemplateFaultError(_short(inside[-1].filename), inside[-1].lineno or 0, detail)


def _short(file: str) -> str:
    """A template's file as messages show it, without what lies above `site_templates`."""
    parts = Path(file).parts
    start = len(parts) - 1 - parts[::-1].index("site_templates") if "site_templates" in parts else 0
    return Path(*parts[start:]).as_posix()
