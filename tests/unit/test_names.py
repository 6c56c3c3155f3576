"""What things without a name of their own are called: sections of reports, in the language of the reader."""

import pytest

from generator.audit import audit
from generator.dataset.dataset import Dataset
from generator.i18n.names import section_name, source_label
from generator.load import load_catalogue
from generator.problems import message


@pytest.mark.parametrize(
    ("section", "vi", "en"),
    [
        ("II.2.a", "mục II.2.a", "section II.2.a"),
        ("Phần I, II.2.a", "Phần I, mục II.2.a", "Part I, section II.2.a"),
        ("Phụ lục 1, 2.1", "Phụ lục 1, dòng 2.1", "Annex 1, row 2.1"),
        ("Chương II", "Chương II", "Chapter II"),
    ],
)
def test_a_section_is_named_in_the_language_of_the_reader(section, vi, en):
    assert section_name(section, "vi") == vi
    assert section_name(section, "en") == en


def test_under_a_heading_that_says_so_a_number_stands_alone():
    assert section_name("II.2.a", "en", bare=True) == "II.2.a"
    assert section_name("Phần I, II.2.a", "en", bare=True) == "Part I, II.2.a"
    assert section_name("Phần I, II.2.a", "vi", bare=True) == "Phần I, II.2.a"


def test_no_english_line_of_the_real_reports_names_a_section_in_vietnamese(root):
    dataset = Dataset.of(load_catalogue(root).catalogue)
    lines = [message(each.problem, "en") for each in audit(dataset)]
    lines += [source_label(each, dataset.catalogue, "en") for each in dataset.catalogue.observations]

    assert any("Part I, section II.4.a" in line for line in lines)
    assert [line for line in lines if "Phần" in line or "Phụ lục" in line] == []
