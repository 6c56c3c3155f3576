"""What pages are told by `serve`: each is told once, when it is right, and not again when the others are."""

import json
import re
from collections.abc import Iterator
from urllib.request import urlopen

import pytest

from generator.live_server import LiveServer, Message, Served

PAGE, OTHER = "reports/huyen/2022/", "units/huyen/"


@pytest.fixture
def live(tmp_path) -> Iterator[LiveServer]:
    for page in (PAGE, OTHER):
        (tmp_path / page).mkdir(parents=True)
        (tmp_path / page / "index.html").write_text("<body></body>", encoding="utf-8")
    served = Served(tmp_path, b"", b"", lambda: None)
    with LiveServer(served, "127.0.0.1", 0, lambda _error: None) as server:
        yield server


def told(live: LiveServer, page: str) -> str:
    with urlopen(f"{live.address}.serve/state?page=/{page}") as answer:  # noqa: S310 - an address of our own server
        return json.loads(answer.read())["version"]


def loaded(live: LiveServer, page: str) -> str:
    with urlopen(f"{live.address}{page}") as answer:  # noqa: S310 - an address of our own server
        return re.search(r'data-version="([^"]+)"', answer.read().decode())[1]


def test_a_page_is_told_of_the_state_that_it_was_loaded_in(live):
    for page in (PAGE, OTHER):
        assert loaded(live, page) == told(live, page)


def test_a_page_that_is_right_before_the_others_is_told_alone_and_once(live):
    before = loaded(live, PAGE), loaded(live, OTHER)

    live.renew_files([f"{PAGE}index.html"])
    early = loaded(live, PAGE)
    assert early == told(live, PAGE) != before[0]
    assert told(live, OTHER) == before[1]

    live.renew()
    assert told(live, PAGE) == early
    assert told(live, OTHER) != before[1]


def test_a_page_that_was_taken_back_is_told(live):
    live.renew_files([f"{PAGE}index.html"])
    early = loaded(live, PAGE)
    live.show(Message("Lỗi", "x", "vi"))

    assert told(live, PAGE) != early
    assert told(live, OTHER) == loaded(live, OTHER)
