"""The options of `build` for several machines: make one share, join shares, or let a scheduler hand them out."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.i18n.messages import N_, translate

if TYPE_CHECKING:
    from generator.assembly.result import BuildResult
    from generator.assembly.sharing.shards import Shard
    from generator.console import Console

_SHARDS = 16


@dataclass(frozen=True)
class Sharing:
    """What was asked of several machines."""

    shard: str | None
    join: tuple[Path, ...]
    scheduler: str | None
    shards: int

    @property
    def is_asked(self) -> bool:
        """Whether anything was."""
        return bool(self.shard or self.join or self.scheduler)

    @property
    def folder(self) -> str:
        """Where what is built goes below the tree, unless another folder is named: a site, or a share of one."""
        return f"shard-{self.shard.replace('/', '-of-')}" if self.shard else "site"


def sharing_options(lang: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The options as one argument `sharing`."""

    def say(message: str) -> str:
        return translate(lang, message)

    def options(function: Callable[..., None]) -> Callable[..., None]:
        @wraps(function)  # with the options that it has already
        def run(
            *arguments: Any, shard: str | None, join: Sequence[Path], scheduler: str | None, shards: int, **more: Any
        ) -> None:
            function(*arguments, sharing=Sharing(shard, tuple(join), scheduler, shards), **more)

        for option in reversed(
            (
                click.option(
                    "--shard",
                    metavar="K/N",
                    help=say(N_("Make only the share K of N of the pages, into the folder --output, to be joined.")),
                ),
                click.option(
                    "--join",
                    multiple=True,
                    type=click.Path(file_okay=False, path_type=Path),
                    metavar="DIR",
                    help=say(N_("Take the pages that --shard made in DIR, and build the rest; once for each share.")),
                ),
                click.option(
                    "--scheduler",
                    metavar="ADDRESS",
                    help=say(N_("Let the machines of a Dask scheduler make the pages, such as tcp://10.0.0.5:8786.")),
                ),
                click.option(
                    "--shards",
                    type=click.IntRange(1, 100_000),
                    default=_SHARDS,
                    metavar="N",
                    show_default=True,
                    help=say(N_("With --scheduler: how many shares.")),
                ),
            )
        ):
            run = option(run)
        return run

    return options


def build_shared(root: Path, output: Path, sharing: Sharing, console: Console, **options: Any) -> int:
    """Build as asked, tell of it, and return the exit code; for a share, `output` is its folder. Raises click.BadParameter."""
    from generator.assembly.sharing.shards import Shard
    from generator.console import for_editors, print_summary

    try:
        shard = Shard.parse(sharing.shard) if sharing.shard else None
    except ValueError:
        said = N_("“{written}” is no share: write 3/16 for the third of sixteen.")
        raise click.BadParameter(translate(console.lang, said, written=sharing.shard), param_hint="--shard") from None
    with console.catching_faults(N_("build")):
        result = _build(root, output, sharing, shard, console, **options)
    console.tell(for_editors(result.problems), result.reports, result.figures)
    print_summary(result, console, output)
    return 0 if result.published or (result.shard and not result.has_errors) else 1


def _build(
    root: Path, output: Path, sharing: Sharing, shard: Shard | None, console: Console, **options: Any
) -> BuildResult:
    from generator.archive.store import STORE
    from generator.assembly.result import BuildResult
    from generator.assembly.sharing.joining import build_joined, build_share
    from generator.assembly.sharing.scheduled import NoSchedulerError, build_scheduled
    from generator.model.place import Place
    from generator.problems import Problem, fails

    if shard is not None:
        return build_share(root, shard, output, console.progress, options.get("archive") or root / STORE)
    if not sharing.scheduler:
        return build_joined(root, output, sharing.join, console.progress, **options)
    with tempfile.TemporaryDirectory(prefix="rr-shards-") as folder:
        try:
            problems = build_scheduled(root, sharing.scheduler, sharing.shards, Path(folder), console.progress)
        except NoSchedulerError as error:
            words = {"address": sharing.scheduler, "reason": str(error)}
            return BuildResult((Problem("no-scheduler", Place(""), words),))
        if fails(problems):
            return BuildResult(problems)
        return build_joined(root, output, sorted(Path(folder).iterdir()), console.progress, **options)
