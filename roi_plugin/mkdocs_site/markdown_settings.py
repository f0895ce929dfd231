"""What the site's settings do to rendered Markdown, as a key; none where something unknown may have a hand in it."""

import hashlib
import json
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from markdown.extensions import Extension  # type: ignore[import-untyped]

from roi_plugin.mkdocs_site.installed import installed
from roi_plugin.sources.own_code import code_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_OUR_CODE = (
    *("mkdocs_site", "pages/author_html.py", "pages/assembled.py", "pages/record_links.py", "sources/markdown_html.py"),
)
_SHORT_NAMES = {
    *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code", "footnotes", "legacy_attrs"),
    *("legacy_em", "md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables", "toc", "wikilinks"),
}
_FAMILIES = ("markdown.", "pymdownx.", "material.extensions.", "roi_plugin.")
_READ_OTHER_FILES = {"pymdownx.b64", "pymdownx.snippets", "material.extensions.preview"}
_OPTION_THAT_READS_FILES = "custom_icons"


class _UnknownError(Exception):
    """A setting that may change what Markdown becomes without changing its own text."""


def settings_key(config: "MkDocsConfig") -> str | None:
    """Two builds with the same key make the same of one Markdown text, as far as the files of the site are the same.

    None where an extension is not known to depend on its text and settings alone.
    """
    try:
        settings = [
            [_extension(each) for each in config.markdown_extensions],
            _plain(config.mdx_configs),
            _plain(config.validation.links),
            config.use_directory_urls,
        ]
    except _UnknownError:
        return None
    parts = [settings, installed(), code_of(*_OUR_CODE)]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _extension(extension: object) -> str:
    name = extension if isinstance(extension, str) else _name(type(extension))
    known = name in _SHORT_NAMES or (name.startswith(_FAMILIES) and name not in _READ_OTHER_FILES)
    # An extension object of another plugin has settings that nobody sees here.
    if not known or (isinstance(extension, Extension) and not name.startswith("roi_plugin.")):
        raise _UnknownError
    return name


def _plain(value: object) -> object:
    """The value as JSON; a function by its name, where it comes from one of the known families."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, Mapping):
        if _OPTION_THAT_READS_FILES in (value.get("options") or ()):
            raise _UnknownError
        return [[str(key), _plain(part)] for key, part in value.items()]
    if isinstance(value, (list, tuple)):
        return [_plain(part) for part in value]
    if isinstance(value, partial):
        return [_plain(value.func), _plain(value.args), _plain(value.keywords)]
    if callable(value) and _name(value).startswith(_FAMILIES):
        return _name(value)
    raise _UnknownError


def _name(value: object) -> str:
    return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', '')}"
