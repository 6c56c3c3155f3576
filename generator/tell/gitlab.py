"""Problems as a Code Quality report, which GitLab shows in a merge request."""

from __future__ import annotations

import json

from generator.problems import Severity
from generator.tell.fingerprint import Fingerprints
from generator.tell.run import Run

_SEVERITIES = {
    Severity.ERROR: "critical",
    Severity.WARNING: "minor",
    Severity.CONTRADICTION: "minor",
    Severity.NOTE: "info",
}


def tell_gitlab(run: Run) -> str:
    """A list with an entry for every problem; one without a file is shown at the top of the tree, because GitLab wants a place."""
    fingerprints = Fingerprints()
    entries = [
        {
            "description": each.sentences,
            "check_name": each.code,
            "fingerprint": fingerprints.of(each.problem, each.file),
            "severity": _SEVERITIES[each.severity]
            if each.new is not False or each.severity is Severity.ERROR
            else "info",
            "location": {"path": each.file or ".", "lines": {"begin": max(1, each.line)}},
        }
        for each in run.told()
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2)
