"""Shows the site while people edit it: rebuilds what an edit touches and reloads the browser.

Problems are printed, and shown over the last good site until they are mended.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import click

from generator.archive.stock import Stock
from generator.archive.store import STORE
from generator.assembly.layout import PACKAGE_ROOT, SitePaths, site_url
from generator.assembly.site import FAULTS, build_into, fault_problem, load_and_check, stock_of
from generator.assembly.work import work_folder
from generator.console import Console, for_editors, print_problems
from generator.engine.material import engine_pool
from generator.finish.error_page import leading_from
from generator.i18n.messages import N_
from generator.live_server import LiveServer, Message, Served
from generator.model.catalogue import Catalogue
from generator.problems import Problem
from generator.processes import end_pool
from generator.tell.text import problem_lines
from generator.watching import Watched, changes

_PROCESSES = 2
WATCHED = ("data", "content", "site_templates", "mkdocs.yml")
_OURS = PACKAGE_ROOT / "site_templates" / "serve"


def serve(root: Path, host: str, port: int, console: Console, archive: Path | None = None) -> int:
    """Build, serve and rebuild until interrupted; 0 after Ctrl-C, 1 when the first build fails or the port is taken."""
    # Being told to end must end the engine's processes too; a shell starts what it runs in the background deaf to Ctrl-C.
    for told_to_end in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(told_to_end, signal.default_int_handler)
    with work_folder(root) as work, _workers() as workers:
        builder = _Builder(root, work, workers, console, archive or root / STORE)
        # Before the build: what is edited while it runs is a change.
        seen = builder.watched().state()
        if not builder.build():
            console.error(console.say(N_("Fix these first, then start again.")))
            return 1
        served = Served(
            builder.paths.site, (_OURS / "live.js").read_bytes(), (_OURS / "live.css").read_bytes(), builder.not_found
        )
        try:
            server = LiveServer(served, host, port, lambda error: _tell_fault(error, console))
        except OSError as error:
            reason = error.strerror or str(error)
            console.error(
                console.say(
                    N_("Port {port} cannot be used: {reason}. Choose another with --port."), port=port, reason=reason
                )
            )
            return 1
        with server:
            console.out(console.say(N_("The site is at {address} - stop with Ctrl-C."), address=server.address))
            try:
                for _ in changes(builder.watched, seen):
                    if builder.build():
                        server.renew()
                    else:
                        server.show(builder.message())
            except KeyboardInterrupt:
                console.error(console.say(N_("Stopped.")))
    return 0


def _tell_fault(error: BaseException, console: Console) -> None:
    detail = f"{type(error).__name__}: {error}"
    console.error(console.say(N_("A page could not be sent: {detail}"), detail=detail))


class _Workers:
    """The processes that build; new ones take the place of those of which one has ended, for a pool is lost with one of them."""

    def __init__(self) -> None:
        self.pool = engine_pool(_PROCESSES)

    def renew(self) -> None:
        """Begin anew."""
        self.close()
        self.pool = engine_pool(_PROCESSES)

    def close(self) -> None:
        """End the processes, whatever they are building: nobody waits for it any more."""
        end_pool(self.pool)


@contextmanager
def _workers() -> Iterator[_Workers]:
    workers = _Workers()
    try:
        yield workers
    finally:
        workers.close()


class _Builder:
    """Builds into one work folder again and again, doing only what differs from the last time."""

    def __init__(self, root: Path, work: Path, workers: _Workers, console: Console, archive: Path) -> None:
        self.root = root
        self._work = work
        self._archive = archive
        self.paths = SitePaths.of(root, work)
        self._workers = workers
        self._console = console
        self._built = False
        self._problems: tuple[Problem, ...] = ()
        self._frame = self._frame_state()

    def build(self) -> bool:
        """Bring the served site up to date; False, with the problems printed, where that cannot be done."""
        started = monotonic()
        # A branch may bring a configuration or templates of its own, or take them away.
        self.paths = SitePaths.of(self.root, self._work)
        catalogue, problems = load_and_check(self.root)
        stock, unfit = stock_of(catalogue, self._archive, None)
        problems = (*problems, *unfit)
        if not self._console.has_errors(problems):
            frame = self._frame_state()
            partly = self._built and frame == self._frame
            failures = self._build(catalogue, stock, changed_only=partly)
            self._frame, self._built = frame, self._built or not failures
            problems = (*problems, *failures)
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
        lines = problem_lines(self._problems, self._console.lang, self.root, None)
        title = self._console.say(N_("Your last edit has errors. This is the page as it was before."))
        return Message(title, "\n".join(map(click.unstyle, lines)).strip(), self._console.lang)

    def not_found(self) -> str | None:
        """The site's page for addresses that do not exist, as it reads at the top of a host; None while it is made anew."""
        try:
            html = (self.paths.site / "404.html").read_text(encoding="utf-8")
        except OSError:
            return None
        return leading_from(html, site_url(self.paths), "/")

    def _build(self, catalogue: Catalogue, stock: Stock, *, changed_only: bool) -> tuple[Problem, ...]:
        """Build, a second time and from the start where a process had ended; what failed."""
        failures: tuple[Problem, ...] = ()
        for only in (changed_only, False):
            try:
                _, failures = build_into(
                    self.paths,
                    catalogue,
                    lambda _step, _detail: None,
                    pool=self._workers.pool,
                    changed_only=only,
                    stock=stock,
                )
            except BrokenExecutor as error:
                failures = (fault_problem(error, self.paths.site),)
                self._workers.renew()
                continue
            except FAULTS as error:
                failures = (fault_problem(error, self.paths.site),)
            break
        return failures

    def _frame_state(self) -> tuple[tuple[str, int], ...]:
        """What is around every page (configuration and theme templates): when it changes, every page does."""
        overrides = self.paths.templates / "overrides"
        files = [self.paths.config, *(path for path in sorted(overrides.rglob("*")) if path.is_file())]
        return tuple((str(path), path.stat().st_mtime_ns) for path in files if path.exists())
