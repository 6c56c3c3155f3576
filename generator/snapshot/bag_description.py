"""bag-info.txt of a snapshot: the labels that BagIt reserves, and those of a file (hồ sơ) in a Vietnamese archive.

The latter follow the data that Circular 05/2025/TT-BNV of the Ministry of Home Affairs names for a file of digital records: code,
title, retention, access, language, first and last day, keywords, number of documents. BagIt wants labels in ASCII, so they are the
Vietnamese terms without their marks; docs/luu-tru.md explains each.
"""

from __future__ import annotations

from generator import __version__
from generator.archive.store import bag_name
from generator.i18n.formats import language_name
from generator.model.text import DEFAULT_LANGUAGE, Text
from generator.snapshot.contents import Snapshot

_ENGLISH = "en"


def bag_description(snapshot: Snapshot) -> list[tuple[str, str]]:
    """The labels and values, in order."""
    described = snapshot.description
    edition, last = snapshot.edition, snapshot.edition.last_day
    entries = [
        ("Source-Organization", _both(described.creator)),
        ("Contact-Name", _both(described.contact) if described.contact else ""),
        ("External-Identifier", bag_name(edition)),
        ("External-Description", _external(snapshot)),
        ("Bagging-Date", snapshot.taken.isoformat()),
        ("Bag-Group-Identifier", described.code or bag_name(edition).removesuffix(f"-{edition}")),
        ("Bag-Software-Agent", f"reform-reports {__version__}"),
        ("Ma-ho-so", bag_name(edition)),
        ("Tieu-de-ho-so", f"{_vi(described.title)}: bản lưu năm {edition.year}{_number(snapshot)}"),
        ("Title", f"{_en(described.title)}: snapshot of {edition.year}{_number(snapshot)}"),
        ("Co-quan-lap", _vi(described.creator)),
        ("Thoi-han-luu-tru", _vi(described.retention)),
        ("Retention", _en(described.retention)),
        ("Muc-do-tiep-can", _vi(described.access)),
        ("Access", _en(described.access)),
        ("Ngon-ngu", "; ".join(language_name(lang) for lang in snapshot.catalogue.languages)),
        ("Thoi-gian-bat-dau", snapshot.first_day.isoformat()),
        ("Thoi-gian-ket-thuc", snapshot.last_day.isoformat()),
        ("Tu-khoa", "; ".join(_vi(each) for each in described.keywords)),
        ("Keywords", "; ".join(_en(each) for each in described.keywords)),
        ("Tong-so-tai-lieu", str(len(snapshot.catalogue.reports))),
        ("As-Of", last.isoformat()),
        ("Edition", str(edition)),
        ("Dinh-chinh", _vi(snapshot.change) if snapshot.change else ""),
        ("Change", _en(snapshot.change) if snapshot.change else ""),
        ("Commit", snapshot.commit or ""),
        ("Address", snapshot.address),
    ]
    return [(label, value) for label, value in entries if value]


def _external(snapshot: Snapshot) -> str:
    said = snapshot.description.description
    last = f"{snapshot.edition.last_day:%d/%m/%Y}"
    vi = f"{_vi(said)} " if said else ""
    en = f"{_en(said)} " if said else ""
    return (
        f"{vi}Theo các văn bản đến hết ngày {last}. / "
        f"{en}As of documents dated up to {snapshot.edition.last_day.isoformat()}."
    )


def _number(snapshot: Snapshot) -> str:
    return f" ({snapshot.edition})" if snapshot.edition.number > 1 else ""


def _vi(text: Text) -> str:
    return text.in_language(DEFAULT_LANGUAGE)


def _en(text: Text) -> str:
    return text.in_language(_ENGLISH)


def _both(text: Text) -> str:
    return " / ".join(dict.fromkeys((_vi(text), _en(text))))
