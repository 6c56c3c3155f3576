"""Signatures by the archivist's own tool: good ones, old ones, others', and none are told apart. Keys are made for each run."""

import base64
import os
import shutil
import subprocess

import pytest

from generator.archive.bag import TAG_MANIFEST, seal_bag
from generator.archive.minisign import TOOL as MINISIGN
from generator.archive.signature import SignatureState, sign, signature_files
from generator.archive.signing import Finding, ToolError
from generator.archive.verify import Expected, verify
from tests.bags import INFO, make_store, write_files

NAME = "reform-reports-2023.tagmanifest-sha512.txt"


def run(*command):
    subprocess.run(command, check=True, capture_output=True, stdin=subprocess.DEVNULL)


@pytest.fixture(scope="module", params=["gpg", "minisign"])
def keys(request, tmp_path_factory):
    """Two key pairs of a tool without a password: (tool, own key for signing, own public key, other public key)."""
    if shutil.which(request.param) is None:
        pytest.skip(f"{request.param} is not installed (tools/install-signers)")
    folder = tmp_path_factory.mktemp(request.param, numbered=True)
    public = [folder / "own.pub", folder / "other.pub"]
    if request.param == "minisign":
        for path in public:
            run("minisign", "-G", "-W", "-p", str(path), "-s", str(path.with_suffix(".key")))
        yield "minisign", str(folder / "own.key"), *public
        return
    # A socket's path may have 108 signs; those of temporary folders are long.
    home = folder / "h"
    home.mkdir(mode=0o700)
    before = os.environ.get("GNUPGHOME")
    os.environ["GNUPGHOME"] = str(home)
    try:
        for path in public:
            user = f"{path.stem}@example.vn"
            run("gpg", "--batch", "--passphrase", "", "--quick-generate-key", user, "ed25519", "sign", "never")
            run("gpg", "--batch", "--armor", "--output", str(path), "--export", user)
        yield "gpg", "own@example.vn", *public
    finally:
        subprocess.run(["gpgconf", "--kill", "all"], check=False, capture_output=True)
        os.environ.pop("GNUPGHOME") if before is None else os.environ.update(GNUPGHOME=before)


@pytest.mark.skipif(shutil.which("gpg") is None, reason="gpg is not installed (tools/install-signers)")
def test_a_key_that_has_ended_is_told_from_one_that_was_revoked(tmp_path, tmp_path_factory, monkeypatch):
    bag, _ = make_store(tmp_path)
    home = tmp_path_factory.mktemp("h")
    home.chmod(0o700)
    monkeypatch.setenv("GNUPGHOME", str(home))
    then = ["--faked-system-time", "20200101T000000", "--batch", "--passphrase", ""]
    run("gpg", *then, "--quick-generate-key", "old@example.vn", "ed25519", "sign", "1y")
    made = str(signature_files(bag)["gpg"])
    run("gpg", *then, "--armor", "--output", made, "--detach-sign", str(bag / TAG_MANIFEST))

    assert found(bag) == ([SignatureState.EXPIRED], ["signature-expired"])
    assert verify(bag).whole

    (ready,) = (home / "openpgp-revocs.d").iterdir()
    # The tool puts a colon before the certificate, against using it by mistake.
    ready.write_text(ready.read_text().replace("\n:---", "\n---"))
    run("gpg", "--batch", "--import", str(ready))
    subprocess.run(["gpgconf", "--kill", "all"], check=False, capture_output=True)
    assert found(bag) == ([SignatureState.BAD], ["signature-revoked"])


@pytest.fixture
def signed(tmp_path, keys):
    """A signed snapshot: its folder, its zip."""
    bag, packed = make_store(tmp_path)
    sign(bag, (bag / TAG_MANIFEST).read_bytes(), keys[0], keys[1])
    return bag, packed


def found(path, key=None, signature=None):
    """What verification says of the signature: states and codes."""
    verified = verify(path, Expected(key=key, signature=signature))
    return [check.state for check in verified.signatures], [problem.code for problem in verified.problems]


def test_one_signature_serves_the_folder_and_the_zip(signed, keys):
    tool, _, own, _ = keys

    suffix = {"gpg": ".asc", "minisign": ".minisig"}[tool]
    assert sorted(path.name for path in signed[0].parent.glob("*.txt*")) == [NAME + suffix]
    for path in signed:
        assert found(path, own) == ([SignatureState.GOOD], [])


