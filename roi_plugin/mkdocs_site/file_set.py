"""The site's files: what must not be published as it is comes out of them, and what we publish comes in."""

import os
import posixpath
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel

from roi_plugin.mkdocs_site.late_file import late_file
from roi_plugin.pages.addresses import INDEX
from roi_plugin.pages.page import Page, Shelf
from roi_plugin.publish.publisher import Published, SiteFile
from roi_plugin.report.terminal import safe
from roi_plugin.sources.active_files import is_active
from roi_plugin.sources.pictures import pictures

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = get_plugin_logger(__name__)

_WRITTEN = {"index.md", "README.md"}
_MEND = "take it out of the folder of records, or name a script of your own in `extra_javascript`"


class FileSet:
    """The files of one build: what is `published` of the records below `root` stands in the site below `prefix`.

    `pages` are ours by their paths in the site, `foreign` the paths of others in the folder that we know nothing of.
    """

    def __init__(self, files: Files, config: "MkDocsConfig", root: Path, prefix: str, published: Published) -> None:
        self._files = files
        self._config = config
        self._root = root
        self._prefix = prefix
        self._content = {f"{prefix}{path}": content for path, content in published.files.items()}
        self._assessment = published.assessment
        self.pages = {path: content for path, content in self._content.items() if isinstance(content, Page)}
        self.foreign: set[str] = set()

    def exchange(self) -> None:
        """Takes out what stands there, and puts in what is published."""
        self._take_out()
        for path, content in self._content.items():
            self._put_in(path, content)
        self._put_pictures_in()

    def _take_out(self) -> None:
        """Removes what must not be published as it is: records and what is theirs, what links lead to, what runs."""
        docs_dir = self._config.docs_dir
        real_root = os.path.realpath(self._root)
        records = {f"{self._prefix}{page.source}" for page in self.pages.values() if page.source}
        records |= {f"{self._prefix}{path}" for path in self._assessment.withheld}
        scripts = {str(each) for each in self._config.extra_javascript}
        for file in list(self._files):
            if file.src_dir != docs_dir or not file.src_uri.startswith(self._prefix) or file.abs_src_path is None:
                continue
            below, name = file.src_uri[len(self._prefix) :], posixpath.basename(file.src_uri)
            linked = Path(os.path.realpath(file.abs_src_path)) != Path(real_root, below)
            if linked or file.src_uri in records or name.endswith((".yml", ".yaml")):
                self._files.remove(file)
            elif below in self._assessment.withheld_files and name not in _WRITTEN:
                log.debug("%s is not published: only what the public may not see leads to it", safe(file.src_uri))
                self._files.remove(file)
            elif file.is_documentation_page():
                if name not in _WRITTEN:
                    self.foreign.add(file.src_uri)
            elif is_active(Path(file.abs_src_path)) and file.src_uri not in scripts:
                log.warning("%s is not published: it could run in a reader's browser (%s)", safe(file.src_uri), _MEND)
                self._files.remove(file)

    def _put_in(self, path: str, content: SiteFile) -> None:
        existing = self._files.get_file_from_path(path)
        if existing is not None:
            if path != f"{self._prefix}{INDEX}":
                log.warning("%s is written by hand and by roi: the written one stays, rename it to see the other", path)
                self.pages.pop(path, None)
            return
        listed = isinstance(content, Page) and content.shelf is Shelf.LIST and self._config.nav is None
        inclusion = InclusionLevel.INCLUDED if listed else InclusionLevel.NOT_IN_NAV
        file = late_file(self._config, path, content, inclusion)
        if isinstance(content, Page):
            # A list is made of the whole folder; other plugins ask git for the days of either, and fail without a path.
            # To what calls itself generated they give the moment of the build.
            source = self._root / (content.source or "")
            file.abs_src_path = str(source)
            docs = self._config.docs_dir
            file.edit_uri = Path(os.path.relpath(source, docs)).as_posix() if content.source else None
            file.generated_by = None
        self._files.append(file)

    def _put_pictures_in(self) -> None:
        """Publishes the pictures beside records that stand outside the docs folder, where MkDocs sees none."""
        if self._root.resolve().is_relative_to(Path(self._config.docs_dir).resolve()):
            return
        for path in pictures(self._root):
            if path in self._assessment.withheld_files:
                continue
            uri = f"{self._prefix}{path}"
            if self._files.get_file_from_path(uri) is None:
                self._files.append(File.generated(self._config, uri, abs_src_path=str(self._root / path)))
