"""What is installed to render pages: with other versions, nothing of an earlier build is used."""

import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version

_PACKAGES = ("markdown", "pymdown-extensions", "pygments", "mkdocs", "properdocs", "mkdocs-material", "nh3", "jinja2")


@cache
def installed() -> tuple[str, ...]:
    """The versions of Python and of the packages that a page goes through."""
    return (sys.version, *(_version(name) for name in _PACKAGES))


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
