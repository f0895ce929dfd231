"""Whether the site draws diagrams itself, so that none has to be asked of another host."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def draws(config: "MkDocsConfig") -> bool:
    """Whether the site has its own script for diagrams."""
    return any("mermaid" in str(each) for each in config.extra_javascript)
