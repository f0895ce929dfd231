"""What a server has read of records stays in memory: the next build asks only of the files that changed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

from roi_plugin.model.assumption import Assumptions
from roi_plugin.sources.source_text import SourceText
from roi_plugin.sources.typed_record import TypedRecord
from roi_plugin.sources.yaml_source import YamlSource

if TYPE_CHECKING:
    from roi_plugin.economics.weighing import Weighed


class Understood(Struct, frozen=True, kw_only=True):
    """A record's front matter: as it was read, and its typed view, None where it has none."""

    read: YamlSource
    typed: TypedRecord | None


class ReadMemory:
    """Holds what was understood of each record in the folder that was read last, and how it was weighed, by its key."""

    def __init__(self) -> None:
        self.weighed: dict[str, Weighed] = {}
        self._assumptions: Assumptions | None = None
        self._before: dict[str, tuple[SourceText, Understood]] = {}
        self._now: dict[str, tuple[SourceText, Understood]] = {}

    def begin(self, assumptions: Assumptions) -> None:
        """To be called before the records of a folder are read, which may rest on these assumptions."""
        self._before = self._now if assumptions == self._assumptions else {}
        self._now, self._assumptions = {}, assumptions

    def understood(self, path: str, source: SourceText, understand: Callable[[], Understood]) -> Understood:
        """What the record at a path says; `understand` is asked where its text is another one than before."""
        known = self._before.get(path)
        found = known[1] if known is not None and known[0] == source else understand()
        self._now[path] = source, found
        return found
