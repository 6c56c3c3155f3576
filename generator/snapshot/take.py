"""Takes a snapshot: from a commit and a year to a bag, its zip and its record, or to the problems that stand in the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic

from generator.archive.bag import PAYLOAD, TAG_MANIFEST, UnfitBagError, seal_bag
from generator.archive.file_list import interpreter, list_name, list_of_bag
from generator.archive.signature import sign
from generator.archive.signing import ToolError
from generator.archive.store import Store, bag_name
from generator.archive.zip_file import zip_bag
from generator.assembly.building import build_into
from generator.assembly.layout import SitePaths, site_url
from generator.assembly.remaking import Progress
from generator.assembly.site import FAULTS, fault_problem, load_and_check
from generator.dataset.dataset import Dataset
from generator.dataset.known import known_by
from generator.exports.vintage import record_text, vintage_csv
from generator.finish.claims import alone_in
from generator.i18n.messages import N_
from generator.load.vintages import table_checksum
from generator.model.banner import Banner
from generator.model.dates import PartialDate
from generator.model.place import Place
from generator.model.vintage import VINTAGES, VintageRecord, ZipRecord
from generator.problems import Problem, fails
from generator.snapshot.bag_description import bag_description
from generator.snapshot.contents import FACTS, README, Snapshot, copy_dataset, write_facts, write_readme
from generator.snapshot.inputs import write_inputs
from generator.snapshot.request import Plan, Request, editions_at, nothing_known, plan_of
from generator.snapshot.work import appear, recover, snapshot_folder

_WARC = "site.warc.gz"


@dataclass(frozen=True)
class SnapshotResult:
    """What taking a snapshot came to. `record` is None where none was taken; then `problems` say why."""

    problems: tuple[Problem, ...]
    record: VintageRecord | None = None
    bag: Path | None = None
    zip: Path | None = None
    seconds: float = 0.0


def take_snapshot(root: Path, store: Store, request: Request, progress: Progress) -> SnapshotResult:
    """Take the snapshot of the tree at `root` that is asked for, into a store. Nothing is there before all of it is."""
    started = monotonic()
    try:
        if store.folder.is_dir():
            recover(store.folder)
        plan = plan_of(request, root, store)
        if isinstance(plan, tuple):
            return SnapshotResult(plan, seconds=monotonic() - started)
        with snapshot_folder(store.folder, root) as work:
            made = _Taking(root, store, request, plan, work, progress).take()
        return replace(made, seconds=monotonic() - started)
    except FAULTS as error:
        return SnapshotResult((fault_problem(error, store.folder),), seconds=monotonic() - started)


@dataclass(frozen=True)
class _Taking:
    """One snapshot on its way: what is asked, the plan, and the folder in which it is put together."""

    root: Path
    store: Store
    request: Request
    plan: Plan
    work: Path
    progress: Progress

    @property
    def bag(self) -> Path:
        return self.work / bag_name(self.plan.edition)

    @property
    def payload(self) -> Path:
        return self.bag / PAYLOAD

    def take(self) -> SnapshotResult:
        inputs = self.payload / "inputs"
        write_inputs(self.root, self.plan.commit, inputs)
        catalogue, found = load_and_check(inputs)
        problems = (*found, *nothing_known(catalogue, self.plan.edition))
        if fails(problems, strict=False):
            return SnapshotResult(problems)
        known = known_by(catalogue, self.plan.edition)
        paths = self._paths(inputs)
        if self.request.warc and not paths.address:
            return SnapshotResult((*problems, Problem("snapshot-warc-without-address", Place("mkdocs.yml"))))
        self.progress(N_("Read data and content"), str(self.plan.edition))
        built = build_into(paths, Dataset.of(known), self.progress)
        if built.failures:
            return SnapshotResult((*problems, *built.failures))
        current = paths.banner.current if paths.banner else ""
        commit = self.plan.commit.id if self.plan.commit else None
        snapshot = Snapshot(
            self.plan.edition, self.plan.taken, commit, paths.address or "", current, known, built.pages,
            self.request.change, self.request.warc,
        )  # fmt: skip
        try:
            record = self._seal(snapshot, paths)
            signatures = self._sign()
        except UnfitBagError as error:
            return SnapshotResult((*problems, *error.problems))
        except ToolError as error:
            return SnapshotResult((*problems, Problem(error.code, Place(""), error.words)))
        return self._appear(problems, record, snapshot, signatures)

    def _paths(self, inputs: Path) -> SitePaths:
        """Where the site is built: from the inputs alone, with the pictures that earlier builds drew."""
        paths = SitePaths.of(inputs, self.work / "build")
        current = site_url(paths)
        return replace(
            paths,
            cache=self.root / ".cache" / "charts",
            address=f"{current}archive/{self.plan.edition}/" if current else "",
            banner=Banner(self.plan.edition, self.plan.taken, current),
        )

    def _seal(self, snapshot: Snapshot, paths: SitePaths) -> VintageRecord:
        """Put the payload together, seal the bag, pack it, and make the record."""
        paths.site.rename(self.payload / "site")
        copy_dataset(self.payload / "site", self.payload / "dataset")
        if snapshot.warc:
            from generator.archive.warc import write_warc

            taken = _partial(self.plan)
            records = write_warc(self.payload / "site", snapshot.address, taken, self.payload / "warc" / _WARC)
            self.progress(N_("Wrote the site as WARC"), str(records))
        folders = sorted(path.name for path in self.payload.iterdir() if path.is_dir())
        write_facts(snapshot, self.payload / "inputs", self.payload / FACTS)
        write_readme(snapshot, paths.templates, folders, self.payload / README)
        sealed = seal_bag(self.bag, bag_description(snapshot))
        self.progress(N_("Sealed the bag"), str(sealed.files))
        zipped = zip_bag(self.bag, self.work / f"{self.bag.name}.zip", self.plan.taken)
        self.progress(N_("Packed it as one file"), f"{zipped.size // 1_000_000} MB")
        return VintageRecord(
            edition=snapshot.edition,
            taken=_partial(self.plan),
            commit=snapshot.commit,
            address=snapshot.current or None,
            reports=len(snapshot.catalogue.reports),
            figures=snapshot.figures,
            pages=snapshot.pages,
            files=sealed.files,
            size=sealed.size,
            manifest=sealed.manifest,
            zip=ZipRecord(size=zipped.size, sha512=zipped.sha512),
            table=table_checksum(vintage_csv(snapshot.catalogue)),
            change=snapshot.change,
        )

    def _sign(self) -> tuple[Path, ...]:
        if not self.request.tool:
            return ()
        manifest = (self.bag / TAG_MANIFEST).read_bytes()
        return (sign(self.bag, manifest, self.request.tool, self.request.key),)

    def _appear(
        self, problems: Sequence[Problem], record: VintageRecord, snapshot: Snapshot, signatures: Sequence[Path]
    ) -> SnapshotResult:
        """Let everything appear at once."""
        edition = self.plan.edition
        (self.work / "record.csv").write_bytes(vintage_csv(snapshot.catalogue))
        files = list_of_bag(self.bag, interpreter())
        (self.work / "record.sums").write_text(files.text(), encoding="utf-8", newline="\n")
        (self.work / "record.yml").write_text(record_text(record), encoding="utf-8", newline="\n")
        vintages = self.root / VINTAGES
        moves = [
            (self.bag, self.store.bag(edition)),
            (self.work / f"{self.bag.name}.zip", self.store.zip(edition)),
            *((path, self.store.folder / path.name) for path in signatures),
            (self.work / "record.sums", self.root / list_name(edition)),
            (self.work / "record.csv", vintages / f"{edition}.csv"),
            (self.work / "record.yml", vintages / f"{edition}.yml"),
        ]
        with alone_in(self.root / "data"):
            appeared = appear(self.work, moves, lambda: edition not in editions_at(self.root, self.store))
        if not appeared:
            words = {"edition": str(edition), "year": str(edition.year), "where": bag_name(edition)}
            return SnapshotResult((*problems, Problem("snapshot-exists", Place(""), words)))
        self.progress(N_("Took the snapshot"), str(self.store.bag(edition)))
        return SnapshotResult(tuple(problems), record, self.store.bag(edition), self.store.zip(edition))


def _partial(plan: Plan) -> PartialDate:
    return PartialDate(plan.taken.year, plan.taken.month, plan.taken.day)
