"""Vietnamese quoted in texts of another language."""

import pytest
from markupsafe import Markup

from generator.pages.markup.quotes import mark_quotes


@pytest.mark.parametrize("words", ["giai đoạn", "Đạt", "Củ Chi trực tuyến", "Tỷ lệ %"])
def test_a_quotation_of_vietnamese_is_marked(words):
    shown = mark_quotes(Markup("printed “{}” here").format(words), "en")

    assert shown == f'printed “<span lang="vi">{words}</span>” here'


@pytest.mark.parametrize("words", ["scheme 1956/QĐ-TTg", "Trần Đề District", "weak", "2020"])
def test_a_quotation_of_english_is_not_nor_one_with_a_name(words):
    assert mark_quotes(Markup("printed “{}”").format(words), "en") == f"printed “{words}”"


def test_a_vietnamese_text_needs_no_mark():
    assert mark_quotes(Markup("“giai đoạn”"), "vi") == "“giai đoạn”"
