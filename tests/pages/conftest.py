"""A folder of records, judged, and the pages made of it."""

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from roi_plugin.assess import Assessment
from roi_plugin.build import assess_folder
from roi_plugin.deepen import with_appraisals

TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def assessed(tmp_path: Path) -> Callable[[Mapping[str, str]], Assessment]:
    """Writes records into a folder and judges them."""

    def judge(files: Mapping[str, str]) -> Assessment:
        for name, text in files.items():
            path = tmp_path / "decisions" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return assess_folder(tmp_path / "decisions", today=TODAY, shown_from=tmp_path)

    return judge


@pytest.fixture
def appraised(assessed, tmp_path: Path) -> Callable[[Mapping[str, str]], Assessment]:
    """Writes records into a folder, judges them and computes what they are worth."""

    def appraise(files: Mapping[str, str]) -> Assessment:
        return with_appraisals(assessed(files), tmp_path / "decisions")

    return appraise
