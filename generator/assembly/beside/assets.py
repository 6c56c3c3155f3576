"""The files around all pages: style sheets, scripts, pictures and fonts of the templates, and Vega."""

from __future__ import annotations

from collections.abc import Iterator

from generator.assembly.beside.styles import joined
from generator.assembly.layout import SitePaths
from generator.assembly.own_looks import pictures_of, style_of
from generator.charts.bundle import FILE_NAME as VEGA_FILE
from generator.charts.bundle import bundle
from generator.charts.cache import Cache
from generator.model.catalogue import Catalogue
from generator.model.manual import PICTURES
from generator.model.text import DEFAULT_LANGUAGE
from generator.program_files import program_file


def assets(paths: SitePaths, lang: str, catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Each file below the folder of a language, and its content; what the authority has of its own stands in place of ours. Raises OSError."""
    folder = paths.templates / "assets"
    sheet = folder / "css" / "site.css"
    text, parts = joined(sheet)
    pictures = pictures_of(catalogue.emblem)
    for source in sorted(path for path in folder.rglob("*") if path.is_file() and path not in {sheet, *parts}):
        name = f"assets/{source.relative_to(folder).as_posix()}"
        if name not in pictures:
            yield name, source.read_bytes()
    yield from pictures.items()
    if catalogue.site is not None and catalogue.site.staff and paths.banner is None:
        for source in sorted((program_file("docs") / "images" / lang).glob("*.webp")):
            yield f"{PICTURES}/{source.name}", source.read_bytes()
    own = style_of(catalogue.site.colours if catalogue.site else None)
    yield f"assets/css/{sheet.name}", (text + own).encode()
    if lang == DEFAULT_LANGUAGE:  # The heaviest script stands once, at the root of the site.
        yield f"assets/js/{VEGA_FILE}", bundle(Cache(paths.cache)).encode()
