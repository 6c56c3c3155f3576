"""Takes the pictures of changed pages, before and after, and writes one file that shows them side by side."""

from __future__ import annotations

import base64
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from generator.i18n.formats import language_name
from generator.i18n.messages import N_, translate
from generator.review.browser import DEVICES, Browser
from generator.review.pages import Sight, page_file

_SIDES = {"before": N_("Before"), "after": N_("After")}
_DEVICES = {"desktop": N_("desktop"), "phone": N_("phone")}
_STYLE = (
    "body{font:16px/1.5 sans-serif;margin:1rem;max-width:90rem;color:#111;background:#fff}"
    ".pair{display:flex;flex-wrap:wrap;gap:1rem;margin:0 0 1.5rem}figure{margin:0;flex:1 1 20rem;max-width:44rem}"
    "img{max-width:100%;border:1px solid #888}h2{overflow-wrap:anywhere}"
)


@dataclass(frozen=True)
class Picture:
    """A picture of a page: its language, the device, `before` or `after`, and the file below the folder of pictures."""

    sight: Sight
    lang: str
    device: str
    side: str
    file: str


def take_pictures(
    program: str, sites: Mapping[str, Path], found: Sequence[Sight], languages: Sequence[str], folder: Path
) -> tuple[Picture, ...]:
    """Picture pages of two sites (`before` and `after`) into a folder; a page that one of them lacks has no picture there.

    Raises OSError or BrowserError.
    """
    taken = []
    folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="reform-reports-", ignore_cleanup_errors=True) as profile,
        Browser(program, Path(profile)) as browser,
    ):
        for number, sight in enumerate(found, 1):
            for lang in languages:
                for device in DEVICES:
                    for side, site in sites.items():
                        page = site / page_file(sight.path, lang)
                        if not page.is_file():
                            continue
                        name = f"{number}-{lang}-{device.name}-{side}.jpg"
                        (folder / name).write_bytes(browser.picture(page, sight.anchor, device))
                        taken.append(Picture(sight, lang, device.name, side, name))
    return tuple(taken)


def side_by_side(pictures: Sequence[Picture], folder: Path, lang: str) -> str:
    """One page with all pictures in it, so that it can be opened by itself wherever a pipeline keeps it. Raises OSError."""
    title = translate(lang, N_("Changed pages, before and after"))
    told = [
        f'<!doctype html><html lang="{lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    ]
    told.append(f"<title>{escape(title)}</title><style>{_STYLE}</style><h1>{escape(title)}</h1>")
    for sight in dict.fromkeys(each.sight for each in pictures):
        told.append(f"<h2>/{escape(sight.path)}</h2>")
        own = [each for each in pictures if each.sight == sight]
        for shown in dict.fromkeys((each.lang, each.device) for each in own):
            pair = [each for each in own if (each.lang, each.device) == shown]
            told += ['<div class="pair">', *(_figure(each, folder, lang) for each in pair), "</div>"]
    return "\n".join([*told, "</html>", ""])


def caption(picture: Picture, lang: str) -> str:
    """`Trước, Tiếng Việt, máy tính`."""
    words = (
        translate(lang, _SIDES[picture.side]),
        language_name(picture.lang),
        translate(lang, _DEVICES[picture.device]),
    )
    return ", ".join(words)


def _figure(picture: Picture, folder: Path, lang: str) -> str:
    data = base64.b64encode((folder / picture.file).read_bytes()).decode()
    said = escape(caption(picture, lang))
    return f'<figure><img alt="/{escape(picture.sight.path)}: {said}" src="data:image/jpeg;base64,{data}"><figcaption>{said}</figcaption></figure>'
