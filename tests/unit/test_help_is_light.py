"""`--help` imports nothing that it does not need: libraries that take longer to import than all the rest."""

import json
import subprocess
import sys

import pytest

HEAVY = {
    "altair",
    "babel",
    "jinja2",
    "markdown",
    "mkdocs",
    "pandas",
    "pyarrow",
    "pydantic",
    "vl_convert",
    "watchfiles",
    "yaml",
}
_PROBE = """
import json, sys
from generator.cli import main
try:
    main({arguments!r})
except SystemExit:
    pass
print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


def modules_after(*arguments: str) -> set[str]:
    code = _PROBE.format(arguments=list(arguments))
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(json.loads(ended.stderr.splitlines()[-1]))


@pytest.mark.parametrize("asked", [("--help",), ("--lang", "vi", "--help"), ("--version",), ("build", "--help"), ()])
def test_help_imports_no_heavy_library_and_no_stage_of_a_build(asked):
    imported = modules_after(*asked)

    assert not HEAVY & imported
    stages = {name.split(".")[1] for name in imported if name.startswith("generator.")}
    assert stages == {
        "cli",
        "click_words",
        "commands",
        "ending",
        "i18n",
        "program_name",
        "stopping",
        "tell",
        "terminal",
    }


def test_a_command_that_is_imported_later_is_whole_when_it_is_asked_for():
    ended = subprocess.run(
        [sys.executable, "-m", "generator.cli", "verify", "--help"], capture_output=True, text=True, check=True
    )

    assert "--signature FILE" in ended.stdout
    assert "Usage: reform-reports verify [OPTIONS] PATH" in ended.stdout
