"""The whole story: read a folder of records, assess it as of a day, and appraise the decisions that are asked for."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from roi_plugin.assess import Assessment, Judged, RegisterPast, assess
from roi_plugin.economics.weighing import Weighed, weigh
from roi_plugin.errors import GitError, NoDecisionsFolderError
from roi_plugin.lawful_change import with_lawful_change
from roi_plugin.model.assumption import Assumptions
from roi_plugin.model.decision import Decision
from roi_plugin.model.history import History
from roi_plugin.model.policy import Policy
from roi_plugin.model.record_then import RecordThen
from roi_plugin.model.replay import replay
from roi_plugin.model.standing_days import standing_days
from roi_plugin.pages.generated_paths import generated_paths
from roi_plugin.rule_packages import all_rules
from roi_plugin.rules.rule import Rule
from roi_plugin.sources.base_register import read_base
from roi_plugin.sources.drifts import Asked, read_drifts
from roi_plugin.sources.folder_files import FolderFiles
from roi_plugin.sources.folder_then import folder_then
from roi_plugin.sources.folder_walk import walk
from roi_plugin.sources.past_records import past_lives
from roi_plugin.sources.policy_file import PolicyFile, read_policy, read_policy_file
from roi_plugin.sources.present_versions import with_present
from roi_plugin.sources.project_files import project_files, project_folder
from roi_plugin.sources.record_files import Folder, RecordFile, read_records
from roi_plugin.sources.record_histories import read_history
from roi_plugin.sources.record_pasts import read_pasts
from roi_plugin.sources.version_cache import Terms, record_then
from roi_plugin.sources.weighed_cache import WeighedCache


class Progress(Protocol):
    """Is told of long work, as it goes on."""

    def appraised(self, decisions: int) -> None:
        """So many decisions were appraised so far."""

    def read(self, commits: int) -> None:
        """So many commits of the history were read so far."""

    def replayed(self, versions: int) -> None:
        """So many earlier versions of records were read so far."""

    def compared(self, texts: int) -> None:
        """So many older texts of records were compared so far."""


def assess_folder(
    root: Path, *, today: dt.date, shown_from: Path, progress: Progress | None = None, as_of: dt.date | None = None
) -> Assessment:
    """Judge the records below `root`; findings name files relative to `shown_from`.

    With `as_of` they are those that stood at the end of that day, with the policy and the history of then. Figures
    and histories are kept in `.cache/`; `progress` is told of those that are not yet.

    Raises:
        NoDecisionsFolderError: `root` is not a folder.
        GitError: git cannot tell what stood then, or no record did.
    """
    read = _read(root, shown_from, progress, as_of)
    return _assessed(read, read_policy(read.files), today, progress)


def compare(root: Path, base: str, *, today: dt.date, shown_from: Path, progress: Progress | None = None) -> Assessment:
    """As `assess_folder`, with what was changed since `base` (a branch, tag or commit) and may not be.

    Raises:
        NoDecisionsFolderError: `root` is not a folder.
        GitError: git cannot tell what the `base` holds.
    """
    read = _read(root, shown_from, progress)
    compared = read_base(root, base, read.folder.records, shown=read.files.shown)
    return with_lawful_change(_assessed(read, read_policy(read.files), today, progress), compared)


def preview(
    root: Path, policy_file: Path, *, today: dt.date, shown_from: Path, progress: Progress | None = None
) -> tuple[Assessment, Assessment]:
    """The records below `root` judged by their own policy, and as they would be by the policy in `policy_file`.

    Raises:
        NoDecisionsFolderError: `root` is not a folder.
        OSError: there is no such policy file.
    """
    read = _read(root, shown_from, progress)
    policy_file.stat()
    policies = (read_policy(read.files), read_policy_file(policy_file, shown_from=shown_from))
    now, then = (_assessed(read, policy, today, progress) for policy in policies)
    return now, then


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What was read of one folder; `is_present` unless it is as of an earlier day."""

    root: Path
    rules: tuple[Rule, ...]
    files: FolderFiles
    folder: Folder
    history: History
    is_present: bool


def _read(root: Path, shown_from: Path, progress: Progress | None, as_of: dt.date | None = None) -> _Read:
    if not root.is_dir():
        raise NoDecisionsFolderError(f"{root} is not a folder: name the folder of your records with --decisions DIR")
    rules = all_rules()
    files = walk(root, shown_from=shown_from)
    history = read_history(root, cache=_cache_of(root), progress=progress.read if progress else None)
    if as_of is not None:
        files, history = folder_then(root, history, as_of, files), history.until(as_of)
    folder = read_records(files, outside=project_files(root), also_published=generated_paths(rules))
    return _Read(root=root, rules=rules, files=files, folder=folder, history=history, is_present=as_of is None)


