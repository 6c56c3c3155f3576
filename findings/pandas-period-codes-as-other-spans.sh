#!/bin/sh
# pandas (3.1.1) reads codes of reporting periods as other spans, without an error or a warning. "2025-9M", nine months of 2025 as
# Vietnamese offices report them, becomes September; so does "2025-6M" June, though "2025-H1" and "2025-S1" are refused. "2025-M09", the
# month as SDMX 2.1 writes it, becomes the ninth second of 1 January. Only quarters ("2025-Q3") mean what they say. A column of
# periods that mixes them is read whole, and a chart or a sum over it shows nine months as one.
#
# Needs python3 (3.11 to 3.14) and the package index. Exits 0 while it behaves as described, 1 once it no longer does.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pandas==3.1.1 2>/dev/null

"$folder/venv/bin/python" - <<'PY'
import sys
import warnings

import pandas

warnings.simplefilter("error")


def read(code):
    try:
        made = pandas.Period(code)
    except ValueError:
        return "refused"
    return f"{made.start_time} to {made.end_time.floor('s')} ({made.freqstr})"


AS_SEEN = {
    "2025-Q3": "2025-07-01 00:00:00 to 2025-09-30 23:59:59 (Q-DEC)",
    "2025-9M": "2025-09-01 00:00:00 to 2025-09-30 23:59:59 (M)",
    "2025-6M": "2025-06-01 00:00:00 to 2025-06-30 23:59:59 (M)",
    "2025-M09": "2025-01-01 00:00:09 to 2025-01-01 00:00:09 (s)",
    "2025-H1": "refused",
    "2025-S1": "refused",
}
print("pandas", pandas.__version__)
for code in AS_SEEN:
    print(code.ljust(9), read(code))
print(list(map(str, pandas.PeriodIndex(["2025-03", "2025-6M", "2025-9M"], freq="M"))))
as_described = all(read(code) == seen for code, seen in AS_SEEN.items())
print("as described" if as_described else "Behaves otherwise now.")
sys.exit(not as_described)
PY
