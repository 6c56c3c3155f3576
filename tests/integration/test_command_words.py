"""What the command says: all problems at once, in the user's language, with colours and examples where they help."""

import pytest

from generator.assembly.site import load_and_check
from tests.commands import ESCAPE, files, run, terminal
from tests.trees import REPORT, edit, write_tree

pytestmark = pytest.mark.integration

UNIT = "data/units/huyen.yml"


@pytest.mark.parametrize(
    ("arguments", "env", "words"),
    [
        ((), {"LANG": "vi_VN.UTF-8"}, "lỗi"),
        ((), {"LANG": "en_US.UTF-8"}, "error"),
        (("--lang", "vi"), {"LANG": "en_US.UTF-8"}, "lỗi"),
        (("--lang", "en"), {"LANG": "vi_VN.UTF-8"}, "error"),
    ],
)
@pytest.mark.parametrize("command", ["build", "check"])
def test_all_problems_are_told_together_in_the_users_language(tree, command, arguments, env, words):
    write_tree(tree, edit(REPORT, "1200", "1.2") | edit(UNIT, "parent: tinh", "parent: tin"))
    (tree / "data/areas.yml").write_bytes(b"\xff")
    before = files(tree / "site")

    done = run(command, *arguments, cwd=tree, env=env)

    assert done.returncode == 1
    told = done.stdout + done.stderr
    for place in (f"{REPORT}:10:12: {words}", f"{UNIT}:3:1: {words}", f"data/areas.yml:1:1: {words}"):
        assert place in told
    assert "count-with-decimals" in told
    assert "Traceback" not in told
    assert ESCAPE not in told
    assert files(tree / "site") == before


def test_a_mistake_is_shown_under_its_line(tree):
    write_tree(tree, edit(REPORT, "1200", "1.2"))

    told = run("check", cwd=tree, env={"LANG": "en"}).stderr.splitlines()

    line = next(number for number, text in enumerate(told) if "│       1.1: 1.2" in text)
    assert told[line + 1].index("^") == told[line].index("1.2")
    assert told[line + 2].strip().startswith("→ A dot groups thousands only before three digits")


def test_a_wrong_use_of_the_command_has_its_own_exit_code(tmp_path):
    assert run("bild", cwd=tmp_path).returncode == 2
    assert run("build", "--lang", "xx", cwd=tmp_path).returncode == 2


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("command", [(), ("build",), ("check",), ("diff",), ("explain",), ("serve",)])
def test_help_teaches_by_example(tmp_path, command, lang):
    done = run(*command, "--help", cwd=tmp_path, env={"LANG": lang})

    assert done.returncode == 0
    assert done.stdout.count("reform-reports") > 2
    assert "{" not in done.stdout


def test_colours_are_for_terminals_whose_user_wants_them(tree):
    write_tree(tree, edit(REPORT, "1200", "1.2"))

    assert ESCAPE in terminal("check", cwd=tree)
    assert ESCAPE not in terminal("check", cwd=tree, NO_COLOR="1")


def test_check_reads_and_changes_nothing(tree):
    before = files(tree)

    done = run("check", "--lang", "en", cwd=tree)

    assert (done.returncode, done.stdout) == (0, "No problems. 1 report, 9 figures.\n")
    assert files(tree) == before
    assert load_and_check(tree)[1] == ()
