"""The package installs from a wheel, builds a tree without this repository, and takes single files of a tree's own looks."""

import os
import subprocess
import zipfile

import pytest

from generator.assembly.looks import looks_of
from generator.program_files import PROJECT
from generator.starting.own_files import PIPELINES
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
    pipelines = [path for host in PIPELINES.values() for path in host]
    listed = ["git", "ls-files", "-z", "generator", "site_templates", "mkdocs.yml", "requirements.lock", *pipelines]
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


STAR = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 12"><path d="M1 1L9 9z" fill="#da251d"/></svg>'


def test_a_site_that_the_installed_program_starts_passes_its_own_tests_follows_a_change_and_is_upgraded(
    environment, tmp_path
):
    (tmp_path / "emblem.svg").write_text(STAR)
    names = ["--name", "Sở Nội vụ tỉnh Mẫu", "--name-en", "Home Affairs of Sample Province", "--level", "department"]
    looks = ["--colour", "#ffcc00", "--emblem", "emblem.svg"]
    started = run_installed(environment, "init", "site", *names, *looks, "--example", cwd=tmp_path)
    assert started.returncode == 0, started.stderr
    tree = tmp_path / "site"
    # As after the installation that `make` would do; the environment has it all.
    (environment / ".ready").touch()

    for pipeline in (".github/workflows/review.yml", ".gitlab-ci.yml", ".forgejo/workflows/publish.yml"):
        assert (tree / pipeline).is_file()

    tested = make(tree, environment, "test")

    assert tested.returncode == 0, tested.stdout + tested.stderr
    built = run_installed(environment, "build", cwd=tree)
    assert built.returncode == 0, built.stderr
    home = (tree / "site/en/index.html").read_text(encoding="utf-8")
    assert "<title>Public administration reform reports – Home Affairs of Sample Province</title>" in home
    assert "Published by Home Affairs of Sample Province" in home
    assert 'src="assets/images/emblem.svg"' in home
    assert 'href="staff/index.html"' in home
    assert "--rr-brand: #" in (tree / "site/assets/css/site.css").read_text(encoding="utf-8").split("data/site.yml")[1]
    assert b"da251d" in (tree / "site/assets/images/favicon.svg").read_bytes()

    report = tree / "data/reports/vi-du/2024-Q1.yml"
    report.write_text(report.read_text(encoding="utf-8").replace('"1.1": 12\n', '"1.1": 13\n'), encoding="utf-8")
    assert run_installed(environment, "build", cwd=tree).returncode == 0
    page = (tree / "site/en/reports/vi-du/2024-Q1/index.html").read_text(encoding="utf-8")
    assert "13</a> directing documents" in page

    # As the version before wrote it: no format, and the repository a line of mkdocs.yml.
    site = tree / "data/site.yml"
    now = site.read_text(encoding="utf-8")
    site.write_text(now.replace("format: 2\n", ""), encoding="utf-8")
    config = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    (tree / "mkdocs.yml").write_text(
        config.replace("extra:\n", "extra:\n  source_url: https://github.com/example/cchc\n"), encoding="utf-8"
    )
    upgraded = run_installed(environment, "upgrade", cwd=tree)
    assert upgraded.returncode == 0, upgraded.stdout + upgraded.stderr
    after = site.read_text(encoding="utf-8")
    assert after == f"{now}repository:\n  kind: github\n  url: https://github.com/example/cchc\n"
    assert (tree / "mkdocs.yml").read_text(encoding="utf-8") == config
    assert run_installed(environment, "check", cwd=tree).returncode == 0


def make(tree, environment, target):
    """Run `make` there with the environment that is ready."""
    # As when nothing of the lock changed since it was installed.
    newest = max((tree / name).stat().st_mtime for name in ("requirements.in", "requirements.lock"))
    os.utime(environment / ".ready", (newest + 1, newest + 1))
    env = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "MAKEFLAGS", "VIRTUAL_ENV"}}
    command = ["make", target, f"VENV={environment}"]
    return subprocess.run(command, cwd=tree, env=env, capture_output=True, text=True, check=False)


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
