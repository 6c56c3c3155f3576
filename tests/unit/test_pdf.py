"""What is printed to PDF: links to the published site, no scripts, no time, and a browser that is found or not."""

from generator.finish.pdf import find_browser, for_paper, without_counters, without_time

ADDRESS = "https://cchc.example/en/reports/huyen/2022/"


def test_links_of_a_printed_page_lead_to_the_published_site():
    html = '<a class="x" href="../../../units/huyen/index.html#procedures">Huyện</a>'

    assert for_paper(html, ADDRESS) == '<a class="x" href="https://cchc.example/en/units/huyen/#procedures">Huyện</a>'


def test_links_inside_the_page_stay_inside_the_document():
    assert for_paper('<a href="#t-1-2">2</a>', ADDRESS) == '<a href="#t-1-2">2</a>'


def test_without_a_published_address_nothing_points_at_the_disk():
    html = '<a href="../../units/huyen/index.html">Huyện</a> <a href="https://example.org/">elsewhere</a>'

    assert for_paper(html, "") == '<a >Huyện</a> <a href="https://example.org/">elsewhere</a>'


def test_styles_stay_and_scripts_go():
    html = '<link rel="stylesheet" href="../a.css"><script src="../a.js" defer></script><p>Lời</p><script>1</script>'

    assert for_paper(html, ADDRESS) == '<link rel="stylesheet" href="../a.css"><p>Lời</p>'


def test_a_pdf_tells_nothing_of_when_it_was_made_and_keeps_its_length():
    made = b"<</CreationDate (D:20261121055012+00'00')\n/ModDate (D:20261121055012Z)>>"

    done = without_time(made)

    assert b"2026" not in done
    assert len(done) == len(made)


def test_the_browser_is_the_one_that_is_named(tmp_path):
    browser = tmp_path / "my-chromium"
    browser.write_text("#!/bin/sh\n")
    browser.chmod(0o755)

    assert find_browser({"CHROMIUM": str(browser)}) == str(browser)
    assert find_browser({"CHROMIUM": str(tmp_path / "none")}) is None


def test_elements_of_a_pdf_are_numbered_from_one_on_and_references_follow():
    made = b"/ID (node00000250) /Headers [(node00000251)(node00000250)]"

    assert without_counters(made) == b"/ID (node00000001) /Headers [(node00000002)(node00000001)]"
