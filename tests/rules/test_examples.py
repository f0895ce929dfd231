"""Each rule's examples: whole records; the line to be flagged carries the rule's name as a comment."""

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest

from roi_plugin.economics.appraisal import appraise
from roi_plugin.economics.key_figures import key_figures
from roi_plugin.model.links import derive_links
from roi_plugin.model.policy import Policy
from roi_plugin.model.record_past import NOTHING_PAST
from roi_plugin.model.register import Register
from roi_plugin.rules.catalogue import RULES
from roi_plugin.rules.rule import Context
from roi_plugin.rules.runner import concerns
from roi_plugin.rules.stakes import stakes_level
from roi_plugin.sources.present_versions import with_present
from roi_plugin.sources.record_files import read_folder
from roi_plugin.sources.record_histories import read_history
from roi_plugin.sources.record_pasts import read_pasts
from tests.rules.example_folder import EXAMPLES, NAME, lay_out

RECORDS = Path(__file__).parents[1] / "records"
AS_OF = dt.date(2026, 9, 10)


def judge(folder, name, today=AS_OF):
    """The concerns about one record of a folder as (rule, line), and its text."""
    read = read_folder(folder, shown_from=folder)
    assert [finding.message for record in read.records for finding in record.findings] == []
    files = {record.path: record for record in read.records}
    register = Register(record.decision for record in read.records)
    decision = files[name].decision
    appraisals = {each.path: appraise(each, Policy()) for each in register.decisions}
    all_figures = {path: key_figures(appraisal) for path, appraisal in appraisals.items()}
    figures, returns = all_figures[decision.path], appraisals[decision.path].returns
    cache = folder / ".cache"
    history = with_present(read_history(folder, cache=cache), read.records, today)
    pasts = read_pasts(read.records, history, folder=folder, cache=cache, today=today)
    context = Context(
        register=register,
        links=derive_links(register),
        returns=returns,
        figures=figures,
        all_figures=all_figures,
        policy=Policy(),
        today=today,
        stakes=stakes_level(decision, returns, Policy()),
        assumptions=read.assumptions,
        history=history,
        past=pasts.get(decision.path, NOTHING_PAST),
    )
    findings = [files[name].finding(problem) for problem in concerns(decision, context)]
    return [(finding.name.removeprefix("risk/"), finding.place.line) for finding in findings], files[name].text


@pytest.fixture
def example(tmp_path):
    """Reads one example, among the other records and the assumptions of its folder, as the record 0042."""

    def read(rule, kind):
        lay_out(tmp_path, rule, (EXAMPLES / rule / f"{kind}.md").read_text(encoding="utf-8"))
        found, text = judge(tmp_path, NAME)
        return [line for name, line in found if name == rule], text

    return read


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_the_flagged_example_is_flagged_where_its_comment_stands(example, rule):
    lines, text = example(rule, "flagged")
    expected = [number for number, line in enumerate(text.split("\n"), 1) if line.endswith(f"# {rule}")]
    fence_holds_no_comment = {1: 2}
    assert [fence_holds_no_comment.get(line, line) for line in lines] == expected
    assert expected


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_the_clean_example_is_not_flagged(example, rule):
    assert example(rule, "clean")[0] == []


@pytest.mark.parametrize(
    "rule",
    [
        "benefit-before-build-ends",
        "ethics-not-considered",
        "motivation-low-or-unmeasured",
        "no-outside-view",
        "point-estimate",
        "ramp-up-not-priced",
        "single-estimator",
        "success-above-base-rate",
        "unanchored-scores",
    ],
)
def test_what_was_reverted_is_not_asked_what_nobody_could_mend_any_more(tmp_path, rule):
    text = re.sub(r"\ndelivery:.*", "", (EXAMPLES / rule / "flagged.md").read_text(encoding="utf-8"))
    for delivery, flagged in (("planned", True), ("reverted", False)):
        written = text.replace("\ndate:", f"\ndelivery: {delivery}\ndate:", 1)
        (tmp_path / NAME).write_text(written, encoding="utf-8")
        assert (rule in [name for name, _ in judge(tmp_path, NAME)[0]]) is flagged


