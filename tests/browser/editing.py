"""The editor, opened in a browser, and what people do in it: each step waits for what it does, never for a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, Response, expect

from generator.assembly.site import read_tree
from generator.editor.desk import Desk
from generator.i18n.messages import translate
from generator.live_server import LiveServer, Served
from tests.browser.conftest import DEVICES, Findings
from tests.conftest import ROOT
from tests.serving import PATIENCE

MILLISECONDS = PATIENCE * 1000
_SAVED = "Thay đổi đã được lưu"
_NOT_SAVED = "Thay đổi chưa được lưu"


@contextmanager
def editor_of(tree: Path) -> Iterator[str]:
    """The address of an editor of a tree, without a site around it."""
    desk = Desk(
        tree,
        ROOT / "site_templates",
        read_tree(tree)[0].catalogue,
        lambda message, **values: translate("vi", message, **values),
        lambda problems: " ".join(each.code for each in problems),
    )
    (tree / "site").mkdir(exist_ok=True)
    with LiveServer(Served(tree / "site", b"", b"", lambda: None, desk), "127.0.0.1", 0, print) as server:
        yield server.address


def opened(chromium: Browser, address: str, where: str = "", device: str = "desktop") -> tuple[Page, Findings]:
    context = chromium.new_context(**DEVICES[device])
    context.set_default_timeout(MILLISECONDS)
    page = context.new_page()
    findings = Findings(address)
    findings.watch(page)
    page.goto(f"{address}admin/{where}", wait_until="load")
    return page, findings


def signed_in(page: Page, button: str = "Đăng nhập", seen: str = "Bộ sưu tập") -> None:
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.get_by_role("heading", name=seen)).to_be_visible()


def open_entry(page: Page, entry: str) -> None:
    """Open an entry by way of its list, as people do: from one entry to another Decap draws nothing anew."""
    collection = entry.partition("/")[0]
    for where in (collection, entry.replace("/", "/entries/", 1)):
        page.evaluate("where => { location.hash = `#/collections/${where}`; }", where)
        if where == collection:
            expect(page.locator("main h1")).to_be_visible()


def type_into(page: Page, box: Locator, text: str) -> None:
    """Type a text, until the form has heard of it: a form that is drawn anew meanwhile forgets what was typed."""
    expect(box).to_be_visible()
    box.fill(text)
    box.blur()
    expect(page.get_by_text(_NOT_SAVED)).to_be_visible()
    expect(box).to_have_value(text)


def asks(action: str, response: Response) -> bool:
    """Whether this is the answer to a question of the editor for files."""
    return "/.serve/edit/" in response.url and f'"action":"{action}"' in (response.request.post_data or "")


def save(page: Page, *, publish: bool = True) -> None:
    """Save, and wait until the files are written: the toolbar says so before it has heard of an edit as well."""
    with page.expect_response(lambda response: asks("persistEntry", response)) as answered:
        if publish:
            page.get_by_role("button", name="Công bố", exact=True).click()
            page.get_by_role("menuitem", name="Công bố ngay").click()
        else:
            page.get_by_role("button", name="Lưu", exact=True).click()
    assert answered.value.status == 200, answered.value.text()
    expect(page.get_by_text(_SAVED).first).to_be_visible()
    expect(page.get_by_text(_NOT_SAVED)).to_have_count(0)
