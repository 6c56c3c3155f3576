"""Editions: a year, and the corrections of it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.edition import Edition


@given(st.integers(1900, 2199), st.integers(1, 99))
def test_an_edition_reads_back_as_it_is_written(year, number):
    edition = Edition(year, number)
    assert Edition.parse(str(edition)) == edition


@pytest.mark.parametrize("written", ["", "23", "2023.1", "2023.0", "2023.02", "2023.100", "2023-2", "2023.2.1", "٢٠٢٣"])
def test_what_is_no_edition_is_refused(written):
    with pytest.raises(ValueError, match=re.escape(written)):
        Edition.parse(written)


def test_a_correction_follows_its_year_and_comes_before_the_next():
    assert Edition(2023) < Edition(2023).next < Edition(2024)
    assert str(Edition(2023).next) == "2023.2"
