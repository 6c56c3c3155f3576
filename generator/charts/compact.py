"""Makes a cleaned picture small without changing what is seen: Vega repeats for each mark what could be said once.

Groups that say nothing go, what all children of a group say is said by the group, marks that look alike and stand side by side become one path, and
a circle is called one. Works on the tree of an SVG whose styles are attributes already.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

_INHERITED = (
    "fill",
    "fill-opacity",
    "font-size",
    "font-style",
    "font-weight",
    "stroke",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
    "stroke-opacity",
    "stroke-width",
    "text-anchor",
)
"""Properties that children take from their group. Opacity is none of them: that of a group is not that of its parts."""
_ENDS = ("x1", "y1", "x2", "y2")
_TRANSLATE = re.compile(r"^translate\(([-\d.]+),([-\d.]+)\)$")
_CIRCLE = re.compile(r"^M(?P<r>[\d.]+),0A(?P=r),(?P=r),0,1,1,-(?P=r),0A(?P=r),(?P=r),0,1,1,(?P=r),0$")


def compact(root: ET.Element) -> None:
    """Make everything below an element small, in place."""
    _compact(root)
    _unwrap(root)


def _compact(parent: ET.Element) -> None:
    for child in list(parent):
        _compact(child)
    for place, child in reversed(list(enumerate(list(parent)))):
        _shorten(child)
        if child.tag == "text" and not len(child) and not (child.text or "").strip():
            del parent[place]
        elif child.tag == "g" and set(child.attrib) == {"transform"} and len(child) == 1 and child[0].tag == "g":
            parent[place] = _moved(child[0], child.attrib["transform"])
    _join_paths(parent)
    if parent.tag == "g":
        _say_once(parent)


def _unwrap(parent: ET.Element) -> None:
    """Put in the place of groups that say nothing what is in them."""
    for place, child in reversed(list(enumerate(list(parent)))):
        _unwrap(child)
        if child.tag == "g" and not child.attrib:
            parent[place : place + 1] = list(child)


def _shorten(element: ET.Element) -> None:
    """Leave out what holds anyhow; call circles circles, and lines paths, which can be joined."""
    if element.get("transform") == "translate(0,0)":
        del element.attrib["transform"]
    place = _TRANSLATE.match(element.get("transform", "translate(0,0)"))
    if place is None:
        return
    x, y = float(place[1]), float(place[2])
    circle = _CIRCLE.match(element.get("d", "")) if element.tag == "path" else None
    if circle:
        _become(element, "circle", {"cx": f"{x:g}", "cy": f"{y:g}", "r": circle["r"]})
    elif element.tag == "line":
        x1, y1, x2, y2 = (float(element.get(name, "0")) for name in _ENDS)
        _become(element, "path", {"d": f"M{x + x1:g},{y + y1:g}{_stroke(x2 - x1, y2 - y1)}"})


def _become(element: ET.Element, tag: str, shape: dict[str, str]) -> None:
    element.tag = tag
    for name in ("transform", "d", *_ENDS):
        element.attrib.pop(name, None)
    element.attrib |= shape


def _stroke(across: float, down: float) -> str:
    return f"h{across:g}" if not down else f"v{down:g}" if not across else f"l{across:g},{down:g}"


def _moved(group: ET.Element, transform: str) -> ET.Element:
    """A group that takes over where the group around it stood."""
    outer, inner = _TRANSLATE.match(transform), _TRANSLATE.match(group.get("transform", "translate(0,0)"))
    if outer and inner:
        x, y = (round(float(outer[at]) + float(inner[at]), 2) for at in (1, 2))
        group.set("transform", f"translate({x:g},{y:g})")
    else:
        group.set("transform", f"{transform} {group.get('transform', '')}".strip())
    return group


def _join_paths(parent: ET.Element) -> None:
    """Neighbours that differ in nothing but their course become one path."""
    before: ET.Element | None = None
    for child in list(parent):
        if child.tag != "path" or "transform" in child.attrib or not child.get("d", "").startswith("M") or len(child):
            before = None
        elif before is not None and _look(child) == _look(before):
            before.set("d", before.attrib["d"] + child.attrib["d"])
            parent.remove(child)
        else:
            before = child


def _look(path: ET.Element) -> dict[str, str]:
    return {name: value for name, value in path.attrib.items() if name != "d"}


def _say_once(group: ET.Element) -> None:
    """Take from the children what each of them says alike."""
    for name in _INHERITED:
        said = {child.get(name) for child in group}
        if len(said) == 1 and (value := said.pop()) is not None:
            group.set(name, value)
            for child in group:
                del child.attrib[name]
