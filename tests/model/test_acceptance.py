"""The acceptance that counts is the first one that was not undone."""

import datetime as dt

import pytest

from roi_plugin.model.acceptance import acceptance
from roi_plugin.model.drift import followed
from roi_plugin.model.history import RecordHistory, State, Version

DRAFT, PROPOSED, ACCEPTED, SUPERSEDED = "draft", "proposed", "accepted", "superseded"


def told(*versions: tuple[str, str | None], is_whole: bool = True) -> RecordHistory:
    """A history of (blob, status), oldest first, one a day; no status is a removal."""
    days = [dt.date(2026, 1, 1) + dt.timedelta(days=at) for at in range(len(versions))]
    return RecordHistory(
        versions=tuple(
            Version(date=day, path="a.md", blob=blob, commit="c", state=State(status=status), is_removal=not blob)
            for day, (blob, status) in zip(days, versions, strict=True)
        ),
        is_whole=is_whole,
    )


@pytest.mark.parametrize(
    ("versions", "day"),
    [
        ((("1", PROPOSED), ("2", ACCEPTED)), 2),
        ((("1", ACCEPTED), ("2", ACCEPTED)), 1),
        ((("1", PROPOSED), ("2", ACCEPTED), ("3", PROPOSED), ("4", ACCEPTED)), 2),
        ((("1", PROPOSED), ("2", ACCEPTED), ("1", PROPOSED), ("4", ACCEPTED)), 4),
        ((("1", PROPOSED), ("2", ACCEPTED), ("3", ACCEPTED), ("1", PROPOSED)), None),
        ((("1", DRAFT), ("2", ACCEPTED), ("", None), ("4", ACCEPTED)), 2),
        ((("1", ACCEPTED), ("2", SUPERSEDED), ("3", ACCEPTED)), 1),
        ((("1", SUPERSEDED), ("2", ACCEPTED)), None),
        ((("1", PROPOSED),), None),
    ],
    ids=[
        "accepted",
        "born accepted",
        "set back and accepted anew with other numbers",
        "reverted and accepted later",
        "reverted",
        "removed and restored",
        "ended and accepted again",
        "written down when it was over",
        "never",
    ],
)
def test_the_first_acceptance_that_was_not_undone_counts(versions, day):
    found = acceptance(told(*versions))
    assert (found.date.day if found else None) == day


def test_a_history_that_begins_accepted_does_not_know_its_acceptance_where_older_versions_are_missing():
    assert acceptance(told(("1", ACCEPTED), ("2", PROPOSED), ("3", ACCEPTED), is_whole=False)) is None


def test_forecasts_are_followed_from_the_same_version():
    history = told(("1", PROPOSED), ("2", ACCEPTED), ("3", PROPOSED), ("4", ACCEPTED))
    found = followed(history)
    assert found is not None
    assert found.versions[0] is acceptance(history)


def test_nothing_is_known_without_a_history():
    assert acceptance(None) is None
