"""The data files of the real site, read by what people will read them with: frictionless, pandas, openpyxl, pyarrow."""

import io
import json
import posixpath
import re
import shutil
from contextlib import redirect_stdout
from html import unescape
from pathlib import Path
from urllib.parse import urldefrag

import pandas as pd
import pyarrow.parquet as pq
import pytest
from frictionless import Package
from openpyxl import load_workbook

from tests.conftest import SITE_URL

pytestmark = pytest.mark.xdist_group("data")

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
WITH_DATASET = (
    "data/index.html",
    "units/khanh-son/index.html",
    "reports/khanh-son/2011-2020/index.html",
    "indicators/dossiers-on-time-rate/index.html",
)
DATASET_KEYS = {
    "name", "description", "url", "inLanguage", "license", "creator", "publisher", "temporalCoverage", "spatialCoverage",
    "variableMeasured", "isBasedOn", "distribution",
}  # fmt: skip
# What search engines ask of a description, in letters.
SHORTEST, LONGEST = 50, 5000


@pytest.fixture(scope="module")
def site_url() -> str:
    return SITE_URL


@pytest.fixture(scope="module")
def observations(built_site: Path) -> pd.DataFrame:
    return pd.read_csv(built_site / "data/v1/observations.csv", dtype_backend="numpy_nullable", low_memory=False)


def loaded(path: Path):
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_data_package_is_valid_with_its_data(built_site):
    package = Package(str(built_site / "data/v1/datapackage.json"))

    report = package.validate()

    assert report.valid, report.flatten(["type", "message"])[:10]
    assert package.get_resource("observations").schema.foreign_keys
    assert len(report.tasks) == 11
    # Every file was read to its end, and its bytes and checksum were compared.
    rows = {task.name: task.stats.get("rows", 0) for task in report.tasks}
    # Nothing may have been revised.
    assert {name for name, number in rows.items() if not number} <= {"revisions"}


def test_what_does_not_fit_the_package_is_found(built_site, tmp_path):
    """The validation above means something: a unit that nobody knows, and bytes that are not those described."""
    copied = Path(shutil.copytree(built_site / "data/v1", tmp_path / "v1"))
    table = copied / "observations.csv"
    table.write_bytes(table.read_bytes().replace(b",khanh-son,", b",khanh-xyz,", 1))

    report = Package(str(copied / "datapackage.json")).validate()

    assert {"foreign-key", "hash-count"} <= {found for (found,) in report.flatten(["type"])}


def test_the_descriptor_speaks_version_2(built_site):
    package = loaded(built_site / "data/v1/datapackage.json")

    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert {resource["$schema"] for resource in package["resources"]} == {
        "https://datapackage.org/profiles/2.0/dataresource.json"
    }
    assert [licence["name"] for licence in package["licenses"]] == ["CC-BY-4.0"]
    assert {resource["encoding"] for resource in package["resources"]} == {"utf-8"}


def test_every_csv_opens_in_excel_with_its_accents(built_site):
    files = sorted((built_site / "data").rglob("*.csv"))

    assert files
    without_mark = [path.name for path in files if not path.read_bytes().startswith(b"\xef\xbb\xbf")]
    assert without_mark == []


def test_pandas_reads_numbers_truths_and_vietnamese(observations):
    assert observations["id"].is_unique
    assert pd.api.types.is_numeric_dtype(observations["value"])
    assert pd.api.types.is_bool_dtype(observations["primary"])
    row = observations.set_index("id").loc["khanh-son/2011-2020#t-1-6-3_4"]
    assert (row["unit_name_vi"], row["period"], row["value"]) == ("Huyện Khánh Sơn", "2018", 86.3)
    assert row["source_vi"] == "Huyện Khánh Sơn, 2011–2020, bảng 1, dòng 6-3"


def test_parquet_holds_what_the_csv_holds(built_site, observations):
    table = pq.read_table(built_site / "data/v1/observations.parquet")

    assert table.column_names == list(observations.columns)
    assert table.num_rows == len(observations)
    for name in table.column_names:
        texts = [_as_csv(value) for value in table.column(name).to_pylist()]
        written = [_as_csv(None if pd.isna(value) else value) for value in observations[name]]
        assert [each.removeprefix("'") for each in written] == [each.removeprefix("'") for each in texts], name


