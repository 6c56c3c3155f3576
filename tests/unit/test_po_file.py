"""Catalogues are read as Babel reads them: it is what translators' tools and `make messages` go by."""

import io
from gettext import GNUTranslations

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from hypothesis import given
from hypothesis import strategies as st

from generator.i18n.messages import LOCALE_FOLDER
from generator.i18n.po_file import read_catalogue

HEAD = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters='\n\t"\\'), min_size=1, max_size=200)


def as_babel_reads(text: str) -> GNUTranslations:
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(text.encode())))
    compiled.seek(0)
    return GNUTranslations(compiled)


def entries(catalogue: GNUTranslations) -> dict:
    return catalogue._catalog


@pytest.mark.parametrize(
    "path", sorted(LOCALE_FOLDER.glob("*/LC_MESSAGES/messages.po")), ids=lambda path: path.parts[-3]
)
def test_our_catalogues_are_read_as_babel_reads_them(path):
    text = path.read_text(encoding="utf-8")

    assert (
        entries(read_catalogue(text)).items()
        >= {key: said for key, said in entries(as_babel_reads(text)).items() if key}.items()
    )


@given(st.dictionaries(TEXTS, TEXTS, max_size=5), st.integers(min_value=0, max_value=120))
def test_whatever_a_translator_writes_is_read_as_babel_reads_it(texts, width):
    written = Catalog(locale="vi")
    for message, said in texts.items():
        written.add(message, said)
    file = io.BytesIO()
    write_po(file, written, width=width)
    text = file.getvalue().decode()

    read, expected = entries(read_catalogue(text)), entries(as_babel_reads(text))
    assert {key: said for key, said in read.items() if key} == {key: said for key, said in expected.items() if key}


def test_what_is_fuzzy_obsolete_or_not_translated_is_left_out():
    catalogue = read_catalogue(
        HEAD
        + '#, fuzzy\nmsgid "guessed"\nmsgstr "đoán"\n\n#~ msgid "gone"\n#~ msgstr "đã bỏ"\n\nmsgid "later"\nmsgstr ""\n\nmsgid "now"\nmsgstr "nay"\n'
    )

    assert [catalogue.gettext(each) for each in ("guessed", "gone", "later", "now")] == [
        "guessed",
        "gone",
        "later",
        "nay",
    ]


def test_plural_forms_and_contexts_are_told_apart():
    catalogue = read_catalogue(
        HEAD
        + 'msgid "{n} page"\nmsgid_plural "{n} pages"\nmsgstr[0] "{n} trang"\nmsgstr[1] "{n} các trang"\n\n'
        + 'msgctxt "month"\nmsgid "May"\nmsgstr "tháng 5"\n\nmsgid "May"\nmsgstr "có thể"\n'
    )

    assert [catalogue.ngettext("{n} page", "{n} pages", number) for number in (1, 2)] == ["{n} trang", "{n} các trang"]
    assert (catalogue.pgettext("month", "May"), catalogue.gettext("May")) == ("tháng 5", "có thể")


def test_entries_without_an_empty_line_between_them_are_told_apart():
    catalogue = read_catalogue(HEAD + 'msgid "a"\nmsgstr "á"\nmsgid "b"\nmsgstr ""\n"b"\n"́"\n')

    assert (catalogue.gettext("a"), catalogue.gettext("b")) == ("á", "b́")