def _assessed(read: _Read, policy: PolicyFile, today: dt.date, progress: Progress | None) -> Assessment:
    cache = _cache_of(read.root)
    kept = WeighedCache(cache, policy.policy, compute=_Weigher(read.root, policy.policy, progress))
    history = with_present(read.history, read.folder.records, today) if read.is_present else read.history
    pasts = read_pasts(read.folder.records, history, folder=read.root, cache=cache, today=today)
    assessment = assess(
        read.folder, policy, today=today, weighed=kept.weighed, rules=read.rules, history=history, pasts=pasts
    )
    kept.close()
    return assessment


def with_appraisals(assessment: Assessment, root: Path, *, wanted: Sequence[Judged] | None = None) -> Assessment:
    """The assessment with the appraisals of the `wanted` decisions, of all by default; they are kept in `.cache/`."""
    # The engine and numpy are loaded here, so that whoever asks for no appraisal does not wait for them.
    from roi_plugin.sources.appraisal_cache import AppraisalCache

    chosen = {one.decision.path for one in (assessment.judged if wanted is None else wanted)}
    cache = AppraisalCache(_cache_of(root), assessment.policy)
    judged = tuple(
        replace(one, appraisal=cache.appraisal(one.file, one.decision)) if one.decision.path in chosen else one
        for one in assessment.judged
    )
    cache.close()
    return replace(assessment, judged=judged)


def with_past(assessment: Assessment, root: Path, *, progress: Progress | None = None) -> Assessment:
    """The assessment with the days of its past, up to its own day, where git tells; what was read of it is kept."""
    from roi_plugin.economics.expected_value import expected_value

    present = {file.path: None for file in assessment.broken}
    terms = Terms(
        policy=assessment.policy, assumptions=Assumptions(by_id=assessment.assumptions), expected=expected_value
    )
    try:
        lives = past_lives(
            root,
            assessment.history,
            present | {one.decision.path: _present(one) for one in assessment.judged},
            terms,
            cache=_cache_of(root),
            progress=progress.replayed if progress else None,
        )
    except GitError:
        # Git answered for the history and stopped answering for the texts: all but the past is there.
        return assessment
    days = standing_days(replay([one.versions for one in lives]))
    known = tuple(day for day in days if day.date <= assessment.today)
    return replace(assessment, past=RegisterPast(paths=tuple(one.path for one in lives), days=known))


def _present(one: Judged) -> RecordThen:
    from roi_plugin.economics.expected_value import summed_value

    mean = next((option.npv.mean for option in one.returns.options if option.chosen), None)
    return record_then(one.decision, one.returns.currency, summed_value(one.decision, mean))


def with_drift(
    assessment: Assessment, root: Path, *, wanted: Sequence[Judged] | None = None, progress: Progress | None = None
) -> Assessment:
    """The assessment with how the forecasts of the `wanted` decisions moved, of all by default.

    What older texts state is kept in `.cache/`.
    """
    chosen = assessment.judged if wanted is None else wanted
    asked = [Asked(file=one.file, history=one.history) for one in chosen if one.history is not None]
    drifts = read_drifts(
        asked,
        folder=root,
        cache=_cache_of(root),
        today=assessment.today,
        told=progress.compared if progress else None,
    )
    judged = tuple(replace(one, drift=drifts.get(one.decision.path)) for one in assessment.judged)
    return replace(assessment, judged=judged)


class _Weigher:
    """Weighs decisions, and loads the engine only when the first are asked for."""

    def __init__(self, root: Path, policy: Policy, progress: Progress | None) -> None:
        self._root, self._policy, self._progress = root, policy, progress
        self._done = 0

    def __call__(self, file: RecordFile, decision: Decision) -> Weighed:
        from roi_plugin.sources.appraisal_cache import AppraisalCache

        if not self._done:
            self._cache = AppraisalCache(_cache_of(self._root), self._policy)
        self._done += 1
        if self._progress:
            self._progress.appraised(self._done)
        return weigh(decision, self._policy, self._cache.appraisal(file, decision))


def _cache_of(root: Path) -> Path:
    return project_folder(root) / ".cache" / "roi"
