"""Dresses single pages with Material for MkDocs: the same frame, Markdown and bytes as a build of the whole tree, one page at a time.

A build of a tree reads every page to make one; here the configuration, the templates and the navigation are made ready once, and
each page costs its own time only. What it calls of MkDocs is what `mkdocs.commands.build` calls itself; a test holds the
pages of both against each other.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache

from generator.engine.material import Complaints, compose, prepared, without_switches
from generator.engine.model import EngineFailure, EngineJob

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files


class EngineError(Exception):
    """The engine could not dress a page, or lay out what is around them."""

    def __init__(self, failure: EngineFailure) -> None:
        super().__init__(failure)
        self.failure = failure


class Dresser:
    """One language of the site, ready to dress its pages."""

    def __init__(self, config_file: Path, job: EngineJob, compiled: BytecodeCache | None = None) -> None:
        """Make ready what all pages share. Raises EngineError. `compiled` keeps templates compiled."""
        prepared()
        from mkdocs.structure.files import Files, InclusionLevel
        from mkdocs.structure.nav import get_navigation

        self._job = job
        self._complaints = Complaints()
        with self._listening():
            self._config: MkDocsConfig = compose(config_file, job)
            # Links are checked in the finished pages: here only the page itself is known.
            for kind in ("omitted_files", "not_found", "absolute_links"):
                setattr(self._config.validation.nav, kind, logging.DEBUG)
            for kind in ("not_found", "absolute_links", "unrecognized_links", "anchors"):
                setattr(self._config.validation.links, kind, logging.DEBUG)
            self._environment = self._config.theme.get_env()
            if compiled is not None:
                self._environment.bytecode_cache = compiled
            # Without plugins nobody is asked who makes a file.
            self._config.plugins._current_plugin = "reform-reports"  # noqa: SLF001
            navigated = [self._file(path) for _, path in job.nav]
            for each in navigated:
                each.inclusion = InclusionLevel.INCLUDED
            self._files: Files = Files(navigated)
            self._nav = get_navigation(self._files, self._config)

    def dress(self, file: str, source: str) -> str:
        """The HTML of a page from its Markdown with front matter. `file` is its place in the tree. Raises EngineError."""
        from mkdocs.commands.build import get_context
        from mkdocs.structure.pages import Page

        with self._listening():
            known = self._files.get_file_from_path(file)
            made = known or self._file(file)
            made.content_string = source
            page = made.page or Page(None, made, self._config)
            # As `mkdocs.commands.build` does, but for the plugins, of which there are none.
            page.read_source(self._config)
            page.render(self._config, self._files)
            page.active = True
            try:
                context = get_context(self._nav, [], self._config, page)
                return without_switches(self._environment.get_template("main.html").render(context))
            finally:
                page.active = False

    def surroundings(self) -> Iterator[tuple[str, bytes]]:
        """What is no page, by path: the theme's files, and the error page of the site. Raises EngineError or OSError."""
        from mkdocs.commands.build import _build_template
        from mkdocs.structure.files import Files

        from generator.engine.material import leave_out_unused_files

        with self._listening():
            files = Files([])
            files.add_files_from_theme(self._environment, self._config)
            for each in leave_out_unused_files(files):
                yield each.dest_uri, Path(each.abs_src_path or "").read_bytes()
            for name in sorted(self._config.theme.static_templates):
                template = self._environment.get_template(name)
                output = _build_template(name, template, self._files, self._config, self._nav)
                if output.strip():
                    yield name, output.encode("utf-8")

    def _file(self, path: str) -> File:
        from mkdocs.structure.files import File

        return File.generated(self._config, path, content="")

    @contextlib.contextmanager
    def _listening(self) -> Iterator[None]:
        """Turn what MkDocs complains of into an error. A template that fails raises what Jinja raises."""
        from mkdocs.exceptions import MkDocsException

        logger = logging.getLogger("mkdocs")
        logger.addHandler(self._complaints)
        try:
            yield
        except MkDocsException as error:
            self._complaints.add_last(str(error))
        finally:
            logger.removeHandler(self._complaints)
        if self._complaints.messages:
            raise EngineError(EngineFailure(self._job.lang, "\n".join(self._complaints.messages)))
