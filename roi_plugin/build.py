"""The whole story: read a folder of records, assess it as of a day, and appraise the decisions that are asked for."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from roi_plugin.assess import Assessment, Judged, assess
from roi_plugin.economics.key_figures import KeyFigures, key_figures
from roi_plugin.errors import NoDecisionsFolderError
from roi_plugin.model.decision import Decision
from roi_plugin.model.policy import Policy
from roi_plugin.pages.generated_paths import generated_paths
from roi_plugin.sources.figure_cache import FigureCache
from roi_plugin.sources.policy_file import read_policy
from roi_plugin.sources.project_files import project_folder
from roi_plugin.sources.record_files import RecordFile, read_folder

Progress = Callable[[int], None]
"""Is told how many decisions were appraised so far."""


def assess_folder(root: Path, *, today: dt.date, shown_from: Path, progress: Progress | None = None) -> Assessment:
    """Judge the records below `root`; findings name files relative to `shown_from`.

    Figures that were computed before are kept in `.cache/`; `progress` is told of those that have to be computed.

    Raises:
        NoDecisionsFolderError: `root` is not a folder.
    """
    if not root.is_dir():
        raise NoDecisionsFolderError(f"{root} is not a folder: name the folder of your records with --decisions DIR")
    policy, policy_findings = read_policy(root, shown_from=shown_from)
    folder = read_folder(root, shown_from=shown_from, also_published=generated_paths())
    figures = FigureCache(_cache_of(root), policy, compute=_Appraiser(root, policy, progress))
    assessment = assess(folder, policy, policy_findings, today=today, figures=figures.figures)
    figures.close()
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


class _Appraiser:
    """Computes key figures, and loads the engine only when the first are asked for."""

    def __init__(self, root: Path, policy: Policy, progress: Progress | None) -> None:
        self._root, self._policy, self._progress = root, policy, progress
        self._done = 0

    def __call__(self, file: RecordFile, decision: Decision) -> KeyFigures:
        from roi_plugin.sources.appraisal_cache import AppraisalCache

        if not self._done:
            self._cache = AppraisalCache(_cache_of(self._root), self._policy)
        self._done += 1
        if self._progress:
            self._progress(self._done)
        return key_figures(self._cache.appraisal(file, decision))


def _cache_of(root: Path) -> Path:
    return project_folder(root) / ".cache" / "roi"
