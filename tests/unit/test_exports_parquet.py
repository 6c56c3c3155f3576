"""The Parquet file: what analysts read is what PyArrow itself would have made of the values, without pandas being loaded for it."""

import io
import subprocess
import sys
from datetime import date
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.exports import parquet_file
from generator.exports.columns import Column
from generator.exports.parquet_file import parquet_bytes

ARROW = {
    "number": pa.float64(),
    "integer": pa.int32(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "string": pa.string(),
}
VALUES = {
    "number": st.decimals(allow_nan=False, allow_infinity=False, places=3) | st.integers(-(2**53), 2**53),
    "integer": st.integers(-(2**31), 2**31 - 1),
    "boolean": st.booleans(),
    "date": st.dates(),
    "string": st.text(st.characters(codec="utf-8")),
}
MANY = st.tuples(*(st.lists(st.none() | each, max_size=30) for each in VALUES.values()))


def column(name: str, kind: str = "string") -> Column[object]:
    return Column(name, kind, "", read=lambda _: None)


def read_back(made: bytes) -> pa.Table:
    table = pq.read_table(io.BytesIO(made))
    table.validate(full=True)
    return table


@given(MANY)
def test_every_column_is_what_pyarrow_would_have_made_of_its_values(columns):
    length = min(map(len, columns))
    rows = list(zip(*(each[:length] for each in columns), strict=True))

    table = read_back(parquet_bytes([column(kind, kind) for kind in VALUES], rows))

    for kind, values in zip(VALUES, columns, strict=True):
        plain = [float(each) if isinstance(each, Decimal) else each for each in values[:length]]
        assert table.column(kind).combine_chunks() == pa.array(plain, type=ARROW[kind]), kind


def test_an_empty_text_is_not_an_absent_one():
    table = read_back(parquet_bytes([column("note_vi")], [("",), (None,), ("Đạt",)]))

    assert table.column("note_vi").to_pylist() == ["", None, "Đạt"]


def test_what_rows_have_behind_the_columns_is_left_out():
    made = parquet_bytes([column("value", "number")], [(Decimal("86.3"), "for people"), (None, "for people")])

    assert read_back(made).to_pydict() == {"value": [86.3, None]}


def test_a_day_before_1970_is_that_day():
    made = parquet_bytes([column("as_of", "date")], [(date(1945, 9, 2),)])

    assert read_back(made).column("as_of").to_pylist() == [date(1945, 9, 2)]


@pytest.mark.parametrize(("longest", "arrow"), [(6, pa.string()), (5, pa.large_string())])
def test_texts_that_together_reach_beyond_32_bits_have_longer_places(monkeypatch, longest, arrow):
    monkeypatch.setattr(parquet_file, "_LONGEST", longest)

    table = read_back(parquet_bytes([column("words")], [("abc",), ("de",)]))

    assert table.schema.field("words").type == arrow
    assert table.column("words").to_pylist() == ["abc", "de"]


def test_pandas_is_not_loaded_for_it():
    code = (
        "import sys; from generator.exports.columns import Column; from generator.exports.parquet_file import parquet_bytes;"
        " parquet_bytes([Column('id', 'string', '', read=str)], [('a',)]); sys.exit('pandas' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
