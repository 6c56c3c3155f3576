"""Makes the review of a change: both states read and compared, both sites built, the changed pages pictured, and all of it written into a folder.

`comment.md` is what is posted, `review.html` has all pictures in one file, `pictures/` has them one by one, `preview/` is the site as it would be.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from generator.assembly.layout import SitePaths, site_url
from generator.assembly.site import load_and_check
from generator.assembly.start import build
from generator.changes.compare import compare
from generator.changes.repository import Span, write_revision
from generator.changes.state import State
from generator.i18n.messages import N_
from generator.model.text import DEFAULT_LANGUAGE
from generator.recall.known import Known
from generator.review.comment import Review, comment
from generator.review.pages import changed_pages, sights
from generator.review.pictures import side_by_side, take_pictures

COMMENT, SHOWN, PREVIEW, PICTURES = "comment.md", "review.html", "preview", "pictures"
Progress = Callable[[str, str], None]
"""Told of each finished step: a message in English, to be translated, and its detail."""


def make_review(root: Path, span: Span, output: Path, browser: str | None, progress: Progress) -> Review:
    """Write the review of a change of the tree at `root` into `output`, and return it.

    Without a `browser` there are no pictures; where the newer state has errors, no site either. Raises GitRefusalError,
    UnreadableRevisionError, OSError or BrowserError.
    """
    for name in (COMMENT, SHOWN):
        (output / name).unlink(missing_ok=True)
    for name in (PREVIEW, PICTURES):
        shutil.rmtree(output / name, ignore_errors=True)
    output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="reform-reports-", ignore_cleanup_errors=True) as folder:
        old_tree, new_tree = Path(folder) / "old", root
        _take(root, span.old, old_tree)
        if span.new is not None:
            new_tree = Path(folder) / "new"
            _take(root, span.new, new_tree)
        known = Known()
        changes = compare(State.of(old_tree, known), State.of(new_tree, known))
        _, problems = load_and_check(new_tree, known)
        progress(N_("Compared both states"), str(len(changes.figures)))
        review = Review(changes, problems)
        languages = changes.new.catalogue.languages
        if not (changes.new.errors or changes.old.errors):
            review = _with_sites(review, old_tree, new_tree, output, browser, progress)
        url = site_url(SitePaths.of(root, root))
        (output / COMMENT).write_text(comment(review, languages, url), encoding="utf-8")
    return review


def _take(root: Path, commit: str, tree: Path) -> None:
    """A state as a tree of its own, with the templates and the configuration of the one that is reviewed."""
    tree.mkdir(parents=True)
    write_revision(root, commit, tree)
    for name in ("data", "content"):
        (tree / name).mkdir(exist_ok=True)
    for name in ("site_templates", "mkdocs.yml"):
        if (root / name).exists():
            (tree / name).symlink_to((root / name).resolve())


def _with_sites(
    review: Review, old_tree: Path, new_tree: Path, output: Path, browser: str | None, progress: Progress
) -> Review:
    sites = {"before": old_tree / "site", "after": output / PREVIEW}

    def silent(_step: str, _detail: str) -> None:
        return

    for side, tree in (("after", new_tree), ("before", old_tree)):
        # What the first build keeps spares the second all pages that are the same.
        if side == "before" and (new_tree / ".cache").is_dir():
            shutil.copytree(new_tree / ".cache", tree / ".cache", dirs_exist_ok=True)
        built = build(tree, sites[side], silent)
        if not built.published:
            return replace(review, problems=built.problems)
        progress(
            N_("Built the site before the change") if side == "before" else N_("Built the preview"), str(built.pages)
        )
    languages = review.changes.new.catalogue.languages
    pages = changed_pages(sites["before"], sites["after"])
    review = replace(review, pages=pages)
    if browser is None:
        return review
    found = sights(review.changes, pages, languages)
    pictures = take_pictures(browser, sites, found, languages, output / PICTURES)
    (output / SHOWN).write_text(side_by_side(pictures, output / PICTURES, DEFAULT_LANGUAGE), encoding="utf-8")
    progress(N_("Pictured changed pages"), str(len(pictures)))
    return replace(review, pictures=pictures)
