"""Documents that reports cite, gathered by kind."""

from generator.model.dates import PartialDate
from generator.model.report import Reference
from generator.model.text import text
from generator.pages.sources.document_kinds import grouped
from generator.pages.sources.references import CitedDocument


def cited(name: str, date: str = "") -> CitedDocument:
    reference = Reference(id="x", name=text(name), date=PartialDate.parse(date) if date else None)
    return CitedDocument(name, reference, ())


def test_documents_stand_under_their_kind_and_other_kinds_are_left_out():
    found = grouped([cited("Công văn số 1"), cited("Luật Cán bộ"), cited("Bộ luật Dân sự"), cited("Sổ tay")])

    assert [(each.id, [document.anchor for document in each.documents]) for each in found] == [
        ("laws", ["Luật Cán bộ", "Bộ luật Dân sự"]),
        ("letters", ["Công văn số 1"]),
        ("others", ["Sổ tay"]),
    ]


def test_the_newest_come_first_and_undated_ones_last():
    dates = {"Kế hoạch A": "", "Kế hoạch B": "2019-05", "Kế hoạch C": "2020-01-02"}

    (plans,) = grouped([cited(name, date) for name, date in dates.items()])

    assert [document.anchor for document in plans.documents] == ["Kế hoạch C", "Kế hoạch B", "Kế hoạch A"]
