"""Past years in the published site: a build places them, leads to them, and never changes them."""

import errno
import hashlib
import re
from pathlib import Path
from unittest.mock import Mock

import pytest

from generator.assembly.site import build_site
from generator.cli import main
from generator.load import load_catalogue
from generator.snapshot.restore import Restored
from tests.browser.headers import headers_for, read_headers
from tests.editions import shelve, site_of, zip_name
from tests.trees import REPORT, added, edit, faults, write_tree

pytestmark = pytest.mark.integration

UNIT = "data/units/huyen.yml"
ENDED = added(UNIT, "valid_to: 2023-06-30\n")
GONE = "units/xa-cu"
ADDRESS = "https://reform-reports.example/"


def build(root: Path, output: Path | None = None):
    return build_site(root, output or root / "site", lambda _step, _detail: None)


def checksums(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha512(path.read_bytes()).hexdigest() for path in files}


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def command(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["--lang", "en", *arguments])
    return ended.value.code


@pytest.fixture(scope="module")
def published(tmp_path_factory) -> Path:
    """A tree with two editions, built again after a figure and an id were changed; not to be changed by a test.

    The edition 2022 is what the site was; that of 2020 had a unit that is there no more.
    """
    root = write_tree(tmp_path_factory.mktemp("published"), ENDED)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", ADDRESS)
        assert faults(build(root).problems) == ()
        now = {
            path.relative_to(root / "site").as_posix(): path.read_bytes()
            for path in (root / "site").rglob("*")
            if path.is_file()
        }
        shelve(root, "2022", now)
        shelve(root, "2020", site_of("2020", GONE))
        assert faults(build(root).problems) == ()
        (root / "before.txt").write_text(repr(checksums(root / "site" / "archive")))
        write_tree(
            root,
            ENDED | edit(REPORT, "1.1: 1200", "1.1: 1201") | added("data/units/tinh.yml", "former_ids: [tinh-cu]\n"),
        )
        assert faults(build(root).problems) == ()
    return root


def test_a_new_build_never_changes_an_archived_year(published):
    before = eval(read(published / "before.txt"))  # noqa: S307 - written by the fixture
    after = checksums(published / "site" / "archive")

    archived = {name for name in before if name not in {"index.html", "index.md"}}
    assert len([name for name in archived if name.startswith(("2020/", "2022/"))]) > 100
    assert {name: after[name] for name in archived} == {name: before[name] for name in archived}


def test_the_selector_leads_to_the_same_page_in_an_edition_else_to_its_home(published):
    unit = read(published / "site" / "en" / "units" / "huyen" / "index.html")
    selector = re.search(r'<details class="md-version.*?</details>', unit, re.DOTALL)[0]

    assert re.findall(r'href="([^"]+)"', selector) == [
        "index.html",
        "../../../archive/2022/en/units/huyen/index.html",
        "../../../archive/2020/en/index.html",
        "../../archive/index.html",
    ]


def test_the_error_page_leads_to_editions_by_whole_addresses(published):
    missing = read(published / "site" / "404.html")

    assert '/archive/2022/index.html"' in missing


def test_the_list_has_every_edition_with_what_proves_it(published):
    records = {each.record.id: each.record for each in load_catalogue(published).catalogue.vintages}
    page = read(published / "site" / "en" / "archive" / "index.html")

    assert re.findall(r'id="edition-(\d+)"', page) == ["2022", "2020"]
    for edition, record in records.items():
        assert record.zip.sha512 in page
        assert f'href="../../archive/{zip_name(edition)}"' in page
        assert f'href="../../archive/{zip_name(edition)}.sha512"' in page
    assert "../../archive/2020/en/index.html" in page


def test_a_page_that_is_gone_leads_to_its_last_edition_and_is_found_by_nobody_else(published):
    site = published / "site"
    page = read(site / "en" / GONE / "index.html")

    assert f'content="0; url=../../../archive/2020/en/{GONE}/index.html"' in page
    assert f'<link rel="canonical" href="{ADDRESS}archive/2020/en/{GONE}/">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert '<html lang="en">' in page
    assert GONE not in read(site / "sitemap.xml")


