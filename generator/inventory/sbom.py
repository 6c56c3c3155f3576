"""The bill of materials in CycloneDX 1.6: what made the site, and what of others it hands on. The same inputs give the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable

from generator import __version__
from generator.inventory.licences import licence_of
from generator.inventory.lock import Locked
from generator.inventory.works import Work

SBOM_FILE = "sbom.cdx.json"


def sbom(packages: Iterable[Locked], works: Iterable[Work]) -> str:
    """The document. It holds neither time nor serial number, so that it changes only with what it lists."""
    components = [*(_package(each) for each in packages), *(_work(each) for each in works)]
    document = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "lifecycles": [{"phase": "build"}],
            "component": {
                "type": "application",
                "bom-ref": "reform-reports",
                "name": "reform-reports",
                "version": __version__,
                "licenses": [{"license": {"id": "MIT"}}],
            },
        },
        "components": components,
    }
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _package(package: Locked) -> dict[str, object]:
    return {
        "type": "library",
        "bom-ref": package.address,
        "name": package.name,
        "version": package.version,
        "purl": package.address,
        "licenses": _licences(licence_of(package.name)),
        "properties": [{"name": "reform-reports:role", "value": "made the site"}],
    }


def _work(work: Work) -> dict[str, object]:
    component: dict[str, object] = {
        "type": work.kind,
        "bom-ref": work.address or f"work:{work.name}",
        "name": work.name,
        "licenses": _licences(work.licence),
        "properties": [
            {"name": "reform-reports:role", "value": "part of the site"},
            *({"name": "reform-reports:files", "value": pattern} for pattern in work.files),
        ],
    }
    if work.version:
        component["version"] = work.version
    if work.address:
        component["purl"] = work.address
    return component


def _licences(expression: str) -> list[dict[str, object]]:
    if not expression:
        return []
    return [{"expression": expression}] if " " in expression else [{"license": {"id": expression}}]
