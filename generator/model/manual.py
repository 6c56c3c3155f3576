"""The pages of the site's part for staff: where each stands, and which file of the program's `docs/` it is made of in each language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

STAFF: Final = "staff"
PICTURES: Final = "assets/manual"
"""Where the pictures of the documentation stand below the folder of a language."""
TRANSLATIONS: Final = f"{STAFF}/translations"
"""How each text stands in each language: made of `content/`, not of a file of the documentation."""


@dataclass(frozen=True)
class ManualPage:
    """A page: the folder below `staff/`, and its files by language. In a language without a file of its own readers get another's."""

    name: str
    files: dict[str, str]

    @property
    def path(self) -> str:
        """Its address on the site."""
        return f"{STAFF}/{self.name}"

    def file_for(self, lang: str) -> tuple[str, str]:
        """The language and the file that readers of a language get."""
        own = lang if lang in self.files else next(iter(self.files))
        return own, self.files[own]


def _page(name: str, *, vi: str = "", en: str = "") -> ManualPage:
    return ManualPage(name, {lang: file for lang, file in (("vi", vi), ("en", en)) if file})


LEARN: Final = (_page("tutorial", vi="bat-dau.md", en="tutorial.md"),)
DO: Final = (
    _page("how-to", vi="viec-thuong-lam.md", en="how-to.md"),
    _page("guide", vi="huong-dan.md", en="guide.md"),
    _page("reviewing", vi="ra-soat.md", en="reviewing.md"),
    _page("snapshots", vi="luu-tru.md", en="archive.md"),
    _page("hosting", vi="may-chu.md", en="hosting.md"),
    _page("own-site", vi="trang-rieng.md", en="own-site.md"),
)
LOOK_UP: Final = (
    _page("commands", vi="lenh.md", en="commands.md"),
    _page("formats", vi="dinh-dang.md", en="formats.md"),
    _page("checks", vi="kiem-tra.md", en="checks.md"),
)
UNDERSTAND: Final = (_page("explanation", vi="giai-thich.md", en="explanation.md"),)
"""Learning by doing, getting something done, looking something up, understanding: what people come for."""

PAGES: Final = (*LEARN, *DO, *LOOK_UP, *UNDERSTAND)
BY_FILE: Final = {file: each for each in PAGES for file in each.files.values()}
