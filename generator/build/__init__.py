"""The whole way from edited files to a published site, stage by stage."""

from generator.build.site import BuildResult, Progress, build_site, load_and_check

__all__ = ["BuildResult", "Progress", "build_site", "load_and_check"]
