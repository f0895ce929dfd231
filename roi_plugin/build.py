"""The whole story: read a folder of records and what git knows of them, and assess it as of a day."""

import datetime as dt
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from roi_plugin.assess import Assessment, assess
from roi_plugin.economics.weighing import Weighed, weigh
from roi_plugin.errors import GitError, NoDecisionsFolderError
from roi_plugin.lawful_change import with_lawful_change
from roi_plugin.model.audience import Audience
from roi_plugin.model.decision import Decision
from roi_plugin.model.history import History
from roi_plugin.model.policy import Policy
from roi_plugin.pages.generated_paths import generated_paths
from roi_plugin.progress import Progress
from roi_plugin.rule_packages import all_rules
from roi_plugin.rules.rule import Rule
from roi_plugin.sources.assumption_values import with_values
from roi_plugin.sources.assumptions_file import ASSUMPTIONS_NAME
from roi_plugin.sources.base_register import read_base
from roi_plugin.sources.cache_files import cache_of
from roi_plugin.sources.folder_files import FolderFiles
from roi_plugin.sources.folder_then import folder_then
from roi_plugin.sources.folder_walk import walk
from roi_plugin.sources.policy_file import PolicyFile, read_policy, read_policy_file
from roi_plugin.sources.present_versions import with_present
from roi_plugin.sources.project_files import project_files
from roi_plugin.sources.published import published_folder, published_history
from roi_plugin.sources.read_memory import ReadMemory
from roi_plugin.sources.record_files import Folder, RecordFile, read_records
from roi_plugin.sources.record_histories import read_history
from roi_plugin.sources.record_pasts import read_pasts
from roi_plugin.sources.weighed_cache import WeighedCache


def assess_folder(  # noqa: PLR0913 - where the records are, and who asks when, for whom
    root: Path,
    *,
    today: dt.date,
    shown_from: Path,
    progress: Progress | None = None,
    as_of: dt.date | None = None,
    now: dt.date = dt.date.max,
    audience: Audience = Audience.INTERNAL,
    memory: ReadMemory | None = None,
) -> Assessment:
    """Judge the records below `root`; findings name files relative to `shown_from`.

    With `as_of` they are those that stood at the end of that day, with the policy and the history of then. For the
    public `audience` nothing that is withheld gets any further than here. Figures and histories are kept in `.cache/`;
    `progress` is told of those that are not yet. No commit is taken to be younger than `now`, whatever its clock said.
    A server hands in its `memory` of what it has read.

    Raises:
        NoDecisionsFolderError: `root` is not a folder.
        GitError: git cannot tell what stood then, or no record did.
    """
    read = _read(root, shown_from, progress, as_of, now, audience, memory)
    return _assessed(read, read_policy(read.files), today, progress, memory)


def compare(  # noqa: PLR0913 - what to read, and as of when
    root: Path,
    base: str,
    *,
    today: dt.date,
    shown_from: Path,
    progress: Progress | None = None,
    now: dt.date = dt.date.max,
) -> Assessment:
    """As `assess_folder`, with what was changed since `base` (a branch, tag or commit) and may not be.

    Raises:
        NoDecisionsFolderError: `root` is not a folder.
        GitError: git cannot tell what the `base` holds.
    """
    read = _read(root, shown_from, progress, now=now)
    if read.history.missing is not None and not read.history.by_path:
        # Who could not tell the history is not waited for once more.
        raise GitError(read.history.missing)
    compared = read_base(root, base, read.folder.records, shown=read.files.shown)
    return with_lawful_change(_assessed(read, read_policy(read.files), today, progress), compared)


def preview(  # noqa: PLR0913 - what to read, and as of when
    root: Path,
    policy_file: Path,
    *,
    today: dt.date,
    shown_from: Path,
    progress: Progress | None = None,
    now: dt.date = dt.date.max,
) -> tuple[Assessment, Assessment]:
    """The records below `root` judged by their own policy, and as they would be by the policy in `policy_file`.

    Raises:
        NoDecisionsFolderError: `root` is not a folder.
        OSError: there is no such policy file.
    """
    read = _read(root, shown_from, progress, now=now)
    policy_file.stat()
    policies = (read_policy(read.files), read_policy_file(policy_file, shown_from=shown_from))
    stands, would = (_assessed(read, policy, today, progress) for policy in policies)
    return stands, would


class _Read(Struct, frozen=True, kw_only=True):
    """What was read of one folder; `is_present` unless it is as of an earlier day."""

    root: Path
    rules: tuple[Rule, ...]
    files: FolderFiles
    folder: Folder
    history: History
    is_present: bool


def _read(  # noqa: PLR0913, PLR0917 - what to read, as of when and for whom
    root: Path,
    shown_from: Path,
    progress: Progress | None,
    as_of: dt.date | None = None,
    now: dt.date = dt.date.max,
    audience: Audience = Audience.INTERNAL,
    memory: ReadMemory | None = None,
) -> _Read:
    if not root.is_dir():
        raise NoDecisionsFolderError(f"{root} is not a folder: name the folder of your records with --decisions DIR")
    rules = all_rules()
    files = walk(root, shown_from=shown_from)
    history = read_history(root, cache=cache_of(root), progress=progress.read if progress else None, now=now)
    outside, published, is_public = project_files(root), generated_paths(rules), audience is Audience.PUBLIC

    def folder_of(files: FolderFiles, then: History | None = None) -> Folder:
        read = read_records(files, outside=outside, also_published=published, memory=memory)
        return published_folder(read, then=then) if is_public else read

    if as_of is None:
        folder = folder_of(files)
        history = published_history(history, folder) if is_public else history
    else:
        # What is withheld now, or was after that day, is not told of then either.
        told = published_history(history, folder_of(files)) if is_public else history
        files, history = folder_then(root, history, as_of, files), told.until(as_of)
        folder = folder_of(files, history)
    return _Read(root=root, rules=rules, files=files, folder=folder, history=history, is_present=as_of is None)


def _assessed(
    read: _Read, policy: PolicyFile, today: dt.date, progress: Progress | None, memory: ReadMemory | None = None
) -> Assessment:
    cache = cache_of(read.root)
    weigher = _Weigher(read.root, policy.policy, progress)
    kept = WeighedCache(cache, policy.policy, compute=weigher, memory=memory.weighed if memory else None)
    history = read.history
    if read.is_present:
        history = with_present(history, read.folder.records, today, files=read.files)
    known = history.of(ASSUMPTIONS_NAME)
    shared = with_values(read.folder.assumptions, known, root=read.root, cache=cache, today=today)
    folder = replace(read.folder, assumptions=shared)
    pasts = read_pasts(read.folder.records, history, folder=read.root, cache=cache, today=today, assumptions=shared)
    assessment = assess(
        folder, policy, today=today, weighed=kept.weighed, rules=read.rules, history=history, pasts=pasts
    )
    kept.close()
    return assessment


class _Weigher:
    """Weighs decisions, and loads the engine only when the first are asked for."""

    def __init__(self, root: Path, policy: Policy, progress: Progress | None) -> None:
        self._root, self._policy, self._progress = root, policy, progress
        self._done = 0

    def __call__(self, file: RecordFile, decision: Decision) -> Weighed:
        from roi_plugin.sources.appraisal_cache import AppraisalCache

        if not self._done:
            self._cache = AppraisalCache(cache_of(self._root), self._policy)
        self._done += 1
        if self._progress:
            self._progress.appraised(self._done)
        return weigh(decision, self._policy, self._cache.appraisal(file, decision))
