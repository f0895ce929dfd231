"""Records with their appraisals, for tests: those of tests/records, and small ones written in a test."""

import datetime as dt
import functools
import tempfile
from pathlib import Path

import yaml
from msgspec import structs

from roi_plugin.assess import Assessment, Judged
from roi_plugin.build import assess_folder
from roi_plugin.economics.appraisal import appraise

RECORDS = Path(__file__).parents[1] / "records"
TODAY = dt.date(2026, 10, 1)


@functools.cache
def appraised_folder(root: Path = RECORDS) -> Assessment:
    found = assess_folder(root, today=TODAY, shown_from=root.parent)
    return with_figures(found)


def with_figures(found: Assessment) -> Assessment:
    judged = tuple(structs.replace(one, appraisal=appraise(one.decision, found.policy)) for one in found.judged)
    return structs.replace(found, judged=judged)


def of(found: Assessment, identifier: str) -> Judged:
    return next(one for one in found.judged if one.decision.id == identifier)


def written(record: dict[str, object], policy: dict[str, object] | None = None) -> Assessment:
    """A record with these keys beside its title, read from disk as any other, below a policy if one is given."""
    whole = {"title": "Small", "status": "accepted", "date": "2026-01-01", **record}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "0001-small.yml").write_text(yaml.safe_dump(whole), encoding="utf-8")
        if policy is not None:
            (root / "policy.yml").write_text(yaml.safe_dump(policy), encoding="utf-8")
        return with_figures(assess_folder(root, today=TODAY, shown_from=root.parent))
