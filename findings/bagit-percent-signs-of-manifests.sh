#!/bin/sh
# The Library of Congress's bagit (1.8.1) and RFC 8493 (BagIt 1.0) write a percent sign in a manifest in two ways. The RFC says that a percent
# sign in a path must stand there as %25; bagit neither writes nor reads that. A bag that follows the RFC with a file "tỷ lệ 97%.txt" is refused:
# a file is missing, another is in excess. The other way round, bagit does decode %0A, so a bag that it made itself of a file called "kỳ%0A.txt"
# is refused by itself. Reports of percentages in an archive for twenty years are safest with no percent sign in their names.
#
# Needs python3 (3.11 to 3.14) and the package index. Exits 0 while it behaves as described, 1 once it no longer does.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check bagit==1.8.1 'setuptools<81' 2>/dev/null

cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PY'
import hashlib
import logging
import sys
from pathlib import Path

import bagit

logging.disable(logging.CRITICAL)
DIGEST = hashlib.sha256(b"x").hexdigest()


def by_the_rfc(folder, name):
    """A bag as RFC 8493 has it, section 2.1.3."""
    (folder / "data").mkdir(parents=True)
    (folder / "data" / name).write_text("x", encoding="utf-8")
    (folder / "bagit.txt").write_text("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", encoding="utf-8")
    manifest = f"{DIGEST}  data/{name.replace('%', '%25')}\n"
    (folder / "manifest-sha256.txt").write_text(manifest, encoding="utf-8")
    return folder


def by_bagit(folder, name):
    folder.mkdir()
    (folder / name).write_text("x", encoding="utf-8")
    bagit.make_bag(str(folder), checksums=["sha256"])
    return folder


def verdict(folder):
    try:
        bagit.Bag(str(folder)).validate()
    except bagit.BagValidationError:
        return "refused"
    return "valid"


found = {
    "RFC, no percent sign": verdict(by_the_rfc(Path("a"), "tỷ lệ.txt")),
    "RFC, percent sign": verdict(by_the_rfc(Path("b"), "tỷ lệ 97%.txt")),
    "bagit, percent sign": verdict(by_bagit(Path("c"), "tỷ lệ 97%.txt")),
    "bagit, %0A in the name": verdict(by_bagit(Path("d"), "kỳ%0A.txt")),
}
for bag, said in found.items():
    print(bag.ljust(23), said)
print("bagit writes           ", Path("c/manifest-sha256.txt").read_text(encoding="utf-8").split("  ")[1].strip())
as_described = list(found.values()) == ["valid", "refused", "valid", "refused"]
print("as described" if as_described else "Behaves otherwise now.")
sys.exit(not as_described)
PY
