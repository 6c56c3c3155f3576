"""What of others is used and handed on: complete against the locks and the site's files, valid, the same on every day."""

import importlib.util
import json
import re
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from generator.assembly.beside.inventory import licences_text
from generator.inventory.licences import licence_of
from generator.inventory.lock import Locked, read_lock
from generator.inventory.sbom import SBOM_FILE, sbom
from generator.inventory.works import bundled_works

LOCKS = ("requirements.lock", "requirements-dev.lock")
GENERATED = re.compile(
    r"assets/compare/(?:units/[a-z0-9-]+/)?[a-z0-9-]+\.js"
    r"|assets/search/(?:index|v|[wo]/\d+|[pf]/[\w/~-]+)\.js"
    r"|(?:areas|indicators|reports|units)/(?:[\w-]+/)+charts\.js"
)
"""Scripts that hold data of ours."""


@pytest.fixture(scope="module")
def works(root):
    return bundled_works(root / "site_templates", read_lock(root / LOCKS[0]), {"vega-view": "6.1.0"})


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_a_known_licence(root, lock):
    packages = read_lock(root / lock)

    assert len(packages) > 40
    assert [each.name for each in packages if not re.match(r"[A-Z0-9][A-Za-z0-9.-]+", licence_of(each.name))] == []


def test_a_lock_tells_packages_for_every_platform(tmp_path):
    (tmp_path / "lock").write_text(
        "# x==1\nb==2.0 ; sys_platform == 'win32' \\\n    --hash=sha256:00\na==1.0.post1 \\\n", encoding="utf-8"
    )

    assert read_lock(tmp_path / "lock") == (Locked("a", "1.0.post1"), Locked("b", "2.0"))
    assert read_lock(tmp_path / "none") == ()


def test_an_unknown_package_has_no_licence():
    assert licence_of("no-such-package") == ""


def test_the_page_of_licences_is_complete_and_current(root, works):
    page = (root / "docs/licences.md").read_text(encoding="utf-8")

    for lock in LOCKS:
        assert [each for each in read_lock(root / lock) if f"| {each.name} | {each.version} |" not in page] == []
    assert [work.name for work in works if f"| {work.name} | " not in page] == []
    assert "unknown" not in page
    assert page == licences_text(root), "run `make licences`"


def test_every_bundled_work_shows_its_licence_on_the_site(root, works):
    assert {work.text for work in works} == {
        path.relative_to(root / "site_templates").as_posix()
        for path in (root / "site_templates/assets/licences").iterdir()
    }


def test_the_bill_of_materials_is_valid_cyclonedx_and_complete(root, works):
    packages = read_lock(root / LOCKS[0])
    text = sbom(packages, works)

    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    told = json.loads(text)["components"]
    assert [each["name"] for each in told] == [each.name for each in (*packages, *works)]
    assert all(each["licenses"] for each in told)
    assert len({each["bom-ref"] for each in told}) == len(told)


def test_the_bill_of_materials_tells_no_time_and_is_the_same_again(root, works):
    text = sbom(read_lock(root / LOCKS[0]), works)

    assert text == sbom(read_lock(root / LOCKS[0]), works)
    assert not re.search(r"timestamp|serialNumber|urn:uuid|\d{4}-\d\d-\d\dT", text)


def test_every_foreign_file_of_the_site_belongs_to_a_work(root, built_site, works):
    ours = {
        path.relative_to(root / "site_templates").as_posix() for path in (root / "site_templates/assets").rglob("*")
    }
    # A past year is a site of its own, with its own bill of materials.
    told = [
        path.relative_to(built_site).as_posix().removeprefix("en/")
        for path in built_site.rglob("*")
        if path.is_file() and not re.match(r"archive/\d", path.relative_to(built_site).as_posix())
    ]
    candidates = [
        path
        for path in told
        if path.startswith("pagefind/") or path.endswith((".js", ".css", ".woff2", ".ttf", ".wasm", ".mjs"))
    ]
    foreign = [path for path in candidates if path not in ours and not GENERATED.fullmatch(path)]
    assert foreign
    assert sorted(path for path in foreign if not any(work.holds(path) for work in works)) == []
    # And nothing is listed that is not there.
    assert [work.name for work in works if not any(work.holds(path) for path in candidates)] == []
    listed = json.loads((built_site / SBOM_FILE).read_text(encoding="utf-8"))["components"]
    assert {"vega-view", "mkdocs", "Be Vietnam Pro"} <= {each["name"] for each in listed}


class _Advisories(BaseHTTPRequestHandler):
    """A database of advisories that knows one, of a package that there is not."""

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        name = asked["package"]["name"]
        known = {
            "id": "OSV-2026-1",
            "modified": "2026-01-01T00:00:00Z",
            "published": "2026-01-01T00:00:00Z",
            "summary": "x",
            "affected": [{"package": {"ecosystem": "PyPI", "name": name}, "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2.0"}]}]}],
        }  # fmt: skip
        answer = json.dumps({"vulns": [known]} if name == "leaky" else {}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_arguments):
        pass


def test_a_known_vulnerability_of_a_locked_package_is_reported(root, tmp_path, monkeypatch, capsys):
    for lock in LOCKS:
        packages = "leaky==1.0 \\\n" if lock == LOCKS[0] else "sound==1.0 \\\n"
        (tmp_path / lock).write_text(f"{packages}    --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    server = HTTPServer(("127.0.0.1", 0), _Advisories)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("OSV_URL", f"http://127.0.0.1:{server.server_port}/v1/query")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")

    code = _audit_deps(root).main(tmp_path)
    server.shutdown()

    assert capsys.readouterr().out.splitlines() == [
        "requirements.lock: leaky 1.0: OSV-2026-1, mended in 2.0",
        "requirements.lock: 1 packages audited, 1 known vulnerabilities.",
        "requirements-dev.lock: 1 packages audited, 0 known vulnerabilities.",
    ]
    assert code == 1


def _audit_deps(root):
    spec = importlib.util.spec_from_file_location("audit_deps", root / "tools/audit_deps.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("answer", "code", "said"),
    [
        (None, 2, "could not be reached"),
        ([], 2, "could not be reached"),
        ([{"name": "a", "skip_reason": "not found"}], 2, "could not be reached"),
        ([{"name": "a", "version": "1", "vulns": []}], 0, "1 packages audited, 0 known"),
        ([{"name": "a", "version": "1", "vulns": []}, {"name": "b", "skip_reason": "x"}], 2, "not audited: b"),
        (
            [{"name": "a", "version": "1", "vulns": [{"id": "CVE-1", "fix_versions": ["2"]}]}],
            1,
            "a 1: CVE-1, mended in 2",
        ),
    ],
)
def test_no_answer_is_no_all_clear(root, answer, code, said):
    found, lines = _audit_deps(root).judged("requirements.lock", answer)

    assert found == code
    assert said in "\n".join(lines)
