"""The message catalogues: every text of the interface is translated, with the same names in braces."""

import re

import pytest
from babel.messages.pofile import read_po

from generator.i18n.messages import LOCALE_FOLDER, preferred_language, translate, translate_plural
from tools.messages import extract_messages

NAMES = re.compile(r"(?<!\{)\{([a-z_]*)\}")


@pytest.fixture(scope="module")
def template():
    return extract_messages()


@pytest.fixture(scope="module")
def vietnamese():
    with (LOCALE_FOLDER / "vi" / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale="vi")


def strings(message) -> list[str]:
    return list(message) if isinstance(message, (tuple, list)) else [message]


def test_texts_of_code_and_of_templates_are_found(template):
    for text in ("The file is empty.", "Appendix as reported", "Built {output}."):
        assert text in template
    assert any(isinstance(message.id, tuple) for message in template)


def test_every_text_has_a_vietnamese_translation(template, vietnamese):
    missing = [
        message.id
        for message in template
        if message.id and not all(strings(vietnamese.get(message.id).string if message.id in vietnamese else ""))
    ]

    assert missing == []


def test_no_translation_is_of_a_text_that_is_gone(template, vietnamese):
    assert [message.id for message in vietnamese if message.id and message.id not in template] == []


def test_translations_hold_the_same_names_in_braces(template, vietnamese):
    differing = [
        message.id
        for message in vietnamese
        if message.id
        for translated in strings(message.string)
        if translated and set(NAMES.findall(translated)) != set(NAMES.findall(strings(message.id)[-1]))
    ]

    assert differing == []


def test_no_translation_is_a_guess(vietnamese):
    assert [message.id for message in vietnamese if message.id and message.fuzzy] == []


def test_a_language_without_a_catalogue_speaks_english():
    assert translate("fr", "The file is empty.") == "The file is empty."
    assert translate("vi", "The file is empty.") != "The file is empty."
    assert translate("vi", "") == ""


def test_words_of_a_message_may_be_called_as_they_like():
    assert translate("en", "The {lang} version is missing; readers see another language.", lang="vi", message="x")
    assert translate_plural("en", "{number} error", "{number} errors", 2) == "2 errors"
    assert translate_plural("en", "{number} error", "{number} errors", 1) == "1 error"


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({"LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "vi_VN", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANGUAGE": "fr:vi:en", "LANG": "en_US"}, "vi"),
        ({"LC_MESSAGES": "vi", "LANG": "en_US"}, "vi"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_users_locale_chooses_the_language(environment, lang):
    assert preferred_language(environment) == lang
