"""`reform-reports new units`: what of the published list goes into a tree, under which names and ids, and what is left alone."""

import json
import sys

import pytest
from click.testing import CliRunner

from generator.assembly.site import load_and_check
from generator.cli import make_command
from generator.gazetteer.names import bare, folded, mended
from generator.model.unit import UnitKind
from tests.trees import faults, write_tree

LIST = [
    {
        "name": "Tỉnh Mẫu",
        "code": 4,
        "division_type": "tỉnh",
        "wards": [
            {"name": "Xã  Sơn Hạ", "code": 70, "codename": "xa_son_ha", "division_type": "xã"},
            {"name": "Xã Sơn Hà", "code": 7, "codename": "xa_son_ha", "division_type": "xã"},
            {"name": "Phường Thuỷ Hoà", "code": 71, "codename": "phuong_thuy_hoa", "division_type": "phường"},
            {"name": "Đặc khu D'Ran song", "code": 72, "codename": "x", "division_type": "đặc khu"},
            {"name": "Xã Tân Phú", "code": 73, "codename": "xa_tan_phu", "division_type": "xã"},
        ],
    },
    {
        "name": "Thành phố Huế",
        "code": 46,
        "division_type": "thành phố trung ương",
        "wards": [{"name": "Xã Tân Phú", "code": 20152, "codename": "xa_tan_phu", "division_type": "xã"}],
    },
]
PACKAGE = """\
from pathlib import Path
__version__ = "2025.10.1"
__data_version__ = "2025-10-18"
NESTED_DIVISIONS_JSON_PATH = Path(__file__).parent / "list.json"
"""
EXISTING = "id: nha\nlevel: commune\nparent: tinh\n# Theirs.\nnames: {vi: Xã Sơn Hà, en: Son Ha}\n"


@pytest.fixture
def new(tmp_path, monkeypatch):
    """Runs the command on the smallest tree, beside a package with the list above."""
    package = tmp_path / "packages" / "vietnam_provinces"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(PACKAGE, encoding="utf-8")
    (package / "list.json").write_text(json.dumps(LIST), encoding="utf-8")
    tree = write_tree(tmp_path / "tree")

    def new(*provinces, installed=True):
        monkeypatch.delitem(sys.modules, "vietnam_provinces", raising=False)
        with monkeypatch.context() as patched:
            patched.setattr(sys, "path", [str(package.parent), *sys.path] if installed else sys.path)
            if not installed:
                patched.setitem(sys.modules, "vietnam_provinces", None)
            asked = [f"--province={each}" for each in provinces]
            return CliRunner().invoke(make_command("en"), ["new", "units", *asked, "--root", str(tree)])

    new.tree = tree
    return new


def contents(tree):
    return {path.name: path.read_text(encoding="utf-8") for path in (tree / "data" / "units").iterdir()}


def test_the_units_of_a_province_are_written_with_codes_kinds_and_names(new):
    done = new("mau")

    assert done.exit_code == 0
    assert "5 units written, 1 completed" in done.output
    assert set(contents(new.tree)) == {
        "tinh.yml", "huyen.yml", "son-ha-commune-00007.yml", "son-ha-commune-00070.yml", "thuy-hoa-ward.yml",
        "d-ran-song-special-zone.yml", "tan-phu-commune-mau.yml",
    }  # fmt: skip
    catalogue, problems = load_and_check(new.tree)
    assert faults(problems) == ()
    ward, zone = catalogue.units["thuy-hoa-ward"], catalogue.units["d-ran-song-special-zone"]
    assert (ward.code, ward.kind, ward.parent) == ("00071", UnitKind.WARD, "tinh")
    assert ward.names.root == {"vi": "Phường Thủy Hòa", "en": "Thủy Hòa Ward"}
    assert zone.names.root == {"vi": "Đặc khu D’Ran Song", "en": "D’Ran Song Special Zone"}
    assert "vietnam-provinces 2025.10.1 (PyPI), data as of 2025-10-18" in contents(new.tree)["thuy-hoa-ward.yml"]


def test_existing_units_are_kept_and_completed_and_a_second_run_changes_nothing(new):
    (new.tree / "data/units/nha.yml").write_text(EXISTING, encoding="utf-8")

    new("Tỉnh Mẫu")
    once = contents(new.tree)
    new("04")

    assert contents(new.tree) == once
    assert "son-ha-commune-00007.yml" not in once
    assert "# Theirs." in once["nha.yml"]
    assert "Son Ha" in once["nha.yml"]
    assert 'code: "00007"' in once["nha.yml"]
    assert 'code: "04"' in once["tinh.yml"]


def test_ids_do_not_follow_from_the_order_of_the_runs(new, tmp_path):
    new("mau", "hue")
    both = set(contents(new.tree))
    (new.tree / "data/units").rename(tmp_path / "first")
    write_tree(new.tree)
    new("hue")
    new("mau")

    assert set(contents(new.tree)) == both


def test_what_the_tree_says_otherwise_is_told_and_left(new):
    other = EXISTING.replace("level: commune\n", 'level: commune\nkind: ward\ncode: "00007"\n')
    (new.tree / "data/units/nha.yml").write_text(other, encoding="utf-8")

    assert "data/units/nha.yml says “ward”, the list “commune”: left as it is." in new("mau").output
    assert "kind: ward" in contents(new.tree)["nha.yml"]


def test_without_the_list_or_the_province_it_says_what_to_do_and_writes_nothing(new):
    before = contents(new.tree)

    missing, unknown = new("mau", installed=False), new("xyz")

    assert (missing.exit_code, unknown.exit_code) == (1, 2)
    assert "pip install vietnam-provinces" in missing.output
    assert "There is no province “xyz”. There are: Mẫu, Huế." in unknown.output
    assert contents(new.tree) == before


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Hoà  Bình", "Hòa Bình"), ("Hoàn Kiếm", "Hoàn Kiếm"), ("Quý Hoá", "Quý Hóa"), ("Đắk song", "Đắk Song"), ("Thuỵ Khuê", "Thụy Khuê"),
        ("Cư M'gar", "Cư M’gar"), ("Xoè", "Xòe"), ("Nguyễn Huệ", "Nguyễn Huệ"), ("Khoái Châu", "Khoái Châu"),
    ],
)  # fmt: skip
def test_names_are_mended_by_rule(written, name):
    assert mended(written) == name


def test_the_word_for_the_kind_is_no_part_of_the_bare_name():
    assert bare("Thành phố Huế", UnitKind.CITY) == "Huế"
    assert bare("Cao Bằng", UnitKind.PROVINCE) == "Cao Bằng"
    assert folded("Đắk Lắk") == "dak lak"
