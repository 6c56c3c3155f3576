"""JSON Schemas of the files: current, true of every file, strict about what the model refuses, and helpful in both languages."""

import json
import re

import pytest
import yaml
from jsonschema import Draft7Validator
from referencing import Registry, Resource

from generator.assembly.site import load_and_check
from generator.fields.files import FILE_KINDS, kind_of
from generator.load.catalogue import load_catalogue
from generator.schemas.files import FOLDER, editor_settings, schema_files
from tests.trees import FILES, REPORT, edit, write_tree

UNIT = "data/units/huyen.yml"


def read(text: str):
    """A text as editors read it, by YAML 1.2: numbers, true and false, and null have types; days and `no` are texts."""
    return plain(yaml.compose(text, Loader=yaml.BaseLoader))


def plain(node: yaml.Node):
    if isinstance(node, yaml.MappingNode):
        return {key.value: plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain(each) for each in node.value]
    if node.style is None and re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?|true|false|null", node.value):
        return json.loads(node.value)
    return node.value if node.value or node.style else None


def validators(schemas: dict[str, str]):
    """A validator for each kind of file by its name."""
    made = {name.removeprefix(f"{FOLDER}/"): json.loads(text) for name, text in schemas.items()}
    registry = Registry().with_resources([(name, Resource.from_contents(each)) for name, each in made.items()])
    return {name.removesuffix(".json"): Draft7Validator(each, registry=registry) for name, each in made.items()}


def faults(held, name: str, text: str) -> list[str]:
    return [each.message for each in held[kind_of(name).name].iter_errors(read(text))]


@pytest.fixture(scope="module")
def of_the_repository(root):
    return schema_files(load_catalogue(root).catalogue)


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    return validators(schema_files(load_catalogue(write_tree(tmp_path_factory.mktemp("tree"))).catalogue))


def test_the_committed_schemas_are_current(root, of_the_repository):
    old = [name for name, text in of_the_repository.items() if (root / name).read_text(encoding="utf-8") != text]

    assert old == [], "reform-reports schemas"
    assert {path.name for path in (root / FOLDER).iterdir()} == {name.rpartition("/")[2] for name in of_the_repository}


def test_editors_are_told_which_file_is_held_against_which(root):
    settings = json.loads((root / ".vscode/settings.json").read_text(encoding="utf-8"))

    assert editor_settings().items() <= settings.items()


def test_every_schema_is_one(of_the_repository):
    for text in of_the_repository.values():
        Draft7Validator.check_schema(json.loads(text))


def test_every_file_of_the_repository_is_valid(root, of_the_repository):
    held = validators(of_the_repository)
    names = [path.relative_to(root).as_posix() for path in sorted((root / "data").rglob("*.yml"))]

    told = {name: faults(held, name, (root / name).read_text(encoding="utf-8"))[:2] for name in (*names, "content/glossary.yml")}  # fmt: skip
    assert {name: each for name, each in told.items() if each} == {}


@pytest.mark.parametrize("name", [name for name in FILES if kind_of(name)])
def test_every_file_of_a_whole_tree_is_valid(small, name):
    assert faults(small, name, FILES[name]) == []


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        (UNIT, edit(UNIT, "level: district", "level: town")),
        (UNIT, edit(UNIT, "level: district", "levle: district")),
        (UNIT, edit(UNIT, "{vi: Huyện Mẫu, en: Sample District}", "{en: Sample District}")),
        (UNIT, edit(UNIT, "parent: tinh", "parent: [tinh]")),
        (UNIT, edit(UNIT, "id: huyen", "id: Huyện")),
        (REPORT, edit(REPORT, "period: 2022-Q3", "period: Quý III")),
        (REPORT, edit(REPORT, "as_of: 2022-09-15", "as_of: 15/9/2022")),
        (REPORT, edit(REPORT, "1.1: 1200", "1.1: {valeu: 1200}")),
    ],
)
def test_what_the_model_refuses_is_told_in_the_editor(small, tmp_path, name, changes):
    assert faults(small, name, changes[name]) != []
    assert load_and_check(write_tree(tmp_path, changes))[1] != ()


def test_an_id_that_was_just_made_is_no_mistake(small):
    assert faults(small, UNIT, FILES[UNIT].replace("parent: tinh", "parent: tinh-moi")) == []


def test_ids_and_rows_are_offered_with_their_names_in_both_languages(small):
    ids, report = small["ids"].schema["definitions"], small["report"].schema
    place = ids["indicator"]["enum"].index("resolved")

    assert (
        ids["indicator"]["markdownEnumDescriptions"][place]
        == "Hồ sơ đã giải quyết (hồ sơ)  \nDossiers resolved (dossiers)"
    )
    assert ids["unit"]["enum"] == ["huyen", "tinh"]
    assert ids["period"]["anyOf"][0]["enum"] == ["2022-Q3"]
    (form,) = report["allOf"]
    rows = form["then"]["properties"]["tables"]["properties"]["tiers"]["properties"]["rows"]["properties"]
    assert rows["1"]["markdownDescription"] == "Đã giải quyết  \nResolved"
    assert rows["1"]["properties"]["commune"]["description"] == "Xã / Commune"
    assert report["properties"]["period"]["markdownDescription"].startswith("**Kỳ báo cáo**: Kỳ của báo cáo")


def test_there_is_a_schema_for_every_kind_of_file(of_the_repository):
    assert {f"{FOLDER}/{each.name}.json" for each in FILE_KINDS} | {f"{FOLDER}/ids.json"} == set(of_the_repository)
