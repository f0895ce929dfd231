import datetime as dt

import pytest
from msgspec.structs import replace

from roi_plugin.model.amended import amendment_of, names_links, uncounted
from roi_plugin.model.governance import Amendment
from roi_plugin.model.record_past import MovedField

MOVED = MovedField(
    key="options[tune].gains[run-hours].value",
    index_key="options[1].gains[0].value",
    field=("options", 1, "gains", 0, "value"),
    before="10k",
    after="20k per year",
)


ACCEPTED, TODAY = dt.date(2026, 3, 2), dt.date(2026, 9, 10)


def amendment(field, *, day=1, why="a second region", **told):
    return Amendment(date=dt.date(2026, 5, day), field=field, why=why, **told)


def reason(*amendments, moved=MOVED):
    return amendment_of(moved, amendments, ACCEPTED, TODAY)


@pytest.mark.parametrize(
    "field",
    [
        "options[tune].gains[run-hours].value",
        "options[1].gains[0].value",
        "options[1].gains[run_hours].value",
        "options[tune].gains[0]",
        "`options[tune]`",
        "options.tune.gains",
        "options",
        "run-hours",
        "gains[run-hours].value".removeprefix("gains"),
        "tune.gains.run-hours",
    ],
)
def test_an_amendment_may_name_the_value_or_anything_around_it(field):
    assert reason(amendment(field)) is not None


@pytest.mark.parametrize(
    "field",
    ["options[2]", "options[0].gains[0].value", "options[tune].costs", "value", "gains", "goal", "...", "hours", "1"],
)
def test_an_amendment_of_something_else_says_nothing(field):
    assert reason(amendment(field)) is None


@pytest.mark.parametrize(
    ("field", "to", "counts"),
    [
        ("options[1].gains[0].value", "20000 per year", True),
        ("options[1].gains[0].value", "15k per year", False),
        ("options[1].gains[0]", "15k per year", True),
    ],
)
def test_an_amendment_that_says_what_the_value_became_is_of_that_change_alone(field, to, counts):
    assert (reason(amendment(field, to=to)) is not None) is counts


def test_of_several_amendments_the_latest_is_told():
    first, second = amendment("options", day=1), amendment("options", day=7)
    assert reason(second, first) is second


def test_a_renamed_entry_is_named_by_its_older_name_too():
    moved = replace(MOVED, key="options[new].gains[run-hours].value", was=MOVED.key)
    for field in ("options[tune].gains[run-hours].value", "options[tune]", "options[new].gains", "options[1]"):
        assert reason(amendment(field), moved=moved) is not None
    assert reason(amendment("options[old]"), moved=moved) is None


def test_of_what_does_not_count_the_latest_is_told_with_its_index():
    found = [amendment("goal", day=9), amendment("options", day=3, why="TBD"), amendment("options", day=2, why="-")]
    assert uncounted(MOVED, found, ACCEPTED, TODAY) == (1, "does not say why in `why`")
    assert uncounted(MOVED, [amendment("goal")], ACCEPTED, TODAY) is None
    assert uncounted(MOVED, [amendment("options")], ACCEPTED, TODAY) is None


@pytest.mark.parametrize(("field", "says"), [("depends_on[1]", True), ("depends_on", True), ("depends_on[0]", False)])
def test_an_amendment_may_be_about_a_link(field, says):
    assert names_links(amendment(field), 1) is says
