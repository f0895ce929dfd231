"""The own links of headings, the author's and ours: their sign as the site has it, their name in its language."""

from typing import TYPE_CHECKING

from roi_plugin.language import speaking, text
from roi_plugin.pages.assembled import Permalink
from roi_plugin.pages.catalogues import catalogue

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_USUAL = "¶"


def name_permalinks(config: "MkDocsConfig") -> None:
    """Has them called in the language of the theme, unless the site has a `permalink_title` of its own."""
    settings = config.mdx_configs.get("toc") or {}
    if settings.get("permalink"):
        with speaking(catalogue(str(config.theme.get("language", "en")))):
            config.mdx_configs["toc"] = {"permalink_title": text("Permanent link"), **settings}


def permalink_of(config: "MkDocsConfig") -> Permalink | None:
    """How they look; None where headings have none."""
    settings = config.mdx_configs.get("toc") or {}
    sign = settings.get("permalink")
    if not sign:
        return None
    return Permalink(sign=_USUAL if sign is True else str(sign), title=str(settings.get("permalink_title") or ""))
