"""Proves that a bag is what it was: every file listed and unaltered, no file added, lists as they were recorded, signature by the right key.

Nothing is changed, nothing unpacked, and nothing that the bag says is believed beyond its checksums.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.archive.bag import MANIFEST, PAYLOAD, TAG_MANIFEST
from generator.archive.bag_info import BagInfo
from generator.archive.checksums import Hashed, hash_files, sha512_of
from generator.archive.left_behind import is_left_behind, left_behind
from generator.archive.manifest import manifest_text, read_manifest
from generator.archive.reading import OpenBag, UnreadableBagError, open_bag
from generator.archive.signature import SignatureCheck, check_signatures
from generator.archive.store import edition_named
from generator.archive.tags import List, Tags, is_payload, read_tags
from generator.model.dates import PartialDate
from generator.model.edition import Edition
from generator.model.place import Place
from generator.model.vintage import VintageRecord
from generator.problems import Problem, fails

SNAPSHOT = f"{PAYLOAD}/snapshot.json"
"""The file that every snapshot of ours has, and bags of others have not."""
_LARGEST_SNAPSHOT = 10_000_000
_LARGEST_LIST = 64_000_000
Seen = Callable[[int, int], None]
_OXUM = re.compile(r"(\d{1,20})\.(\d{1,12})", re.ASCII)


@dataclass(frozen=True)
class Verification:
    """What was found: problems in the order of the files, how much was looked at, and what the bag says of itself.

    `files` and `size` are those of the payload; `manifest` is the sha512 of tagmanifest-sha512.txt. `recorded` is whether the snapshot
    was held against its record: False where there is none. `edition` and `taken` are None for bags of others.
    """

    problems: tuple[Problem, ...]
    files: int = 0
    size: int = 0
    info: BagInfo = field(default_factory=BagInfo)
    manifest: str | None = None
    signatures: tuple[SignatureCheck, ...] = ()
    edition: Edition | None = None
    taken: PartialDate | None = None
    recorded: bool = False

    @property
    def whole(self) -> bool:
        """Whether nothing speaks against the bag; warnings do not."""
        return not fails(self.problems)


@dataclass(frozen=True)
class Expected:
    """What is known of a bag from elsewhere: the edition that was asked for, its record, a public key, a signature elsewhere than beside it."""

    edition: Edition | None = None
    record: Callable[[Edition], VintageRecord | None] = lambda _: None
    key: Path | None = None
    signature: Path | None = None


def verify(path: Path, expected: Expected | None = None, seen: Seen = lambda _, __: None) -> Verification:
    """Verify the bag at `path`, a folder or a zip. `seen` is told, from several threads, of each number of bytes that was read, and of all there are."""
    expected = expected or Expected()
    try:
        with open_bag(path) as bag:
            found = _verify(bag, seen)
            tags = bag.read(TAG_MANIFEST, _LARGEST_LIST)
    except UnreadableBagError as error:
        return Verification((error.problem,))
    found = replace(found, problems=(*found.problems, *_other_edition(path, found, expected)))
    found = _held_against_record(path, found, expected)
    signatures, problems = check_signatures(path, tags or b"", expected.key, expected.signature)
    return replace(found, signatures=signatures, problems=(*found.problems, *problems))


def _verify(bag: OpenBag, seen: Seen) -> Verification:
    """Hold every file of an open bag against its lists."""
    tags = read_tags(bag)
    left = _left_behind(bag, tags)
    payload = [path for path in bag.sizes if is_payload(path) and path not in left]
    ours = SNAPSHOT in bag.sizes or any(SNAPSHOT in each.checksums for each in tags.lists)
    algorithms = sorted({each.algorithm for each in tags.lists})
    total = sum(bag.sizes.values())
    hashed = hash_files(bag.sizes, bag.open, algorithms, lambda read: seen(read, total))
    problems = [*bag.problems, *left_behind(left), *tags.problems, *_lists_missing(tags, ours)]
    if not payload:
        problems.append(Problem("bag-no-payload", Place(PAYLOAD)))
    problems += _once(each for listed in tags.lists for each in _held_against(listed, hashed))
    problems += _once(_unlisted(tags, [path for path in hashed if path not in left]))
    tag_manifest = bag.read(TAG_MANIFEST, _LARGEST_LIST) if TAG_MANIFEST in bag.sizes else None
    if ours and tag_manifest is not None and not _is_as_written(tag_manifest):
        problems.append(_altered(TAG_MANIFEST, "bagit.txt"))
    # What is missing, added or altered is named already; the sum says so only once more.
    if not any(is_payload(each.place.file) for each in problems):
        problems += _wrong_sums(tags.info, sum(bag.sizes[path] for path in payload), len(payload))
    edition, taken = _of_itself(bag)
    return Verification(
        tuple(problems),
        len(payload),
        sum(bag.sizes[path] for path in payload),
        tags.info,
        hashlib.sha512(tag_manifest).hexdigest() if tag_manifest is not None else None,
        edition=edition,
        taken=taken,
    )


def _left_behind(bag: OpenBag, tags: Tags) -> frozenset[str]:
    """The files of file managers that no list names: what a bag was sealed with belongs to it, whatever it is called."""
    listed = {path for each in tags.lists for path in each.checksums}
    return frozenset(path for path in bag.sizes if is_left_behind(path) and path not in listed)


def _lists_missing(tags: Tags, ours: bool) -> Iterator[Problem]:
    """Without a list of files nothing is proved; without a list of lists a bag of ours is not whole."""
    if all(each.of_tags for each in tags.lists):
        yield Problem("bag-no-manifest", Place(MANIFEST), {"file": MANIFEST})
    if ours and TAG_MANIFEST not in {each.name for each in tags.lists}:
        yield Problem("bag-no-manifest", Place(TAG_MANIFEST), {"file": TAG_MANIFEST})


def _held_against(listed: List, hashed: Mapping[str, Hashed]) -> Iterator[Problem]:
    """What a list names and is not there, or is not what it was."""
    # Systems write accents in two ways; the standard asks not to be strict about it.
    names = {unicodedata.normalize("NFC", path): path for path in hashed}
    for path, checksum in listed.checksums.items():
        found = hashed.get(path) or hashed.get(names.get(unicodedata.normalize("NFC", path), ""))
        if found is None:
            yield Problem("bag-missing-file", Place(path), {"file": path, "manifest": listed.name})
        elif found.checksums is None and not found.damaged:
            yield Problem("bag-unreadable-file", Place(path), {"file": path, "reason": found.fault})
        elif found.checksums is None or found.checksums[listed.algorithm] != checksum:
            yield _altered(path, listed.name)


def _altered(path: str, manifest: str) -> Problem:
    return Problem("bag-altered-file", Place(path), {"file": path, "manifest": manifest})


def _unlisted(tags: Tags, paths: Collection[str]) -> Iterator[Problem]:
    """What is there and no list names. Lists of tag files do not name themselves; before 1.0 a file needed to be in one list only."""
    for of_tags in (False, True):
        lists = [each for each in tags.lists if each.of_tags is of_tags]
        named = [(each.name, {unicodedata.normalize("NFC", path) for path in each.checksums}) for each in lists]
        if not tags.complete and named:
            named = [(named[0][0], set().union(*(paths for _, paths in named)))]
        files = [path for path in paths if is_payload(path) is not of_tags and not path.startswith("tagmanifest-")]
        for path in sorted(files):
            for name, listed in named:
                if unicodedata.normalize("NFC", path) not in listed:
                    yield Problem("bag-added-file", Place(path), {"file": path, "manifest": name})


def _once(problems: Iterator[Problem]) -> list[Problem]:
    """Each file once with each fault, whichever of several lists says so, in the order of the files."""
    first: dict[tuple[str, str], Problem] = {}
    for problem in problems:
        first.setdefault((problem.place.file, problem.code), problem)
    return [first[key] for key in sorted(first)]


def _is_as_written(content: bytes) -> bool:
    """Whether a list of ours has the very bytes that it was written with: no list covers the list of lists."""
    text = content.decode("utf-8", "replace")
    return text == manifest_text(read_manifest(text).checksums)


def _wrong_sums(info: BagInfo, size: int, files: int) -> Iterator[Problem]:
    for stated in info.values("Payload-Oxum"):
        match = _OXUM.fullmatch(stated)
        if match is None or (int(match[1]), int(match[2])) != (size, files):
            yield Problem("bag-oxum", Place("bag-info.txt"), {"stated": stated, "found": f"{size}.{files}"})


def _of_itself(bag: OpenBag) -> tuple[Edition | None, PartialDate | None]:
    """The edition and the day that a snapshot of ours says it is of."""
    content = bag.read(SNAPSHOT, _LARGEST_SNAPSHOT)
    if content is None:
        return edition_named(bag.name), None
    said: object = None
    with contextlib.suppress(ValueError, RecursionError):
        said = json.loads(content)
    said = said if isinstance(said, dict) else {}
    edition: Edition | None = None
    taken: PartialDate | None = None
    with contextlib.suppress(ValueError):
        edition = Edition.parse(str(said.get("edition", "")))
    with contextlib.suppress(ValueError):
        taken = PartialDate.parse(str(said.get("taken", "")))
    return edition or edition_named(bag.name), taken


def _other_edition(path: Path, found: Verification, expected: Expected) -> Sequence[Problem]:
    """Whether it is the edition that was asked for, or that its name promises."""
    wanted = expected.edition or edition_named(path.resolve().name)
    if wanted is None or found.edition in (None, wanted):
        return ()
    return (Problem("bag-other-edition", Place(""), {"found": str(found.edition), "wanted": str(wanted)}),)


def _held_against_record(path: Path, found: Verification, expected: Expected) -> Verification:
    """Hold the list of lists, and the zip, against what was recorded when the snapshot was taken."""
    edition = expected.edition or found.edition
    record = expected.record(edition) if edition else None
    if record is None:
        return found
    problems = []
    if found.manifest != record.manifest:
        problems.append(Problem("bag-not-as-recorded", Place(TAG_MANIFEST), {"edition": record.id}))
    if path.is_file() and sha512_of(path) != record.zip.sha512:
        problems.append(Problem("zip-not-as-recorded", Place(""), {"edition": record.id}))
    return replace(found, recorded=True, problems=(*found.problems, *problems))
