"""`serve`: a saved figure is on the page without a restart, and a mistake leaves the last good page."""

import os
import shutil
import signal
import socket
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from generator.finish.headers import EMBED_POLICY, POLICY
from tests.repositories import commit, git
from tests.serving import PATIENCE, Served, serving, tree_to_serve, wait_for
from tests.trees import FILES, REPORT, edit, write_tree

pytestmark = pytest.mark.integration


@pytest.fixture
def served(tmp_path: Path, finished: Path) -> Iterator[Served]:
    with serving(tree_to_serve(tmp_path, finished)) as running:
        assert running.address
        yield running


def test_an_edited_figure_is_shown_and_a_mistake_leaves_the_old_page(tmp_path, served):
    assert ">1,200" not in served.page()
    assert ">1.200" in served.page()

    write_tree(tmp_path, edit(REPORT, "1200", "3456"))
    wait_for(lambda: ">3.456" in served.page(), served.told)
    assert "2020 en/index.html" in served.page("archive/2020/en/")

    write_tree(tmp_path, edit(REPORT, "1200", "7.89"))
    wait_for(lambda: "count-with-decimals" in served.told(), served.told)
    assert ">3.456" in served.page()
    assert f"{REPORT}:10:12" in served.told()

    write_tree(tmp_path, edit(REPORT, "1200", "7891"))
    wait_for(lambda: ">7.891" in served.page(), served.told)
    assert "Traceback" not in served.told()


def test_a_file_that_an_editor_replaces_by_renaming_is_watched_on(tmp_path, served):
    """As vim, gedit and PyCharm save: the new text under another name, then in the place of the old."""
    for figure in ("3456", "4567", "5678"):
        new = tmp_path / f"{REPORT}.new"
        new.write_text(FILES[REPORT].replace("1200", figure), encoding="utf-8")
        new.rename(tmp_path / REPORT)
        shown = f">{figure[0]}.{figure[1:]}"
        wait_for(lambda shown=shown: shown in served.page(), served.told)


def test_a_configuration_that_is_replaced_comes_and_goes_is_watched_on(tmp_path, root, finished):
    """`mkdocs.yml` of the tree; where there is none, that of the program counts."""
    tree = tree_to_serve(tmp_path, finished)
    shutil.copytree(root / "site_templates", tree / "site_templates")
    said = (root / "mkdocs.yml").read_text(encoding="utf-8")
    with serving(tree) as served:
        assert served.address
        for owner in ("one", "two"):
            new = tree / "mkdocs.yml.new"
            new.write_text(f"{said}\n# Edited by {owner}.\n", encoding="utf-8")
            builds = served.builds()
            new.rename(tree / "mkdocs.yml")
            wait_for(lambda builds=builds: served.builds() > builds, served.told)
        builds = served.builds()
        (tree / "mkdocs.yml").unlink()
        wait_for(lambda: served.builds() > builds, served.told)


def test_a_folder_that_is_made_anew_is_watched_on(tmp_path, served):
    for figure in ("3456", "4567"):
        (tmp_path / "data").rename(tmp_path / "old")
        shutil.copytree(tmp_path / "old", tmp_path / "data")
        shutil.rmtree(tmp_path / "old")
        write_tree(tmp_path, edit(REPORT, "1200", figure))
        shown = f">{figure[0]}.{figure[1:]}"
        wait_for(lambda shown=shown: shown in served.page(), served.told)


def test_a_switch_of_branches_is_shown_there_and_back(tmp_path, finished):
    tree = tree_to_serve(tmp_path, finished)
    git(tree, "init", "--quiet", "--initial-branch", "main")
    (tree / ".gitignore").write_text(".build\n.cache\narchive\n", encoding="utf-8")
    commit(tree)
    git(tree, "switch", "--quiet", "--create", "other")
    write_tree(tree, {**edit(REPORT, "1200", "3456"), "content/vi/about.md": "# Trang khác\n\nCủa nhánh khác.\n"})
    commit(tree)
    git(tree, "switch", "--quiet", "main")

    with serving(tree) as served:
        assert ">1.200" in served.page()
        for branch, shown in (("other", ">3.456"), ("main", ">1.200"), ("other", ">3.456")):
            git(tree, "switch", "--quiet", branch)
            wait_for(lambda shown=shown: shown in served.page(), served.told)
        assert "Trang khác" in served.page("about/")


