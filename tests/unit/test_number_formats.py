"""How numbers are written for people."""

from decimal import Decimal

import pytest

from generator.i18n import formats


@pytest.mark.parametrize(("lang", "shown"), [("vi", "−1.234,50"), ("en", "−1,234.50")])
def test_a_negative_number_has_the_sign_that_is_as_wide_as_a_digit(lang, shown):
    assert formats.number(Decimal("-1234.50"), lang) == shown


@pytest.mark.parametrize(("lang", "shown"), [("vi", "0,02"), ("en", "0.02")])
def test_a_number_keeps_the_decimals_that_it_carries(lang, shown):
    assert formats.number(Decimal("0.02"), lang) == shown


@pytest.mark.parametrize(("lang", "shown"), [("vi", "96\N{NO-BREAK SPACE}%"), ("en", "96%")])
def test_a_percentage_that_the_program_worked_out_is_written_as_printed_ones_are(lang, shown):
    assert formats.percent(96, lang) == shown
