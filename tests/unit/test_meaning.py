"""No meaning hangs on how YAML is written: quotes, comments, the order of keys and the style of collections change nothing."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel, RootModel

from generator.assembly.site import read_tree
from generator.audit import audit
from generator.exports.lookups import lookup_tables
from generator.load.yaml_tree import parse_yaml
from generator.model.place import Place
from tests.trees import FILES, REPORT, edit, write_tree

LIKE_OTHER_TYPES = (
    "97,55%",
    "14.083",
    "02",
    "no",
    "12:30",
    "2022-09-30",
    "1_000",
    "0x1F",
    "1e3",
    "97.50",
    "010",
    "yes",
    "on",
    "2022",
)
"""What YAML 1.1, 1.2 or both take for a number, a day, a time, or yes and no."""


def rewritten(text: str, restyle: Callable[[yaml.Node], None]) -> str:
    """A YAML text as another program would write it: without its comments, everything in blocks, each node restyled."""
    root = yaml.compose(text, Loader=yaml.BaseLoader)
    pending = [root]
    while pending:
        node = pending.pop()
        restyle(node)
        if isinstance(node, yaml.MappingNode):
            node.flow_style = False
            pending += [each for pair in node.value for each in pair]
        elif isinstance(node, yaml.SequenceNode):
            node.flow_style = False
            pending += node.value
    return yaml.serialize(root, Dumper=yaml.SafeDumper, allow_unicode=True, width=4000)


def without_quotes(node: yaml.Node) -> None:
    """No quotes wherever a scalar can do without, and the last key first."""
    if isinstance(node, yaml.ScalarNode):
        node.tag = yaml.SafeDumper("").resolve(yaml.ScalarNode, node.value, (True, False))
        node.style = None
    elif isinstance(node, yaml.MappingNode):
        node.value.reverse()


def in_quotes(node: yaml.Node) -> None:
    """Everything in quotes, and whole numbers first among the keys, as programs in JavaScript have them."""
    if isinstance(node, yaml.ScalarNode):
        node.tag, node.style = "tag:yaml.org,2002:str", '"'
    elif isinstance(node, yaml.MappingNode):
        node.value.sort(key=lambda pair: (not pair[0].value.isdigit(), pair[0].value))


STYLES = [without_quotes, in_quotes]


def plainly(value: object) -> object:
    """A value without the places it was read from, as something that can be compared."""
    if isinstance(value, RootModel):
        # Downloads hold these in their order.
        return [[key, list(each.items()) if isinstance(each, dict) else each] for key, each in value.root.items()]
    if isinstance(value, BaseModel):
        return {"": type(value).__name__, **plainly({key: getattr(value, key) for key in type(value).model_fields})}
    if is_dataclass(value) and not isinstance(value, type):
        named = {each.name: getattr(value, each.name) for each in fields(value)}
        return None if isinstance(value, Place) else {"": type(value).__name__, **plainly(named)}
    if isinstance(value, dict):
        return {str(key): plainly(each) for key, each in value.items()}
    return [plainly(each) for each in value] if isinstance(value, (tuple, list)) else value


def everything(root: Path) -> dict[str, object]:
    """What a tree says, of which pages and downloads are made: catalogue with observations, findings, problems."""
    dataset, problems = read_tree(root)
    return {
        "catalogue": plainly(dataset.catalogue),
        "problems": sorted((each.code, str(plainly(dict(each.words)))) for each in problems),
        "findings": [(each.code, plainly(each.figures)) for each in audit(dataset)],
        "tables": [[list(row) for row in each.rows] for each in lookup_tables(dataset)],
    }


def copied(root: Path, folder: Path, restyle: Callable[[yaml.Node], None]) -> Path:
    """The tree below `root`, its YAML written otherwise."""
    for top in ("data", "content"):
        for path in sorted((root / top).rglob("*")):
            if not path.is_file() or path.suffix not in {".yml", ".md", ".csv"}:
                continue
            made = folder / path.relative_to(root)
            made.parent.mkdir(parents=True, exist_ok=True)
            text = path.read_text(encoding="utf-8")
            made.write_text(rewritten(text, restyle) if path.suffix == ".yml" else text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def as_written(root):
    return everything(root)


@pytest.mark.parametrize("restyle", STYLES)
def test_the_repository_says_the_same_however_its_files_are_written(root, as_written, tmp_path, restyle):
    otherwise = everything(copied(root, tmp_path, restyle))

    for part, said in as_written.items():
        assert otherwise[part] == said, part


@pytest.mark.parametrize("restyle", STYLES)
def test_a_tree_with_one_of_everything_says_the_same_however_it_is_written(tmp_path, restyle):
    first = write_tree(tmp_path / "first", edit(REPORT, "1.1: 1200", '1.1: {value: "02", printed: "02 hồ sơ", parts: {tier: {commune: "01", district: "01"}}}'))  # fmt: skip

    second = copied(first, tmp_path / "second", restyle)

    assert everything(second) == everything(first)


@pytest.mark.parametrize("written", LIKE_OTHER_TYPES)
def test_a_text_is_what_was_typed_with_quotes_and_without(written):
    trees = [parse_yaml(f"{quote}{written}{quote}: {quote}{written}{quote}\n", "f.yml") for quote in ("", "'", '"')]

    assert trees == [({written: written}, [])] * 3


@pytest.mark.parametrize("nothing", ["", "''", '""', "~", "'~'", "null", '"null"', "' '"])
def test_nothing_is_nothing_with_quotes_and_without(nothing):
    assert parse_yaml(f"a: {nothing}\n", "f.yml") == ({"a": None}, [])


def test_the_tree_that_is_tried_has_what_quotes_could_change():
    assert '"1.190"' in FILES[REPORT]
    assert '"99,17%"' in FILES[REPORT]
