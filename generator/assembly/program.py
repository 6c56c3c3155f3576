"""The mark of what every page is made from: the program, the templates, the configuration, and the frame of the data."""

from __future__ import annotations

import hashlib

from generator.assembly.inputs import files_mark, program_mark
from generator.assembly.layout import SitePaths, site_url
from generator.dataset.recorded import frame_of
from generator.model.catalogue import Catalogue
from generator.model.shelf import Shelf
from generator.program_files import program_file
from generator.recall.marks import Marks


def frame_mark(paths: SitePaths, catalogue: Catalogue, shelf: Shelf, marks: Marks, *, with_pdf: bool) -> str:
    """The mark of everything that no page notes as read. Raises OSError."""
    banner = paths.banner
    parts = (
        program_mark(),
        files_mark(paths.templates),
        files_mark(program_file("docs") / "images"),
        hashlib.sha256(paths.config.read_bytes()).hexdigest(),
        site_url(paths),
        frame_of(catalogue),
        shelf,
        (str(banner.edition), str(banner.taken), banner.current) if banner else None,
        with_pdf,
    )
    return marks.mark(parts).hex()
