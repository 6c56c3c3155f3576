"""What a document says beside its tables, ready for the report's file: its head, what it cites, and the figures of its prose as notes to choose from."""

from __future__ import annotations

from collections.abc import Iterator

from generator.importing.outcome import Outcome
from generator.importing.prose.citations import Citation
from generator.importing.writing.report import Facts
from generator.importing.writing.yaml_text import Block, flow

_MOST_NOTES = 400


def facts_of(outcome: Outcome) -> Facts:
    """The facts of a document as the file has them."""
    return Facts(
        outcome.title,
        outcome.number,
        outcome.date,
        tuple(_reference(each) for each in outcome.citations),
        tuple(_notes(outcome))[:_MOST_NOTES],
    )


def _reference(cited: Citation) -> Block:
    made = Block({"id": cited.id, "name": {"vi": cited.name, "en": cited.name_en}, "number": cited.number})
    if cited.date:
        made["date"] = cited.date
    elif cited.printed_date:
        made["printed_date"] = cited.printed_date
    if cited.issuer:
        made["issuer"] = {"vi": cited.issuer, **({"en": cited.issuer_en} if cited.issuer_en else {})}
    return made


def _notes(outcome: Outcome) -> Iterator[str]:
    """Entries of `prose` as comments: whoever has looked takes the sign of the comment away. Nothing in them is published."""
    told = [each for each in outcome.stated if each.sentence]
    if not told:
        return
    yield "Số liệu trong lời văn, chương trình chỉ gợi ý: dòng nào đúng thì đưa vào mục prose, bỏ dấu #, sửa chỉ tiêu nếu cần."
    for each in told:
        value: object = each.printed
        if each.qualifier:
            value = {"value": each.printed, "qualifier": each.qualifier}
        entry = {"section": each.section, "indicator": each.indicator or "?", "value": value}
        yield f"  - {flow(entry)}"
        yield f"    {' '.join(each.sentence.split())}"
