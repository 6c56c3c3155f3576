"""What `pre-commit` runs before a commit: our own commands, on the files that they are for, fetching nothing."""

import re

import pytest
import yaml

from generator.fields.files import kind_of
from generator.program_name import COMMANDS


@pytest.fixture(scope="module")
def hooks(root):
    (repository,) = yaml.safe_load((root / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    assert repository["repo"] == "local"
    return {each["id"]: each for each in repository["hooks"]}


def test_hooks_call_commands_that_there_are_and_install_nothing(hooks):
    assert {each["language"] for each in hooks.values()} == {"system"}
    called = [match[1] for each in hooks.values() if (match := re.search(r"generator\.cli ([a-z]+)", each["entry"]))]

    assert {"fmt", "check", "schemas"} <= set(called) <= set(COMMANDS)


@pytest.mark.parametrize("name", ["data/units/khanh-son.yml", "content/glossary.yml", "content/vi/about.md"])
def test_what_people_edit_is_put_into_canonical_form(hooks, name):
    assert re.search(hooks["fmt"]["files"], name)


def test_figures_frozen_in_tables_are_no_business_of_the_form(hooks):
    assert not re.search(hooks["fmt"]["files"], "data/vintages/2023.csv")
    assert kind_of("data/vintages/2023.yml").by_program
