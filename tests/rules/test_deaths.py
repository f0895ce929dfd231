"""What ended a decision that another one depends on."""

import pytest

from roi_plugin.model.links import derive_links
from roi_plugin.model.register import Register
from roi_plugin.rules.deaths import Death, death_of

PATH = "0007-a.md"


@pytest.mark.parametrize(
    ("needed", "link", "successor", "death"),
    [
        ("{}", "0007", "{}", None),
        ("status: rejected", "0007", "{}", Death(how="is rejected")),
        ("delivery: reverted", "0007", "{}", Death(how="was reverted")),
        ("{}", "0007", "supersedes: ['0007']", Death(how="`0009-b` superseded", successor="0009-b")),
        ("{}", "0007", "supersedes: ['0007#3']", None),
        (
            "{}",
            "0007#3",
            "supersedes: ['0007#3']",
            Death(how="is superseded in part 3 by `0009-b`", successor="0009-b"),
        ),
    ],
)
def test_a_decision_or_a_part_of_it_is_dead_or_stands(record, needed, link, successor, death):
    needed, needing = record(needed, path=PATH), record(f"depends_on: ['{link}']")
    links = derive_links(Register((needed, needing, record(successor, path="0009-b.md"))))
    assert death_of(needed, needing.depends_on[0], links.at(PATH)) == death
