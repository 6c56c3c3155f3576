"""The editor: forms from the model, what it publishes, and what it may do on this machine."""

import json
from pathlib import Path

import pytest

from generator.assembly.site import read_tree
from generator.editor.desk import WRITES, Desk
from generator.editor.fields import form_of
from generator.editor.files import published_files
from generator.editor.local import LocalFiles, RefusedError
from generator.editor.settings import asked_hosts, settings
from generator.fields.describe import describe
from generator.finish.headers import editor_policy, headers_file
from generator.model.report import Report
from generator.model.site import Editor, Repository, SiteDescription
from generator.model.target import Target
from generator.model.unit import Unit
from tests.trees import write_tree

PORT = 8000
OWN = {"Host": f"127.0.0.1:{PORT}", "Sec-Fetch-Site": "same-origin"}
ASKS = OWN | {"Origin": f"http://127.0.0.1:{PORT}", "Content-Type": "application/json; charset=utf-8"}
UNIT = "data/units/huyen.yml"


def of(fields, *names):
    """A field by its name, and the names of those around it."""
    for name in names:
        fields = next(each for each in fields if each["name"] == name)
        fields = fields.get("fields", fields)
    return fields


@pytest.fixture
def tree(tmp_path):
    return write_tree(tmp_path)


@pytest.fixture
def desk(tree, root):
    return Desk(
        tree,
        root / "site_templates",
        read_tree(tree)[0].catalogue,
        lambda message, **values: message.format(**values),
        lambda problems: " ".join(each.code for each in problems),
    )


def writes(desk):
    told = json.loads(desk.shown("/admin/settings.vi.json", OWN, PORT))
    return told["config"]["backend"]["proxy_url"]


def asked(desk, action, params=None, headers=ASKS, path=None):
    body = json.dumps({"action": action, "params": params or {}}).encode()
    answer = desk.answer(path or writes(desk), headers, body, PORT)
    return answer.status, json.loads(answer.content)


def test_a_form_follows_from_the_model_with_labels_in_both_languages():
    unit, target = form_of(describe(Unit), "vi", ("vi", "en")), form_of(describe(Target), "en", ("vi", "en"))

    assert {each["name"] for each in unit} == set(Unit.model_fields)
    assert all(each["label"] and each["hint"] for each in (*unit, *target))
    assert [each["label"] for each in of(unit, "names")] == ["Tiếng Việt", "English"]
    assert of(unit, "parent").items() >= {"required": False, "widget": "rr-choice", "of": "units"}.items()
    assert {"value": "commune", "label": "Cấp xã"} in of(unit, "level")["options"]
    assert of(target, "indicator")["of"] == "indicators"
    assert of(target, "comparison")["required"]


def test_what_must_be_in_an_entry_is_not_asked_for_where_the_entry_may_be_left_out():
    covers = of(form_of(describe(Report), "vi", ("vi", "en")), "document", "covers")

    assert [(each["name"], each["required"]) for each in covers] == [("from", False), ("to", False)]


def test_figures_have_controls_that_read_no_number():
    report = form_of(describe(Report), "vi", ("vi", "en"))

    assert of(report, "tables")["widget"] == "rr-tables"
    assert of(report, "prose", "value")["widget"] == "rr-figure"
    assert of(report, "prose", "breakdown")["widget"] == "rr-pairs"
    assert "number" not in [each["widget"] for each in report]


