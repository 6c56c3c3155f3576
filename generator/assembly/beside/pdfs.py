"""The PDF of each report, in each language, beside its page."""

from __future__ import annotations

from pathlib import Path

from generator.assembly.layout import SitePaths, output_page, site_url
from generator.finish.pdf import print_pages
from generator.finish.sitemap import page_address
from generator.model.catalogue import Catalogue
from generator.model.place import Place
from generator.pages.page import pdf_name, report_path
from generator.problems import Problem


def print_reports(browser: str, paths: SitePaths, catalogue: Catalogue) -> tuple[Problem, ...]:
    """Print every report's finished page to PDF with a browser, and return what failed. Raises OSError."""
    url = site_url(paths)
    pages = []
    for lang in catalogue.languages:
        for report in catalogue.reports:
            html = output_page(paths, lang, report_path(report))
            address = page_address(url, lang, report_path(report)) if url else ""
            pages.append((html, html.parent / pdf_name(report), address))
    return tuple(
        Problem("pdf-failed", Place(Path(failure.page).relative_to(paths.site).as_posix()), {"reason": failure.reason})
        for failure in print_pages(browser, pages, paths.site.parent)
    )
