"""Addresses of files as seen from the pages of a folder."""

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.paths import relative_address

_FOLDERS = st.lists(st.sampled_from(["units", "xa", "reports", "2022-Q3"]), max_size=4).map("/".join)


@pytest.mark.parametrize(
    ("file", "folder", "address"),
    [
        ("units/xa/index.html", "units/xa", "index.html"),
        ("units/ba/index.html", "units/xa", "../ba/index.html"),
        ("index.html", "reports/xa/2022-Q3", "../../../index.html"),
        ("units/xa/index.html", "", "units/xa/index.html"),
        ("assets/js/vega.js", "en/units/xa", "../../../assets/js/vega.js"),
    ],
)
def test_a_file_is_found_from_the_pages_of_a_folder(file, folder, address):
    assert relative_address(file, folder) == address


@given(_FOLDERS, _FOLDERS)
def test_an_address_leads_where_the_system_says_it_does(where, folder):
    file = posixpath.join(where, "index.html")
    assert relative_address(file, folder) == posixpath.relpath(file, folder or ".")
