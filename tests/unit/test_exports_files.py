"""The data files of a small tree: which there are, what they say, and that nothing but the data decides their bytes."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from generator.assembly.data_files import Downloads
from generator.assembly.keeping.pool import Pool
from generator.assembly.site import load_and_check, read_tree
from generator.dataset.dataset import Dataset
from generator.exports.columns import Column
from generator.exports.files import DataFiles
from generator.exports.lookups import lookup_tables
from generator.exports.observations import observation_table
from generator.i18n.messages import translations
from generator.recall.marks import Marks
from tests.trees import REPORT, added, edit, faults, write_tree

SITE = "https://example.org/"


def exported(folder: Path, changes=None, *, site_url: str = SITE, processes: int = 1) -> tuple[Path, DataFiles]:
    """Write the data files of the smallest tree, and say where and which."""
    catalogue, problems = load_and_check(write_tree(folder / "tree", changes))
    assert faults(problems) == ()
    out = folder / "out"
    pool = Pool(folder / "pool")
    made = Downloads(Dataset.of(catalogue), site_url, folder / "cache", pool, {}, Marks())
    for path, each in made.all(processes).items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        pool.place(each.kept, out / path)
    return out, made.files


def loaded(out: Path, path: str):
    return json.loads((out / path).read_text(encoding="utf-8"))


def test_every_thing_has_its_json_and_what_has_figures_its_spreadsheets(tmp_path):
    out, files = exported(tmp_path)

    found = {path.removeprefix("data/v1/") for path in files.by_path}
    assert found >= {
        *(f"observations.{kind}" for kind in ("csv", "xlsx", "parquet")),
        *(f"units/huyen.{kind}" for kind in ("csv", "xlsx", "json")),
        *(f"reports/huyen/2022-Q3.{kind}" for kind in ("csv", "xlsx", "json")),
        *(f"indicators/resolved.{kind}" for kind in ("csv", "xlsx", "json")),
        "datapackage.json",
        "catalog.jsonld",
        "index.json",
        "units/tinh.json",
    }
    assert "units/tinh.csv" not in found
    assert {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()} == set(files.by_path)


def test_the_json_of_an_indicator_keeps_to_its_layout(tmp_path):
    out, _ = exported(tmp_path)

    told = loaded(out, "data/v1/indicators/on-time-rate.json")
    figures = told.pop("observations")
    assert told == {
        "version": 1,
        "id": "on-time-rate",
        "site": SITE,
        "page": "indicators/on-time-rate/",
        "licence": "CC-BY-4.0",
        "names": {"vi": "Tỷ lệ đúng hạn", "en": "On-time rate"},
        "definition": {"vi": "Tỷ lệ hồ sơ đúng hạn.", "en": "Share of dossiers on time."},
        "area": "procedures",
        "measure": {
            "id": "percent",
            "names": {"vi": "phần trăm", "en": "percent"},
            "type": "decimal",
            "pattern": {"vi": "{} %", "en": "{}%"},
        },
        "kind": "flow",
        "better": "higher",
        "breakdown": [],
        "formula": ["on-time / resolved"],
        "sums": [],
        "related": ["resolved"],
        "note": None,
        "of_year": False,
    }
    assert figures[0] == {
        "id": "huyen/2022-Q3#t-main-1.3",
        "unit": "huyen",
        "period": "2022-Q3",
        "indicator": "on-time-rate",
        "breakdown": {},
        "measure": "percent",
        "value": 99.17,
        "qualifier": None,
        "rough_value": None,
        "rough_to": None,
        "out_of": None,
        "words": None,
        "status": "reported",
        "printed": "99,17%",
        "note": None,
        "as_of": figures[0]["as_of"],
        "covers": None,
        "report": "huyen/2022-Q3",
        "table": "main",
        "row": "1.3",
        "column": 1,
        "section": None,
        "page": "reports/huyen/2022-Q3/#t-main-1.3",
        "primary": True,
        "part": False,
    }


def test_what_has_no_value_says_why_and_a_breakdown_names_its_dimension(tmp_path):
    out, _ = exported(tmp_path)

    rates = loaded(out, "data/v1/indicators/on-time-rate.json")["observations"]
    assert [(each["period"], each["value"], each["status"]) for each in rates if each["table"] == "years"] == [
        ("2020", 97.5, "reported"),
        ("2021", None, "not-reported"),
    ]
    resolved = loaded(out, "data/v1/indicators/resolved.json")["observations"]
    assert [each["breakdown"] for each in resolved] == [{}, {"tier": "district"}, {"tier": "commune"}]


def test_a_row_that_is_no_indicator_stands_in_its_report_under_the_label_of_the_form(tmp_path):
    out, _ = exported(tmp_path)

    (survey,) = [
        each for each in loaded(out, "data/v1/reports/huyen/2022-Q3.json")["observations"] if each["indicator"] is None
    ]
    assert (survey["row"], survey["value"], survey["label"]) == ("1.4", 1, {"vi": "Khảo sát", "en": "Survey"})


def test_a_share_printed_inside_a_cell_has_an_id_of_its_own(tmp_path):
    out, _ = exported(tmp_path, edit(REPORT, "1200", "{value: 1200, parts: {tier: {district: 299}}}"))

    ids = [each["id"] for each in loaded(out, "data/v1/reports/huyen/2022-Q3.json")["observations"]]
    assert len(set(ids)) == len(ids)
    assert "huyen/2022-Q3#t-main-1.1;tier=district" in ids


def test_addresses_are_relative_where_nobody_said_where_the_site_will_stand(tmp_path):
    out, _ = exported(tmp_path, site_url="")

    written = (out / "data/v1/observations.csv").read_text(encoding="utf-8-sig")
    assert ",reports/huyen/2022-Q3/#t-main-1.1," in written
    assert "https://" not in written
    assert loaded(out, "data/v1/index.json")["site"] is None
    assert "homepage" not in loaded(out, "data/v1/datapackage.json")
    (whole, report) = loaded(out, "data/v1/catalog.jsonld")["dcat:dataset"]
    for each in whole["dcat:distribution"] + report["dcat:distribution"]:
        assert (out / "data/v1" / each["dcat:downloadURL"]["@id"]).is_file()


def test_the_package_is_as_old_as_its_newest_published_data(tmp_path):
    history = "published: 2026-11-21\nrevisions: [{date: 2026-12-01, change: {vi: Sửa., en: Corrected.}}]\n"
    out, _ = exported(tmp_path, added(REPORT, history))

    package = loaded(out, "data/v1/datapackage.json")
    assert (package["version"], package["created"]) == ("2026.12.01", "2026-12-01T00:00:00+07:00")


def test_it_does_not_matter_how_the_work_is_shared_or_what_is_remembered(tmp_path):
    _, alone = exported(tmp_path / "alone")
    _, shared = exported(tmp_path / "shared", processes=2)
    _, again = exported(tmp_path / "alone")

    assert alone == shared == again


def test_a_damaged_memory_is_made_again(tmp_path):
    _, before = exported(tmp_path)
    for entry in (tmp_path / "cache").rglob("*"):
        if entry.is_file():
            entry.write_text("no workbook", encoding="utf-8")

    _, after = exported(tmp_path)

    assert after == before


def test_the_index_lists_every_file(tmp_path):
    out, files = exported(tmp_path)

    index = loaded(out, "data/v1/index.json")
    listed = {entry["path"]: entry["bytes"] for entry in [*index["dataset"], *index["tables"]]}
    for part in ("units", "reports", "indicators"):
        for entry in index[part]:
            listed |= {file["path"]: file["bytes"] for file in entry["files"].values()}
    others = {index["package"], index["catalogue"], "data/v1/index.json"}
    assert listed == {path: file.size for path, file in files.by_path.items() if path not in others}
    assert others <= set(files.by_path)


def test_the_catalogue_for_portals_offers_files_that_are_there(tmp_path):
    out, files = exported(tmp_path)

    catalogue = loaded(out, "data/v1/catalog.jsonld")
    datasets = catalogue["dcat:dataset"]
    offers = [each for dataset in datasets for each in dataset["dcat:distribution"]]
    assert catalogue["@type"] == "dcat:Catalog"
    assert [dataset["@type"] for dataset in datasets] == ["dcat:Dataset"] * 2
    for offer in offers:
        file = files.by_path[offer["dcat:downloadURL"]["@id"].removeprefix(SITE)]
        assert offer["dcat:byteSize"]["@value"] == str(file.size)
        assert offer["spdx:checksum"]["spdx:checksumValue"]["@value"] == file.sha256


def _columns(folder: Path) -> list[Column]:
    dataset, _ = read_tree(write_tree(folder))
    tables = [observation_table(dataset.catalogue.languages), *(filled.table for filled in lookup_tables(dataset))]
    return [column for table in tables for column in table.columns]


def test_every_column_is_explained_in_both_languages(tmp_path):
    for column in _columns(tmp_path):
        assert column.description("en").endswith((".", ")")), column.name
        assert translations("vi").gettext(column.meaning) != column.meaning, column.name


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_column_of_texts_names_its_language(tmp_path, lang):
    named = next(each for each in _columns(tmp_path) if each.name == "unit_name_en")

    assert named.description(lang).endswith("(English)")
    assert not replace(named, lang="").description(lang).endswith(")")


def test_a_tree_without_figures_still_has_a_whole_package(tmp_path):
    summaries = {f"content/{lang}/reports/huyen/2022-Q3/summary.md": None for lang in ("vi", "en")}
    out, files = exported(tmp_path, {REPORT: None, **summaries})

    package = loaded(out, "data/v1/datapackage.json")
    assert all(f"data/v1/{resource['path']}" in files.by_path for resource in package["resources"])
    assert "data/v1/reports/huyen/2022-Q3.json" not in files.by_path


def test_a_file_is_made_when_it_is_asked_for_and_taken_again_while_its_figures_are_the_same(tmp_path):
    catalogue, _ = load_and_check(write_tree(tmp_path / "tree"))
    pool, cache = Pool(tmp_path / "pool"), tmp_path / "cache"
    made = Downloads(Dataset.of(catalogue), SITE, cache, pool, {}, Marks())
    assert dict(made.so_far) == {}
    assert made.files.find("data/v1/units/huyen.csv")
    assert set(made.so_far) == {"data/v1/units/huyen.csv"}
    assert made.files.find("data/v1/units/no-such.csv") is None
    first = made.all()

    again = Downloads(Dataset.of(catalogue), SITE, cache, pool, first, Marks())
    assert "data/v1/observations.xlsx" in again.so_far
    assert all(again.mark(path) == made.mark(path) for path in first)

    changed, _ = load_and_check(write_tree(tmp_path / "tree", edit(REPORT, "1200", "1300")))
    other = Downloads(Dataset.of(changed), SITE, cache, pool, first, Marks())
    assert other.mark("data/v1/units/huyen.csv") != made.mark("data/v1/units/huyen.csv")
    # What lists all files is known when they are there.
    assert other.mark("data/v1/index.json") is None
    assert other.all().keys() == first.keys()
    assert other.mark("data/v1/index.json") not in (None, made.mark("data/v1/index.json"))
