#!/bin/sh
# vermin 1.9.2: a program that needs Python 3.12 passes `--target=3.11- --violations` (exit code 0) as soon as the same file decodes bytes that
# it takes out of a dictionary. vermin takes `packed["names"].decode()` for str.decode, which only Python 2 had; the two requirements
# cannot be combined, so it says "might not be correct", reports no minimum, and exits as if the target were met. With the same
# call on a plain name instead of a subscript it reports 3.12 and exits 1, as it should.
#
# Needs python3 and the package index. Exits 0 while vermin behaves as described, 1 once it no longer does.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check vermin==1.9.2 2>/dev/null
vermin="$folder/venv/bin/vermin --no-tips --target=3.11- --violations"
"$folder/venv/bin/vermin" --version

cat >"$folder/plain.py" <<'PY'
from itertools import batched


def threes(names: bytes) -> list[tuple[str, ...]]:
    return list(batched(names.decode(), 3))
PY
cat >"$folder/subscript.py" <<'PY'
from itertools import batched


def threes(packed: dict[str, bytes]) -> list[tuple[str, ...]]:
    return list(batched(packed["names"].decode(), 3))
PY

for name in plain subscript; do
    echo "== $name.py"
    code=0
    said=$($vermin "$folder/$name.py" 2>&1) || code=$?
    echo "$said" | sed "s#$folder/##"
    echo "exit code $code"
    case $name in
    plain) [ "$code" = 1 ] && echo "$said" | grep -q "Minimum required versions: 3.12" ;;
    subscript) [ "$code" = 0 ] && echo "$said" | grep -q "'itertools.batched' member (requires !2, 3.12) vs. 'str.decode' member (requires 2.2, !3)" ;;
    esac || { echo "vermin behaves otherwise now." && exit 1; }
done
echo "As described."
