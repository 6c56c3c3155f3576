"""What is installed otherwise than when a snapshot was taken."""

from importlib.metadata import version

from generator.archive.file_list import interpreter
from generator.snapshot.versions import VersionChange, changed_versions

LOCK = f"""\
babel==0.1 \\
    --hash=sha256:00
click=={version("click")} \\
    --hash=sha256:00
no-such-library==1.0 \\
    --hash=sha256:00
only-on-windows==1.0 ; sys_platform == 'win32' \\
    --hash=sha256:00
"""


def test_libraries_and_interpreter_of_then_are_held_against_those_of_now(tmp_path):
    (tmp_path / "requirements.lock").write_text(LOCK, encoding="utf-8")

    assert changed_versions(tmp_path, {**interpreter(), "Python": "3.9.1"}) == (
        VersionChange("Python", "3.9.1", interpreter()["Python"]),
        VersionChange("babel", "0.1", version("babel")),
        VersionChange("no-such-library", "1.0", ""),
    )


def test_a_tree_without_a_lock_file_says_nothing_of_libraries(tmp_path):
    assert changed_versions(tmp_path, interpreter()) == ()
