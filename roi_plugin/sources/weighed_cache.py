"""All decisions weighed, in one file, so that who asks for nothing more waits for no engine."""

from collections.abc import Callable
from pathlib import Path

from roi_plugin.economics.weighing import Weighed
from roi_plugin.model.decision import Decision
from roi_plugin.model.policy import Policy
from roi_plugin.sources.appraisal_key import AppraisalKeys
from roi_plugin.sources.kept_table import KeptTable
from roi_plugin.sources.record_files import RecordFile
from roi_plugin.sources.stored_values import plain, sound_value

NAME = "weighed.json"

Compute = Callable[[RecordFile, Decision], Weighed]


class WeighedCache:
    """Weighed decisions in a file of `folder`, which is made when the first is stored; what is missing is computed.

    `memory` holds those that were used last, by their keys: where it knows all that are asked for, no file is read.
    """

    def __init__(
        self, folder: Path, policy: Policy, *, compute: Compute, memory: dict[str, Weighed] | None = None
    ) -> None:
        self._table = KeptTable(folder / NAME)
        self._keys = AppraisalKeys(policy)
        self._compute = compute
        self._memory = {} if memory is None else memory
        self._used: dict[str, Weighed] = {}

    def weighed(self, file: RecordFile, decision: Decision) -> Weighed:
        """The decision weighed, from the memory or the file where they stand there."""
        key = self._keys.of(file)
        self._table.use(key)
        found = self._memory.get(key) or self._used.get(key) or sound_value(Weighed, self._table.get(key))
        if found is None:
            found = self._compute(file, decision)
            self._table.put(key, plain(found))
        self._used[key] = found
        return found

    def close(self) -> None:
        """Writes the file where something was computed; the entries used last are kept longest."""
        self._memory.clear()
        self._memory.update(self._used)
        self._table.save()
