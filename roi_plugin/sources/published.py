"""Leaves out what the public may not see, before anything is made of it: records, and their earlier versions."""

import posixpath
import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from roi_plugin.model.assumption import Assumption
from roi_plugin.model.audience import is_withheld
from roi_plugin.model.finding import Finding, Severity
from roi_plugin.model.history import History, RecordHistory, State, Version
from roi_plugin.sources.link_targets import AS_SPELT
from roi_plugin.sources.record_files import Folder, RecordFile
from roi_plugin.sources.record_names import is_record
from roi_plugin.sources.record_reader import OWN_RECORDS

_DEAD, _SKIPPED = "link/dead-file", "file/skipped"
_UNREAD = frozenset({"file/bad-name", "file/symlink", "file/too-deep", "file/unreadable"})


def published_folder(folder: Folder, *, then: History | None = None) -> Folder:
    """The folder with what is withheld set apart; a record with errors is, for nobody can tell what it says.

    Of a folder as it was once, `then` is what may be published of its history: a record that it lacks is withheld too.
    """
    withheld = tuple(file for file in folder.records if _is_withheld(file) or (then and file.path not in then.by_path))
    hidden = {file.path for file in withheld}
    names = {posixpath.basename(path) for path in hidden | folder.meant_for_few}
    shown = [file for file in folder.records if file.path not in hidden]
    return replace(
        folder,
        records=tuple(_discreet(file, names) for file in shown),
        assumptions=_of_the_public(folder.assumptions, shown, withheld),
        findings=tuple(finding for finding in folder.findings if not _is_about_unread(finding, folder)),
        withheld=withheld,
        withheld_others=folder.meant_for_few,
    )


def _of_the_public(
    assumptions: Mapping[str, Assumption], shown: Iterable[RecordFile], withheld: Sequence[RecordFile]
) -> dict[str, Assumption]:
    """The shared assumptions without those that only withheld records name, wherever in their text they do."""
    used = {use.id for file in shown if file.decision is not None for use in file.decision.assumptions}

    def is_hidden(name: str) -> bool:
        word = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
        return name not in used and any(word.search(file.text) for file in withheld)

    return {name: one for name, one in assumptions.items() if not is_hidden(name)}


def _discreet(file: RecordFile, names: Collection[str]) -> RecordFile:
    """The record without advice to link to what is withheld."""
    if not any(finding.name == _DEAD for finding in file.findings):
        return file
    findings = (
        replace(finding, help=AS_SPELT) if finding.name == _DEAD and _names_one(finding.help, names) else finding
        for finding in file.findings
    )
    return replace(file, findings=tuple(findings))


def _names_one(text: str | None, names: Collection[str]) -> bool:
    return text is not None and any(name in text for name in names)


def _is_about_unread(finding: Finding, folder: Folder) -> bool:
    """Whether a finding names a file that nobody could read, or that is withheld."""
    if finding.name == _SKIPPED:
        # Ordinary pages may be withheld, too, where only withheld records lead to them.
        return finding.severity is Severity.INFO or any(
            finding.path == path or finding.path.endswith(f"/{path}") for path in folder.meant_for_few
        )
    return finding.name in _UNREAD


def published_history(history: History, folder: Folder) -> History:
    """The history in which each record begins after its last version that was withheld.

    Of a record that is withheld in the `folder` of now nothing is told, whatever was committed of it.
    """
    hidden = _Hidden.of(folder)
    by_path = {path: cut for path, one in history.by_path.items() if (cut := _at(path, one, hidden)) is not None}
    gone = tuple(cut for one in history.gone if (cut := _left(one, hidden)) is not None)
    return replace(history, by_path=by_path, gone=gone)


class _Hidden(Struct, frozen=True, kw_only=True):
    """Where the records of now stand, and the ids and titles that only withheld ones have."""

    shown: frozenset[str]
    withheld: frozenset[str]
    ids: frozenset[str | None]
    titles: frozenset[str | None]

    @classmethod
    def of(cls, folder: Folder) -> "_Hidden":
        hidden, shown = [_state(file) for file in folder.withheld], [_state(file) for file in folder.records]
        return cls(
            shown=frozenset(file.path for file in folder.records),
            withheld=frozenset(file.path for file in folder.withheld),
            ids=frozenset(one.id for one in hidden) - {one.id for one in shown} - {None},
            titles=frozenset(one.title for one in hidden) - {one.title for one in shown} - {None},
        )

    def was(self, history: RecordHistory) -> bool:
        """Whether one of the withheld records is what stood at another place once."""
        states = [version.state for version in history.versions]
        return any(state.id in self.ids or state.title in self.titles for state in states)


def _state(file: RecordFile) -> State:
    return OWN_RECORDS.state(file.path.rpartition("/")[2], file.text)


def _is_withheld(file: RecordFile) -> bool:
    decision = file.decision
    return decision is None or is_withheld(decision.status, decision.confidentiality)


def _at(path: str, history: RecordHistory, hidden: _Hidden) -> RecordHistory | None:
    if path in hidden.withheld:
        return None
    if path in hidden.shown:
        return _published(history)
    return _left(history, hidden) if is_record(path.rpartition("/")[2]) else history


def _left(history: RecordHistory, hidden: _Hidden) -> RecordHistory | None:
    return None if hidden.was(history) else _published(history)


def _published(history: RecordHistory) -> RecordHistory | None:
    hidden = [at for at, version in enumerate(history.versions) if _was_withheld(version)]
    versions = history.versions[hidden[-1] + 1 :] if hidden else history.versions
    return replace(history, versions=versions) if any(not version.is_removal for version in versions) else None


def _was_withheld(version: Version) -> bool:
    return not version.is_removal and is_withheld(version.state.status, version.state.confidentiality)
