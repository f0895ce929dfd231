"""All decisions weighed, in one file, so that who asks for nothing more waits for no engine."""

from collections.abc import Callable
from pathlib import Path

from roi_plugin.economics.weighing import Weighed
from roi_plugin.model.decision import Decision
from roi_plugin.model.policy import Policy
from roi_plugin.sources.appraisal_key import AppraisalKeys
from roi_plugin.sources.kept_file import keep, newest, read_kept
from roi_plugin.sources.record_files import RecordFile
from roi_plugin.sources.stored_values import plain, sound_value

NAME = "weighed.json"

Compute = Callable[[RecordFile, Decision], Weighed]


class WeighedCache:
    """Weighed decisions in a file of `folder`, which is made when the first is stored; what is missing is computed."""

    def __init__(self, folder: Path, policy: Policy, *, compute: Compute) -> None:
        self._path = folder / NAME
        self._keys = AppraisalKeys(policy)
        self._compute = compute
        self._stored = read_kept(self._path)
        self._known = len(self._stored)
        self._used: dict[str, None] = {}
        self._is_new = False

    def weighed(self, file: RecordFile, decision: Decision) -> Weighed:
        """The decision weighed, from the file where they stand there."""
        key = self._keys.of(file)
        found = sound_value(Weighed, self._stored.get(key))
        if found is None:
            found = self._compute(file, decision)
            self._stored[key] = plain(found)
            self._is_new = True
        self._used[key] = None
        return found

    def close(self) -> None:
        """Writes the file where something was computed; the entries used last are kept longest."""
        if not self._is_new:
            return
        keep(self._path, newest(self._stored, self._used, known=self._known))
