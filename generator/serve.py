"""Shows the site while people edit it: rebuilds what an edit touches and reloads the browser.

Problems are printed, and shown over the last good site until they are mended.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from time import monotonic

import click

from generator.archive.stock import Stock
from generator.archive.store import STORE
from generator.assembly.building import build_into
from generator.assembly.early import Early, edited_paths
from generator.assembly.keeping.kept import KeptBuild, kept_in
from generator.assembly.keeping.pool import Kept, Pool
from generator.assembly.layout import SitePaths, site_url
from generator.assembly.site import FAULTS, fault_problem, read_tree, stock_of
from generator.assembly.work import work_folder
from generator.console import Console, for_editors, print_problems
from generator.dataset.dataset import Dataset
from generator.editor.desk import Desk
from generator.editor.files import FOLDER
from generator.finish.error_page import leading_from
from generator.garbage import give_back, leave_alone_what_is_there
from generator.i18n.messages import N_
from generator.i18n.reasons import reason_of
from generator.live_server import LiveServer, Message, Served
from generator.model.catalogue import Catalogue
from generator.problems import Problem
from generator.program_files import program_file
from generator.recall.known import Known
from generator.recall.marks import Marks
from generator.stopping import StopError, stop_at
from generator.tell.text import problem_lines
from generator.watching import Watched, changes

WATCHED = ("data", "content", "site_templates", "mkdocs.yml")
_THIS_MACHINE = ("127.0.0.1", "localhost", "::1")
_OURS = program_file("site_templates") / "serve"


def serve(
    root: Path, host: str, port: int, console: Console, archive: Path | None = None, *, edit: bool = False
) -> int:
    """Build, serve and rebuild until interrupted; 0 after Ctrl-C, 1 when the first build fails or the port is taken.

    With `edit` there is an editor, for whoever sits at this machine; 2 where the address is not this machine's own.
    """
    if edit and host not in _THIS_MACHINE:
        console.error(console.say(N_("With --edit only this machine may ask: leave --host out.")))
        return 2
    # Being told to end must end the engine's processes too; a shell starts what it runs in the background deaf to Ctrl-C.
    for told_to_end in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        stop_at(told_to_end)
    with work_folder(root) as work, kept_in(root) as kept:
        builder = _Builder(root, work, console, archive or root / STORE, kept)
        # Before the build: what is edited while it runs is a change.
        seen = builder.watched().state()
        if not builder.build():
            console.error(console.say(N_("Fix these first, then start again.")))
            return 1
        desk = builder.desk() if edit else None
        served = Served(
            builder.paths.site,
            (_OURS / "live.js").read_bytes(),
            (_OURS / "live.css").read_bytes(),
            builder.not_found,
            desk,
        )
        try:
            server = LiveServer(served, host, port, lambda error: _tell_fault(error, console))
        except OSError as error:
            reason = console.say(reason_of(error))
            console.error(
                console.say(
                    N_("Port {port} cannot be used: {reason}. Choose another with --port."), port=port, reason=reason
                )
            )
            return 1
        builder.early = server.renew_files
        with server:
            console.out(console.say(N_("The site is at {address} - stop with Ctrl-C."), address=server.address))
            if desk is not None:
                console.out(console.say(N_("Edit it at {address}"), address=f"{server.address}{FOLDER}/"))
            try:
                for _ in changes(builder.watched, seen):
                    if builder.build():
                        if desk is not None:
                            desk.renew(builder.catalogue)
                        server.renew()
                    else:
                        server.show(builder.message())
            except StopError:
                console.error(console.say(N_("Stopped.")))
    return 0


def _tell_fault(error: BaseException, console: Console) -> None:
    detail = f"{type(error).__name__}: {error}"
    console.error(console.say(N_("A page could not be sent: {detail}"), detail=detail))


class _Builder:
    """Builds into one work folder again and again, making and touching only what differs from the last time."""

    def __init__(self, root: Path, work: Path, console: Console, archive: Path, kept: KeptBuild) -> None:
        self.root = root
        self._work = work
        self._archive = archive
        self.paths = SitePaths.of(root, work)
        self._console = console
        self._problems: tuple[Problem, ...] = ()
        self._kept = kept
        self._pool = kept.pool or Pool(work / "pool")
        self._recall = kept.recall()
        self._known = Known()
        self._marks = Marks()
        self._laid: Mapping[str, Kept] | None = None
        self._shown = Catalogue(languages=())
        self.catalogue = self._shown
        self.early: Callable[[Collection[str]], None] = lambda _files: None
        """Told of the files of pages that were edited, once these are right and others are still being made."""

    def desk(self) -> Desk:
        """The editor of the tree that was last built."""
        return Desk(self.root, self.paths.templates, self.catalogue, self._console.say, self._told)

    def build(self) -> bool:
        """Bring the served site up to date; False, with the problems printed, where that cannot be done."""
        started = monotonic()
        # A branch may bring a configuration or templates of its own, or take them away.
        self.paths = SitePaths.of(self.root, self._work)
        dataset, problems = read_tree(self.root, self._known)
        self.catalogue = dataset.catalogue
        stock, unfit = stock_of(dataset.catalogue, self._archive, None)
        problems = (*problems, *unfit)
        if not self._console.has_errors(problems):
            problems = (*problems, *self._build(dataset.with_published(stock.shelf.pages), stock))
        self._problems = for_editors(problems)
        print_problems(self._problems, self._console)
        fine = not self._console.has_errors(problems)
        if fine:
            self._console.progress(N_("The site is up to date"), f"{monotonic() - started:.1f} s")
        return fine

    def watched(self) -> Watched:
        """What a build reads."""
        names = {self.paths.config, self.paths.templates, *(self.root / name for name in WATCHED)}
        return Watched(tuple(sorted(names)), (self._archive,))

    def message(self) -> Message:
        """What the terminal says of the last build, for those who look at the browser."""
        title = self._console.say(N_("Your last edit has errors. This is the page as it was before."))
        return Message(title, self._told(self._problems), self._console.lang)

    def _told(self, problems: tuple[Problem, ...]) -> str:
        lines = problem_lines(problems, self._console.lang, self.root, None)
        return "\n".join(map(click.unstyle, lines)).strip()

    def not_found(self) -> str | None:
        """The site's page for addresses that do not exist, as it reads at the top of a host; None while it is made anew."""
        try:
            html = (self.paths.site / "404.html").read_text(encoding="utf-8")
        except OSError:
            return None
        return leading_from(html, site_url(self.paths), "/")

    def _build(self, dataset: Dataset, stock: Stock) -> tuple[Problem, ...]:
        """Build; what failed."""
        first = self._laid is None
        try:
            built = build_into(
                self.paths,
                dataset,
                lambda _step, _detail: None,
                earlier=self._recall,
                laid=self._laid,
                stock=stock,
                pool=self._pool,
                # Later this process has threads, and must not be split.
                processes=None if first else 1,
                marks=self._marks,
                early=Early(edited_paths(self._shown, dataset.catalogue), self.early),
            )
        except FAULTS as error:
            return (fault_problem(error, self.paths.site),)
        if not built.failures:
            self._recall, self._laid, self._shown = built.recall, built.laid, dataset.catalogue
            self._known.forget_unused()
            self._marks.forget_unused()
            if first:
                self._kept.keep(built.recall, built.laid)
                leave_alone_what_is_there()
            give_back()
        return built.failures
