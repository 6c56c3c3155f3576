"""A site of which only what changed was made again is, byte for byte, the one that is made from nothing, and so are problems and findings.

The same tree goes through edits drawn by chance; after each, the site is built from what was kept of the one before, and anew.
`--hypothesis-profile=search` does not concern this test: RR_EDITS=200 draws as many edits.
"""

import gc
import os
import random
import shutil
import weakref
from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path

import pytest

from generator.assembly.building import Built, _Building, build_into
from generator.assembly.early import Early, edited_paths
from generator.assembly.inputs import program_mark
from generator.assembly.keeping.pool import Pool
from generator.assembly.keeping.recall import Recall
from generator.assembly.layout import SitePaths
from generator.assembly.site import build_site, read_tree
from generator.audit import audit
from generator.model.catalogue import Catalogue
from generator.model.place import Place
from generator.problems import Problem
from generator.recall.known import Known
from generator.recall.marks import Marks
from tests.trees import FILES, FORM, INDICATORS, REPORT, SUMMARY, faults, write_tree
from tests.vintages import frozen

EDITS = int(os.environ.get("RR_EDITS", "14"))
AT_ONCE = 2
"""So many edits are made between two builds."""

MORE = {
    "data/units/xa.yml": "id: xa\nlevel: commune\nparent: huyen\nnames: {vi: Xã Mẫu, en: Sample Commune}\n",
    "data/units/thi-xa.yml": "id: thi-xa\nlevel: district\nparent: tinh\nnames: {vi: Thị xã Mẫu, en: Sample Town}\n",
    "data/reports/thi-xa/2022-Q3.yml": FILES[REPORT].replace("unit: huyen", "unit: thi-xa").replace("1200", "2400"),
    "data/reports/xa/2022-Q3.yml": FILES[REPORT].replace("unit: huyen", "unit: xa").replace("1200", "120"),
    "data/reports/huyen/2022-Q2.yml": FILES[REPORT].replace("2022-Q3", "2022-Q2").replace("09-15", "06-15"),
    **frozen("2022"),
    "data/site.yml": "repository: {kind: forgejo, url: https://git.example.gov.vn/cchc}\n",
}


def _replace(tree: Path, name: str, old: str, new: str) -> None:
    path = tree / name
    if path.exists():
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def _figure(tree: Path, chance: random.Random) -> None:
    """A figure of a report."""
    name = chance.choice(sorted((tree / "data/reports").rglob("*.yml"))).relative_to(tree).as_posix()
    text = (tree / name).read_text(encoding="utf-8")
    row = next(line for line in text.splitlines() if line.strip().startswith("1.1:"))
    _replace(tree, name, row, f"      1.1: {chance.randrange(1000, 9999)}")


def _line(tree: Path, _chance: random.Random) -> None:
    """A comment at the top, so that every value stands a line lower and says the same."""
    path = tree / REPORT
    path.write_text("# xem lại\n" + path.read_text(encoding="utf-8"), encoding="utf-8")


def _sentence(tree: Path, chance: random.Random) -> None:
    (tree / SUMMARY).write_text(
        f"{FILES[SUMMARY]}\nĐã kiểm tra lần {chance.choice(['hai', 'ba', 'bốn'])}.\n", encoding="utf-8"
    )


def _unit(tree: Path, chance: random.Random) -> None:
    (tree / "data/units/xa.yml").write_text(
        MORE["data/units/xa.yml"].replace("Xã Mẫu", f"Xã {chance.choice(['An', 'Bình', 'Ca'])}"), encoding="utf-8"
    )


def _target(tree: Path, chance: random.Random) -> None:
    text = FILES["data/targets/huyen.yml"].replace('"95%"', f'"{chance.randrange(80, 99)}%"')
    (tree / "data/targets/huyen.yml").write_text(text, encoding="utf-8")


def _form(tree: Path, chance: random.Random) -> None:
    _replace(tree, FORM, "label: {vi: Đúng hạn", f"label: {{vi: Đúng hạn {chance.randrange(9)}")


def _definition(tree: Path, chance: random.Random) -> None:
    _replace(tree, INDICATORS, "definition: {vi: Số hồ sơ", f"definition: {{vi: Tổng {chance.randrange(9)} số hồ sơ")


def _report_goes_or_comes(tree: Path, _chance: random.Random) -> None:
    path = tree / "data/reports/thi-xa/2022-Q3.yml"
    if path.exists():
        path.unlink()
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(MORE["data/reports/thi-xa/2022-Q3.yml"], encoding="utf-8")


