"""Turns the old formats of Word (.doc, .rtf) into the new one by LibreOffice, which is asked for only when such a file is met.

It runs with a profile of its own, in which macros do not run and links are not followed, and is ended when it takes too long.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.importing.document import Document
from generator.importing.reading.docx import read_docx
from generator.importing.reading.faults import NO_OFFICE, OFFICE_FAILED, UnreadableError
from generator.processes import dying_with_us

_SECONDS = 100
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"""
"""Link updates: 2 is never."""


def office_program() -> str | None:
    """LibreOffice, where it is installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def read_old(path: Path) -> Document:
    """The document in an old Word file. Raises UnreadableError."""
    program = office_program()
    if program is None:
        raise UnreadableError(NO_OFFICE, file=path.name, format=path.suffix.lower(), better=".docx")
    with TemporaryDirectory(prefix="reform-reports-") as folder:
        made = _converted(path, program, Path(folder))
        return replace(read_docx(made), name=path.name)


def _converted(path: Path, program: str, folder: Path) -> Path:
    """The file as .docx in a folder."""
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    source = folder / f"source{path.suffix.lower()}"
    shutil.copyfile(path, source)
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--convert-to",
        "docx",
        "--outdir",
        str(folder / "made"),
        str(source),
    ]
    environment = {**os.environ, "HOME": str(folder)}
    try:
        subprocess.run(dying_with_us(command), env=environment, capture_output=True, check=False, timeout=_SECONDS)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise UnreadableError(OFFICE_FAILED, file=path.name, better=".docx") from error
    made = folder / "made" / "source.docx"
    if not made.is_file():
        raise UnreadableError(OFFICE_FAILED, file=path.name, better=".docx")
    return made
