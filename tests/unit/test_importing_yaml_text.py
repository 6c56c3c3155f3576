"""Values and items put into a text of YAML: every other line of it stays, comments among them."""

import pytest
import yaml

from generator.importing.writing.yaml_text import Block, tree_of, with_items, with_value, with_values

TEXT = """\
unit: a  # whose
tables:
  t:
    lists:
      # of communes
      one:
        # the first
        - code: "1"
          values: {a: 1}
        # the second
        - code: "2"
          values:
            a: 2
            b: 3
      two: [{code: "1"}]
      three: []
# of the prose
prose: []
"""
NEW = Block({"code": "9", "values": {"a": "7"}}, {"values": ("? look",)})


@pytest.mark.parametrize("at", [0, 1, 2])
def test_an_item_is_put_into_a_list_and_comments_stay_with_theirs(at):
    after = with_items(TEXT, ("tables", "t", "lists", "one"), at, [NEW])
    assert [each["code"] for each in tree_of(after)["tables"]["t"]["lists"]["one"]] == [*"12"[:at], "9", *"12"[at:]]
    added = ['        - "code": "9"', "          # ? look", '          "values": {"a": "7"}']
    lines = after.split("\n")
    start = lines.index(added[0])
    assert lines[start : start + 3] == added
    assert lines[:start] + lines[start + 3 :] == TEXT.split("\n")
    for comment, item in (("# the first", '- code: "1"'), ("# the second", '- code: "2"')):
        assert lines[lines.index(f"        {comment}") + 1].strip() == item


@pytest.mark.parametrize(
    ("path", "at"),
    [
        (("tables", "t", "lists", "two"), 0),
        (("tables", "t", "lists", "two"), 1),
        (("tables", "t", "lists", "three"), 0),
        (("tables", "t", "lists", "four"), 0),
        (("tables", "u", "lists", "four"), 0),
    ],
)
def test_a_list_on_one_line_or_none_yet_takes_items(path, at):
    after = with_items(TEXT, path, at, [NEW])
    held, before = tree_of(after), tree_of(TEXT)
    for key in path:
        held, before = held[key], before.get(key, {}) if isinstance(before, dict) else {}
    assert [each["code"] for each in held] == [*(["1"] * at), "9", *(["1"] * (len(before) - at))]
    assert "# of the prose\nprose: []\n" in after
    yaml.safe_load(after)


def test_a_new_key_stands_before_the_comment_of_what_follows():
    after = with_value(TEXT, ("tables", "t", "note"), "n")
    assert '      three: []\n    "note": "n"\n# of the prose\n' in after


def test_several_values_are_put_in_as_one_after_the_other_would_be():
    changes = [
        (("tables", "t", "lists", "one", "[1]", "values", "b"), "30"),
        (("tables", "t", "lists", "one", "[0]", "values", "a"), "10"),
        (("tables", "t", "lists", "one", "[0]", "values", "c"), "11"),
        (("tables", "t", "lists", "one", "[0]", "values", "a"), "12"),
        (("unit",), "z"),
    ]
    one_by_one = TEXT
    for path, value in changes:
        one_by_one = with_value(one_by_one, path, value)
    assert with_values(TEXT, changes) == one_by_one
