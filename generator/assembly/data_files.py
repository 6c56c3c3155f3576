"""The data files of a build: written beside the pages, put into the site once the engine has made its folder."""

from __future__ import annotations

import os
import shutil
from concurrent.futures import Executor

from generator.assembly.layout import SitePaths, site_url
from generator.assembly.tree_files import TreeWriter
from generator.exports.addresses import FOLDER
from generator.exports.files import DataFiles
from generator.exports.write import write_lists, write_part
from generator.model.catalogue import Catalogue


def write_data_files(catalogue: Catalogue, paths: SitePaths, pool: Executor) -> DataFiles:
    """Write the data files, a share in each process, and say which there are. Raises OSError."""
    url, parts = site_url(paths), len(catalogue.languages)
    cache = paths.cache.parent / "exports"
    shares = [pool.submit(write_part, catalogue, url, paths.data, cache, part, parts) for part in range(parts)]
    written = DataFiles.of(url, [file for share in shares for file in share.result()])
    files = write_lists(catalogue, written, paths.data)
    _remove_others(paths, files)
    return files


def place_data_files(paths: SitePaths) -> None:
    """Put the data files into the site, in the place of those of an earlier build. Raises OSError."""
    target = paths.site / FOLDER
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(paths.data / FOLDER, target, copy_function=_link_or_copy)


def _remove_others(paths: SitePaths, files: DataFiles) -> None:
    """Remove what an earlier build in the same folder wrote and this one did not."""
    writer = TreeWriter()
    for path in files.by_path:
        writer.keep(paths.data / path)
    writer.remove_others(paths.data)


def _link_or_copy(source: str, target: str) -> None:
    """A second name for a file where the system has that: thousands of files, and nothing is copied."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
