"""What a document says beside its tables, ready for the report's file: its head, what it cites, and the figures of its prose as notes to choose from.

The notes are passages as the file has them: a sign of a comment taken away, and they are data.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.importing.outcome import Outcome
from generator.importing.prose.citations import Citation
from generator.importing.writing.report import Facts
from generator.importing.writing.yaml_text import Block, flow, scalar

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
    yield (
        "Số liệu trong lời văn theo mục, chỉ tiêu do chương trình gợi ý theo tên gọi: số nào đúng thì bỏ dấu # ở dòng ấy, ở dòng mục"
        " và ở prose, sửa hoặc điền chỉ tiêu."
    )
    yield "prose:"
    section = None
    for each in told:
        if each.section != section:
            section = each.section
            yield f"  - section: {scalar(section or '?')}"
            yield "    figures:"
        value = flow({"value": each.printed, "qualifier": each.qualifier} if each.qualifier else each.printed)
        yield f"      - {{indicator: {each.indicator}, value: {value}}}  # {' '.join(each.sentence.split())}"
