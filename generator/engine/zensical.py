"""Builds a docs tree with Zensical, the successor of Material for MkDocs: proof that the site outlives its engine.

Not used by `reform-reports build`. Zensical reads `mkdocs.yml`, but wants docs and output below its configuration file and
has no interface for Python, so a small project is laid out in a working folder and the command is run on it.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import yaml

from generator.engine.config import read_config, read_site_url
from generator.engine.model import EngineFailure, EngineJob
from generator.engine.template_data import language_folder, template_data

ENGINE = ("Zensical", "https://zensical.org/")

# What Zensical writes and no page of ours uses, as for Material.
UNUSED_OUTPUT = ("search.json", "sitemap.xml", "objects.inv", "assets/javascripts", "assets/images/favicon.png")


def build_tree_with_zensical(config_file: Path, job: EngineJob, work_dir: Path) -> tuple[EngineFailure, ...]:
    """Build one language with Zensical into `job.site_dir`, and return what went wrong, empty when all is well.

    Args:
        config_file: The project's `mkdocs.yml`, the same that Material reads.
        job: The language. What its `site_dir` already holds is overwritten, not removed.
        work_dir: A folder for the project of this build; it is emptied first.
    """
    shutil.rmtree(work_dir, ignore_errors=True)
    shutil.copytree(job.docs_dir, work_dir / "docs")
    project_file = work_dir / "mkdocs.yml"
    project_file.write_text(_compose(config_file, job), encoding="utf-8")
    command = [sys.executable, "-m", "zensical", "build", "--clean", "--config-file", str(project_file)]
    run = subprocess.run(command, cwd=work_dir, capture_output=True, text=True, check=False)
    if run.returncode != 0 or not (work_dir / "site" / "index.html").is_file():
        return (EngineFailure(job.lang, (run.stderr or run.stdout).strip() or "Zensical built nothing."),)
    # A server shows one error page, the one at the root.
    for name in UNUSED_OUTPUT if job.is_default else (*UNUSED_OUTPUT, "404.html"):
        path = work_dir / "site" / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    # Its own skip link leads to an id that no page has; ours stands beside it.
    for page in (work_dir / "site").rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        page.write_text(html.replace('href="#__skip"', 'href="#main-content"'), encoding="utf-8")
    # The folder of another language may lie inside this one: it stays.
    shutil.copytree(work_dir / "site", job.site_dir, dirs_exist_ok=True)
    return ()


def _compose(config_file: Path, job: EngineJob) -> str:
    """Return a configuration that inherits the project's and adds what belongs to one language, as YAML."""
    site_url = read_site_url(config_file) if job.site_url is None else job.site_url
    theme = read_config(config_file)["theme"]
    return yaml.safe_dump(
        {
            "INHERIT": str(config_file.resolve()),
            "docs_dir": "docs",
            "site_dir": "site",
            "site_name": job.site_name,
            "site_description": job.site_description,
            "site_url": site_url and site_url + language_folder(job.lang, job.languages[0][0]),
            "nav": [{title: path} for title, path in job.nav],
            "theme": {
                "language": job.lang,
                "custom_dir": str(config_file.resolve().parent / theme["custom_dir"]),
            },
            "extra": {"site": template_data(job, site_url, ENGINE)},
        },
        allow_unicode=True,
    )