def _renamed(tree: Path, _chance: random.Random) -> None:
    """The id of an indicator, whose old address leads on."""
    if "former_ids" in (tree / INDICATORS).read_text(encoding="utf-8"):
        return
    _replace(tree, INDICATORS, "- id: resolved\n", "- id: resolved-dossiers\n  former_ids: [resolved]\n")
    _replace(tree, INDICATORS, "on-time / resolved", "on-time / resolved-dossiers")
    _replace(tree, INDICATORS, "related: [resolved]", "related: [resolved-dossiers]")
    for _ in range(2):
        _replace(tree, FORM, "indicator: resolved}", "indicator: resolved-dossiers}")


def _glossary(tree: Path, chance: random.Random) -> None:
    _replace(tree, "content/glossary.yml", "Trình tự", f"Trình tự {chance.randrange(9)}")


def _template(tree: Path, chance: random.Random) -> None:
    path = tree / "site_templates/pages/glossary.md.j2"
    path.write_text(path.read_text(encoding="utf-8") + f"\nx{chance.randrange(9)}\n", encoding="utf-8")


def _snapshot(tree: Path, _chance: random.Random) -> None:
    """A year's snapshot is taken of another state: some figures are revised since."""
    changed = FILES[REPORT].replace("1200", "1100")
    for name, content in frozen("2023", {REPORT: changed}).items():
        (tree / name).write_bytes(content if isinstance(content, bytes) else str(content).encode())


EDIT: tuple[Callable[[Path, random.Random], None], ...] = (
    _figure, _figure, _figure, _line, _sentence, _unit, _target, _form, _definition, _report_goes_or_comes, _renamed, _glossary,
    _template, _snapshot,
)  # fmt: skip


@pytest.fixture
def tree(tmp_path, root):
    """A tree with four reports of three units, a snapshot and templates of its own."""
    made = write_tree(tmp_path / "tree", MORE)
    shutil.copytree(root / "site_templates", made / "site_templates")
    return made


def _silent(_step: str, _detail: str) -> None:
    return


def _built(tree: Path, work: Path, known: Known | None = None, **more: object) -> Built:
    dataset, problems = read_tree(tree, known)
    assert faults(problems) == ()
    if known is not None:
        known.forget_unused()
        anew, as_told_anew = read_tree(tree)
        assert (problems, audit(dataset)) == (as_told_anew, audit(anew))
        assert dataset.catalogue == anew.catalogue
    built = build_into(SitePaths.of(tree, work), dataset, _silent, processes=1, **more)
    assert built.failures == ()
    return built


