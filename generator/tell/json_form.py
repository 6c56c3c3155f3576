"""Problems as JSON of our own. The layout is docs/check-output.schema.json; keys may be added to a version, never taken away."""

from __future__ import annotations

import json

from generator import __version__
from generator.tell.run import Run, Told

VERSION = 1


def tell_json(run: Run) -> str:
    """One object: the version of the layout, what was counted, and the problems."""
    return json.dumps(
        {
            "version": VERSION,
            "tool": {"name": "reform-reports", "version": __version__},
            "language": run.lang,
            "summary": {**run.count(), "reports": run.reports, "figures": run.figures},
            "problems": [_problem(each, run.lang) for each in run.told()],
        },
        ensure_ascii=False,
        indent=2,
    )


def _suggestion(value: str, told: Told, lang: str) -> dict[str, str | None]:
    name = told.problem.names.get(value)
    return {"value": value, "name": name.in_language(lang) if name else None}


def _problem(told: Told, lang: str) -> dict[str, object]:
    return {
        "code": told.code,
        "severity": told.severity.value,
        "new": told.new,
        "title": told.title,
        "message": told.message,
        "remedy": told.remedy,
        "file": told.file or None,
        "line": told.line or None,
        "column": told.column or None,
        "suggestion": told.problem.suggestion[0] if len(told.problem.suggestion) == 1 else None,
        "suggestions": [_suggestion(each, told, lang) for each in told.problem.suggestion],
        "allowed": list(told.problem.allowed),
    }