def test_what_is_edited_while_it_builds_is_not_lost(tmp_path, finished):
    tree = tree_to_serve(tmp_path, finished)
    with serving(tree) as served:
        wait_for(lambda: list((tree / ".build").glob("work-*/docs")), served.told)
        write_tree(tree, edit(REPORT, "1200", "3456"))
        wait_for(lambda: ">3.456" in served.page(), served.told)


ODD = [
    "/%00",
    "/units/%00/",
    "/" + "x" * 5000,
    "/%ED%A0%80",
    "/%FF",
    "/../../etc/passwd",
    "/units/no-such-unit/",
    "/assets/",
]


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_an_address_that_does_not_exist_shows_the_page_of_the_site(served, method):
    for address in ODD:
        status, headers, text = served.answer(address, method)
        assert (status, headers["Content-Type"]) == (404, "text/html; charset=utf-8"), address
        assert ("Không tìm thấy trang" in text) is (method == "GET")
    assert "Traceback" not in served.told()


def test_the_page_for_unknown_addresses_is_whole_where_the_site_will_stand_below_a_path(tmp_path, finished):
    with serving(tree_to_serve(tmp_path, finished), SITE_URL="https://cong.test/cchc/") as served:
        text = served.answer("/no/such/page/")[2]
        assert "/cchc/" not in text.replace("https://cong.test/cchc/", "")
        assert 'href="/assets/' in text


def test_a_browser_that_hangs_up_leaves_no_trace(served):
    host, port = urlsplit(served.address).netloc.split(":")
    for sent in (b"", b"GET /", b"GET / HTTP/1.1\r\n\r\n", b"GET /assets/css/site.css HTTP/1.1\r\n\r\n"):
        with socket.create_connection((host, int(port)), timeout=PATIENCE) as connection:
            # Closed with a reset, as by a browser that is ended.
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            connection.sendall(sent)

    assert served.answer("/")[0] == 200
    assert served.answer("/assets/css/site.css")[0] == 200
    assert "Traceback" not in served.told()
    assert "Error" not in served.told()


def test_pages_are_served_under_the_policy_that_hosts_are_asked_to_send(served):
    assert served.answer("/")[1]["Content-Security-Policy"] == POLICY
    assert served.answer("/en/embed/x/")[1]["Content-Security-Policy"] == EMBED_POLICY
    assert served.answer("/archive/2020/")[1]["Content-Security-Policy"] == EMBED_POLICY
    assert served.answer("/assets/css/site.css")[1]["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("told_to", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_when_it_is_told_to_end_nothing_of_it_goes_on(tmp_path, served, told_to):
    os.kill(served.process.pid, told_to)

    assert served.process.wait(PATIENCE) == 0
    # The engine's processes hold the other end of what is read here.
    served.reader.join(PATIENCE)
    assert not served.reader.is_alive()
    assert "Traceback" not in served.told()
    assert list((tmp_path / ".build").glob("*")) == []


def test_it_waits_for_nothing_that_is_being_built(tmp_path, served):
    """Ctrl-C in the middle of a build."""
    write_tree(tmp_path, edit(REPORT, "1200", "3456"))

    os.killpg(served.process.pid, signal.SIGINT)

    assert served.process.wait(PATIENCE) == 0
    assert "Traceback" not in served.told()


def test_ctrl_c_while_its_processes_start_leaves_no_trace(tmp_path, finished):
    """A terminal sends it to all of them."""
    with serving(tree_to_serve(tmp_path, finished)) as served:
        wait_for((tmp_path / ".build").exists, served.told)
        os.killpg(served.process.pid, signal.SIGINT)

        assert served.process.wait(PATIENCE) == 130
        served.reader.join(PATIENCE)
        assert "Traceback" not in served.told()
        assert "Stopped." in served.told()


def test_a_tree_with_mistakes_is_not_served(tmp_path, root):
    write_tree(tmp_path, edit(REPORT, "1200", "1.2"))

    done = subprocess.run(
        [sys.executable, "-m", "generator.cli", "serve", "--port", "0", "--lang", "en"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )

    assert done.returncode == 1
    assert "count-with-decimals" in done.stderr
    assert "Fix these first" in done.stderr
