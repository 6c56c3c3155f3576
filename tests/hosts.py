"""Real web servers for tests, run with what docs/hosting.md says: at the top of a host name, and below a path."""

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import ROOT

UNPACKED = ROOT / ".cache" / "hosts"
"""Where tools/install-hosts puts what is not installed."""
BELOW = "/cchc/"
PATIENCE = 20.0


def snippets() -> dict[str, str]:
    """What docs/hosting.md says for each host."""
    page = (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8")
    return dict(re.findall(r"(?ms)^```(nginx|apache|caddy|xml)\n(.*?)^```$", page))


def program(name: str) -> str:
    """Where a server's program is; skips the test where it is nowhere."""
    found = shutil.which(name, path=os.pathsep.join([os.environ["PATH"], "/usr/sbin", *_unpacked_folders()]))
    return found or pytest.skip(
        f"no {name}: tools/install-hosts unpacks nginx and Caddy where apt-get can; install Apache by hand"
    )


def _unpacked_folders() -> list[str]:
    return [str(UNPACKED / folder) for folder in ("usr/sbin", "usr/bin")]


def replaced(text: str, changes: Mapping[str, str]) -> str:
    """A documented configuration with the changes that the page asks for, each of which must find its place."""
    for old, new in changes.items():
        assert old in text, f"not in docs/hosting.md: {old}"
        text = text.replace(old, new)
    return text


@contextmanager
def nginx(folder: Path, site: Path, base: str, port: int) -> Iterator[None]:
    types = next(path for path in (Path("/etc/nginx"), UNPACKED / "etc/nginx") if (path / "mime.types").exists())
    changes = {"listen 443 ssl;": f"listen 127.0.0.1:{port};", "include mime.types;": f"include {types}/mime.types;"}
    if base == BELOW:
        changes |= {"location / {": "location /cchc/ {"}
    text = replaced(snippets()["nginx"], {"/srv/reform-reports/site": str(_top(folder, site, base)), **changes})
    temporary = "".join(
        f"{each}_temp_path {folder}/drafts;\n" for each in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"daemon off;\nuser root;\npid {folder}/pid;\nerror_log stderr;\nevents {{}}\n"
        f"http {{\ndefault_type application/octet-stream;\naccess_log off;\n{temporary}{text}\n}}\n",
        encoding="utf-8",
    )
    command = [program("nginx"), "-p", str(folder), "-e", "stderr", "-c", str(folder / "nginx.conf")]
    with _running(command, port, folder):
        yield


@contextmanager
def caddy(folder: Path, site: Path, base: str, port: int) -> Iterator[None]:
    changes = {"cchc.example.gov.vn {": f"http://127.0.0.1:{port} {{", "/srv/reform-reports/site": str(site)}
    if base == BELOW:
        changes |= {"handle_path /* {": "redir /cchc /cchc/\n    handle_path /cchc/* {"}
    text = "{\n    admin off\n    auto_https off\n}\n" + replaced(snippets()["caddy"], changes)
    (folder / "Caddyfile").write_text(text, encoding="utf-8")
    command = [program("caddy"), "run", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")]
    with _running(command, port, folder):
        yield


@contextmanager
def apache(folder: Path, site: Path, base: str, port: int) -> Iterator[None]:
    binary = program("apache2")
    changes = {"\nErrorDocument 404 /404.html": "\nErrorDocument 404 /cchc/404.html"} if base == BELOW else {}
    top = _top(folder, site, base)
    # Tests share a site, so each host reads a file of its own name.
    access = site / f".htaccess-{port}"
    access.write_text(replaced(snippets()["apache"], changes), encoding="utf-8")
    modules = ["mpm_event", "authn_core", "authz_core", "dir", "mime", "headers", "deflate", "filter"]
    loaded = "".join(f"LoadModule {each}_module /usr/lib/apache2/modules/mod_{each}.so\n" for each in modules)
    (folder / "apache.conf").write_text(
        f"{loaded}ServerName localhost\nAccessFileName {access.name}\nListen 127.0.0.1:{port}\nPidFile {folder}/pid\nErrorLog {folder}/log\n"
        f"Mutex file:{folder} default\nTypesConfig /etc/mime.types\nDocumentRoot {top}\n"
        f"<Directory {top}>\nAllowOverride All\nRequire all granted\n</Directory>\n",
        encoding="utf-8",
    )
    try:
        with _running([binary, "-DFOREGROUND", "-f", str(folder / "apache.conf")], port, folder):
            yield
    finally:
        access.unlink()


HOSTS: Mapping[str, Callable[[Path, Path, str, int], contextlib.AbstractContextManager[None]]] = {
    "nginx": nginx,
    "caddy": caddy,
    "apache": apache,
}


def _top(folder: Path, site: Path, base: str) -> Path:
    """The folder that stands for the top of the host name: the site's, or one that holds it under the name of its path."""
    if base == "/":
        return site
    top = folder / "www"
    top.mkdir()
    (top / base.strip("/")).symlink_to(site)
    return top


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _running(command: list[str], port: int, folder: Path) -> Iterator[None]:
    with (folder / "out.txt").open("wb") as out:
        environment = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
        process = subprocess.Popen(
            command, stdout=out, stderr=subprocess.STDOUT, env=environment, start_new_session=True
        )
        try:
            _wait_for(port, process, folder / "out.txt")
            yield
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    pytest.fail(f"{process.args} does not serve:\n{log.read_text(encoding='utf-8')}", pytrace=False)
