"""The house keeps its own rules: what is imported is declared, what is declared is locked and explained, no machine leaks in."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

# Where a distribution's module is not its name.
MODULES = {"pyyaml": "yaml", "vl-convert-python": "vl_convert", "mkdocs-material": "material"}
# What comes with another, in the version that the other chooses.
BROUGHT = {"markupsafe": "jinja2", "pydantic_core": "pydantic", "yaml_env_tag": "mkdocs"}
# What only one stage may know, so that it can be replaced.
KEPT_TO = {"mkdocs": "engine", "material": "engine", "altair": "charts", "vl_convert": "charts", "warcio": "archive"}
# Spelled so that this file does not find itself.
LEAKS = re.compile(
    "|".join(["py" + r"pi\.org", "python" + "hosted", r"/ro" + "ot/", r"/wo" + "rk/", r"/opt/" + "(?:wheels|pypi)"])
)


@pytest.fixture(scope="module")
def project(root):
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def _names(requirements: list[str]) -> set[str]:
    return {re.match(r"[A-Za-z0-9._-]+", requirement)[0].lower() for requirement in requirements}


def _imports(root: Path) -> dict[str, set[str]]:
    """The modules from outside that the package imports, each with the stages that do."""
    found: dict[str, set[str]] = {}
    for path in sorted((root / "generator").rglob("*.py")):
        stage = path.relative_to(root / "generator").parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                modules = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                modules = [node.module]
            else:
                continue
            for module in modules:
                top = module.split(".")[0]
                if top != "generator" and top not in sys.stdlib_module_names:
                    found.setdefault(top, set()).add(stage)
    return found


def test_what_is_imported_is_declared(root, project):
    extra = project["project"]["optional-dependencies"]["import"]
    declared = {MODULES.get(name, name) for name in _names([*project["project"]["dependencies"], *extra])}

    assert set(BROUGHT.values()) <= declared
    assert sorted(set(_imports(root)) - declared - BROUGHT.keys()) == []


@pytest.mark.parametrize(("module", "stage"), KEPT_TO.items())
def test_one_stage_alone_knows(root, module, stage):
    assert _imports(root).get(module, set()) <= {stage}


def test_what_is_declared_is_locked(root, project):
    runtime = set(re.findall(r"(?m)^([a-z0-9._-]+)==", (root / "requirements.lock").read_text(encoding="utf-8")))
    development = set(
        re.findall(r"(?m)^([a-z0-9._-]+)==", (root / "requirements-dev.lock").read_text(encoding="utf-8"))
    )
    groups = project["dependency-groups"]

    assert _names([*project["project"]["dependencies"], *groups["build"]]) - runtime == set()
    assert runtime | _names(groups["dev"]) <= development


def test_both_locks_agree(root):
    locked = [
        dict(re.findall(r"(?m)^([a-z0-9._-]+)==(\S+)", (root / name).read_text(encoding="utf-8")))
        for name in ("requirements.lock", "requirements-dev.lock")
    ]

    assert locked[0].items() <= locked[1].items()


def test_every_dependency_is_explained(root, project):
    decisions = (root / "docs" / "decisions.md").read_text(encoding="utf-8")
    groups = project["dependency-groups"]
    declared = _names([*project["project"]["dependencies"], *groups["build"], *groups["dev"]])

    assert sorted(name for name in declared if f"**{name}**" not in decisions) == []


def test_make_lists_its_targets(root):
    listed = subprocess.run(
        ["make", "--no-print-directory"], cwd=root, capture_output=True, text=True, check=True
    ).stdout
    public = re.findall(r"(?m)^\.PHONY: ([a-z-]+)$", (root / "Makefile").read_text(encoding="utf-8"))

    assert len(public) > 10
    assert [name for name in public if not re.search(rf"make {name}\s+\S", listed)] == []


def test_no_text_to_translate_stands_inside_the_braces_of_a_string(root):
    """Babel finds such a text under Python 3.12 and later only, so the catalogue made with 3.11 would lack it."""
    marks = {"N_", "_", "n_", "translate_plural", "say_number"}
    found = [
        f"{path.relative_to(root)}:{call.lineno}"
        for path in sorted((root / "generator").rglob("*.py"))
        for string in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call)
        and (call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")) in marks
    ]

    assert found == []


def test_the_repository_names_no_machine_and_no_registry(root):
    if not (root / ".git").exists():
        pytest.skip("not a clone: what belongs to the repository is not known")
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(listed, cwd=root, capture_output=True, text=True, check=True).stdout.split("\0")
    leaking = []
    for name in filter(None, names):
        path = root / name
        if path.is_file() and path.suffix not in {".woff2", ".woff", ".png", ".ico", ".pdf"}:
            leaking += [
                f"{name}: {match}" for match in LEAKS.findall(path.read_text(encoding="utf-8", errors="replace"))
            ]

    assert leaking == []
