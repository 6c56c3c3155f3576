"""What a build came to, as data."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.problems import Problem, Severity


@dataclass(frozen=True)
class BuildResult:
    """What a build came to. `pages` counts the pages in all languages, `figures` what reports state; `seconds` is the whole time.

    `site_url` is where the site says that it stands; empty where nobody told it. `absent` are the editions that are recorded and were not
    at hand, so the site has no pages of them. `shard` is the share that was made, where only that was asked for. `unchanged` tells that the site was published before, from the same inputs,
    `leads` that its pages lead to their sources.
    """

    problems: tuple[Problem, ...]
    pages: int = 0
    reports: int = 0
    figures: int = 0
    seconds: float = 0.0
    published: bool = False
    languages: tuple[str, ...] = field(default=())
    site_url: str = ""
    absent: tuple[str, ...] = ()
    unchanged: bool = False
    leads: bool = True
    shard: str = ""

    @property
    def has_errors(self) -> bool:
        return any(problem.severity is Severity.ERROR for problem in self.problems)
