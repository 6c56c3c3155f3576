"""Nothing jumps while a page comes over a slow line."""

import pytest

from tests.browser.kinds import KINDS, path_of

MOST = 0.05
"""Half of what the Web Vitals call good."""
ADDRESSES = {
    **dict.fromkeys(KINDS, ""),
    "search": "?q=dung%20han",
}
WATCH = """
window.shifts = [];
new PerformanceObserver(list => list.getEntries().forEach(entry => {
  if (!entry.hadRecentInput) window.shifts.push([entry.value, entry.sources.map(each => each.node?.className || each.node?.nodeName || '')]);
})).observe({type: 'layout-shift', buffered: true});
"""
SLOW = {"offline": False, "latency": 100, "downloadThroughput": 400_000, "uploadThroughput": 100_000}


PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "device_scale_factor": 2}
DESKTOP = {"viewport": {"width": 1366, "height": 768}}
MOVED_ONCE = ("home", "unit", "unit without data", "progress", "audit", "indicator")
"""What jumped on a desk before places were kept for all that comes late."""


@pytest.mark.parametrize("kind", ADDRESSES)
def test_a_page_on_a_phone_with_a_slow_line_does_not_jump(chromium, site_url, built_site, kind):
    assert_nothing_jumps(chromium, site_url, built_site, kind, PHONE)


@pytest.mark.parametrize("kind", MOVED_ONCE)
def test_a_page_on_a_desk_with_a_slow_line_does_not_jump(chromium, site_url, built_site, kind):
    assert_nothing_jumps(chromium, site_url, built_site, kind, DESKTOP)


def assert_nothing_jumps(chromium, site_url, built_site, kind, device):
    context = chromium.new_context(**device)
    page = context.new_page()
    page.add_init_script(WATCH)
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", SLOW)

    page.goto(f"{site_url}/{path_of(built_site, kind, 'vi')}{ADDRESSES[kind]}", wait_until="load")
    page.wait_for_timeout(800)
    shifts = page.evaluate("window.shifts")
    context.close()

    assert sum(value for value, _ in shifts) < MOST, shifts