def test_each_example_belongs_to_a_rule():
    assert sorted(folder.name for folder in EXAMPLES.iterdir()) == sorted(rule.name for rule in RULES)


@pytest.fixture
def golden(tmp_path):
    """The rules that are concerned about one record of the model document."""

    def read(name, today=AS_OF):
        shutil.copy(RECORDS / name, tmp_path)
        return [rule for rule, _ in judge(tmp_path, name, today)[0]]

    return read


def running_record():
    """The full record as if it were in use still."""
    text = (RECORDS / "0042-sota-ranking.md").read_text(encoding="utf-8")
    assert "delivery: reverted " in text
    return text.replace("delivery: reverted ", "delivery: delivered ")


@pytest.mark.parametrize("day", ["2026-02-03", "2026-08-03", "2026-08-17"])
def test_the_minimal_record_raises_two_concerns_until_its_review_is_overdue(golden, day):
    """Rules document, section E5; record of section G5, whose review is due on 2026-08-03."""
    assert golden("0007-cache-embeddings.md", dt.date.fromisoformat(day)) == ["time-not-priced", "no-baseline"]


def test_the_full_record_raises_what_the_rules_document_expects(golden):
    """Rules document, section E5, in reading order, of the rules that exist so far; record of section G3."""
    assert golden("0042-sota-ranking.md") == [
        "ml-is-the-only-idea",
        "better-option-not-chosen",
        "no-stop-rule",
        "argument-from-novelty",
        "weak-evidence",
        "guardrail-blind",
        "category-not-considered",
        "budget-variance",
        "partner-not-agreed",
        "partner-without-incentive",
        "not-enough-experts",
        "single-expert",
        "short-lived-decision",
    ]


@pytest.mark.parametrize(("day", "is_asked"), [("2026-08-31", False), ("2026-09-01", False), ("2026-09-02", True)])
def test_the_full_record_if_it_ran_is_asked_for_a_boundary_metric_once_its_waiver_has_ended(tmp_path, day, is_asked):
    """Rules document, section E5: `no-boundary-metric` fires on `skills_index` and is waived, until 2026-09-01."""
    (tmp_path / "0042-sota-ranking.md").write_text(running_record(), encoding="utf-8")
    found = judge(tmp_path, "0042-sota-ranking.md", dt.date.fromisoformat(day))[0]
    assert ("no-boundary-metric" in [name for name, _ in found]) is is_asked


@pytest.mark.parametrize(
    "rule",
    [
        "no-external-oracle",
        "no-attribution",
        "effect-too-small-to-see",
        "key-result-count",
        "key-result-not-quantitative",
        "key-result-is-a-task",
        "model-does-not-beat-baseline",
        "holdout-too-small",
        "outcome-contradicts-gain",
        "measurement-too-late",
        "meaning-not-agreed",
    ],
)
def test_the_full_record_would_be_silent_by_its_numbers_if_it_ran(tmp_path, rule):
    """Rules document, section E5: 4.5 weeks to see the effect, an interval of 4.3k..197k for what the model adds."""
    (tmp_path / "0042-sota-ranking.md").write_text(running_record(), encoding="utf-8")
    assert rule not in [name for name, _ in judge(tmp_path, "0042-sota-ranking.md")[0]]


def test_the_platform_record_was_not_the_cheapest_and_is_late(golden):
    """Record of section G4, a comparison of costs with a review due on 2026-07-12; model document, section F2."""
    assert golden("0051-core-platform.yml") == [
        "better-option-not-chosen",
        "category-not-considered",
        "leadership-driven-reprioritisation",
        "review-overdue",
        "no-premortem",
    ]
