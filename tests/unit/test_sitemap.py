"""The sitemap: each page with its versions in other languages and, where it is known, the day of its last change."""

from generator.finish.sitemap import sitemap


def test_pages_tell_their_day_and_the_search_page_is_left_out():
    pages = ["", "search", "reports/huyen/2022-Q3"]

    made = sitemap("https://cchc.example.vn/", {"vi": pages, "en": pages}, {"reports/huyen/2022-Q3": "2026-11-21"})

    assert "<loc>https://cchc.example.vn/en/reports/huyen/2022-Q3/</loc>\n<lastmod>2026-11-21</lastmod>" in made
    assert made.count("<lastmod>") == 2
    assert "search" not in made
