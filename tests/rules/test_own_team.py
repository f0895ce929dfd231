"""Whose name is the decision's own."""

import pytest

from roi_plugin.rules.own_team import is_own_team


@pytest.mark.parametrize(
    ("owner", "area", "name", "own"),
    [
        ("kim", "search", "kim", True),
        ("kim", "search", "Kim", True),
        ("kim", "search", "lee", False),
        ("search-team", "search", "the search team", True),
        ("search-team", None, "team search", True),
        ("search-team", None, "search", True),
        ("kim", "search", "search-team", True),
        ("kim", "search", "search squad", True),
        ("kim", "search", "search", False),
        ("kim", "search", "search analytics", False),
        ("kim", "search", "finance team", False),
        ("kim", "search", "ourselves", True),
        ("kim", "search", "the team", True),
        ("kim", "search", "our own team", True),
        ("kim", "search", "we", True),
        ("kim", "search", "author", True),
        ("kim", "search", "experimentation-platform", False),
        (None, None, "finance", False),
        (None, None, "self", True),
        ("kim", None, "-", False),
    ],
)
def test_the_owner_and_the_team_of_owner_or_area_are_own(record, owner, area, name, own):
    fields = {"owner": owner, "area": area}
    written = ", ".join(f"{key}: {value}" for key, value in fields.items() if value)
    assert is_own_team(name, record(f"{{{written}}}")) is own
