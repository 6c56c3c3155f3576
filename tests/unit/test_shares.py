"""Work is split among processes where that is safe, and done alone where it is not."""

import os

from generator.assembly.shares import in_shares
from generator.charts.png import opaque_png

MANY = 24


def test_a_process_that_has_drawn_is_not_split(root):
    """What it splits off would wait for ever for the threads of vl-convert."""
    opaque_png('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>', root / "site_templates" / "fonts")

    assert {*in_shares(lambda _: os.getpid(), MANY, 2)} == {os.getpid()}


def test_what_is_made_comes_in_the_order_of_its_numbers():
    assert [*in_shares(lambda number: number * number, MANY, 2)] == [number * number for number in range(MANY)]
