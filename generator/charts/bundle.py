"""Writes ``vega.js``: of Vega what draws our charts, in one file, as ``charts.js`` loads it when a chart is touched.

Specifications are compiled when a page is made (``draw.py``), so neither Vega-Lite nor vega-embed is needed, nor the parts of Vega that draw
maps, trees and forces. vl-convert carries the very modules that drew the pictures, so neither a content delivery network nor npm is needed.
Their licences stand in ``site_templates/assets/licences/vega.txt``, which the page assets bring along.
"""

from __future__ import annotations

import re
from importlib.metadata import version
from pathlib import Path
from typing import Final

from generator.charts.cache import Cache, content_key, write_in_one_step

FILE_NAME: Final = "vega.js"
_CARRIER: Final = "vl-convert-python"
_MODULES: Final = {
    "vega-parser": ("7.1.0", "{ parse }"),
    "vega-view": ("6.1.0", "{ View }"),
    "vega-format": ("2.1.0", "{ numberFormatDefaultLocale }"),
    "vega-interpreter": ("2.0.0", "{ expressionInterpreter }"),
    "vega-tooltip": ("1.0.0", "{ Handler }"),
    "vega-dataflow": ("6.1.0", "{ transforms }"),
    "vega-transforms": ("5.1.0", "* as ofData"),
    "vega-view-transforms": ("5.1.0", "* as ofView"),
    "vega-encode": ("5.1.0", "* as ofScales"),
}
"""What is taken of which module: its version, as vl-convert 1.9 carries it, and the names."""
_EXPOSED: Final = (
    "Object.assign(transforms, ofData, ofView, ofScales);\n"
    "window.rrVega = { parse, View, formatLocale: numberFormatDefaultLocale, interpret: expressionInterpreter, Tooltip: Handler };"
)
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
    """The text of ``vega.js``. Raises ``RuntimeError`` if vl-convert has other modules, or if they cannot stand in a classic script."""
    key = content_key("bundle", version(_CARRIER), Path(__file__).read_text(encoding="utf-8"))
    script = cache.load(key) if cache else None
    if script is None:
        script = classic_script(_module())
        if cache:
            cache.write(key, script)
    return script


def bundled_versions() -> dict[str, str]:
    """The versions of the modules that ``vega.js`` names, by their names."""
    return {name: number for name, (number, _) in _MODULES.items()}


def classic_script(module: str) -> str:
    """An ES module without imports and exports as a script that also loads from ``file://``, where modules cannot.

    The function around it keeps its names out of the page; modules are always strict, so it is too. Raises ``RuntimeError``
    if the module imports or exports.
    """
    if found := _MODULE_SYNTAX.search(module):
        raise RuntimeError(f"the Vega bundle needs a module loader: {found[0].strip()!r}")
    return f'/*! Of Vega what charts need. Licences: ../licences/vega.txt */\n(function () {{\n"use strict";\n{module}\n}})();\n'


def _module() -> str:
    import vl_convert

    # The name `vega` that vl-convert offers to snippets stands for null; its modules can be imported by the addresses they came from.
    imports = "".join(
        f'import {names} from "https://cdn.jsdelivr.net/npm/{name}@{number}/+esm.js";\n'
        for name, (number, names) in _MODULES.items()
    )
    try:
        return vl_convert.javascript_bundle(imports + _EXPOSED)
    except BaseException as error:
        # A panic of vl-convert's is no Exception, and would end the program.
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        reason = f"{_CARRIER} {version(_CARRIER)} does not carry the modules that {Path(__file__).name} names"
        raise RuntimeError(reason) from error
