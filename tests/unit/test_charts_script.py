"""The page's chart script keeps to the rules of the site: nothing from elsewhere, nothing that a strict policy forbids."""

import re
import shutil
import subprocess

import pytest


def scripts(root):
    return sorted((root / "site_templates/assets/js").glob("charts*.js"))


@pytest.fixture(scope="module")
def script(root):
    return "\n".join(path.read_text(encoding="utf-8") for path in scripts(root))


@pytest.fixture(scope="module")
def style(root):
    return (root / "site_templates/assets/css/charts.css").read_text(encoding="utf-8")


def test_nothing_is_loaded_from_another_host(script, style):
    assert not re.search(r"https?:|//\w", re.sub(r"//[^\n]*", "", script))
    assert "url(" not in style
    assert "@import" not in style


def test_nothing_needs_unsafe_eval_or_unsafe_inline(script):
    assert "ast: true" in script
    assert not re.search(r"\beval\(|new Function|innerHTML|insertAdjacentHTML|setAttribute\(\"(style|on\w+)\"", script)


def test_script_and_style_know_only_classes_that_the_figure_has(script, style, root):
    written = (root / "generator/charts/figure.py").read_text(encoding="utf-8")
    made_by_script = set(re.findall(r'"(rr-chart[\w-]*)"', script))
    for name in set(re.findall(r"\.(rr-chart__[\w-]+)", style)):
        assert name in written or name in made_by_script or name == "rr-chart__static"


def test_every_word_that_the_script_asks_for_stands_on_the_figure(script, root):
    written = (root / "generator/charts/figure.py").read_text(encoding="utf-8")
    # The address and the day of the data stand at the page's citation, once for all its charts.
    for name in set(re.findall(r"(?<!cite\.)dataset\.(\w+)", script)):
        assert '"' + re.sub(r"([A-Z])", lambda match: "-" + match[1].lower(), name) + '"' in written


@pytest.mark.skipif(shutil.which("node") is None, reason="no node to parse it with")
def test_the_script_is_well_formed(root):
    for path in scripts(root):
        subprocess.run(["node", "--check", str(path)], check=True)
