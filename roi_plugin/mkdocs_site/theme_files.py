"""The theme's files that no page will ask for: source maps, and languages that its search does not speak."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

_MAPS = re.compile(r"assets/(?:javascripts|stylesheets)/.*\.(?:css|js)\.map\Z")
_LANGUAGE = re.compile(r"assets/javascripts/lunr/(?:min/lunr\.([a-z]{2})\.min|(tinyseg|wordcut))\.js\Z")
_SEVERAL = re.compile(r"assets/javascripts/lunr/min/lunr\.(?:multi|stemmer\.support)\.min\.js\Z")
_WORD_LISTS = {"tinyseg": {"ja", "jp"}, "wordcut": {"th"}}
"""Which languages need which list of words besides their own file."""
_SEARCH = "material.plugins.search.plugin"


def unused(files: "Files", config: "MkDocsConfig") -> "Iterator[File]":
    """Those of the theme Material that its own pages do not load; of another theme none, and none of the site's own."""
    if config.theme.name != "material":
        return
    languages = _languages(config)
    for file in files:
        if file.src_dir in (None, config.docs_dir) or not file.src_uri.startswith("assets/"):
            continue
        if _MAPS.match(file.src_uri) or (languages is not None and _is_foreign(file.src_uri, languages)):
            yield file


def _languages(config: "MkDocsConfig") -> set[str] | None:
    """What the theme's search speaks; None where another search may use its files."""
    for plugin in config.plugins.values():
        if type(plugin).__module__ == _SEARCH:
            return set(plugin.config.lang or ()) if plugin.config.enabled else set()
    return None


def _is_foreign(path: str, languages: set[str]) -> bool:
    found = _LANGUAGE.match(path)
    if found is None:
        # English needs no file at all.
        return _SEVERAL.match(path) is not None and languages <= {"en"}
    return not languages & _WORD_LISTS.get(found[2], {found[1]})
