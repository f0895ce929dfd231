"""The examples of a rule, as its page shows them."""

from roi_plugin.sources.rule_examples import rule_example


def test_what_is_flagged_is_told_by_line_and_its_mark_is_gone():
    example = rule_example("no-baseline", "flagged.md")
    assert [example.text.split("\n")[line - 1] for line in example.flagged] == ["  - id: booking_rate"]
    assert "# no-baseline" not in example.text


def test_a_clean_example_flags_nothing_and_a_rule_without_examples_has_none():
    assert rule_example("no-baseline", "clean.md").flagged == ()
    assert rule_example("house-rule", "clean.md") is None


def test_the_assumptions_that_an_example_rests_on_are_read_with_it():
    assert "state: failed" in rule_example("assumption-failed", "assumptions.yml").text
    assert rule_example("no-baseline", "assumptions.yml") is None


def test_the_record_as_it_was_accepted_is_read_where_the_rule_asks_for_what_changed():
    assert "minutes_on_site" not in rule_example("success-defined-after-result", "before/0042-example.md").text
    assert rule_example("no-baseline", "before/0042-example.md") is None
