"""The one style sheet of every page, joined of its sources."""

import re

from generator.assembly.beside.styles import joined


def test_each_import_is_replaced_by_its_file_in_order(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.css").write_text(f".{name} {{ color: red; }}\n", encoding="utf-8")
    sheet = tmp_path / "site.css"
    sheet.write_text('/* Why */\n@import "b.css";\n@import "a.css";\n', encoding="utf-8")

    text, parts = joined(sheet)

    assert text == "/* Why */\n.b { color: red; }\n.a { color: red; }\n"
    assert parts == {tmp_path / "a.css", tmp_path / "b.css"}


def test_every_source_but_that_of_frames_is_in_the_one_sheet(root):
    folder = root / "site_templates/assets/css"

    text, parts = joined(folder / "site.css")

    assert {path.name for path in folder.glob("*.css")} - {path.name for path in parts} == {"site.css", "embed.css"}
    # Rules that come after others take no more @import, @charset or @namespace.
    assert not re.search(r"^@(import|charset|namespace)", text, re.MULTILINE)
