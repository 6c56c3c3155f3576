"""What is measured: this state of the program or an earlier one, each with its own templates, on a tree of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tools.bench.measure import Cost, run
from tools.bench.tree import ROOT

_LOOKS = ("site_templates", "mkdocs.yml", "CHANGELOG.md")
_MATTER = ("data", "content")
_CHARTS = "charts"


@dataclass(frozen=True)
class Subject:
    """One state of the program: the folder of its source, and what to call it."""

    name: str
    source: Path

    def command(self, *asked: str | Path) -> list[str | Path]:
        """The command line of the program; it is to be run in `source`, which Python then imports from."""
        return [sys.executable, "-m", "generator.cli", *asked]

    def run(self, *asked: str | Path) -> Cost:
        """Run the program to its end."""
        return run(self.command(*asked), self.source, {"SITE_URL": "https://reform-reports.example/"})


@dataclass(frozen=True)
class Job:
    """A tree that a subject builds."""

    subject: Subject
    tree: Path

    @property
    def site(self) -> Path:
        return self.tree / "site"

    def build(self) -> Cost:
        """Build with whatever is left of the build before."""
        return self.subject.run("build", "--lang", "en", "--root", self.tree)

    def forget(self, *, charts: bool) -> None:
        """Remove what builds leave behind; with `charts`, also the charts that were drawn."""
        shutil.rmtree(self.site, ignore_errors=True)
        shutil.rmtree(self.tree / ".build", ignore_errors=True)
        for path in (self.tree / ".cache").glob("*"):
            if charts or path.name != _CHARTS:
                shutil.rmtree(path, ignore_errors=True)

    @property
    def charts(self) -> int:
        """How many charts were drawn so far; shapes and scripts beside them are few."""
        return sum(1 for path in (self.tree / ".cache" / _CHARTS).rglob("*") if path.is_file())


def this_state() -> Subject:
    """The program as it stands here."""
    return Subject("this", ROOT)


def earlier_state(revision: str, folder: Path) -> Subject:
    """The program as of a git revision, checked out into a folder. Raises CalledProcessError."""
    git = ["git", "-C", str(ROOT)]
    subprocess.run([*git, "worktree", "prune"], check=True)
    subprocess.run([*git, "worktree", "add", "--quiet", "--detach", str(folder), revision], check=True)
    return Subject("earlier", folder)


def forget_state(subject: Subject) -> None:
    """Remove the checkout of an earlier state."""
    subprocess.run(["git", "-C", str(ROOT), "worktree", "remove", "--force", str(subject.source)], check=False)


def with_looks(subject: Subject, matter: Path, folder: Path) -> Job:
    """A tree with the data and content of `matter` and the templates of the subject."""
    for name in _MATTER:
        shutil.copytree(matter / name, folder / name)
    shutil.rmtree(folder / "data" / "vintages", ignore_errors=True)
    for name in _LOOKS:
        source = subject.source / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        else:
            shutil.copy2(source, folder / name)
    return Job(subject, folder)
