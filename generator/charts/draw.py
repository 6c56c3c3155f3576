"""Draws charts: data in, picture and specifications out.

What was drawn before comes out of the cache, and then neither Altair nor vl-convert is imported. Without a cache everything
is drawn anew. The same data gives the same bytes.
"""

from __future__ import annotations

import functools
import json
import os
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from generator.charts import page_font
from generator.charts.cache import Cache, content_key
from generator.charts.model import Chart, ChartData
from generator.charts.number_format import FormatLocale, format_locale
from generator.charts.spec import chart_spec
from generator.charts.svg import inline_svg
from generator.processes import worker_pool

if TYPE_CHECKING:
    from generator.charts.model import ChartKind
    from generator.charts.shapes import Spec

_SHAPE_SOURCES: Final = (
    "shapes.py",
    "row_shapes.py",
    "tile_shape.py",
    "channels.py",
    "number_format.py",
    "page_font.py",
)
_WORTH_A_POOL: Final = 60
"""A second process takes half a second to start vl-convert, as long as it takes to draw some thirty charts."""


def draw(data: ChartData, cache: Cache | None = None) -> Chart:
    """Draw one chart. Raises ``ValueError`` if it has no values (ask ``data.has_values`` first)."""
    return draw_all([data], cache)[0]


def draw_all(
    charts: Iterable[ChartData], cache: Cache | None = None, *, processes: int | None = None
) -> tuple[Chart, ...]:
    """Draw many charts, in their order. Alike ones are drawn once; many new ones are shared among ``processes``.

    ``processes`` is by default the number of processors. Raises ``ValueError`` if a chart has no values.
    """
    wanted = list(charts)
    if not wanted:
        return ()
    shapes = _shapes(cache)
    specs = [_json(chart_spec(data, shapes)) for data in wanted]
    keys = [_picture_key(spec, data.lang) for spec, data in zip(specs, wanted, strict=True)]
    drawn: dict[str, _Drawn] = {}
    missing: dict[str, tuple[str, str, str]] = {}
    for key, spec, data in zip(keys, specs, wanted, strict=True):
        if key in drawn or key in missing:
            continue
        known = cache.load(key) if cache else None
        if known is None:
            missing[key] = (key, spec, data.lang)
        else:
            drawn[key] = _Drawn(*known.split("\n", 1))
    for key, each in zip(missing, _draw_pictures(list(missing.values()), processes), strict=True):
        drawn[key] = each
        if cache:
            cache.write(key, "\n".join(each))
    return tuple(
        Chart(svg=drawn[key].svg, spec=spec, vega=drawn[key].vega) for key, spec in zip(keys, specs, strict=True)
    )


class _Drawn(NamedTuple):
    """What a chart's specification is compiled to, JSON text of one line, and its picture."""

    vega: str
    svg: str


def _draw_pictures(tasks: list[tuple[str, str, str]], processes: int | None) -> list[_Drawn]:
    workers = min(processes or os.cpu_count() or 1, len(tasks) // (_WORTH_A_POOL // 2))
    if workers <= 1:
        return [_draw_picture(task) for task in tasks]
    with worker_pool(workers) as pool:
        return list(pool.map(_draw_picture, tasks, chunksize=8))


def _draw_picture(task: tuple[str, str, str]) -> _Drawn:
    import vl_convert

    key, spec, lang = task
    _register_font()
    try:
        vega = _json(vl_convert.vegalite_to_vega(spec))
        svg = vl_convert.vega_to_svg(
            vega.replace(f'"{page_font.FONT_NAME},', f'"{page_font.MEASURED_NAME},'),
            format_locale=cast("dict[str, object]", format_locale(lang)),
            allowed_base_urls=[],
        )
    except BaseException as error:
        # A panic of vl-convert's is no Exception, and would end the program.
        if type(error).__name__ == "PanicException":
            raise ValueError(str(error)) from None
        raise
    return _Drawn(vega, inline_svg(svg, prefix=f"rr-{key[:12]}"))


@functools.cache
def _register_font() -> None:
    import vl_convert

    vl_convert.register_font_directory(str(page_font.font_folder()))


def _picture_key(spec: str, lang: str) -> str:
    locale: FormatLocale = format_locale(lang)
    return content_key("compiled picture", *_drawn_by(), json.dumps(locale), spec)


@functools.cache
def _drawn_by() -> tuple[str, ...]:
    """What decides on a picture beside its specification; looking up a version reads files."""
    return version("vl-convert-python"), _source("svg.py"), _source("compact.py"), page_font.fingerprint()


@functools.cache
def _shapes(cache: Cache | None) -> dict[ChartKind, Spec]:
    """The shapes, from the cache if it has them as the present code and the installed Altair would make them."""
    key = content_key("shapes", version("altair"), *(_source(name) for name in _SHAPE_SOURCES))
    if cache and (known := cache.load(key)):
        return cast("dict[ChartKind, Spec]", json.loads(known))
    shapes = _built_shapes()
    if cache:
        cache.write(key, _json(shapes))
    return shapes


@functools.cache
def _built_shapes() -> dict[ChartKind, Spec]:
    from generator.charts.shapes import build_shapes

    return build_shapes()


@functools.cache
def _source(module: str) -> str:
    """The text of a module of this package. It is part of the keys, so that nobody has to remember to raise a version."""
    return (Path(__file__).parent / module).read_text(encoding="utf-8")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
