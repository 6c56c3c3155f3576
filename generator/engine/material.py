"""Builds docs trees with Material for MkDocs: the only module that knows MkDocs.

Each language is one build of its own in a process of its own, so two languages take as long as one. What MkDocs complains
about comes back as data; nothing is printed. The output holds no time and no path of the machine: same tree, same bytes.
"""

import logging
import os
import re
import shutil
from collections.abc import Iterable, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from generator.engine.model import EngineFailure, EngineJob
from generator.engine.template_data import language_folder, template_data
from generator.pages.faults import template_fault
from generator.processes import worker_pool

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

ENGINE = ("Material for MkDocs", "https://squidfunk.github.io/mkdocs-material/")

# Files of the theme that no page of ours loads (overrides/main.html says why), and its sitemap of one language: the finish
# stage writes that of the whole site.
UNUSED_THEME_FILES = ("assets/javascripts/", "assets/images/favicon.png", "sitemap.xml")

_SWITCHES = re.compile(r'\s*(?:<input class="md-toggle"[^>]*>|<label class="md-overlay"[^>]*></label>)')
_SWITCHED = re.compile(r'<label( class="md-nav__title") for="__toc">(.*?)</label>', re.DOTALL)


def build_trees(
    config_file: Path, jobs: Sequence[EngineJob], *, changed_only: bool = False, pool: Executor | None = None
) -> tuple[EngineFailure, ...]:
    """Build the tree of every job and return what went wrong, empty when all is well.

    Args:
        config_file: The project's `mkdocs.yml`.
        jobs: The languages.
        changed_only: Build only pages and copy only assets that are newer than their output, and leave everything else in
            `site_dir` as it is. Pages that are gone, the navigation and templates need a full build.
        pool: Where to build; one that is kept (see `engine_pool`) saves 0.5 s of start for each build.

    A full build empties each `site_dir` first. When a failure is returned, what `site_dir` holds must not be published.
    Raises BrokenExecutor where a process ended from outside (killed, out of memory): which language it was cannot be told.
    """
    if not changed_only:
        # Here and not in the builds: the folder of one language may lie inside that of another which is built beside it.
        for job in jobs:
            shutil.rmtree(job.site_dir, ignore_errors=True)
    if pool is None:
        with engine_pool(len(jobs)) as own_pool:
            return _build_in(own_pool, config_file, jobs)
    return _build_in(pool, config_file, jobs)


def engine_pool(languages: int) -> ProcessPoolExecutor:
    """Return a pool of processes for `build_trees`, one for each language; the caller closes it."""
    return worker_pool(languages)


def _build_in(pool: Executor, config_file: Path, jobs: Sequence[EngineJob]) -> tuple[EngineFailure, ...]:
    futures = [(job.lang, pool.submit(_build_tree, config_file, job)) for job in jobs]
    return tuple(EngineFailure(lang, message) for lang, future in futures for message in future.result())


def _build_tree(config_file: Path, job: EngineJob) -> tuple[str, ...]:
    """Build one language in the current process and return MkDocs' complaints."""
    prepared()
    from mkdocs.commands.build import build
    from mkdocs.exceptions import MkDocsException

    logger = logging.getLogger("mkdocs")
    complaints = Complaints()
    logger.addHandler(complaints)
    try:
        config = compose(config_file, job)
        if not config.strict:
            complaints.setLevel(logging.ERROR)
        # They are counted by us: MkDocs would only say how many there were.
        config.strict = False
        # Always the "dirty" build: in an empty folder it is a full one, and it never deletes what another language built.
        build(config, dirty=True)
    except MkDocsException as error:
        complaints.add_last(str(error))
    except Exception as error:  # noqa: BLE001 - a theme or an extension may raise anything, and nobody wants a traceback
        fault = template_fault(error)
        where = f" ({fault.file}:{fault.line})" if fault else ""
        complaints.add_last(f"{type(error).__name__}: {error}{where}")
    finally:
        logger.removeHandler(complaints)
    return tuple(complaints.messages)


def prepared() -> None:
    """Make this process ready to import MkDocs, and keep what it logs off the screen."""
    # Material's advertisement against MkDocs 2 is printed on import, and `0` crashes MkDocs. No date is printed anyway.
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    if os.environ.get("SOURCE_DATE_EPOCH") == "0":
        os.environ["SOURCE_DATE_EPOCH"] = "1"
    logging.getLogger("mkdocs").propagate = False


def compose(config_file: Path, job: EngineJob) -> "MkDocsConfig":
    """Return the project's configuration with everything that belongs to one language."""
    from mkdocs.config import load_config

    config = load_config(
        config_file=str(config_file),
        docs_dir=str(job.docs_dir.resolve()),
        site_dir=str(job.site_dir.resolve()),
        site_name=job.site_name,
        site_description=job.site_description,
        nav=[{title: path} for title, path in job.nav],
    )
    site_url = (config.site_url or "") if job.site_url is None else job.site_url
    config.extra["site"] = template_data(job, site_url, ENGINE)
    if site_url:
        config.site_url = site_url + language_folder(job.lang, job.languages[0][0])
    elif job.site_url is not None:
        config.site_url = ""
    config.theme["language"] = _theme_language(job.lang, config.theme.dirs)
    config.mdx_configs.setdefault("toc", {})["permalink_title"] = job.text.permalink
    config.plugins.events["files"].append(leave_out_unused_files)
    config.plugins.events["post_page"].append(without_switches)
    config.plugins.events["post_template"].append(without_switches)
    # A server shows one error page, the one at the root.
    config.theme.static_templates -= {"sitemap.xml"} if job.is_default else {"sitemap.xml", "404.html"}
    return config


def _theme_language(lang: str, theme_dirs: Iterable[str]) -> str:
    """Return the language of the theme's own few words: English where the theme does not know the site's language."""
    known = any(Path(folder, "partials", "languages", f"{lang}.html").is_file() for folder in theme_dirs)
    return lang if known else "en"


def without_switches(output: str, **_context: object) -> str:
    """A page without the theme's hidden switches, the cover and the label that belong to them: scripts of the theme use them, which no
    page of ours loads, and they are no valid HTML (called by MkDocs for each page and template)."""
    return _SWITCHED.sub(r"<div\1>\2</div>", _SWITCHES.sub("", output))


def leave_out_unused_files(files: "Files", **_context: object) -> "Files":
    """Drop what the theme brings and no page uses (called by MkDocs once it has collected all files)."""
    for file in list(files):
        if file.src_uri.startswith(UNUSED_THEME_FILES) or file.src_uri.endswith(".map"):
            files.remove(file)
    return files


class Complaints(logging.Handler):
    """Collects what MkDocs logs as warnings and errors, each once and in order."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)  # until the configuration says whether warnings count
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        # MkDocs warns of every dirty build; that is what we asked for.
        if not message.startswith("A 'dirty' build"):
            self.add(message)

    def add(self, message: str) -> None:
        message = message.strip()
        if message and message not in self.messages:
            self.messages.append(message)

    def add_last(self, message: str) -> None:
        """Add what an exception says, unless it was logged before it was raised: MkDocs does both."""
        if not self.messages:
            self.add(message or "The engine stopped without a word.")
