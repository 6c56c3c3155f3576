"""The licence of a package as an SPDX expression: what its metadata say, or what was read in its files where they say it unclearly."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, metadata

_READ = {
    # “BSD License” leaves open which; the text of each was read.
    "altair": "BSD-3-Clause",
    "colorama": "BSD-3-Clause",
    "grimp": "BSD-2-Clause",
    "import-linter": "BSD-2-Clause",
    "isodate": "BSD-3-Clause",
    "jinja2": "BSD-3-Clause",
    "partd": "BSD-3-Clause",
    "zict": "BSD-3-Clause",
    # “BSD License” without a text: that of its author's other works.
    "cobble": "BSD-2-Clause",
    # Two licences: the second is of the earlier work that it holds.
    "xlrd": "BSD-3-Clause AND BSD-Advertising-Acknowledgement",
    # Either for its own code; the files of its wheel say what the PDFium in it holds.
    "pypdfium2": "Apache-2.0 OR BSD-3-Clause",
    # Nothing but a file.
    "axe-playwright-python": "MIT",
    # “Public Domain”; its description names the dedication.
    "bagit": "CC0-1.0",
    # Only its description and a file say so.
    "pyromark": "MIT",
    # Under the terms of Perl: either of two.
    "text-unidecode": "Artistic-1.0-Perl OR GPL-1.0-or-later",
    # For other interpreters only, so their metadata are mostly not here.
    "brotlicffi": "MIT",
    "cffi": "MIT-0",
    "importlib-metadata": "Apache-2.0",
    "lazy-importer": "Apache-2.0",
    "pycparser": "BSD-3-Clause",
    "zipp": "MIT",
}
_CLASSIFIERS = {
    "License :: OSI Approved :: Apache Software License": "Apache-2.0",
    "License :: OSI Approved :: ISC License (ISCL)": "ISC",
    "License :: OSI Approved :: MIT License": "MIT",
    "License :: OSI Approved :: Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "License :: OSI Approved :: Python Software Foundation License": "PSF-2.0",
}
_NAMES = {"MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MPL-2.0", "ISC"}
"""Licences that older metadata name as SPDX does."""


def licence_of(package: str) -> str:
    """The SPDX expression; empty where nothing is known, which a test finds."""
    if package in _READ:
        return _READ[package]
    try:
        said = metadata(package)
    except PackageNotFoundError:
        return ""
    for expression in said.get_all("License-Expression") or ():
        return str(expression)
    for name in said.get_all("License") or ():
        if name in _NAMES:
            return str(name)
    found = {_CLASSIFIERS[each] for each in said.get_all("Classifier") or () if each in _CLASSIFIERS}
    return found.pop() if len(found) == 1 else ""