class _Seen:
    """Somebody who waits for the pages of what he edits, and reads their files as soon as he is told."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._last = Catalogue(languages=())
        self._known = Known()
        self.files: dict[str, bytes] = {}

    def waiting(self, tree: Path) -> Early:
        self.files = {}
        before, self._last = self._last, read_tree(tree, self._known)[0].catalogue
        return Early(edited_paths(before, self._last), self._read)

    def _read(self, files: Collection[str]) -> None:
        self.files = {path: (self._site / path).read_bytes() for path in files}


def _in_no_order(recall: Recall) -> Recall:
    """The same, with what each page has read as a set."""
    made = {key: replace(each, reads=frozenset(each.reads)) for key, each in recall.made.items()}
    return replace(recall, made=made)


def _files(site: Path, *left_out: str) -> dict[str, bytes]:
    found = {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}
    return {path: content for path, content in found.items() if not path.startswith(left_out or ("\0",))}


def test_whatever_is_edited_the_site_is_the_one_made_from_nothing(tree, tmp_path):
    chance, pool = random.Random(20261129), Pool(tmp_path / "pool")  # noqa: S311 - the same edits on every run
    record = tmp_path / "made.json"
    order = [*EDIT, *(chance.choice(EDIT) for _ in range(max(0, EDITS - len(EDIT))))]
    chance.shuffle(order)
    _built(tree, tmp_path / "first", pool=pool).recall.save(record)
    # As `serve` works: one folder, in which only what differs is touched.
    known, marks, seen = Known(), Marks(), _Seen(tmp_path / "served" / "site")
    served = _built(tree, tmp_path / "served", known, pool=pool, earlier=Recall.load(record), marks=marks)

    for number in range(0, EDITS, AT_ONCE):
        edits = order[number : number + AT_ONCE]
        for edit in edits:
            edit(tree, chance)
        told = ", ".join(edit.__name__ for edit in edits)
        again = _built(tree, tmp_path / f"again-{number}", pool=pool, earlier=Recall.load(record))
        again.recall.save(record)
        served = _built(
            tree,
            tmp_path / "served",
            known,
            pool=pool,
            earlier=served.recall,
            laid=served.laid,
            marks=marks,
            early=seen.waiting(tree),
        )
        marks.forget_unused()
        _built(tree, tmp_path / f"new-{number}", pool=Pool(tmp_path / f"pool-{number}"))

        new = _files(tmp_path / f"new-{number}" / "site")
        assert _files(tmp_path / f"again-{number}" / "site") == new, told
        # The full-text index is that of the first build while somebody edits.
        assert _files(tmp_path / "served" / "site", "pagefind/") == {
            path: content for path, content in new.items() if not path.startswith("pagefind/")
        }, told
        # What was shown before all was made is what the whole site has.
        assert seen.files == {path: new[path] for path in seen.files}, told
        for name in (f"again-{number}", f"new-{number}", f"pool-{number}"):
            shutil.rmtree(tmp_path / name)


def test_a_figure_that_changes_makes_few_pages_again(tree, tmp_path):
    pool = Pool(tmp_path / "pool")
    first = _built(tree, tmp_path / "first", pool=pool)
    _figure(tree, random.Random(1))  # noqa: S311
    second = _built(tree, tmp_path / "second", pool=pool, earlier=first.recall)

    again = {key for key, made in second.recall.made.items() if first.recall.made.get(key) is not made}
    assert ("vi", "indicators/resolved", True) in again
    for path in ("glossary", "documents", "indicators/on-time", "reports/xa/2022-Q3", "about"):
        assert ("vi", path, True) not in again


def test_no_page_is_made_again_that_shows_the_same(tree, tmp_path):
    """Lists, peers and neighbours ask who reports what and who stands where, and not for the number itself."""
    pool = Pool(tmp_path / "pool")
    first = _built(tree, tmp_path / "first", pool=pool)
    _replace(tree, REPORT, "1.1: 1200", "1.1: 1207")
    second = _built(tree, tmp_path / "second", pool=pool, earlier=first.recall)

    again = {key for key, made in second.recall.made.items() if first.recall.made[key] is not made and made.is_page}
    shows = {key for key in again if second.recall.made[key].files != first.recall.made[key].files}
    assert ("vi", "units/huyen", True) in shows
    assert again - shows == set()


def test_what_was_edited_is_shown_before_all_else_is_made(tree, tmp_path):
    pool, known, marks = Pool(tmp_path / "pool"), Known(), Marks()
    site = tmp_path / "served" / "site"
    seen = _Seen(site)
    seen.waiting(tree)
    first = _built(tree, tmp_path / "served", known, pool=pool, marks=marks)
    _replace(tree, REPORT, "1.1: 1200", "1.1: 1207")
    early = seen.waiting(tree)
    _built(tree, tmp_path / "served", known, pool=pool, marks=marks, earlier=first.recall, laid=first.laid, early=early)

    assert ">1.207" in seen.files["reports/huyen/2022-Q3/index.html"].decode()
    assert ">1.207" in seen.files["units/huyen/index.html"].decode()
    assert b",1207," in seen.files["data/v1/reports/huyen/2022-Q3.csv"]
    assert "indicators/resolved/index.html" not in seen.files
    assert ">1.207" in (site / "indicators/resolved/index.html").read_text(encoding="utf-8")


def test_what_was_shown_early_is_taken_back_where_the_build_fails(tree, tmp_path, monkeypatch):
    pool, known, marks = Pool(tmp_path / "pool"), Known(), Marks()
    site = tmp_path / "served" / "site"
    seen = _Seen(site)
    seen.waiting(tree)
    first = _built(tree, tmp_path / "served", known, pool=pool, marks=marks)
    before = _files(site)
    _replace(tree, REPORT, "1.1: 1200", "1.1: 1207")
    early = seen.waiting(tree)
    broken = Problem("broken-link", Place("x/index.html"), {"target": "y"})
    monkeypatch.setattr(_Building, "_problems", lambda *_: iter([broken]))
    failed = build_into(
        SitePaths.of(tree, tmp_path / "served"), read_tree(tree, known)[0], _silent, processes=1, pool=pool, marks=marks,
        earlier=first.recall, laid=first.laid, early=early,
    )  # fmt: skip

    assert failed.failures == (broken,)
    assert seen.files
    assert _files(site) == before


def test_nothing_of_an_older_tree_is_held(tree, tmp_path):
    """Else memory would grow with every edit."""
    pool, known, marks = Pool(tmp_path / "pool"), Known(), Marks()
    seen = _Seen(tmp_path / "served" / "site")
    built, old = Built(0), []
    for figure in range(1200, 1206):
        _replace(tree, REPORT, f"1.1: {figure}", f"1.1: {figure + 1}")
        dataset, _ = read_tree(tree, known)
        held = (
            dataset,
            dataset.catalogue,
            dataset.catalogue.reports["huyen/2022-Q3"],
            dataset.by_report("huyen/2022-Q3")[0],
        )
        old.append([weakref.ref(each) for each in held])
        built = build_into(
            SitePaths.of(tree, tmp_path / "served"), dataset, _silent, processes=1, pool=pool, marks=marks,
            earlier=built.recall, laid=built.laid or None, early=seen.waiting(tree),
        )  # fmt: skip
        known.forget_unused()
        marks.forget_unused()
        del dataset, held
    gc.collect()

    assert [sum(each() is not None for each in of_tree) for of_tree in old[:-2]] == [0] * (len(old) - 2)


def test_an_edit_that_is_taken_back_is_taken_back_on_every_page(tree, tmp_path):
    pool, name = Pool(tmp_path / "pool"), "data/reports/xa/2022-Q3.yml"
    first = _built(tree, tmp_path / "first", pool=pool)
    _replace(tree, name, "1.1: 120", "1.1: 777")
    second = _built(tree, tmp_path / "second", pool=pool, earlier=first.recall)
    _replace(tree, name, "1.1: 777", "1.1: 120")
    _built(tree, tmp_path / "third", pool=pool, earlier=second.recall)

    assert _files(tmp_path / "second" / "site") != _files(tmp_path / "first" / "site")
    assert _files(tmp_path / "third" / "site") == _files(tmp_path / "first" / "site")


def test_a_sentence_that_changes_makes_its_own_pages_again(tree, tmp_path):
    pool = Pool(tmp_path / "pool")
    first = _built(tree, tmp_path / "first", pool=pool)
    _sentence(tree, random.Random(1))  # noqa: S311
    second = _built(tree, tmp_path / "second", pool=pool, earlier=first.recall)

    again = {key for key, made in second.recall.made.items() if first.recall.made.get(key) is not made}
    assert {path for lang, path, _ in again if lang == "vi"} == {"units/huyen", "reports/huyen/2022-Q3"}
    assert {path for lang, path, _ in again if lang == "en"} <= {"units/huyen", "reports/huyen/2022-Q3"}


def test_a_record_that_was_spoiled_costs_time_and_nothing_else(tree, tmp_path):
    pool, record = Pool(tmp_path / "pool"), tmp_path / "made.json"
    first = _built(tree, tmp_path / "first", pool=pool)
    first.recall.save(record)
    for spoiled in (b"", b"{", record.read_bytes()[:-100], b'{"version": 99}', b"[1]"):
        record.write_bytes(spoiled)
        assert Recall.load(record) == Recall()

    first.recall.save(record)
    assert _in_no_order(Recall.load(record)) == _in_no_order(first.recall)


def test_a_build_without_an_edit_does_nothing_and_a_touched_site_is_mended(tree):
    site = tree / "site"
    assert build_site(tree, site, _silent, mark=program_mark()).published
    before = _files(site)

    page = site / "units" / "huyen" / "index.html"
    with page.open("a", encoding="utf-8") as file:
        file.write("chen vào")
    (site / "la.html").write_text("lạ", encoding="utf-8")
    (site / "units" / "xa" / "index.html").unlink()
    assert build_site(tree, site, _silent).published

    assert _files(site) == before


def test_templates_of_pages_that_nobody_edited_keep_their_files_and_days(tree):
    site = tree / "site"
    build_site(tree, site, _silent)
    days = {path: (site / path).stat().st_mtime_ns for path in _files(site, "pagefind/")}
    _sentence(tree, random.Random(1))  # noqa: S311
    build_site(tree, site, _silent)

    changed = {path for path, day in days.items() if (site / path).stat().st_mtime_ns != day}
    assert not any(path.startswith("assets/search/p/") for path in changed)
    assert "reports/huyen/2022-Q3/index.html" in changed
    assert "indicators/resolved/index.html" not in changed