def test_a_renamed_unit_leads_on_from_its_old_address(published):
    assert 'url=../tinh/index.html"' in read(published / "site" / "units" / "tinh-cu" / "index.html")


def test_robots_are_told_of_no_archived_page(published):
    listed = re.findall(r"<loc>([^<]+)</loc>", read(published / "site" / "sitemap.xml"))

    assert f"{ADDRESS}archive/" in listed
    assert not [address for address in listed if "/archive/2" in address]


def test_archived_years_may_be_kept_for_good_by_browsers(published):
    rules = read_headers(published / "site")

    assert "immutable" in headers_for(rules, "/archive/2022/units/huyen/")["Cache-Control"]
    assert "immutable" in headers_for(rules, f"/archive/{zip_name('2022')}")["Cache-Control"]
    assert "Cache-Control" not in headers_for(rules, "/archive/")
    assert "frame-ancestors *" in headers_for(rules, "/archive/2022/embed/x/")["Content-Security-Policy"]


def test_search_knows_nothing_of_archived_pages(published):
    pieces = published / "site" / "assets" / "search" / "p"
    found = {path.relative_to(pieces).as_posix() for path in pieces.rglob("*.js")}

    assert "archive.js" in found
    assert not any(path.startswith("archive/2") for path in found)


def test_a_former_unit_shows_itself_as_it_was(published):
    page = read(published / "site" / "units" / "huyen" / "index.html")

    notice = re.search(r'<div class="rr-notice.*?</div>', page, re.DOTALL)[0]
    assert 'href="../../archive/2022/units/huyen/index.html"' in notice


