"""Every build of these tests is on one day."""

import pytest


@pytest.fixture(autouse=True)
def _one_day(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