def _as_csv(value: object) -> str:
    """A value as text, however the reader took it: a column of whole numbers may have come as integers or as text."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def test_a_workbook_has_real_numbers_vietnamese_text_and_sources(built_site, observations, site_url):
    workbook = load_workbook(built_site / "data/v1/observations.xlsx")
    sheet, empty, about = workbook.worksheets

    header = [cell.value for cell in sheet[2]]
    assert set(header) == {*observations.columns, "period_name_vi", "period_name_en"}
    assert header.index("value") < header.index("measure_name_vi") < header.index("period_name_vi") < 8
    assert sheet["A1"].value == "Đơn vị (Tiếng Việt)\nUnit (Vietnamese)"
    silent = observations["status"] == "not-reported"
    assert (sheet.max_row - 2, empty.max_row - 2) == ((~silent).sum(), silent.sum())
    types = {cell.data_type for row in sheet.iter_rows(min_row=3) for cell in row}
    assert "f" not in types
    values = [row[0] for row in sheet.iter_rows(min_row=3, min_col=header.index("value") + 1, values_only=True)]
    assert {type(value) for value in values} <= {int, float, type(None)}
    assert [each for each in values if each is not None] == observations["value"].dropna().tolist()
    source = sheet.cell(3, header.index("source_vi") + 1)
    address = sheet.cell(3, header.index("address") + 1).value
    assert "bảng" in source.value
    assert f"{source.hyperlink.target}#{source.hyperlink.location}" == address
    assert address.startswith(site_url)
    explained = [row[0] for row in about.iter_rows(values_only=True)]
    assert set(header) <= set(explained)
    assert "licence" in explained


@pytest.mark.parametrize("kind", ["units/khanh-son", "reports/khanh-son/2011-2020", "indicators/satisfaction-rate"])
def test_a_part_holds_the_rows_of_the_whole(built_site, observations, kind):
    folder, _, name = kind.partition("/")
    column = folder.removesuffix("s")
    expected = observations[observations[column] == name]["id"].tolist()

    table = pd.read_csv(built_site / f"data/v1/{kind}.csv", low_memory=False)
    # Beside them stand the explanation and, of a report, its tables as they are printed.
    book = load_workbook(built_site / f"data/v1/{kind}.xlsx")
    sheets = [each for each in book.worksheets if "id" in [cell.value for cell in each[2]]]
    told = loaded(built_site / f"data/v1/{kind}.json")["observations"]

    assert table["id"].tolist() == expected
    rows = [row for sheet in sheets for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert sorted(row[rows[0].index("id")] for row in rows if row[0] != rows[0][0]) == sorted(expected)
    assert [each["id"] for each in told] == expected


def test_every_address_of_the_index_is_there(built_site):
    index = loaded(built_site / "data/v1/index.json")

    entries = [entry for part in ("units", "reports", "indicators") for entry in index[part]]
    files = [*index["dataset"], *index["tables"], *(file for entry in entries for file in entry["files"].values())]
    assert all((built_site / file["path"]).stat().st_size == file["bytes"] for file in files)
    assert all((built_site / entry["page"] / "index.html").is_file() for entry in entries)
    assert all("json" in entry["files"] for entry in entries)


def test_every_figure_has_an_address_that_leads_to_it(built_site, observations, site_url):
    pages: dict[str, set[str]] = {}
    for address in observations["address"]:
        page, anchor = urldefrag(address.removeprefix(site_url))
        if page not in pages:
            html = (built_site / page / "index.html").read_text(encoding="utf-8")
            pages[page] = {unescape(found) for found in re.findall(r'\sid="([^"]+)"', html)}
        assert anchor in pages[page], address


def test_the_example_in_python_runs(built_site, site_url):
    page = (built_site / "en/data/index.html").read_text(encoding="utf-8")
    example = unescape(re.search(r'<pre class="rr-code".*?<code>(.*?)</code>', page, re.DOTALL)[1])
    assert f'"{site_url}data/v1/observations.csv"' in example

    shown = io.StringIO()
    with redirect_stdout(shown):
        exec(example.replace(site_url, f"{built_site}/"), {})  # noqa: S102 - our own page

    assert "District" in shown.getvalue()


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("page", WITH_DATASET)
def test_search_engines_are_told_what_the_data_are(built_site, site_url, page, lang):
    home = f"{site_url}{'' if lang == 'vi' else 'en/'}"
    html = (built_site / ("" if lang == "vi" else "en") / page).read_text(encoding="utf-8")

    (block,) = BLOCK.findall(html)
    told = json.loads(block)
    assert "<" not in block
    assert (told["@context"], told["@type"], told["inLanguage"]) == ("https://schema.org", "Dataset", lang)
    assert told.keys() >= DATASET_KEYS
    assert all(told[key] for key in DATASET_KEYS)
    assert SHORTEST <= len(told["description"]) <= LONGEST
    assert told["url"] == home + posixpath.dirname(page) + "/"
    for file in told["distribution"]:
        assert (built_site / file["contentUrl"].removeprefix(site_url)).is_file()
    for report in told["isBasedOn"]:
        assert (built_site / report["url"].removeprefix(site_url) / "index.html").is_file()


def test_a_page_without_figures_offers_nothing(built_site):
    index = loaded(built_site / "data/v1/index.json")
    empty = next(unit for unit in index["units"] if "csv" not in unit["files"])

    html = (built_site / empty["page"] / "index.html").read_text(encoding="utf-8")

    assert "rr-downloads" not in html
    assert not BLOCK.search(html)


def test_the_sitemap_names_each_page_in_both_languages_and_a_default(built_site, site_url):
    sitemap = (built_site / "sitemap.xml").read_text(encoding="utf-8")

    for lang, address in (("vi", f"{site_url}data/"), ("en", f"{site_url}en/data/"), ("x-default", f"{site_url}data/")):
        assert f'hreflang="{lang}" href="{address}"' in sitemap
