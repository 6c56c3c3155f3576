"""Files that cannot be read as YAML, or not as text: what is told, and exactly where."""

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.assembly.site import load_and_check
from generator.load.yaml_tree import parse_yaml
from generator.model.placed import LocatedDict, LocatedList, Scalar
from generator.problems import explain
from tests.trees import FILES, REPORT, SUMMARY, edit, write_tree

UNIT = "data/units/huyen.yml"


def faults(text: str) -> list[str]:
    _, problems = parse_yaml(text, "f.yml")
    return [f"{problem.code} {problem.place}" for problem in problems]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a:\n\tb: 1\n", "yaml-tab f.yml:2:1"),
        ("a:\n  b: 1\n \tc: 2\n", "yaml-tab f.yml:3:2"),
        ("- a\n-\tb: 1\n  c: 2\n", "yaml-tab f.yml:2:2"),
        ("a: 1\nb: 'không đóng\nc: 2\n", "yaml-quote f.yml:2:4"),
        ('tên: "không đóng\n', "yaml-quote f.yml:1:6"),
        ("a: [1, 2\nb: 3\n", "yaml-bracket f.yml:1:4"),
        ("đơn vị: {a: 1\nb: 3\n", "yaml-bracket f.yml:1:9"),
        ('a: ["1" "2"]\n', "yaml-bracket f.yml:1:4"),
        ("- a\nb: c\n", "yaml-indent f.yml:2:1"),
        ("a: 1\nb\nc: 2\n", "yaml-no-colon f.yml:2:1"),
        ("a: [b\n", "yaml-bracket f.yml:1:4"),
        ("a: một: hai\n", "yaml-colon f.yml:1:7"),
        ("- tên: Điều 5: Sửa đổi\n", "yaml-colon f.yml:1:14"),
        ("a: 1\n   b: 2\n", "yaml-colon f.yml:2:5"),
        ("a: @b\n", "yaml-syntax f.yml:1:4"),
        ("a: 1\n---\nb: 2\n", "yaml-documents f.yml:2:1"),
        ("a: &x 1\nb: *x\n", "yaml-alias f.yml:1:4"),
        ("a: *x\n", "yaml-alias f.yml:1:4"),
        ("&a [*a]", "yaml-alias f.yml:1:1"),
        ("a: 1\nb: 2\na: 3\n", "duplicate-key f.yml:3:1"),
        ("a: {đ: 1, đ: 2}\n", "duplicate-key f.yml:1:11"),
        ("", "empty-file f.yml"),
        ("\n\n", "empty-file f.yml"),
        ("# lời dẫn\n", "empty-file f.yml"),
        ("[" * 100_000 + "]" * 100_000, "yaml-deep f.yml:1:30"),
        ("{a: " * 100_000 + "}" * 100_000, "yaml-deep f.yml:1:117"),
        ("- " * 100_000 + "a", "yaml-deep f.yml:1:59"),
    ],
)
def test_a_fault_is_told_where_it_begins(text, told):
    assert faults(text) == [told]


def test_scalars_stay_the_text_that_was_typed():
    tree, problems = parse_yaml("a: 010\nb: 12.350\nc: yes\nd: 2020-06-03\n1.10: '1'\ne: ' 2 '\n", "f.yml")

    assert problems == []
    assert tree == {"a": "010", "b": "12.350", "c": "yes", "d": "2020-06-03", "1.10": "1", "e": "2"}


def test_every_value_knows_its_place():
    tree, _ = parse_yaml("tên:\n  - Khánh Sơn\n  - {số: '14'}\n", "f.yml")

    assert (type(tree), str(tree.place), str(tree.key_places["tên"])) == (LocatedDict, "f.yml:1:1", "f.yml:1:1")
    names = tree["tên"]
    assert (type(names), str(names.place)) == (LocatedList, "f.yml:2:3")
    assert [str(item.place) for item in names] == ["f.yml:2:5", "f.yml:3:5"]
    assert (type(names[1]["số"]), str(names[1]["số"].place)) == (Scalar, "f.yml:3:10")


