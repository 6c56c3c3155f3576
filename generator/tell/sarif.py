"""Problems as SARIF 2.1.0, which code hosts and editors show beside the lines."""

from __future__ import annotations

import json
from collections.abc import Iterable
from urllib.parse import quote

from generator import __version__
from generator.i18n.messages import template
from generator.problems import ProblemKind, Severity
from generator.tell.fingerprint import Fingerprints
from generator.tell.run import Run, Told
from generator.tell.teach import advice

_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.CONTRADICTION: "warning",
    Severity.NOTE: "note",
}


def tell_sarif(run: Run) -> str:
    """One run with a rule for every kind of problem that was met, and a result for every problem."""
    told = list(run.told())
    kinds = {each.code: each.problem.kind for each in told}
    codes = sorted(kinds)
    fingerprints = Fingerprints()
    driver = {
        "name": "reform-reports",
        "version": __version__,
        "rules": [_rule(kinds[code], run.lang) for code in codes],
    }
    document = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "language": run.lang,
                "columnKind": "unicodeCodePoints",
                "results": [_result(each, codes.index(each.code), fingerprints) for each in told],
            }
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _rule(kind: ProblemKind, lang: str) -> dict[str, object]:
    texts = {
        "shortDescription": template(lang, kind.title) if kind.title else kind.code,
        "fullDescription": template(lang, kind.explanation) if kind.explanation else "",
        "help": advice(kind, lang),
    }
    return {
        "id": kind.code,
        **{name: {"text": text} for name, text in texts.items() if text},
        "defaultConfiguration": {"level": _LEVELS[kind.severity]},
        "properties": {"severity": kind.severity.value},
    }


def _result(told: Told, rule: int, fingerprints: Fingerprints) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": told.code,
        "ruleIndex": rule,
        "level": _LEVELS[told.severity],
        "message": {"text": told.sentences},
        "partialFingerprints": {"reformReports/v1": fingerprints.of(told.problem, told.file)},
    }
    if told.new is not None:
        result["baselineState"] = "new" if told.new else "unchanged"
    if told.file:
        result["locations"] = list(_locations(told))
    return result


def _locations(told: Told) -> Iterable[dict[str, object]]:
    physical: dict[str, object] = {"artifactLocation": {"uri": quote(told.file, errors="surrogateescape")}}
    if told.line:
        physical["region"] = {"startLine": told.line, **({"startColumn": told.column} if told.column else {})}
    yield {"physicalLocation": physical}
