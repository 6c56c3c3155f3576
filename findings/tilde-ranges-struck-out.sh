#!/bin/sh
# Ranges with a tilde, as Vietnamese offices write them ("40~50 %"), are struck out by one renderer of GitHub's Markdown and not by
# another. cmark-gfm (cmarkgfm 2025.10.22), GitHub's own, takes two single tildes inside words for strikethrough: of "từ 40~50 % lên 60~70 %" it strikes out
# everything between the first tilde and the second. pulldown-cmark (pyromark 0.10.3) leaves tildes alone that stand between letters or
# digits, and strikes out the same words where a space stands before the first tilde and none after it, as cmark-gfm does. So a
# narrative that looks right in one preview loses the meaning of its figures in another.
#
# Needs python3 (3.11 to 3.14) and the package index. Exits 0 while both behave as described, 1 once one no longer does.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pyromark==0.10.3 cmarkgfm==2025.10.22 2>/dev/null

"$folder/venv/bin/python" - <<'PY'
import sys

import cmarkgfm
import pyromark

RANGES = "tăng từ 40~50 % lên 60~70 % số hồ sơ"
MEANT = "số liệu ~tạm tính~ của quý"


def by_cmark(text):
    return cmarkgfm.github_flavored_markdown_to_html(text).strip()


def by_pulldown(text):
    return pyromark.html(text, options=pyromark.Options.ENABLE_STRIKETHROUGH).strip()


for text in (RANGES, MEANT):
    print("text          ", text)
    print("cmark-gfm     ", by_cmark(text))
    print("pulldown-cmark", by_pulldown(text))
as_described = (
    "40<del>50 % lên 60</del>70" in by_cmark(RANGES)
    and by_pulldown(RANGES) == f"<p>{RANGES}</p>"
    and "<del>tạm tính</del>" in by_cmark(MEANT)
    and "<del>tạm tính</del>" in by_pulldown(MEANT)
)
print("as described" if as_described else "Behaves otherwise now.")
sys.exit(not as_described)
PY
