"""Work in shares comes to what it comes to alone, in the same order; faults come through, and threads keep it at home."""

import os
import threading
import time
from multiprocessing import active_children
from multiprocessing.context import ForkProcess

import pytest

from generator import audit as auditing
from generator import check as checking
from generator import shares
from generator.audit import audit
from generator.charts.png import opaque_png
from generator.check import run_checks
from generator.dataset.dataset import Dataset
from generator.load import load_catalogue


@pytest.fixture
def two_processors(monkeypatch):
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    # Who runs the tests may have threads; what is split off here touches none of their locks.
    monkeypatch.setattr(shares, "can_split", lambda: True)


def test_the_results_come_in_the_order_of_the_numbers_and_from_other_processes(two_processors):
    done = list(shares.side_by_side(lambda number: (number, os.getpid()), 20, worth_it=True))

    assert [number for number, _ in done] == list(range(20))
    assert os.getpid() not in {process for _, process in done}


def test_what_fails_in_a_share_fails_here(two_processors):
    with pytest.raises(ZeroDivisionError):
        list(shares.side_by_side(lambda number: 1 // (number - 3), 20, worth_it=True))


def test_a_fault_among_much_that_waits_is_told_once_and_nothing_goes_on(two_processors, monkeypatch):
    """Python's pool finds its processes dead and fails what was given up already, with a traceback, where it looks before it is told of the end."""
    told = []
    monkeypatch.setattr(threading, "excepthook", told.append)
    kill = ForkProcess.kill
    monkeypatch.setattr(ForkProcess, "kill", lambda process: (kill(process), time.sleep(0.3)))
    before = threading.active_count()

    def work(number):
        if number == 0:
            raise ZeroDivisionError
        time.sleep(0.05)

    with pytest.raises(ZeroDivisionError):
        list(shares.side_by_side(work, 60, worth_it=True))

    assert told == []
    assert threading.active_count() == before
    assert active_children() == []


@pytest.mark.parametrize(("worth_it", "threads"), [(False, 1), (True, 2)])
def test_little_work_and_a_process_with_threads_stay_in_one_process(two_processors, monkeypatch, worth_it, threads):
    monkeypatch.setattr(shares, "can_split", lambda: threads == 1)

    assert set(shares.side_by_side(lambda _: os.getpid(), 5, worth_it=worth_it)) == {os.getpid()}


def test_checks_and_the_audit_find_the_same_in_shares_as_alone(two_processors, monkeypatch, root):
    catalogue = load_catalogue(root).catalogue
    alone = audit(Dataset.of(catalogue)), run_checks(catalogue)
    for module in (auditing, checking):
        monkeypatch.setattr(module, "MANY", 0)

    assert (audit(Dataset.of(catalogue)), run_checks(catalogue)) == alone
    assert alone[0], "the real reports hold contradictions, or this compares nothing with nothing"


def test_a_process_that_has_drawn_is_not_split(root):
    """What it splits off would wait for ever for the threads of vl-convert."""
    opaque_png('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>', root / "site_templates" / "fonts")

    assert {*shares.side_by_side(lambda _: os.getpid(), 30, worth_it=True, processes=2)} == {os.getpid()}


@pytest.mark.parametrize("together", [1, 7, 30, 100])
def test_shares_of_any_size_come_in_the_order_of_their_numbers(two_processors, together):
    squares = shares.side_by_side(lambda number: number * number, 30, worth_it=True, together=together)

    assert [*squares] == [number * number for number in range(30)]
