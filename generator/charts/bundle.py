"""Writes ``vega.js``: Vega, Vega-Lite and vega-embed in one file, as ``charts.js`` loads it when a chart comes into view.

vl-convert carries the very versions that drew the pictures, so neither a content delivery network nor npm is needed. Their
licences stand in ``site_templates/assets/licences/vega.txt``, which the page assets bring along.
"""

from __future__ import annotations

import json
import re
from importlib.metadata import version
from pathlib import Path
from typing import Final

from generator.charts.cache import Cache, content_key, write_in_one_step

FILE_NAME: Final = "vega.js"
_EXPOSED: Final = "window.rrVega = { embed: vegaEmbed };"
_MODULE_SYNTAX: Final = re.compile(
    r"(?:^|[;}\n])\s*(?:export\s*(?:\{|\*|default\b|const\b|function\b)|import\s*[\w{*\"'])|\bimport\.meta\b"
)


def write_bundle(folder: Path, cache: Cache | None = None) -> Path:
    """Write ``vega.js`` into ``folder`` (made if need be) and return its path. Raises as ``bundle`` does, and ``OSError``."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FILE_NAME
    write_in_one_step(path, bundle(cache).encode())
    return path


def bundle(cache: Cache | None = None) -> str:
    """The text of ``vega.js``. Raises ``RuntimeError`` if vl-convert's bundle cannot stand in a classic script."""
    key = content_key("bundle", version("vl-convert-python"), Path(__file__).read_text(encoding="utf-8"))
    script = cache.load(key) if cache else None
    if script is None:
        script = classic_script(_module())
        if cache:
            cache.write(key, script)
    return script


def bundled_versions(cache: Cache | None = None) -> dict[str, str]:
    """The versions of the works in the bundle that vl-convert tells of, by their names. It takes long to load."""
    key = content_key("bundled-versions", version("vl-convert-python"))
    known = cache.load(key) if cache else None
    if known is not None:
        found: dict[str, str] = json.loads(known)
        return found
    found = _bundled_versions()
    if cache:
        cache.write(key, json.dumps(found))
    return found


def _bundled_versions() -> dict[str, str]:
    import vl_convert

    return {
        "vega": vl_convert.get_vega_version(),
        "vega-lite": vl_convert.get_vegalite_versions()[-1],
        "vega-embed": vl_convert.get_vega_embed_version(),
        "vega-themes": vl_convert.get_vega_themes_version(),
    }


def classic_script(module: str) -> str:
    """An ES module without imports and exports as a script that also loads from ``file://``, where modules cannot.

    The function around it keeps its names out of the page; modules are always strict, so it is too. Raises ``RuntimeError``
    if the module imports or exports.
    """
    if found := _MODULE_SYNTAX.search(module):
        raise RuntimeError(f"the Vega bundle needs a module loader: {found[0].strip()!r}")
    return f'/*! Vega, Vega-Lite, vega-embed and what they need. Licences: ../licences/vega.txt */\n(function () {{\n"use strict";\n{module}\n}})();\n'


def _module() -> str:
    import vl_convert

    return vl_convert.javascript_bundle(_EXPOSED)
