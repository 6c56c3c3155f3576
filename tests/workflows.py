"""The workflows of this repository as data, and a runner that carries out their steps: what a host would do with them."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import yaml

from tests.conftest import ROOT

HOSTS = (".github", ".forgejo")


def workflow_files() -> list[Path]:
    """Every workflow, of both hosts."""
    return sorted(path for host in HOSTS for path in (ROOT / host / "workflows").glob("*.yml"))


def read(path: Path) -> dict:
    """A workflow; YAML 1.1 takes its key `on` for true."""
    written = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {"on" if key is True else key: value for key, value in written.items()}


def steps(workflow: dict) -> list[dict]:
    """The steps of all jobs."""
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def filled(text: str, known: dict[str, str]) -> str:
    """A value with its expressions replaced. Fails where one is not known."""
    return re.sub(r"\$\{\{ *(.*?) *\}\}", lambda found: known[found[1]], text)


def carried_out(job: dict, folder: Path, known: dict[str, str]) -> dict[str, subprocess.CompletedProcess[str]]:
    """What a runner does with a job: its shell steps, one after another, whatever the earlier ones ended with; by their lines."""
    done = {}
    # The program of this test instead of one that would be installed.
    made = f"PY={shlex.quote(sys.executable)} VENV=none MADE= RUNTIME= DEV="
    for step in job["steps"]:
        if "run" not in step:
            continue
        given = {**job.get("env", {}), **step.get("env", {})}
        done[step["run"]] = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", step["run"]],
            cwd=folder,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "GIT_CONFIG_GLOBAL": os.devnull,
                "MAKEFLAGS": f" -- {made}",
                "GITHUB_STEP_SUMMARY": str(folder.parent / "summary.md"),
                **{key: known[key] for key in ("GITHUB_API_URL", "GITHUB_REPOSITORY") if key in known},
                **{key: filled(str(value), known) for key, value in given.items()},
            },
            capture_output=True,
            text=True,
            check=False,
        )
    return done