def test_a_build_stops_at_an_altered_edition_and_leaves_the_site(published, tmp_path):
    archive = tmp_path / "archive"
    archive.mkdir()
    content = bytearray((published / "archive" / zip_name("2020")).read_bytes())
    content[len(content) // 3] ^= 1
    (archive / zip_name("2020")).write_bytes(bytes(content))
    before = checksums(published / "site")

    result = build_site(published, published / "site", lambda *_: None, archive=archive)

    assert not result.published
    assert "snapshot-altered" in {each.code for each in result.problems}
    assert checksums(published / "site") == before


def test_without_bags_the_records_are_listed_without_links(published, tmp_path):
    result = build_site(published, tmp_path / "site", lambda *_: None, archive=tmp_path / "none")

    page = read(tmp_path / "site" / "en" / "archive" / "index.html")
    assert result.published
    assert result.absent == ("2020", "2022")
    assert re.findall(r'id="edition-(\d+)"', page) == ["2022", "2020"]
    assert "archive/2020" not in page
    assert "md-version" not in page


def test_a_zip_is_added_listed_removed_and_its_address_tells_why(published, tmp_path, capsys):
    root = write_tree(tmp_path / "tree")
    shelve(root, "2020", site_of("2020"), store=tmp_path / "usb", recorded=True)
    zip_file = tmp_path / "usb" / zip_name("2020")

    assert command("archive", "add", str(zip_file), "--root", str(root)) == 0
    assert (root / "archive" / zip_name("2020")).read_bytes() == zip_file.read_bytes()
    assert command("archive", "list", "--root", str(root)) == 0
    assert "as recorded" in capsys.readouterr().out
    reasons = ["--reason-vi", "Có thông tin cá nhân", "--reason-en", "Holds <personal> data"]
    assert command("archive", "remove", "2020", *reasons, "--root", str(root)) == 0
    assert command("archive", "remove", "2020", *reasons, "--root", str(root)) == 2
    assert command("archive", "list", "--root", str(root)) == 0
    assert "removed on" in capsys.readouterr().out
    assert (root / "archive" / "removed" / zip_name("2020")).exists()

    assert faults(build(root).problems) == ()

    assert "Có thông tin cá nhân" in read(root / "site" / "archive" / "2020" / "index.html")
    assert "Holds &lt;personal&gt; data" in read(root / "site" / "en" / "archive" / "2020" / "index.html")
    assert "../../../en/archive/2020/index.html" in read(root / "site" / "archive" / "2020" / "en" / "index.html")
    assert not (root / "site" / "archive" / zip_name("2020")).exists()


def test_a_damaged_zip_is_not_added(tmp_path, capsys):
    root = write_tree(tmp_path / "tree")
    shelve(root, "2020", site_of("2020"), store=tmp_path / "usb")
    zip_file = tmp_path / "usb" / zip_name("2020")
    content = bytearray(zip_file.read_bytes())
    content[len(content) // 3] ^= 1
    zip_file.write_bytes(bytes(content))

    assert command("archive", "add", str(zip_file), "--root", str(root)) == 1
    assert not (root / "archive").exists()
    assert "not proved" in capsys.readouterr().err


def test_a_record_that_cannot_be_read_is_never_written_anew(tmp_path, capsys):
    root = write_tree(tmp_path / "tree")
    shelve(root, "2020", site_of("2020"), store=tmp_path / "usb")
    record = root / "data" / "vintages" / "2020.yml"
    record.write_text(read(record) + "damaged: [\n", encoding="utf-8")
    damaged = record.read_bytes()

    assert command("archive", "add", str(tmp_path / "usb" / zip_name("2020")), "--root", str(root)) == 1

    said = capsys.readouterr().err
    assert "[yaml-bracket]" in said
    assert "Take the record back from git" in said
    assert record.read_bytes() == damaged
    assert not (root / "archive").exists()


def test_what_cannot_be_copied_is_not_recorded(tmp_path, capsys, monkeypatch):
    root = write_tree(tmp_path / "tree")
    record = shelve(root, "2020", site_of("2020"), store=tmp_path / "usb", recorded=False)
    monkeypatch.setattr("generator.archive.keeping._made_record", lambda *_: (record, b""))
    full = OSError(errno.ENOSPC, "No space left on device", "archive")
    monkeypatch.setattr("generator.archive.keeping.shutil.copyfile", Mock(side_effect=full))

    assert command("archive", "add", str(tmp_path / "usb" / zip_name("2020")), "--root", str(root)) == 1

    assert "the disk is full" in capsys.readouterr().err
    assert not (root / "data" / "vintages").exists()


def test_what_cannot_be_set_aside_is_not_recorded_as_removed(tmp_path, monkeypatch):
    root = write_tree(tmp_path / "tree")
    shelve(root, "2020", site_of("2020"))
    before = checksums(root)
    rename = Path.rename

    def keep_the_zip(self, to):
        if self.suffix == ".zip":
            raise OSError(errno.EROFS, "Read-only file system", str(self))
        return rename(self, to)

    monkeypatch.setattr(Path, "rename", keep_the_zip)

    assert command("archive", "remove", "2020", "--reason-vi", "Lý do", "--reason-en", "Why", "--root", str(root)) == 1
    assert checksums(root) == before


def test_removing_takes_a_reason_in_both_languages(tmp_path, capsys):
    root = write_tree(tmp_path / "tree")
    shelve(root, "2020", site_of("2020"))

    assert command("archive", "remove", "2020", "--reason-vi", " ", "--reason-en", "Why", "--root", str(root)) == 2
    assert "A reason is missing" in capsys.readouterr().err


def test_restoring_says_that_a_folder_stays_as_it_was(tmp_path, capsys, monkeypatch):
    root = write_tree(tmp_path / "tree")
    shelve(root, "2020", site_of("2020"))
    (root / "archive" / zip_name("2020")).unlink()
    monkeypatch.setattr("generator.snapshot.restore.restore", lambda *_, **__: Restored())

    assert command("archive", "restore", "2020", "--root", str(root)) == 0
    assert "stays as it was. Check it: reform-reports verify 2020" in capsys.readouterr().out
