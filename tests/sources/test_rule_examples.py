"""The examples of a rule, as its page shows them."""

from roi_plugin.sources.rule_examples import rule_example


def test_what_is_flagged_is_told_by_line_and_its_mark_is_gone():
    example = rule_example("no-baseline", "flagged")
    assert [example.text.split("\n")[line - 1] for line in example.flagged] == ["  - id: booking_rate"]
    assert "# no-baseline" not in example.text


def test_a_clean_example_flags_nothing_and_a_rule_without_examples_has_none():
    assert rule_example("no-baseline", "clean").flagged == ()
    assert rule_example("house-rule", "clean") is None
