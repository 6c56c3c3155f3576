"""`mkdocs.yml` lists only what has an effect on the site."""

import markdown
import pytest
import yaml

from generator.assembly.site import load_and_check
from generator.dataset.dataset import Dataset
from generator.pages.markup.slots import SlotStore
from generator.pages.render import render_pages
from tests.trees import write_tree


class _Loader(yaml.UnsafeLoader):
    """Our own file names a function of Python, and a variable."""


_Loader.add_constructor("!ENV", lambda _loader, _node: "")


def extensions(root) -> dict[str, dict[str, object]]:
    """The extensions of Markdown that the file lists, with what it says of each."""
    config = yaml.load((root / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - our own file
    listed = config["markdown_extensions"]
    return {
        name: each or {}
        for entry in listed
        for name, each in (entry if isinstance(entry, dict) else {entry: {}}).items()
    }


@pytest.fixture(scope="module")
def bodies(tmp_path_factory, root):
    catalogue, _ = load_and_check(write_tree(tmp_path_factory.mktemp("tree")))
    pages = render_pages(Dataset.of(catalogue), "vi", root / "site_templates" / "pages", SlotStore(), None)
    return [page.body for page in pages]


def rendered(bodies: list[str], listed: dict[str, dict[str, object]]) -> list[str]:
    return [markdown.markdown(body, extensions=list(listed), extension_configs=listed) for body in bodies]


def test_every_extension_of_markdown_changes_some_page(root, bodies):
    listed = extensions(root)
    made = rendered(bodies, listed)

    for name in listed:
        without = {other: each for other, each in listed.items() if other != name}
        assert rendered(bodies, without) != made, name


def test_headings_of_templates_are_all_that_is_left_to_the_engine(bodies):
    for body in bodies:
        for line in body.splitlines():
            assert not line or line.startswith(("#", '<div class="rr-slot"')), line
