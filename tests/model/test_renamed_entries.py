import pytest

from roi_plugin.model.frozen_fields import leaves
from roi_plugin.model.renamed_entries import rekeyed
from roi_plugin.model.success_criteria import criteria_leaves

HOURS = {"id": "hours", "value": "30k per year", "from": 3}
TUNE = {"id": "tune", "cost": "9k", "gains": [HOURS, {"id": "calm", "value": "1k"}]}
WAIT = {"id": "wait"}


def older(before, after, leaves_of=leaves):
    """The entries that were renamed: their names of today, each with the older one."""
    then = {leaf.key: leaf for leaf in leaves_of(before)}
    now = {leaf.key: leaf for leaf in leaves_of(after)}
    was = rekeyed(then, now).was
    return {
        key.rpartition(".")[0]: old.rpartition(".")[0] for key, old in was.items() if key.endswith(("id", "metric"))
    }


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([WAIT, TUNE], {}),
        ([TUNE, WAIT], {}),
        ([WAIT], {}),
        ([WAIT, TUNE, {"id": "buy", "cost": "1k"}], {}),
        ([{"id": "stay"}, TUNE], {"options[stay]": "options[wait]"}),
        ([{"id": "buy", "cost": "2k"}, TUNE], {}),
        ([WAIT, {"id": "buy", "cost": "1k", "gains": []}], {}),
        (
            [WAIT, TUNE | {"gains": [HOURS | {"id": "time"}, TUNE["gains"][1]]}],
            {"options[tune].gains[time]": "options[tune].gains[hours]"},
        ),
        (
            [WAIT, TUNE | {"id": "mend", "gains": [HOURS | {"id": "time"}]}],
            {"options[mend]": "options[tune]", "options[mend].gains[time]": "options[tune].gains[hours]"},
        ),
    ],
)
def test_an_entry_that_says_the_same_under_another_name_was_renamed(options, expected):
    found = older({"options": [WAIT, TUNE]}, {"options": options})
    assert {key: found[key] for key in expected} == expected
    assert bool(found) is bool(expected)


def test_an_entry_that_was_renamed_and_put_elsewhere_is_known_by_what_it_says():
    new = {"options": [TUNE | {"id": "mend"}, WAIT, {"id": "buy", "cost": "1k"}]}
    assert older({"options": [WAIT, TUNE]}, new)["options[mend]"] == "options[tune]"


def test_what_was_renamed_is_told_as_if_it_always_had_its_name():
    then = {leaf.key: leaf for leaf in leaves({"options": [TUNE]})}
    now = {leaf.key: leaf for leaf in leaves({"options": [TUNE | {"id": "mend"}]})}
    found = rekeyed(then, now)
    assert found.leaves.keys() == now.keys()
    assert found.leaves["options[mend].cost"].value == "9k"
    assert found.was["options[mend].gains[calm].value"] == "options[tune].gains[calm].value"


def test_metrics_and_guardrails_are_renamed_too():
    before = {"metrics": [{"id": "clicks", "baseline": "5%"}], "guardrails": [{"metric": "p99", "limit": "9 ms"}]}
    after = {"metrics": [{"id": "taps", "baseline": 0.05}], "guardrails": [{"metric": "slow", "limit": "9 ms"}]}
    assert older(before, after, criteria_leaves) == {
        "metrics[taps]": "metrics[clicks]",
        "guardrails[slow]": "guardrails[p99]",
    }
