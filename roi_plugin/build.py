"""The whole story: read a folder of records, assess it as of a day, and appraise the decisions that are asked for."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from roi_plugin.assess import Assessment, Judged, appraised, assess
from roi_plugin.errors import NoDecisionsFolderError
from roi_plugin.pages.generated_paths import generated_paths
from roi_plugin.sources.policy_file import read_policy
from roi_plugin.sources.project_files import project_folder
from roi_plugin.sources.record_files import read_folder


def assess_folder(root: Path, *, today: dt.date, shown_from: Path) -> Assessment:
    """Judge the records below `root`; findings name files relative to `shown_from`.

    Raises:
        NoDecisionsFolderError: `root` is not a folder.
    """
    if not root.is_dir():
        raise NoDecisionsFolderError(f"{root} is not a folder: name the folder of your records with --decisions DIR")
    policy, policy_findings = read_policy(root, shown_from=shown_from)
    folder = read_folder(root, shown_from=shown_from, also_published=generated_paths())
    return assess(folder, policy, policy_findings, today=today)


def with_appraisals(assessment: Assessment, root: Path, *, wanted: Sequence[Judged] | None = None) -> Assessment:
    """The assessment with the appraisals of the `wanted` decisions, of all by default; they are kept in `.cache/`."""
    # The engine and numpy are loaded here, so that whoever asks for no appraisal does not wait for them.
    from roi_plugin.sources.appraisal_cache import AppraisalCache

    chosen = {one.decision.path for one in (assessment.judged if wanted is None else wanted)}
    cache = AppraisalCache(project_folder(root) / ".cache" / "roi", assessment.policy)
    judged = tuple(appraised(one, cache.appraisal) if one.decision.path in chosen else one for one in assessment.judged)
    cache.close()
    return replace(assessment, judged=judged)
