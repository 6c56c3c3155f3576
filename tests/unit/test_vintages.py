"""Frozen tables and records are read back exactly as they were written, and no spreadsheet runs anything in them."""

import csv
import io
import tempfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.exports.vintage import record_text, vintage_csv
from generator.load.limits import LARGEST_FILE, MOST_TOLD
from generator.load.vintages import load_vintages, table_checksum
from generator.model.catalogue import Catalogue
from generator.model.hidden import HIDDEN
from generator.model.observation import Observation, Source, Status
from generator.model.period import Period
from generator.model.place import NOWHERE
from generator.model.rough import Qualifier, Rough
from generator.model.vintage import COLUMNS, VINTAGES
from generator.model.vintage import frozen as frozen_figure
from tests.vintages import catalogue_of, frozen, record

IDS = some.from_regex(r"[a-z]{1,3}(-[0-9]{1,2})?", fullmatch=True)
TEXTS = some.text(some.characters(exclude_categories=["Cs"]), max_size=20).filter(lambda text: not HIDDEN.search(text))
DANGEROUS = some.sampled_from(["=1+1", "+84", "-", "@x", "'", "''=", " =x", '"', "a,b", "hai\ndòng", "\t=", "＝1", ""])
NUMBERS = some.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=3)

ROUGH = some.builds(Rough, some.sampled_from(Qualifier), some.none() | NUMBERS)


@some.composite
def observations(draw, number=0):
    status = draw(some.sampled_from(Status))
    value = draw(some.none() | NUMBERS) if status is Status.REPORTED else None
    words = draw(TEXTS | DANGEROUS) if status is Status.REPORTED and value is None else None
    part = draw(some.booleans())
    rough = draw(some.none() | ROUGH) if value is not None else None
    keys = draw(some.lists(IDS, unique=True, min_size=int(part), max_size=2))
    return Observation(
        unit=draw(IDS),
        period=Period(2020, 2020, draw(some.sampled_from(["", "Q1", "9M"]))),
        indicator=draw(some.none() | IDS),
        breakdown=tuple(sorted((key, draw(IDS)) for key in keys)),
        measure=draw(IDS),
        status=status,
        value=value,
        rough=rough,
        words=words,
        printed=None,
        note=None,
        source=Source("huyen/2020", table="main", row=draw(some.sampled_from(["1.1", "4.6#2", "Điểm a"])), column=draw(some.integers(0, 99))),
        place=NOWHERE,
        part=part,
    )  # fmt: skip


def written(folder: Path, table: bytes, text: str | None = None, edition: str = "2023") -> Path:
    """A folder with the two files of an edition."""
    target = folder / VINTAGES
    target.mkdir(parents=True, exist_ok=True)
    (target / f"{edition}.csv").write_bytes(table)
    (target / f"{edition}.yml").write_text(text or record_text(record(edition)), encoding="utf-8")
    return folder


@given(some.lists(observations(), max_size=8, unique_by=lambda each: each.id))
def test_a_table_reads_back_as_it_was_frozen(observed):
    table = vintage_csv(Catalogue(("vi",), observations=tuple(observed)))
    with tempfile.TemporaryDirectory() as folder:
        (vintage,), problems = load_vintages(written(Path(folder), table))

    assert problems == ()
    assert vintage.figures == {each.id: frozen_figure(each) for each in observed}
    for row in csv.reader(io.StringIO(table.decode(), newline="")):
        assert not row[8].lstrip().startswith(("=", "+", "-", "@"))


def test_the_table_is_sorted_and_the_same_every_time():
    catalogue = catalogue_of()
    turned = replace(catalogue, observations=tuple(reversed(catalogue.observations)))

    table = vintage_csv(catalogue)

    assert vintage_csv(turned) == table
    lines = table.decode().split("\n")
    assert lines[0] == ",".join(COLUMNS)
    assert lines[1:-1] == sorted(lines[1:-1])
    assert "huyen/2022-Q3#t-main-1.3,huyen,2022-Q3,on-time-rate,,percent,reported,99.17,,," in lines
    assert "huyen/2022-Q3#t-years-1_2,huyen,2021,on-time-rate,,percent,not-reported,,,," in lines


def test_trailing_zeros_of_a_number_are_kept():
    catalogue = catalogue_of()
    first = replace(catalogue.observations[0], value=Decimal("12.50"))

    assert b",12.50,,,\n" in vintage_csv(replace(catalogue, observations=(first,)))


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"commit": "0" * 40, "address": "https://cchc.example.vn/"},
        {"edition": "2023.2", "change": {"vi": "Bổ sung: phụ lục # 2\n\n- hai", "en": "no"}},
        {"removed": {"date": "2030-01-01", "reason": {"vi": "'Theo yêu cầu'"}}},
    ],
)
def test_a_record_reads_back_equal(tmp_path, more):
    taken = record(**{"edition": "2023", **more})
    written(tmp_path, vintage_csv(catalogue_of()), record_text(taken), str(taken.edition))

    (vintage,), problems = load_vintages(tmp_path)

    assert problems == ()
    assert vintage.record.model_dump() == taken.model_dump()


def test_vintages_come_in_the_order_of_their_editions(tmp_path):
    for name in ("2023.10", "2023.2", "2023", "2020"):
        for file, content in frozen(name).items():
            target = tmp_path / file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content if isinstance(content, bytes) else content.encode())

    assert [str(each.edition) for each in load_vintages(tmp_path)[0]] == ["2020", "2023", "2023.2", "2023.10"]


def test_a_table_from_a_checkout_with_other_line_ends_is_the_same(tmp_path):
    table = vintage_csv(catalogue_of())

    (vintage,), problems = load_vintages(written(tmp_path, b"\xef\xbb\xbf" + table.replace(b"\n", b"\r\n")))

    assert problems == ()
    assert len(vintage.figures) == table.count(b"\n") - 1


def test_a_figure_changed_in_a_frozen_table_is_noticed_however_lines_end(tmp_path):
    table = vintage_csv(catalogue_of())
    known = record_text(record("2023", table=table_checksum(table)))

    assert load_vintages(written(tmp_path, table.replace(b"\n", b"\r\n"), known))[1] == ()
    _, problems = load_vintages(written(tmp_path, table.replace(b"99.17", b"99.71"), known))
    assert [each.code for each in problems] == ["vintage-altered"]


def test_a_huge_table_is_not_read(tmp_path):
    table = vintage_csv(catalogue_of())

    _, (problem,) = load_vintages(written(tmp_path, table + b" " * LARGEST_FILE[".csv"]))

    assert problem.code == "file-too-large"


def test_of_a_table_full_of_faults_the_first_are_told(tmp_path):
    table = vintage_csv(catalogue_of()).split(b"\n")[0] + b"\nx,y" * 1000

    _, problems = load_vintages(written(tmp_path, table))

    assert len(problems) == MOST_TOLD
