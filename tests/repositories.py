"""Real little git repositories for tests."""

import os
import subprocess
from pathlib import Path


def git(folder: Path, *arguments: str, given: str | None = None) -> str:
    """What git answers, with an identity of nobody and no settings of the machine's."""
    identity = {f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {**os.environ, **identity, "GIT_CONFIG_GLOBAL": os.devnull}
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env=environment, input=given, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def commit(tree: Path) -> str:
    """Commit whatever lies in a tree; the commit's name."""
    git(tree, "add", "--all")
    git(tree, "commit", "--quiet", "--message", "x")
    return git(tree, "rev-parse", "HEAD")
