"""A change counts once nothing moves any more: at once where one file was saved, later where many are being replaced."""

from pathlib import Path

import pytest

from generator import watching
from generator.watching import changes


class Disk:
    """Files whose states are told one after another, each look taking the next; and how long was waited between looks."""

    def __init__(self, *states):
        self.states = list(states)
        self.waited = []

    def state(self):
        return self.states.pop(0) if len(self.states) > 1 else self.states[0]


@pytest.fixture
def disk(monkeypatch):
    def of(*states):
        made = Disk(*states)
        monkeypatch.setattr(watching, "sleep", made.waited.append)
        return made

    return of


OLD = {"a": (1,), "b": (1,), "c": (1,)}
ONE = OLD | {"a": (2,)}
MANY = {"a": (2,), "b": (2,), "c": (1,)}
ALL = {"a": (2,), "b": (2,), "c": (2,)}


def test_one_file_that_was_saved_is_waited_for_less_than_a_branch(disk):
    def waited_for(state):
        there = disk(state)
        assert next(changes(lambda: there, OLD)) == state
        return sum(there.waited)

    assert 0 < waited_for(ONE) < waited_for(MANY)


def test_what_follows_at_once_belongs_to_the_change(disk):
    switched = disk(ONE, MANY, ALL, ALL)

    assert next(changes(lambda: switched, OLD)) == ALL


def test_a_file_that_is_gone_is_a_change(disk):
    without = {"a": (1,), "b": (1,)}
    removed = disk(OLD, without, without)

    assert next(changes(lambda: removed, OLD)) == without


def test_real_files_are_told_apart_by_more_than_their_size(tmp_path: Path):
    path = tmp_path / "data" / "site.yml"
    path.parent.mkdir()
    path.write_text("a: 1")
    watched = watching.Watched((tmp_path / "data",))
    before = watched.state()

    other = tmp_path / "other"
    other.write_text("a: 2")
    other.replace(path)

    assert watched.state() != before
    assert watched.state() == watched.state()
