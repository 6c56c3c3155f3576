"""Vega comes from our own site, as a script that also loads from a USB stick."""

import shutil
import subprocess

import pytest

from generator.charts import bundle as bundling
from generator.charts.bundle import classic_script, write_bundle
from generator.charts.cache import Cache

LARGEST = 500_000


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    return write_bundle(tmp_path_factory.mktemp("js"))


def test_the_bundle_is_a_classic_script_that_exposes_one_name(bundle):
    script = bundle.read_text(encoding="utf-8")
    assert bundle.name == "vega.js"
    assert script.startswith("/*!")
    assert script.rstrip().endswith("})();")
    assert "window.rrVega" in script


def test_the_bundle_holds_what_draws_charts_and_nothing_that_compiles_them(bundle):
    script = bundle.read_text(encoding="utf-8")
    assert len(script) < LARGEST
    assert "vega-lite" not in script


def test_a_vl_convert_with_other_modules_is_named(monkeypatch):
    monkeypatch.setitem(bundling._MODULES, "vega-view", ("1.2.3", "{ View }"))
    with pytest.raises(
        RuntimeError, match=r"vl-convert-python 1\.\S+ does not carry the modules that bundle\.py names"
    ):
        bundling.bundle()


@pytest.mark.skipif(shutil.which("node") is None, reason="no node to parse it with")
def test_it_parses_as_a_script(bundle):
    code = "const fs=require('fs');new (require('vm').Script)(fs.readFileSync(process.argv[1],'utf8'))"
    subprocess.run(["node", "-e", code, str(bundle)], check=True)


def test_it_is_the_same_every_time_with_and_without_cache(bundle, tmp_path):
    cache = Cache(tmp_path / "cache")
    assert write_bundle(tmp_path / "a", cache).read_bytes() == bundle.read_bytes()
    assert write_bundle(tmp_path / "b", cache).read_bytes() == bundle.read_bytes()


@pytest.mark.parametrize(
    "module", ["const a=1;export{a};", "import x from 'y';", "x=1;\nexport default 3", "a(import.meta.url)"]
)
def test_a_module_with_imports_or_exports_is_refused(module):
    with pytest.raises(RuntimeError, match="module loader"):
        classic_script(module)


def test_words_that_look_like_module_syntax_are_not():
    assert "a={export:1,import:2}" in classic_script("a={export:1,import:2};b.export||c")


def test_the_licences_of_what_is_bundled_lie_beside_it(root):
    text = (root / "site_templates/assets/licences/vega.txt").read_text(encoding="utf-8")
    for work in (
        "vega-view,",
        "vega-interpreter",
        "vega-tooltip",
        "d3-format",
        "topojson-client",
        "University of Washington",
    ):
        assert work in text