def test_the_signer_is_named(signed, keys):
    (check,) = verify(signed[0], Expected(key=keys[2])).signatures

    if keys[0] == "gpg":
        assert check.signer.startswith("own@example.vn ")
        assert len(check.signer.split()[-1]) == 40
    else:
        assert check.signer in keys[2].read_text()


@pytest.mark.parametrize(
    ("number", "said"), [("0A3B5C7D9E1F2031", "A3B5C7D9E1F2031"), ("5A3B5C7D9E1F2030", "5A3B5C7D9E1F2030")]
)
def test_the_number_of_a_key_is_written_as_minisign_writes_it_without_noughts_before_it(tmp_path, number, said):
    content = base64.b64encode(b"ED" + bytes.fromhex(number)[::-1] + bytes(64)).decode()
    signature = tmp_path / "a.minisig"
    signature.write_text(f"untrusted comment: signature from minisign secret key\n{content}\n")

    assert MINISIGN.check(tmp_path / "a", signature, None) == (Finding.UNKNOWN_KEY, said)


def test_an_altered_bag_with_an_old_signature_is_told(signed, keys):
    bag, _ = signed
    write_files(bag, {"data/README.txt": "Khác"})
    seal_bag(bag, INFO)

    assert found(bag, keys[2]) == ([SignatureState.BAD], ["signature-wrong"])


def test_a_damaged_signature_is_told(signed, keys):
    path = signature_files(signed[0])[keys[0]]
    path.write_text("nonsense\n")

    assert found(signed[0], keys[2]) == ([SignatureState.BAD], ["signature-wrong"])


def test_a_signature_by_another_key_is_told(signed, keys):
    assert found(signed[0], keys[3]) == ([SignatureState.BAD], ["signature-other-key"])


def test_a_missing_signature_is_told_where_a_key_says_that_there_should_be_one(tmp_path, keys):
    bag, packed = make_store(tmp_path)

    assert found(bag) == ([], [])
    for path in (bag, packed):
        assert found(path, keys[2]) == ([], ["signature-missing"])


def test_without_a_key_gpg_asks_its_keyring_and_minisign_cannot_tell(signed, keys, tmp_path, monkeypatch):
    unchecked = ([SignatureState.UNCHECKED], ["signature-unchecked"])

    assert found(signed[0]) == (([SignatureState.GOOD], []) if keys[0] == "gpg" else unchecked)
    monkeypatch.setenv("GNUPGHOME", str(tmp_path))
    assert found(signed[0]) == unchecked
    assert verify(signed[0]).whole


def test_a_signature_may_lie_elsewhere(signed, keys, tmp_path):
    path = signature_files(signed[0])[keys[0]]
    moved = path.rename(tmp_path / f"moved{path.suffix}")

    assert found(signed[0], keys[2]) == ([], ["signature-missing"])
    assert found(signed[0], keys[2], moved) == ([SignatureState.GOOD], [])


def test_a_signature_is_never_overwritten(signed, keys):
    path = signature_files(signed[0])[keys[0]]
    before = path.read_bytes()

    with pytest.raises(FileExistsError):
        sign(signed[1], b"x", keys[0], keys[1])
    assert path.read_bytes() == before


def test_a_key_that_is_not_there_leaves_nothing_behind(tmp_path, keys):
    bag, _ = make_store(tmp_path)

    with pytest.raises(ToolError) as refused:
        sign(bag, b"x", keys[0], str(tmp_path / "nobody"))
    assert refused.value.code == "signature-failed"
    assert refused.value.words["reason"]
    assert len(list(bag.parent.iterdir())) == 2


def test_what_is_no_key_is_told(signed, keys, tmp_path):
    key = tmp_path / "key"
    key.write_text("untrusted comment: x\nnonsense\n" if keys[0] == "minisign" else "nonsense")

    assert found(signed[0], key)[1] == ["key-unusable"]


@pytest.mark.parametrize(("key", "code"), [(True, "signing-tool-missing"), (False, "signature-unchecked")])
def test_a_tool_that_is_not_installed_is_named(signed, keys, monkeypatch, key, code):
    monkeypatch.setenv("PATH", "")

    verified = verify(signed[0], Expected(key=keys[2] if key else None))

    assert [problem.code for problem in verified.problems] == [code]
    assert verified.whole == (not key)
