"""What may stand in the files, described for people: every field of the model, in the order of the files, in both languages."""

import pkgutil
from importlib import import_module

import pytest
from babel.messages.pofile import read_po

import generator.model
from generator.fields.describe import describe
from generator.fields.field import Field, Kind
from generator.fields.files import FILE_KINDS, kind_of
from generator.fields.said import Refers
from generator.fields.words import WORDS
from generator.i18n.messages import translate
from generator.load.files import files_under, relative_name
from generator.model.calendar import DAY_OF_YEAR_PATTERN
from generator.model.form import CellMeaning, Cells
from generator.model.placed import Placed
from generator.model.report import Report, RowValues
from generator.model.review import NamedFigure

# Never written themselves: what others have in common, and the shapes of what a row gives.
BASES = {Placed, CellMeaning, Cells, NamedFigure, RowValues}


def models() -> list[type[Placed]]:
    for module in pkgutil.iter_modules(generator.model.__path__):
        import_module(f"generator.model.{module.name}")
    found, new = set(), {Placed}
    while new:
        found |= new
        new = {sub for each in new for sub in each.__subclasses__()} - found
    return sorted(found - BASES, key=lambda each: each.__name__)


def inside(field: Field):
    """A field and all that it holds."""
    yield field
    for each in (*field.fields, *field.alternatives, *filter(None, (field.keys, field.items))):
        yield from inside(each)


@pytest.mark.parametrize("model", models(), ids=lambda each: each.__name__)
def test_every_key_has_its_words(model):
    assert set(WORDS[model]) == {info.alias or name for name, info in model.model_fields.items()}


def test_every_word_is_translated(root):
    with (root / "generator/locale/vi/LC_MESSAGES/messages.po").open("rb") as file:
        translated = {message.id for message in read_po(file) if message.string}
    said = [text for fields in WORDS.values() for each in fields.values() for text in (each.label, each.help)]
    brands = {"github", "gitlab", "forgejo", "gitea", "emblem.svg", "emblem.png"}
    choices = (choice for kind in FILE_KINDS for field in inside(kind.entry) for choice in field.choices)
    said += [choice.label for choice in choices if choice.value not in brands]

    assert [text for text in said if text not in translated] == []


def test_every_file_of_the_repository_is_of_a_kind(root):
    names = [relative_name(path, root) for path in files_under(root / "data", ".yml")]

    assert [name for name in names if kind_of(name) is None] == []
    assert kind_of("data/units/a/b.yml") is None
    assert kind_of("data/site.yml").name == "site"
    assert {kind_of(name) for name in (*names, "content/glossary.yml", "content/synonyms.yml", "data/site.yml")} == set(
        FILE_KINDS
    )


def test_a_report_is_described_down_to_its_figures():
    report = describe(Report)

    unit, entry, tables = (report.field(key) for key in ("unit", "entry", "tables"))
    assert (unit.kind, unit.refers_to, unit.required) == (Kind.ID, Refers.UNIT, True)
    assert [each.value for each in entry.choices] == ["complete", "partial"]
    assert entry.default == "complete"
    assert (tables.kind, tables.keys.refers_to) == (Kind.MAPPING, Refers.TABLE)
    rows = tables.items.field("rows")
    assert rows.keys.refers_to is Refers.ROW
    assert [way.kind for way in rows.items.alternatives] == [
        Kind.FIGURE, Kind.ENTRY, Kind.LIST, Kind.MAPPING, Kind.ENTRY,
    ]  # fmt: skip
    figure = rows.items.alternatives[1]
    assert figure.field("value").kind is Kind.FIGURE
    assert translate("vi", figure.field("value").label) == "Giá trị"


def test_figures_are_never_described_as_numbers():
    figures = [
        field
        for kind in FILE_KINDS
        for field in inside(kind.entry)
        if field.key in {"value", "to", "threshold"} and field.pattern != DAY_OF_YEAR_PATTERN
    ]

    assert {field.kind for field in figures} <= {Kind.FIGURE, Kind.EITHER, Kind.DAY}
