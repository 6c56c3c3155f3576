"""WARC: what a web archive will find in the file, read back by the library that web archives use."""

import hashlib
from base64 import b32encode

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from generator.archive.warc import write_warc
from generator.model.dates import PartialDate
from tests.bags import write_files

ADDRESS = "https://cchc.example.gov.vn/archive/2023/"
SITE = {
    "index.html": "<!doctype html><title>Trang chủ</title>",
    "en/units/khanh-son/index.html": "<!doctype html><title>Khánh Sơn</title>",
    "assets/site.css": "a{}",
    "data/v1/observations.csv": "unit\n",
    "assets/font.woff2": b"wOF2\x00",
    "_headers": "/*\n",
}
KINDS = {
    "": "text/html; charset=utf-8",
    "index.html": "text/html; charset=utf-8",
    "en/units/khanh-son/": "text/html; charset=utf-8",
    "en/units/khanh-son/index.html": "text/html; charset=utf-8",
    "assets/site.css": "text/css; charset=utf-8",
    "data/v1/observations.csv": "text/csv; charset=utf-8",
    "assets/font.woff2": "font/woff2",
    "_headers": "application/octet-stream",
}


@pytest.fixture
def warc(tmp_path):
    write_warc(write_files(tmp_path / "site", SITE), ADDRESS, PartialDate(2024, 1, 5), tmp_path / "site.warc.gz")
    return tmp_path / "site.warc.gz"


def records(path):
    with path.open("rb") as file:
        for record in ArchiveIterator(file, check_digests="raise"):
            yield record, record.content_stream().read()


def test_every_file_is_answered_at_its_address(warc):
    answers = {r.rec_headers["WARC-Target-URI"]: (r, c) for r, c in records(warc) if r.rec_type == "response"}

    assert {address.removeprefix(ADDRESS) for address in answers} == SITE.keys()
    for name, written in SITE.items():
        record, body = answers[ADDRESS + name]
        content = written.encode() if isinstance(written, str) else written
        assert body == content
        assert record.http_headers.get_statuscode() == "200"
        assert record.http_headers["Content-Length"] == str(len(content))
        digest = b32encode(hashlib.sha1(content, usedforsecurity=False).digest()).decode()
        assert record.rec_headers["WARC-Payload-Digest"] == f"sha1:{digest}"


def test_kinds_follow_from_names_and_not_from_the_machine(warc):
    found = {
        r.rec_headers["WARC-Target-URI"].removeprefix(ADDRESS): r.http_headers["Content-Type"]
        for r, _ in records(warc)
        if r.http_headers
    }

    assert found == KINDS


def test_the_address_of_a_folder_is_its_page(warc):
    revisits = [record.rec_headers for record, _ in records(warc) if record.rec_type == "revisit"]
    numbers = {r.rec_headers["WARC-Target-URI"]: r.rec_headers["WARC-Record-ID"] for r, _ in records(warc)}

    assert [each["WARC-Target-URI"] for each in revisits] == [f"{ADDRESS}en/units/khanh-son/", ADDRESS]
    for each in revisits:
        page = f"{each['WARC-Target-URI']}index.html"
        assert (each["WARC-Refers-To-Target-URI"], each["WARC-Refers-To"]) == (page, numbers[page])


def test_the_first_record_says_what_the_file_is(warc):
    first, content = next(records(warc))

    assert (first.rec_type, first.rec_headers.protocol) == ("warcinfo", "WARC/1.1")
    assert "conformsTo: http://iipc.github.io/warc-specifications" in content.decode()
    assert {record.rec_headers["WARC-Date"] for record, _ in records(warc)} == {"2024-01-05T00:00:00Z"}
    numbers = [record.rec_headers["WARC-Record-ID"] for record, _ in records(warc)]
    assert len(numbers) == len(set(numbers))


def test_digests_hold_when_a_tool_for_web_archives_checks_them(warc, capsys):
    class Given:
        inputs = (str(warc),)
        verbose = False

    checker = Checker(Given())
    checker.process_all()

    assert (checker.exit_value, capsys.readouterr().out) == (0, "")


def test_the_same_site_makes_the_same_bytes(warc, tmp_path):
    again = tmp_path / "again" / "site.warc.gz"
    write_warc(tmp_path / "site", ADDRESS.rstrip("/"), PartialDate(2024, 1, 5), again)

    assert again.read_bytes() == warc.read_bytes()


def test_a_site_without_an_address_is_refused(tmp_path):
    with pytest.raises(ValueError, match="example"):
        write_warc(tmp_path, "example.gov.vn", PartialDate(2024, 1, 5), tmp_path / "x.warc.gz")
    assert list(tmp_path.iterdir()) == []
