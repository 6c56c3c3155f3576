#!/bin/sh
# Frictionless (5.21.0), asked to validate figures as Vietnam prints them (groupChar ".", decimalChar ","), takes the points out
# wherever they stand. "1.2" is the number 12, "0.5" is 5, "12.5.7" is 1257 and "97.55" is 9755: the table is valid, and none of them is said. So a
# decimal point that slipped into a table of decimal commas makes a hundredfold, and a row number ("1.2") a figure. Only a percent sign
# or letters are refused. A check of groups of three digits has to stand beside the schema.
#
# Needs python3 (3.11 to 3.14) and the package index. Exits 0 while it behaves as described, 1 once it no longer does.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check frictionless==5.21.0 2>/dev/null

cd "$folder"
"$folder/venv/bin/python" - <<'PY'
import sys
from importlib.metadata import version
from pathlib import Path

from frictionless import Resource, Schema

WRITTEN = ("14.083", "97,55", "1.2", "0.5", "12.5.7", "97.55")
READ = ("14083", "97.55", "12", "5", "1257", "9755")
Path("figures.csv").write_text("figure\n" + "".join(f'"{each}"\n' for each in WRITTEN), encoding="utf-8")
Path("refused.csv").write_text('figure\n"97,55%"\n', encoding="utf-8")
field = {"name": "figure", "type": "number", "groupChar": ".", "decimalChar": ","}


def table(name):
    return Resource(path=name, schema=Schema.from_descriptor({"fields": [field]}))


valid = table("figures.csv").validate().valid
read = tuple(str(row["figure"]) for row in table("figures.csv").read_rows())
refused = not table("refused.csv").validate().valid
print("frictionless", version("frictionless"))
for each, made in zip(WRITTEN, read):
    print(each.ljust(7), "->", made)
print("valid:", valid, "- a percent sign is refused:", refused)
as_described = valid and refused and read == READ
print("as described" if as_described else "Behaves otherwise now.")
sys.exit(not as_described)
PY