@pytest.mark.parametrize(
    ("kind", "editor", "expected"),
    [
        ("gitlab", {"app_id": "abc"}, {"auth_type": "pkce", "app_id": "abc", "api_root": "https://git.example.gov.vn/api/v4"}),
        ("forgejo", {"app_id": "abc"}, {"app_id": "abc", "api_root": "https://git.example.gov.vn/api/v1", "open_authoring": True}),
        ("gitea", {"app_id": "abc"}, {"app_id": "abc", "base_url": "https://git.example.gov.vn"}),
        ("github", {"sign_in": "https://dang-nhap.example.gov.vn/auth"}, {"base_url": "https://dang-nhap.example.gov.vn", "auth_endpoint": "auth", "auth_scope": "public_repo"}),
    ],
)  # fmt: skip
def test_people_sign_in_at_the_host_of_the_repository_and_send_pull_requests(tree, kind, editor, expected):
    site = SiteDescription(
        repository=Repository(kind=kind, url="https://git.example.gov.vn/cchc/bao-cao"), editor=Editor(**editor)
    )
    catalogue = read_tree(tree)[0].catalogue
    object.__setattr__(catalogue, "site", site)

    told = settings(catalogue, "vi", None)

    assert told["publish_mode"] == "editorial_workflow"
    assert told["backend"].items() >= {"name": kind, "repo": "cchc/bao-cao", "branch": "main", **expected}.items()


@pytest.mark.parametrize(
    "site",
    [
        None,
        SiteDescription(),
        SiteDescription(repository=Repository(kind="gitlab", url="https://git.example.gov.vn/a/b")),
        SiteDescription(repository=Repository(kind="gitlab", url="https://git.example.gov.vn/a/b"), editor=Editor()),
        SiteDescription(repository=Repository(kind="github", url="https://github.com/a/b"), editor=Editor(app_id="x")),
        SiteDescription(editor=Editor(app_id="x")),
    ],
)
def test_a_site_that_does_not_say_how_people_sign_in_carries_no_editor(tree, root, site):
    dataset = read_tree(tree)[0]
    object.__setattr__(dataset.catalogue, "site", site)

    assert published_files(dataset, root / "site_templates") == {}
    assert asked_hosts(site) == ()


def test_the_editor_asks_its_own_site_and_the_host_of_the_repository_alone(tree, root):
    dataset = read_tree(tree)[0]
    site = SiteDescription(
        repository=Repository(kind="gitlab", url="https://git.example.gov.vn/cchc/bao-cao"), editor=Editor(app_id="abc")
    )
    object.__setattr__(dataset.catalogue, "site", site)
    files = published_files(dataset, root / "site_templates")
    policy = editor_policy(asked_hosts(site))

    assert {
        "admin/index.html",
        "admin/settings.vi.json",
        "admin/settings.en.json",
        "admin/vendor/decap-cms.js",
    } <= files.keys()
    assert "connect-src 'self' https://git.example.gov.vn" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    rules = headers_file({*files, "index.html"}, ("vi", "en"), asked_by_editor=asked_hosts(site))
    assert rules.count("/admin/*") == 1
    assert policy in rules


