"""The package installs from a wheel, builds a tree without this repository, and takes single files of a tree's own looks."""

import subprocess
import zipfile

import pytest

from generator.assembly.looks import looks_of
from generator.program_files import PROJECT
from tests.trees import write_tree
from tests.wheels import build_wheel, environment_with_the_wheel, run_installed

FOOTER = "site_templates/overrides/partials/footer.html"


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    return environment_with_the_wheel(tmp_path_factory)


def test_the_same_repository_makes_the_same_wheel(tmp_path):
    one, other = build_wheel(tmp_path / "one"), build_wheel(tmp_path / "other", umask=0o077)

    assert one.name == other.name
    assert one.read_bytes() == other.read_bytes()


def test_the_wheel_has_every_file_that_the_program_takes_from_beside_it(root, tmp_path):
    listed = ["git", "ls-files", "-z", "generator", "site_templates", "mkdocs.yml", "requirements.lock"]
    names = subprocess.run(listed, cwd=root, capture_output=True, text=True, check=True).stdout.split("\0")
    wanted = {name if name.startswith("generator/") else f"generator/project/{name}" for name in filter(None, names)}
    with zipfile.ZipFile(build_wheel(tmp_path)) as wheel:
        packed = set(wheel.namelist())

    assert {name for name in wanted if (root / name.removeprefix("generator/project/")).exists()} - packed == set()
    assert not [name for name in packed if "__pycache__" in name or name.startswith(("tests", "data/", "content/"))]


def test_an_installed_program_builds_a_tree_without_this_repository(root, environment, tmp_path):
    tree = write_tree(tmp_path / "tree", {FOOTER: "<footer>Chân trang của sở</footer>"})

    done = run_installed(environment, "build", "--lang", "en", cwd=tree)

    assert done.returncode == 0, done.stdout + done.stderr
    home = (tree / "site/index.html").read_text(encoding="utf-8")
    assert "Chân trang của sở" in home
    assert "rr-masthead" in home
    assert (tree / "site/assets/js/site.js").is_file()
    where = "import generator.program_files as p; print(p.IS_INSTALLED, p.PROJECT)"
    told = subprocess.run(
        [environment / "bin/python", "-c", where], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert told.stdout.startswith(f"True {environment}")
    assert str(root) not in told.stdout


def test_a_tree_without_looks_of_its_own_takes_those_of_the_program(tmp_path):
    looks = looks_of(write_tree(tmp_path))

    assert (looks.templates, looks.config) == (PROJECT / "site_templates", PROJECT / "mkdocs.yml")


def test_a_file_of_the_trees_own_stands_in_place_of_the_programs_and_all_others_stay(tmp_path):
    tree = write_tree(tmp_path, {FOOTER: "own", "site_templates/assets/images/flag.svg": "<svg/>"})

    looks = looks_of(tree)

    assert (looks.templates.parent / FOOTER).read_text() == "own"
    assert (looks.templates / "assets/images/flag.svg").is_file()
    theirs = PROJECT / "site_templates/overrides/main.html"
    assert (looks.templates / "overrides/main.html").read_bytes() == theirs.read_bytes()
    assert looks_of(tree) == looks


def test_an_edit_of_a_file_of_the_trees_own_is_seen(tmp_path):
    tree = write_tree(tmp_path, {FOOTER: "own"})
    looks_of(tree)

    (tree / FOOTER).write_text("other")

    assert (looks_of(tree).templates.parent / FOOTER).read_text() == "other"


def test_a_link_among_the_templates_is_not_followed(tmp_path):
    tree = write_tree(tmp_path / "tree", {FOOTER: "own"})
    (tmp_path / "secret").write_text("secret")
    (tree / "site_templates/assets").mkdir()
    (tree / "site_templates/assets/secret.txt").symlink_to(tmp_path / "secret")

    assert not (looks_of(tree).templates / "assets/secret.txt").exists()
