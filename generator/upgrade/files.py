"""Reads what migrations want of a tree, plans what they change, and writes all of it or nothing."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.load.files import is_plain, read_exactly
from generator.model.site import FORMAT
from generator.problems import Problem
from generator.program_files import program_file
from generator.starting.own_files import PIPELINES, is_as_written, is_ours, pipelines, signed
from generator.upgrade.migrations import MIGRATIONS, SITE, Migration, declared_format, with_format

LOCK = "requirements.lock"
VERSION = "requirements.in"
"""Where a tree that was started by `init` names its version: only such a tree has files of ours."""


@dataclass(frozen=True)
class Upgrade:
    """What an upgrade does: the new text of each file by path, with what was there (None: nothing), for which reasons (messages), and
    what is left to people. `kept` are files of ours that somebody edited. `problem` stands in the way."""

    before: int
    changed: Mapping[str, tuple[str | None, str]] = field(default_factory=dict)
    why: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    problem: Problem | None = None


def plan(root: Path, migrations: tuple[Migration, ...] = MIGRATIONS, newest: int = FORMAT) -> Upgrade:
    """What there is to do in a tree. Raises OSError."""
    texts: dict[str, str] = {}
    for name in _wanted(root, migrations):
        path = root / name
        if path.exists() and is_plain(path, root):
            text = read_exactly(path, name)
            if isinstance(text, Problem):
                return Upgrade(0, problem=text)
            texts[name] = text
    before = declared_format(texts.get(SITE, ""))
    after = dict(texts)
    why: list[str] = []
    notes: list[str] = []
    for migration in migrations:
        if migration.format <= before:
            continue
        step = migration.run(after)
        after |= step.changed
        why += [migration.why] if step.changed else []
        notes += step.notes
    if before < newest and not notes:
        after[SITE] = with_format(after.get(SITE, ""), newest)
    changed = {name: (texts.get(name), text) for name, text in after.items() if text != texts.get(name)}
    ours, kept = _ours(root) if (root / VERSION).is_file() else ({}, ())
    return Upgrade(before, changed | ours, tuple(why), tuple(notes), kept)


def _wanted(root: Path, migrations: tuple[Migration, ...]) -> list[str]:
    """The files that migrations want to read, as far as they are there, and the one that declares the format."""
    patterns = dict.fromkeys((SITE, *(pattern for each in migrations for pattern in each.reads)))
    return [path.relative_to(root).as_posix() for pattern in patterns for path in sorted(root.glob(pattern))]


def _ours(root: Path) -> tuple[dict[str, tuple[str | None, str]], tuple[str, ...]]:
    """The files that `init` wrote, as this version writes them; those that somebody edited apart."""
    changed: dict[str, tuple[str | None, str]] = {}
    kept = []
    start = program_file("site_templates") / "start"
    ours = {"Makefile": (start / "Makefile").read_bytes(), ".ci/run": (start / "ci-run").read_bytes()}
    found = pipelines((*PIPELINES, "gitea"))
    ours |= {name: each for name, each in found.items() if is_ours(name) and (root / name).is_file()}
    wanted = {LOCK: program_file(LOCK).read_bytes()} | {name: signed(content) for name, content in ours.items()}
    for name, new in wanted.items():
        path = root / name
        old = path.read_bytes() if path.is_file() else None
        if old == new:
            continue
        if old is not None and is_ours(name) and not is_as_written(old):
            kept.append(name)
            continue
        changed[name] = (None if old is None else old.decode("utf-8", "replace"), new.decode())
    return changed, tuple(kept)


def carry_out(root: Path, upgrade: Upgrade) -> None:
    """Write every file of an upgrade, or leave all of them as they were. Raises OSError."""
    drafts: list[tuple[Path, Path]] = []
    done: list[tuple[Path, bytes | None]] = []
    try:
        for name, (_, text) in upgrade.changed.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            draft = path.with_name(f".{path.name}.new-{os.getpid()}")
            drafts.append((draft, path))
            draft.write_text(text, encoding="utf-8", newline="")
            if text.startswith("#!"):
                draft.chmod(0o755)
        for draft, path in drafts:
            old = path.read_bytes() if path.exists() else None
            draft.replace(path)
            done.append((path, old))
    except OSError:
        for path, old in reversed(done):
            if old is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(old)
        raise
    finally:
        for draft, _ in drafts:
            draft.unlink(missing_ok=True)