@pytest.mark.parametrize("blank", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_nothing_with_quotes_and_without(blank):
    assert parse_yaml(f"a: {blank}\n", "f.yml")[0] == {"a": None}
    assert parse_yaml(f"a: '{blank}'\n", "f.yml")[0] == {"a": None}


def test_tags_make_no_objects():
    assert parse_yaml("a: !!python/object/apply:os.system [ls]\nb: !x c\n", "f.yml")[0] == {"a": ["ls"], "b": "c"}


@given(st.text())
def test_no_text_makes_the_reader_fail(text):
    tree, problems = parse_yaml(text, "f.yml")

    assert problems or tree is not None
    for problem in problems:
        assert explain(problem, "vi")


def test_a_byte_that_is_not_utf8_is_told_with_its_line(tmp_path):
    content = FILES[UNIT].encode().replace("Mẫu".encode(), b"M\xc3u")

    _, problems = load_and_check(write_tree(tmp_path, {UNIT: content}))

    (problem,) = [each for each in problems if each.code == "not-utf8"]
    assert str(problem.place) == f"{UNIT}:4:20"
    assert "0xC3" in explain(problem, "en")


@pytest.mark.parametrize("name", [SUMMARY, "content/vi/about.md", "content/glossary.yml"])
def test_content_that_is_not_utf8_is_told_too(tmp_path, name):
    _, problems = load_and_check(write_tree(tmp_path, {name: b"# ok\n\xff"}))

    assert ("not-utf8", f"{name}:2:1") in [(problem.code, str(problem.place)) for problem in problems]


@pytest.mark.parametrize(
    "rewrite",
    [
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: unicodedata.normalize("NFD", text).encode(),
        lambda text: text.rstrip("\n").encode(),
    ],
    ids=["byte order mark", "Windows line ends", "decomposed letters", "no line end"],
)
def test_editors_differ_but_read_the_same(tmp_path, rewrite):
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    expected, _ = load_and_check(write_tree(tmp_path / "one"))

    catalogue, problems = load_and_check(
        write_tree(tmp_path / "other", {name: rewrite(text) for name, text in FILES.items()})
    )

    assert problems == ()
    assert catalogue.units == expected.units
    assert catalogue.observations == expected.observations
    assert catalogue.units["huyen"].names.in_language("vi") == unicodedata.normalize("NFC", "Huyện Mẫu")
    assert {key: page.source.rstrip() for key, page in catalogue.narratives.items()} == {
        key: page.source.rstrip() for key, page in expected.narratives.items()
    }


def test_a_link_that_leads_out_of_the_tree_is_not_followed(tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.yml").write_text("id: secret\nlevel: district\nnames: {vi: Bí mật}\n", encoding="utf-8")
    (outside / "about.md").write_text("# Bí mật\n", encoding="utf-8")
    root = write_tree(tmp_path / "tree", {"content/vi/about.md": None, "content/glossary.yml": None})
    (root / "data/units/secret.yml").symlink_to(outside / "secret.yml")
    (root / "data/targets/more").symlink_to(outside)
    (root / "content/vi/about.md").symlink_to(outside / "about.md")
    (root / "content/glossary.yml").symlink_to(outside / "secret.yml")

    catalogue, problems = load_and_check(root)

    assert list(catalogue.units) == ["huyen", "tinh"]
    assert ("vi", "about") not in catalogue.plain
    assert not catalogue.glossary
    assert [str(problem.place) for problem in problems if problem.code == "symbolic-link"] == [
        "content/glossary.yml",
        "content/vi/about.md",
        "data/targets/more",
        "data/units/secret.yml",
    ]


def test_a_folder_that_is_a_link_out_of_the_tree_is_not_followed(tmp_path):
    outside = write_tree(tmp_path / "outside")
    root = write_tree(tmp_path / "tree", {name: None for name in FILES if name.startswith("data/units/")})
    (root / "data/units").symlink_to(outside / "data/units")

    catalogue, problems = load_and_check(root)

    assert not catalogue.units
    assert ("symbolic-link", "data/units") in [(problem.code, str(problem.place)) for problem in problems]


def test_a_tree_may_lie_behind_a_link_but_its_data_may_not(tmp_path):
    write_tree(tmp_path / "real")
    (tmp_path / "tree").symlink_to(tmp_path / "real")
    assert load_and_check(tmp_path / "tree")[1] == ()

    (tmp_path / "real/data").rename(tmp_path / "elsewhere")
    (tmp_path / "real/data").symlink_to(tmp_path / "elsewhere")
    catalogue, problems = load_and_check(tmp_path / "tree")

    assert not catalogue.units
    assert ("symbolic-link", "data") in [(problem.code, str(problem.place)) for problem in problems]


@pytest.mark.parametrize("name", ["images", "Fr", "xx", "vi-old"])
def test_a_folder_of_content_that_is_no_language_makes_no_site(tmp_path, name):
    catalogue, problems = load_and_check(write_tree(tmp_path, {f"content/{name}/about.md": "# Về\n"}))

    assert catalogue.languages == ("vi", "en")
    assert [(problem.code, str(problem.place)) for problem in problems] == [
        ("unknown-file", f"content/{name}/about.md")
    ]


PIECES = st.sampled_from(
    ["", "\t", "'", '"', "[", "]", "{", "}", ":", ": ", "\n", "\n  ", "- ", "&a ", "*a", "? ", "|", ">", "!!int ", "#", "~", "0", "12.350",
     "\x00", "\ufeff", "é", "Đ", "%", ",", "null", "<<: ", "---\n", "not-reported", "9" * 40, "\u2028"]
)  # fmt: skip


@st.composite
def mutations(draw: st.DrawFn, text: str) -> str:
    """A text with a few pieces of it cut out, doubled or replaced."""
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 12)))
        text = text[:start] + draw(PIECES | st.text(max_size=3) | st.just(text[start:end] * 2)) + text[end:]
    return text


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_slip_in_any_file_makes_loading_fail(tmp_path, data):
    name = data.draw(st.sampled_from([REPORT, REPORT, *FILES]))
    text = data.draw(mutations(FILES[name]))
    path = write_tree(tmp_path) / name
    path.write_bytes(text.encode(errors="surrogatepass"))

    _, problems = load_and_check(tmp_path)

    for problem in problems:
        assert explain(problem, "vi")
        assert explain(problem, "en")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([*FILES]), st.text() | st.binary())
def test_no_text_at_all_makes_loading_fail(tmp_path, name, content):
    path = write_tree(tmp_path) / name
    path.write_bytes(content.encode(errors="surrogatepass") if isinstance(content, str) else content)

    _, problems = load_and_check(tmp_path)

    for problem in problems:
        assert explain(problem, "vi")


def test_a_tree_that_is_mended_has_no_problems_left(tmp_path):
    write_tree(tmp_path, edit(REPORT, "1200", "1.2"))
    assert [problem.code for problem in load_and_check(tmp_path)[1]] == ["count-with-decimals"]

    write_tree(tmp_path)
    assert load_and_check(tmp_path)[1] == ()
