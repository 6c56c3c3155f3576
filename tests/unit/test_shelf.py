"""Publishing the archive: which editions are at hand, what is refused, and what is placed beside the pages."""

import hashlib
import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from generator.archive.shelf import place
from generator.archive.stock import take_stock
from generator.archive.store import Store
from generator.load import load_catalogue
from generator.model.dates import PartialDate
from generator.model.text import text
from generator.model.vintage import Removal
from generator.problems import remedy
from tests.editions import shelve, site_of, write_record, zip_name
from tests.trees import write_tree


@pytest.fixture
def tree(tmp_path):
    return write_tree(tmp_path / "tree")


def stock_and_problems(tree, published=None, store=None):
    records = [each.record for each in load_catalogue(tree).catalogue.vintages]
    return take_stock(records, Store(store or tree / "archive"), published)


def codes(problems):
    return [problem.code for problem in problems]


def tree_of(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def put(tree, site, published=None, store=None):
    """Publish what is at hand, as a build does."""
    stock, problems = stock_and_problems(tree, published, store)
    assert not problems
    return place(stock, site, tree / ".cache" / "archive")


def test_an_edition_is_placed_byte_for_byte_with_its_zip_and_checksum(tree, tmp_path):
    files = site_of("2022", "units/x")
    record = shelve(tree, "2022", files)
    site = tmp_path / "site"

    assert put(tree, site) == ()

    assert tree_of(site / "archive" / "2022") == files
    placed = site / "archive" / zip_name("2022")
    assert hashlib.sha512(placed.read_bytes()).hexdigest() == record.zip.sha512
    check = subprocess.run(["sha512sum", "-c", f"{placed.name}.sha512"], cwd=placed.parent, check=False)
    assert check.returncode == 0


def test_signatures_go_beside_the_zip(tree, tmp_path):
    shelve(tree, "2022", site_of("2022"))
    (tree / "archive" / "reform-reports-2022.tagmanifest-sha512.txt.minisig").write_text("signed")

    put(tree, tmp_path / "site")

    assert (
        tmp_path / "site" / "archive" / "reform-reports-2022.tagmanifest-sha512.txt.minisig"
    ).read_text() == "signed"


def test_editions_are_told_newest_first_with_their_pages(tree):
    shelve(tree, "2020", site_of("2020", "units/x"))
    shelve(tree, "2022", site_of("2022"))
    shelve(tree, "2020.2", site_of("2020.2"))

    stock, _ = stock_and_problems(tree)

    assert [str(each.edition) for each in stock.shelf.editions] == ["2022", "2020.2", "2020"]
    assert stock.shelf.editions[2].pages == {"", "en", "units/x", "en/units/x"}
    assert [str(each.edition) for each in stock.shelf.having("units/x")] == ["2020"]


def test_what_is_the_same_in_two_editions_or_two_languages_is_stored_once(tree, tmp_path):
    shelve(tree, "2020", site_of("2020"))
    shelve(tree, "2022", site_of("2022"))
    site = tmp_path / "site"

    put(tree, site)

    names = [f"archive/{year}/{lang}assets/css/site.css" for year in (2020, 2022) for lang in ("", "en/")]
    assert len({(site / name).stat().st_ino for name in names}) == 1


def test_a_bag_cannot_be_altered_through_the_site(tree, tmp_path):
    files = site_of("2022")
    shelve(tree, "2022", files)
    bag, site = tree_of(tree / "archive"), tmp_path / "site"
    put(tree, site)

    for path in (path for path in site.rglob("*") if path.is_file()):
        with path.open("ab") as file:
            file.write(b"<!-- added on the server -->")

    assert tree_of(tree / "archive") == bag
    assert put(tree, site) == ()
    assert tree_of(site / "archive" / "2022") == files


def test_nothing_is_read_again_from_the_zip_when_nothing_changed(tree, tmp_path, monkeypatch):
    shelve(tree, "2022", site_of("2022"))
    put(tree, tmp_path / "first")
    monkeypatch.setattr("generator.archive.shelf._read", lambda *_: pytest.fail("read again"))

    assert put(tree, tmp_path / "second") == ()


def test_what_no_edition_needs_is_not_kept(tree, tmp_path):
    record = shelve(tree, "2022", site_of("2022", "units/x"))
    shelve(tree, "2020", site_of("2020"))
    put(tree, tmp_path / "site")
    gone = Removal(date=PartialDate.parse("2026-02-01"), reason=text("Sai", en="Wrong"))
    write_record(tree, record.model_copy(update={"removed": gone}))

    put(tree, tmp_path / "site2")

    assert not (tmp_path / "site2" / "archive" / "2022").exists()
    kept = {path.name for path in (tree / ".cache" / "archive").rglob("*") if path.is_file()}
    assert record.zip.sha512 not in kept


def test_where_a_disk_knows_no_second_names_files_are_copied(tree, tmp_path, monkeypatch):
    files = site_of("2022")
    shelve(tree, "2022", files)

    def refuse(*_):
        raise OSError(1, "not permitted")

    monkeypatch.setattr(os, "link", refuse)

    assert put(tree, tmp_path / "site") == ()
    assert tree_of(tmp_path / "site" / "archive" / "2022") == files


def test_a_fresh_clone_without_bags_has_no_problem_and_no_editions(tree, tmp_path):
    shelve(tree, "2022", site_of("2022"), store=tmp_path / "elsewhere")

    stock, problems = stock_and_problems(tree)

    assert (stock.holdings, problems) == ((), ())


def test_without_a_store_the_site_published_before_keeps_its_editions(tree, tmp_path):
    files = site_of("2022")
    shelve(tree, "2022", files)
    put(tree, tmp_path / "site")
    (tree / "archive").rename(tmp_path / "gone")

    put(tree, tmp_path / "next", published=tmp_path / "site")

    assert tree_of(tmp_path / "next" / "archive") == tree_of(tmp_path / "site" / "archive")


def test_an_altered_zip_is_refused_and_named(tree):
    shelve(tree, "2022", site_of("2022"))
    zip_file = tree / "archive" / zip_name("2022")
    content = bytearray(zip_file.read_bytes())
    content[len(content) // 2] ^= 1
    zip_file.write_bytes(bytes(content))

    stock, problems = stock_and_problems(tree)

    assert stock.holdings == ()
    assert codes(problems)[0] == "snapshot-altered"
    assert zip_name("2022") in problems[0].place.file


def test_an_exchanged_edition_is_refused(tree):
    shelve(tree, "2020", site_of("2020"))
    shelve(tree, "2022", site_of("2022"))
    (tree / "archive" / zip_name("2020")).replace(tree / "archive" / zip_name("2022"))

    _, problems = stock_and_problems(tree)

    assert codes(problems)[0] == "snapshot-altered"


def test_a_zip_that_fits_but_whose_lists_do_not_is_refused(tree):
    record = shelve(tree, "2022", site_of("2022"))
    write_record(tree, record.model_copy(update={"manifest": "0" * 128}))

    _, problems = stock_and_problems(tree)

    assert codes(problems)[0] == "snapshot-altered"


def test_a_published_edition_that_nobody_recorded_is_never_dropped_silently(tree, tmp_path):
    shelve(tree, "2022", site_of("2022"))
    put(tree, tmp_path / "site")
    for path in (tree / "data" / "vintages").iterdir():
        path.unlink()

    _, problems = stock_and_problems(tree, published=tmp_path / "site", store=tmp_path / "none")

    assert codes(problems) == ["snapshot-unknown"]
    assert f"archive remove 2022 --output {tmp_path / 'site'}" in remedy(problems[0], "en")


def test_an_edition_in_the_store_alone_that_nobody_recorded_is_told_and_left_out(tree):
    shelve(tree, "2022", site_of("2022"), recorded=False)

    stock, problems = stock_and_problems(tree)

    assert stock.holdings == ()
    assert codes(problems) == ["snapshot-unrecorded"]


def test_a_removed_edition_is_not_published_though_it_is_at_hand(tree):
    record = shelve(tree, "2022", site_of("2022"))
    gone = Removal(date=PartialDate.parse("2026-02-01"), reason=text("Sai", en="Wrong"))
    write_record(tree, record.model_copy(update={"removed": gone}))

    assert stock_and_problems(tree) == (replace(stock_and_problems(tree)[0], holdings=()), ())


def test_what_the_zip_says_is_placed_only_where_it_is_what_the_list_says(tree, tmp_path):
    shelve(tree, "2022", site_of("2022"))
    stock, _ = stock_and_problems(tree)
    (holding,) = stock.holdings
    forged = replace(holding, checksums={**holding.checksums, "index.html": "0" * 128})

    problems = place(replace(stock, holdings=(forged,)), tmp_path / "site", tmp_path / "pool")

    assert codes(problems) == ["bag-altered-file"]
    assert problems[0].words["file"].endswith("data/site/index.html")
    assert not (tmp_path / "site" / "archive" / "2022" / "index.html").exists()


def test_a_folder_where_something_was_removed_is_no_edition(tree, tmp_path):
    note = Path(tmp_path / "site" / "archive" / "2021" / "index.html")
    note.parent.mkdir(parents=True)
    note.write_text("removed")

    assert stock_and_problems(tree, published=tmp_path / "site")[1] == ()
