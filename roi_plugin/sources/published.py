"""Leaves out what the public may not see, before anything is made of it: records, and their earlier versions."""

from dataclasses import replace

from roi_plugin.model.audience import is_withheld
from roi_plugin.model.history import History, RecordHistory, Version
from roi_plugin.sources.record_files import Folder, RecordFile
from roi_plugin.sources.record_names import is_record


def published_folder(folder: Folder) -> Folder:
    """The folder with what is withheld set apart; a record with errors is, for nobody can tell what it says."""
    withheld = tuple(file for file in folder.records if _is_withheld(file))
    hidden = {file.path for file in withheld}
    return replace(folder, records=tuple(file for file in folder.records if file.path not in hidden), withheld=withheld)


def published_history(history: History) -> History:
    """The history in which each record begins after its last version that was withheld."""
    by_path = {path: cut for path, one in history.by_path.items() if (cut := _at(path, one)) is not None}
    gone = tuple(cut for one in history.gone if (cut := _published(one)) is not None)
    return replace(history, by_path=by_path, gone=gone)


def _is_withheld(file: RecordFile) -> bool:
    decision = file.decision
    return decision is None or is_withheld(decision.status, decision.confidentiality)


def _published(history: RecordHistory) -> RecordHistory | None:
    hidden = [at for at, version in enumerate(history.versions) if _was_withheld(version)]
    versions = history.versions[hidden[-1] + 1 :] if hidden else history.versions
    return replace(history, versions=versions) if any(not version.is_removal for version in versions) else None


def _at(path: str, history: RecordHistory) -> RecordHistory | None:
    return _published(history) if is_record(path.rpartition("/")[2]) else history


def _was_withheld(version: Version) -> bool:
    return not version.is_removal and is_withheld(version.state.status, version.state.confidentiality)
