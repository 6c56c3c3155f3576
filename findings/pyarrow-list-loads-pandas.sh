#!/bin/sh
# pyarrow (26.0.1) loads all of pandas (3.1.1) to make an array of a plain list of Python, wherever pandas happens to be installed beside it:
# before it looks into the list it asks pandas whether the list is one of its series. Importing pyarrow and pyarrow.parquet does not load
# it, writing a table does not either, and neither do `Array.from_buffers` or the CSV reader; `pa.array`, `pa.table` of a dict and
# `Table.from_pylist` do, with the type given or not. A program that writes one small Parquet file so pays a second and more than 40 MB for a
# library that it never uses. Where pandas is not installed the same call makes the same array.
#
# Needs python3 (3.11 to 3.14), Linux for the memory, and the package index. Exits 0 while it behaves as described, 1 once it no longer does.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pandas==3.1.1 pyarrow==26.0.1 2>/dev/null

cat >"$folder/one.py" <<'PY'
"""Does one thing, and tells whether pandas was loaded by it, and how much memory it took (MB)."""
import io
import sys

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq


def memory():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096 / 1e6


def from_buffers():
    values = pa.py_buffer((86).to_bytes(8, "little") + (91).to_bytes(8, "little"))
    return pa.Array.from_buffers(pa.int64(), 2, [None, values])


WAYS = {
    "array": lambda: pa.array([86, 91], type=pa.int64()),
    "table": lambda: pa.table({"share": [86, 91]}),
    "pylist": lambda: pa.Table.from_pylist([{"share": 86}], schema=pa.schema([("share", pa.int64())])),
    "buffers": from_buffers,
    "csv": lambda: pyarrow.csv.read_csv(io.BytesIO(b"share\n86\n91\n")),
    "write": lambda: pq.write_table(pa.Table.from_arrays([from_buffers()], names=["share"]), io.BytesIO()),
}
before, loaded = memory(), "pandas" in sys.modules
WAYS[sys.argv[1]]()
print(loaded, "pandas" in sys.modules, round(memory() - before))
PY

"$folder/venv/bin/python" - "$folder/one.py" <<'PY'
import subprocess
import sys
from importlib.metadata import version

AS_SEEN = {"array": True, "table": True, "pylist": True, "buffers": False, "csv": False, "write": False}
print("pyarrow", version("pyarrow"), "pandas", version("pandas"))
right = True
for way, expected in AS_SEEN.items():
    said = subprocess.run([sys.executable, sys.argv[1], way], capture_output=True, text=True, check=True).stdout.split()
    before, after, grown = said[0] == "True", said[1] == "True", int(said[2])
    print(way.ljust(8), "pandas loaded:", after, f"{grown} MB more")
    right = right and not before and after == expected and (grown > 30) == expected
print("as described" if right else "Behaves otherwise now.")
sys.exit(not right)
PY
