"""Makes the SVG that vl-convert wrote fit to stand inside a page.

Out comes a picture that scales with its box, holds no inline style (a page's Content-Security-Policy forbids them), no
identifier that another chart may also use, and nothing that is not seen. The same picture always gives the same text.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from generator.charts.compact import compact
from generator.charts.shapes import HOVER_LAYER

_SVG = "{http://www.w3.org/2000/svg}"
_REFERENCE = re.compile(r"url\(#([^)]+)\)")
_NUMBER = re.compile(r"-?\d+\.\d{2,}")
_LAYOUT_ATTRIBUTES = {"d", "transform", "x", "y", "x1", "x2", "y1", "y2", "dx", "dy", "width", "height"}
_UNSEEN_ATTRIBUTES = {"role", "pointer-events", "font-family", "version"}
"""Roles are for charts that speak for themselves; ours is hidden from assistive technology behind its figure's text. The
font comes from the page."""


def inline_svg(svg: str, *, prefix: str) -> str:
    """The picture as an ``<svg>`` element for an HTML page. ``prefix`` begins every identifier in it.

    Raises ``ValueError`` if the text is no SVG.
    """
    try:
        root = ET.fromstring(svg)  # noqa: S314 - written by vl-convert in this process, not by a stranger
    except ET.ParseError as error:
        raise ValueError(f"not an SVG picture: {error}") from error
    _drop_unseen(root)
    names = _numbered_identifiers(root, prefix)
    for element in root.iter():
        element.tag = element.tag.removeprefix(_SVG)
        _clean_attributes(element, names)
    compact(root)
    width, height = root.attrib["width"], root.attrib["height"]
    root.attrib.clear()
    # Width and height stay as the picture's natural size: CSS may scale it, and no style attribute is needed.
    root.attrib.update(
        {
            "class": "rr-chart__static",
            "width": width,
            "height": height,
            "viewBox": f"0 0 {width} {height}",
            "preserveAspectRatio": "xMidYMin",
            "aria-hidden": "true",
            "focusable": "false",
        }
    )
    # In text and attributes ">" is written as an entity, so this ends empty elements only.
    return ET.tostring(root, encoding="unicode", short_empty_elements=True).replace(" />", "/>")


def _drop_unseen(parent: ET.Element) -> None:
    """Remove empty groups, Vega's invisible frames and the layer that only answers to a pointer."""
    for child in list(parent):
        _drop_unseen(child)
        classes = child.get("class", "").split()
        frame = (
            bool({"background", "foreground"} & set(classes))
            and child.get("fill") is None
            and child.get("stroke") is None
        )
        empty = child.tag == f"{_SVG}g" and len(child) == 0
        if frame or empty or f"{HOVER_LAYER}_marks" in classes:
            parent.remove(child)


def _numbered_identifiers(root: ET.Element, prefix: str) -> dict[str, str]:
    """New identifiers by order of appearance: Vega counts through all charts of a process, so its own differ each time."""
    found = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
    return {name: f"{prefix}-{number}" for number, name in enumerate(found, start=1)}


def _clean_attributes(element: ET.Element, names: dict[str, str]) -> None:
    for declaration in element.attrib.pop("style", "").split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            element.attrib[name.strip()] = value.strip()
    for name in list(element.attrib):
        value = element.attrib[name]
        if name in _UNSEEN_ATTRIBUTES or name.startswith("aria-") or (name.endswith("opacity") and value == "1"):
            del element.attrib[name]
        elif name == "class":
            _keep_layers(element)
        elif name == "font-size":
            element.attrib[name] = value.removesuffix("px")
        elif name == "id":
            element.attrib[name] = names[value]
        elif name in _LAYOUT_ATTRIBUTES:
            element.attrib[name] = _NUMBER.sub(_rounded, value)
        elif name.endswith("href") and value.startswith("#"):
            element.attrib[name] = "#" + names.get(value[1:], value[1:])
        else:
            element.attrib[name] = _REFERENCE.sub(lambda match: f"url(#{names.get(match[1], match[1])})", value)


def _keep_layers(element: ET.Element) -> None:
    """Of Vega's classes, the names of layers and the kinds of their marks: style sheets know these alone."""
    classes = element.attrib.pop("class").split()
    if any(name.endswith("_marks") for name in classes):
        element.attrib["class"] = " ".join(name for name in classes if not name.startswith("role-"))


def _rounded(match: re.Match[str]) -> str:
    """Tenths of a pixel: nobody sees less, and the last digits differ between machines."""
    rounded = f"{float(match[0]):.1f}".removesuffix(".0")
    return "0" if rounded == "-0" else rounded
