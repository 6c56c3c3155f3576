#!/bin/sh
# The same sources give other catalogues of messages, by the Python that runs the extractor. Babel 2.17.0 under Python 3.11 finds no call
# inside the braces of an f-string; under Python 3.12 and 3.13 it finds each of them, because since 3.12 the tokenizer goes into f-strings and
# Babel reads its tokens. Nothing is said on either. So a project whose catalogue is made on 3.11 lacks texts that it shows, and a check
# "is the catalogue up to date?" passes on one machine and fails on another. A plain call beside it is found by all.
#
# Needs at least one of python3.11, python3.12, python3.13 and the package index. Exits 0 while each found behaves as described, else 1.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/sources"
cat > "$folder/sources/page.py" <<'PY'
def head(count):
    title = _("Dossiers")
    return f"{title}: {count} {_('received')}"
PY
cat > "$folder/extract.py" <<'PY'
import sys

from babel import __version__
from babel.messages.extract import extract_from_dir

found = [message for _, _, message, _, _ in extract_from_dir(sys.argv[1], [("**.py", "python")])]
meant = ["Dossiers"] if sys.version_info < (3, 12) else ["Dossiers", "received"]
print(f"Babel {__version__}, Python {sys.version.split()[0]}: {found}")
sys.exit(found != meant)
PY
tried=0
for python in python3.11 python3.12 python3.13; do
    "$python" -c "import venv" 2>/dev/null || continue
    "$python" -m venv "$folder/$python"
    "$folder/$python/bin/pip" install --quiet --disable-pip-version-check babel==2.17.0 2>/dev/null
    "$folder/$python/bin/python" "$folder/extract.py" "$folder/sources"
    tried=$((tried + 1))
done
[ "$tried" -gt 0 ] || { echo "no python3.11, 3.12 or 3.13 here"; exit 1; }
