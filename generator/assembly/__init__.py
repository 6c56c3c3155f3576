"""The whole way from edited files to a published site, stage by stage."""

from generator.assembly.site import BuildResult, Progress, build_site, load_and_check

__all__ = ["BuildResult", "Progress", "build_site", "load_and_check"]
