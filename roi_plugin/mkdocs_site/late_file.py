"""A file of an MkDocs site whose content is asked for only when somebody reads or copies it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from mkdocs.structure.files import File, InclusionLevel

from roi_plugin.publish.publisher import SiteFile, content_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class LateFile(File):
    """A generated file; `ask` gives what is in it."""

    ask: Callable[[], bytes]

    @property
    def content_string(self) -> str:
        """The text."""
        return self.ask().decode()

    @content_string.setter
    def content_string(self, value: str) -> None:
        self.ask = value.encode

    @property
    def content_bytes(self) -> bytes:
        """What is written."""
        return self.ask()

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        self.ask = lambda: value

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - as MkDocs calls it
        """Writes the file to its place in the site."""
        target, content = Path(self.abs_dest_path), self.content_bytes
        try:
            target.write_bytes(content)
        except FileNotFoundError:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


def late_file(config: "MkDocsConfig", path: str, content: SiteFile, inclusion: InclusionLevel) -> LateFile:
    """What is published at a path, as MkDocs has it; a page is the Markdown that another engine would read."""
    file = cast("LateFile", LateFile.generated(config, path, content="", inclusion=inclusion))
    file.ask = lambda: content_of(content)
    return file
