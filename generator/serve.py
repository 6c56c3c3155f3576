"""Shows the site while people edit it: rebuilds what an edit touches and reloads the browser.

Problems are printed and leave the last good site on the screen.
"""

from __future__ import annotations

import signal
from collections.abc import Mapping
from pathlib import Path
from time import monotonic

from generator.archive.stock import Stock
from generator.archive.store import STORE
from generator.assembly.building import build_into
from generator.assembly.kept import KeptBuild, kept_in
from generator.assembly.layout import SitePaths
from generator.assembly.pool import Kept, Pool
from generator.assembly.site import FAULTS, fault_problem, read_tree, stock_of
from generator.assembly.work import work_folder
from generator.console import Console, for_editors, print_problems
from generator.dataset.dataset import Dataset
from generator.i18n.messages import N_
from generator.i18n.reasons import reason_of
from generator.live_server import LiveServer
from generator.problems import Problem

WATCHED = ("data", "content", "site_templates", "mkdocs.yml")


def serve(root: Path, host: str, port: int, console: Console, archive: Path | None = None) -> int:
    """Build, serve and rebuild until interrupted; 0 after Ctrl-C, 1 when the first build fails or the port is taken."""
    # Being told to end must end the engine's processes too; a shell starts what it runs in the background deaf to Ctrl-C.
    for told_to_end in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(told_to_end, signal.default_int_handler)
    with work_folder(root) as work, kept_in(root) as kept:
        builder = _Builder(root, work, console, archive or root / STORE, kept)
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


class _Builder:
    """Builds into one work folder again and again, making and touching only what differs from the last time."""

    def __init__(self, root: Path, work: Path, console: Console, archive: Path, kept: KeptBuild) -> None:
        self.root = root
        self._archive = archive
        self.paths = SitePaths.of(root, work)
        self._console = console
        self._kept = kept
        self._pool = kept.pool or Pool(work / "pool")
        self._recall = kept.recall()
        self._laid: Mapping[str, Kept] | None = None

    def build(self) -> bool:
        """Bring the served site up to date; False, with the problems printed, where that cannot be done."""
        started = monotonic()
        dataset, problems = read_tree(self.root)
        stock, unfit = stock_of(dataset.catalogue, self._archive, None)
        problems = (*problems, *unfit)
        if not self._console.has_errors(problems):
            problems = (*problems, *self._build(dataset.with_published(stock.shelf.pages), stock))
        print_problems(for_editors(problems), self._console)
        fine = not self._console.has_errors(problems)
        if fine:
            self._console.progress(N_("The site is up to date"), f"{monotonic() - started:.1f} s")
        return fine

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
            )
        except FAULTS as error:
            return (fault_problem(error, self.paths.site),)
        if not built.failures:
            self._recall, self._laid = built.recall, built.laid
            if first:
                self._kept.keep(built.recall)
        return built.failures
