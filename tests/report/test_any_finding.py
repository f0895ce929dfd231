import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roi_plugin.model.finding import Finding, Place, Severity
from roi_plugin.report import findings_json, github, gitlab, sarif, text

_TEXT = st.text(st.characters(exclude_categories=()), max_size=30) | st.sampled_from(
    ["::error::x", "##[error]x", "%0A::warning::x", "\x1b[31m", "\u202e", "a\nb", "\ud800", "](x)", "|"]
)
_PLACES = st.builds(
    Place, line=st.integers(1, 9999), column=st.integers(1, 60), end_column=st.none() | st.integers(1, 60)
)
_FINDINGS = st.lists(
    st.builds(
        Finding,
        path=_TEXT,
        place=_PLACES,
        field=_TEXT,
        name=_TEXT,
        severity=st.sampled_from(Severity),
        message=_TEXT,
        help=st.none() | _TEXT,
        excerpt=st.none() | _TEXT,
        decision=st.none() | _TEXT,
    ),
    max_size=3,
)


@pytest.mark.parametrize("render", [findings_json.render, gitlab.render, sarif.render])
@given(findings=_FINDINGS)
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
def test_any_finding_makes_valid_json_in_plain_ascii(render, findings):
    shown = render(findings, records=1)
    assert shown.isascii()
    json.loads(shown)


@given(findings=_FINDINGS)
def test_any_finding_is_shown_without_a_command_of_a_terminal_or_a_build_log(findings):
    shown = text.render(findings, records=1)
    assert not any(line.lstrip().startswith("::") for line in shown.split("\n"))
    annotated = github.render(findings, records=1)
    commands = [line for line in annotated.splitlines() if line.lstrip().startswith("::")]
    assert len(commands) == len(findings)
    for output in (shown, annotated, github.step_summary(findings, records=1)):
        assert "##[" not in output
        assert "\x1b" not in output
        output.encode()
