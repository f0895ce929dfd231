import pytest

from roi_plugin.model.finding import Severity
from roi_plugin.model.link_problems import link_problems
from roi_plugin.model.option import Gain, Option

REASONING = """## Decision

1. First.
2. Second.

### 3.1 Later

## Why not?
"""


def found(register, decision, part, reasoning, kind="supersedes", **fields):
    old = decision("8-old", reasoning=reasoning, **fields)
    new = decision("9-new", **{kind: [f"8#{part}"]})
    problems = link_problems(register(old, new)).get("9-new.md", ())
    return [problem for problem in problems if problem.name == "link/unknown-part"]


@pytest.mark.parametrize("part", ["1", "2", "3.1", "decision", "why-not", "Why not?", "cache", "saving"])
def test_items_headings_options_and_lines_are_parts(register, decision, part):
    options = (Option(id="cache", gains=(Gain(id="saving"),)),)
    assert found(register, decision, part, REASONING, options=options) == []


@pytest.mark.parametrize("part", ["99", "x", "3", "12"])
@pytest.mark.parametrize("kind", ["supersedes", "depends_on"])
def test_part_that_the_other_record_does_not_have_is_a_warning(register, decision, part, kind):
    (problem,) = found(register, decision, part, REASONING, kind)
    assert (problem.field, problem.severity) == ((kind, 0), Severity.WARNING)
    assert problem.message.startswith(f"`8#{part}`: `8-old` has no part {part}, expected one of `1`, `2`, `3.1`")


@pytest.mark.parametrize("reasoning", ["", "Two thousand words without a list."])
def test_where_no_parts_can_be_found_none_is_asked_for(register, decision, reasoning):
    assert found(register, decision, "99", reasoning) == []
