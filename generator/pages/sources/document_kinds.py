"""Kinds of documents that reports cite, told by the word with which the Vietnamese name of an official document begins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.i18n.messages import N_
from generator.pages.sources.references import CitedDocument


@dataclass(frozen=True)
class DocumentGroup:
    """Documents of one kind. `id` is its heading's anchor, `name` a message."""

    id: str
    name: str
    documents: tuple[CitedDocument, ...]


# In the order in which they are shown: what binds everybody first.
_KINDS = (
    ("laws", N_("Constitution and laws"), ("hiến pháp", "bộ luật", "luật")),
    ("resolutions", N_("Resolutions"), ("nghị quyết",)),
    ("decrees", N_("Decrees"), ("nghị định",)),
    ("circulars", N_("Circulars"), ("thông tư",)),
    ("decisions", N_("Decisions"), ("quyết định",)),
    ("directives", N_("Directives"), ("chỉ thị",)),
    ("rules", N_("Rules and processes"), ("quy chế", "quy định", "quy trình")),
    ("programmes", N_("Programmes and schemes"), ("chương trình", "đề án")),
    ("plans", N_("Plans"), ("kế hoạch",)),
    ("letters", N_("Official letters"), ("công văn",)),
    ("reports", N_("Reports"), ("báo cáo",)),
)
_OTHERS = ("others", N_("Other documents"))


def grouped(documents: Iterable[CitedDocument]) -> list[DocumentGroup]:
    """The documents by kind, kinds without any left out; within a kind the newest first, undated ones last in the order given."""
    listed = sorted(documents, key=_newest_first)
    by_kind = {
        kind: [each for each in listed if _kind(each) == kind] for kind in (*(id_ for id_, *_ in _KINDS), "others")
    }
    names = {id_: name for id_, name, *_ in (*_KINDS, _OTHERS)}
    return [DocumentGroup(kind, names[kind], tuple(found)) for kind, found in by_kind.items() if found]


def _kind(document: CitedDocument) -> str:
    name = document.reference.name.in_language("vi").casefold()
    return next((kind for kind, _, words in _KINDS if name.startswith(words)), _OTHERS[0])


def _newest_first(document: CitedDocument) -> int:
    day = document.reference.date
    return -(day.last_day if day else date.min).toordinal()
