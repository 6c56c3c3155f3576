"""What the templates in `site_templates/overrides/` read as `config.extra.site`, whichever engine renders them."""

from dataclasses import asdict
from typing import Any

from generator.engine.model import EngineJob


def template_data(job: EngineJob, site_url: str, engine: tuple[str, str]) -> dict[str, Any]:
    """Return the data of one language's page frame.

    Args:
        job: The language.
        site_url: Where the whole site is published, ending in a slash; empty when that is not known.
        engine: Name and home page of the engine, for the credit in the footer.
    """
    default = job.languages[0][0]
    return {
        "language": job.lang,
        "default_language": default,
        "url": site_url,
        # From the top of this language's tree to the top of the site, and from there down to each language.
        "to_root": "" if job.is_default else "../",
        "languages": [
            {
                "code": code,
                "name": name,
                "folder": language_folder(code, default),
                "not_found": dict(job.not_found.get(code, {})),
                "banner": asdict(job.banners[code]) if code in job.banners else None,
            }
            for code, name in job.languages
        ],
        "text": asdict(job.text),
        "version": job.version,
        "authority": job.authority,
        "emblem": job.emblem,
        "repository": job.repository,
        "staff": job.staff.replace(".md", ".html"),
        "editions": [{"name": name, "folder": folder} for name, folder in job.editions],
        # Of this language; None for a site that goes on.
        "banner": asdict(job.banners[job.lang]) if job.lang in job.banners else None,
        "engine": {"name": engine[0], "url": engine[1]},
    }


def language_folder(code: str, default: str) -> str:
    """Return the folder of a language below the top of the site, ending in a slash; empty for the default language."""
    return "" if code == default else f"{code}/"
