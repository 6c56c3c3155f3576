"""Shows the site while people edit it: rebuilds what an edit touches and reloads the browser.

Problems are printed and leave the last good site on the screen.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

from generator.archive.stock import Stock
from generator.archive.store import STORE
from generator.assembly.layout import SitePaths
from generator.assembly.site import FAULTS, build_into, fault_problem, load_and_check, stock_of
from generator.assembly.work import work_folder
from generator.console import Console, for_editors, print_problems
from generator.engine.material import engine_pool
from generator.i18n.messages import N_
from generator.i18n.reasons import reason_of
from generator.live_server import LiveServer
from generator.model.catalogue import Catalogue
from generator.problems import Problem

_PROCESSES = 2
WATCHED = ("data", "content", "site_templates", "mkdocs.yml")


def serve(root: Path, host: str, port: int, console: Console, archive: Path | None = None) -> int:
    """Build, serve and rebuild until interrupted; 0 after Ctrl-C, 1 when the first build fails or the port is taken."""
    # Being told to end must end the engine's processes too; a shell starts what it runs in the background deaf to Ctrl-C.
    for told_to_end in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(told_to_end, signal.default_int_handler)
    with work_folder(root) as work, _workers() as workers:
        builder = _Builder(root, work, workers, console, archive or root / STORE)
        if not builder.build():
            console.error(console.say(N_("Fix these first, then start again.")))
            return 1
        try:
            server = LiveServer(builder.paths.site, host, port)
        except OSError as error:
            reason = console.say(reason_of(error))
            console.error(
                console.say(
                    N_("Port {port} cannot be used: {reason}. Choose another with --port."), port=port, reason=reason
                )
            )
            return 1
        with server:
            console.out(console.say(N_("The site is at {address} - stop with Ctrl-C."), address=server.address))
            try:
                server.watch([root / name for name in WATCHED], builder.build)
            except KeyboardInterrupt:
                console.error(console.say(N_("Stopped.")))
    return 0


class _Workers:
    """The processes that build; new ones take the place of those of which one has ended, for a pool is lost with one of them."""

    def __init__(self) -> None:
        self.pool = engine_pool(_PROCESSES)

    def renew(self) -> None:
        """Begin anew."""
        self.close()
        self.pool = engine_pool(_PROCESSES)

    def close(self) -> None:
        """End the processes."""
        self.pool.shutdown(cancel_futures=True)


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
        self._archive = archive
        self.paths = SitePaths.of(root, work)
        self._workers = workers
        self._console = console
        self._built = False
        self._frame = self._frame_state()

    def build(self) -> bool:
        """Bring the served site up to date; False, with the problems printed, where that cannot be done."""
        started = monotonic()
        catalogue, problems = load_and_check(self.root)
        stock, unfit = stock_of(catalogue, self._archive, None)
        problems = (*problems, *unfit)
        if not self._console.has_errors(problems):
            frame = self._frame_state()
            partly = self._built and frame == self._frame
            failures = self._build(catalogue, stock, changed_only=partly)
            self._frame, self._built = frame, self._built or not failures
            problems = (*problems, *failures)
        print_problems(for_editors(problems), self._console)
        fine = not self._console.has_errors(problems)
        if fine:
            self._console.progress(N_("The site is up to date"), f"{monotonic() - started:.1f} s")
        return fine

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