@pytest.mark.parametrize(
    "changed",
    [
        {"Host": "evil.example:8000"},
        {"Host": "127.0.0.1.evil.example:8000"},
        {"Host": "127.0.0.1:1"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_pages_of_others_are_neither_shown_nor_answered(desk, changed):
    assert desk.shown("/admin/settings.vi.json", OWN | changed, PORT) is None
    assert asked(desk, "info", headers=ASKS | changed)[0] == 403


@pytest.mark.parametrize(
    ("headers", "path"),
    [
        ({**ASKS, "Content-Type": "text/plain"}, None),
        ({name: value for name, value in ASKS.items() if name != "Origin"}, None),
        (ASKS, WRITES),
        (ASKS, f"{WRITES}{'x' * 32}"),
    ],
)
def test_nothing_is_answered_without_origin_kind_and_token(desk, headers, path):
    assert asked(desk, "info", headers=headers, path=path)[0] == 403


def test_files_are_read_and_written_with_the_token_of_the_page(desk, tree):
    status, told = asked(desk, "getEntry", {"path": UNIT})
    assert status == 200
    assert told["data"] == (tree / UNIT).read_text(encoding="utf-8")

    text = told["data"] + "# Kết thúc\n"
    assert asked(desk, "persistEntry", {"dataFiles": [{"path": UNIT, "raw": text, "slug": "huyen"}]})[0] == 200
    assert (tree / UNIT).read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    "path",
    [
        "mkdocs.yml", "data/../mkdocs.yml", "/etc/passwd", "data/units/../../x.yml", "data/.git/x.yml", "data/units/x.py", "content/x.html",
        "data//x.yml", "data/units/./x.yml", "data\\x.yml", "other/x.yml", "data/x.yml\0", "data/units/x.yml/",
    ],
)  # fmt: skip
def test_nothing_outside_data_and_content_is_read_or_written(tree, path):
    files = LocalFiles(tree)

    for action, params in (
        ("getEntry", {"path": path}),
        ("persistEntry", {"dataFiles": [{"path": path, "raw": "id: x\n"}]}),
        ("persistEntry", {"dataFiles": [{"path": UNIT, "raw": "id: x\n", "newPath": path}]}),
        ("deleteFiles", {"paths": [path]}),
    ):
        files.answer("getEntry", {"path": UNIT})
        with pytest.raises(RefusedError):
            files.answer(action, params)
    assert "id: huyen" in (tree / UNIT).read_text(encoding="utf-8")


@pytest.mark.parametrize("link", ["data/units/link.yml", "data/linked/x.yml"])
def test_links_are_not_followed(tree, tmp_path, link):
    elsewhere = tmp_path.parent / f"{tmp_path.name}-elsewhere"
    elsewhere.mkdir()
    (elsewhere / "x.yml").write_text("secret: 1\n", encoding="utf-8")
    there = tree / link if link.endswith("link.yml") else (tree / link).parent
    there.symlink_to(elsewhere / "x.yml" if link.endswith("link.yml") else elsewhere)
    files = LocalFiles(tree)

    for action, params in (
        ("getEntry", {"path": link}),
        ("persistEntry", {"dataFiles": [{"path": link, "raw": "a: b\n"}]}),
    ):
        with pytest.raises(RefusedError):
            files.answer(action, params)
    assert link not in [
        each["file"]["path"]
        for each in files.answer("entriesByFolder", {"folder": "data/units", "extension": "yml", "depth": 3})
    ]
    assert (elsewhere / "x.yml").read_text(encoding="utf-8") == "secret: 1\n"


def test_what_cannot_be_read_again_is_not_saved(desk, tree):
    before = asked(desk, "getEntry", {"path": UNIT})[1]["data"]

    status, told = asked(desk, "persistEntry", {"dataFiles": [{"path": UNIT, "raw": 'id: "huyen\n'}]})

    assert status == 422
    assert "yaml-quote" in told["error"]
    assert (tree / UNIT).read_text(encoding="utf-8") == before


def test_what_was_changed_elsewhere_is_not_lost(desk, tree):
    before = asked(desk, "getEntry", {"path": UNIT})[1]["data"]
    (tree / UNIT).write_text(before + "# elsewhere\n", encoding="utf-8")

    assert asked(desk, "persistEntry", {"dataFiles": [{"path": UNIT, "raw": before + "# here\n"}]})[0] == 409
    assert "elsewhere" in (tree / UNIT).read_text(encoding="utf-8")


def test_one_entry_is_renamed_and_not_its_folder(tree):
    files = LocalFiles(tree)
    others = sorted(path.name for path in (tree / "data/units").iterdir() if path.name != "huyen.yml")
    text = files.answer("getEntry", {"path": UNIT})["data"]

    files.answer("persistEntry", {"dataFiles": [{"path": UNIT, "raw": text, "newPath": "data/units/huyen-moi.yml"}]})

    assert sorted(path.name for path in (tree / "data/units").iterdir()) == sorted([*others, "huyen-moi.yml"])


def test_a_question_that_makes_no_sense_is_refused(desk):
    for body in (b"", b"[]", b"1", b'{"action": "persistEntry"}', b'{"action": "x", "params": {}}', b"[" * 100_000):
        assert desk.answer(writes(desk), ASKS, body, PORT).status in (400, 404)


def test_the_program_of_the_editor_names_no_other_host(root: Path):
    ours = [path for path in (root / "site_templates/admin").iterdir() if path.is_file()]

    assert ours
    assert [
        path.name for path in ours if "http" in path.read_text(encoding="utf-8").replace("https://developer", "")
    ] == []
