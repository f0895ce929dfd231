"""The whole story: read a folder of records, assess it as of a day."""

import datetime as dt
from pathlib import Path

from roi_plugin.assess import Assessment, assess
from roi_plugin.errors import NoDecisionsFolderError
from roi_plugin.pages.generated_paths import generated_paths
from roi_plugin.sources.policy_file import read_policy
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
