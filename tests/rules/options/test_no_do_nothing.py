import pytest


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ("{}", ["options"]),
        ("{options: [{id: cache, chosen: true}]}", ["options"]),
        ("{options: [{id: do-nothing}, {id: cache, chosen: true}]}", []),
        ("{options: [{id: keep, kind: do-nothing}]}", []),
        ("{status: proposed, options: [{id: cache}]}", ["options"]),
        ("{status: draft, options: [{id: cache}]}", []),
        ("{status: rejected, options: [{id: cache}]}", []),
        ("{status: superseded, options: [{id: cache}]}", []),
    ],
)
def test_one_option_is_to_leave_things_as_they_are(fields, record, expected):
    assert fields("no-do-nothing", record) == expected
