"""What every test may ask for: the repository's root, a tree of small files, and the real site, built once.

`built_site` runs the command as a reader of the README would. Tests run side by side share one build: the first that
asks builds, the others wait. RR_SITE=DIR tests a site that is there already; build it with the same SITE_URL.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import settings

from generator.assembly.site import build_site
from tests.trees import faults, write_tree

ROOT = Path(__file__).resolve().parent.parent
SITE_URL = "https://reform-reports.example/"
"""Where the site that tests look at says it stands."""

# Whoever builds for a real address may have it in the environment; tests say for themselves where a site stands.
os.environ.pop("SITE_URL", None)

# The same examples on every run: a test that fails here fails everywhere. `--hypothesis-profile=search` looks further,
# and `make fuzz` again and again.
settings.register_profile("fixed", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.register_profile("fuzz", deadline=None, max_examples=400)
settings.load_profile("fixed")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests by what they ask for, so that nobody has to remember to."""
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if "built_site" in fixtures:
            item.add_marker("integration")
        if "chromium" in fixtures:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@contextmanager
def made_once(factory: pytest.TempPathFactory, name: str) -> Iterator[Path]:
    """A folder that all workers share, while no other makes something of it; whoever finds it empty makes it."""
    shared = factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        folder = shared / name
        folder.mkdir(exist_ok=True)
        yield folder


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The smallest tree with its finished site and a warm `.cache`: not to be changed, but to be copied, whole or in part.

    Drawing takes most of a small build, and is what most tests of builds are not about.
    """
    with made_once(tmp_path_factory, "finished") as tree:
        if not (tree / "site").exists():
            result = build_site(write_tree(tree), tree / "site", lambda _step, _detail: None)
            assert faults(result.problems) == ()
    return tree


@pytest.fixture
def tree(finished: Path, tmp_path: Path) -> Path:
    """A copy of the finished tree with its site, to be changed at will."""
    return Path(shutil.copytree(finished, tmp_path / "tree"))


@pytest.fixture(scope="session")
def site_url() -> str:
    """Where `built_site` says it stands."""
    return SITE_URL


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of the repository's real site."""
    if ready := os.environ.get("RR_SITE"):
        yield Path(ready).resolve()
        return
    with made_once(tmp_path_factory, "real") as shared:
        site, log = shared / "site", shared / "site.log"
        if not log.exists():
            # Snapshots that somebody restored here are no part of what is tested.
            store = shared / "archive"
            store.mkdir(exist_ok=True)
            options = ["--root", str(ROOT), "--output", str(site), "--archive", str(store)]
            command = [sys.executable, "-m", "generator.cli", "build", *options]
            # This checkout's code, also where another one is installed.
            env = {**os.environ, "PYTHONPATH": str(ROOT), "SITE_URL": SITE_URL}
            done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=shared, env=env)
            log.write_text(f"{done.stdout}{done.stderr}\nexit code {done.returncode}\n", encoding="utf-8")
    if not log.read_text(encoding="utf-8").endswith("\nexit code 0\n"):
        pytest.fail(f"reform-reports build failed:\n{log.read_text(encoding='utf-8')}", pytrace=False)
    yield site
