"""What a record dates after today (2026-09-10) is a plan: it answers no rule yet."""

import datetime as dt

import pytest

from roi_plugin.model.assumption import Assumption
from roi_plugin.model.governance import SignOff
from roi_plugin.rules.past import has_come, held_reviews, is_signed, last_verdict

HELD, TODAY, LATER = "2026-09-09", "2026-09-10", "2099-01-01"
LEADS = "options: [{id: x, chosen: true, kind: ml, gain: 900k, cost: 100k}], goal: {people_affected: yes, ethics: "
RISKY = "options: [{id: x, chosen: true, gains: [{id: g, value: 90k, p: 0.5}], cost: 30k}]"


@pytest.mark.parametrize(("day", "come"), [(None, True), (HELD, True), (TODAY, True), ("2026-09-11", False)])
def test_today_has_come(record, context, day, come):
    assert has_come(day and dt.date.fromisoformat(day), context(record("{}"))) is come


def test_reviews_held_stand_in_the_order_of_their_days_with_their_places(record, context):
    days = [LATER, HELD, "2026-08-01", HELD]
    reviews = ", ".join(
        f"{{date: {day}, outcome: {out}}}" for day, out in zip(days, ["kept"] * 3 + ["too-early"], strict=True)
    )
    decision = record(f"reviews: [{reviews}]")
    assert [at for at, _ in held_reviews(decision, context(decision))] == [2, 1, 3]
    assert last_verdict(decision, context(decision))[0] == 1


@pytest.mark.parametrize(
    ("sign_off", "signed"),
    [
        (None, False),
        (SignOff(reviewed_by="trust-team"), True),
        (SignOff(reviewed_by="TBD"), False),
        (SignOff(ref="ETH-12"), True),
        (SignOff(ref="-", date=dt.date(2026, 2, 20)), False),
        (SignOff(reviewed_by="trust-team", date=dt.date(2026, 2, 20)), True),
        (SignOff(reviewed_by="trust-team", date=dt.date(2099, 2, 20)), False),
    ],
)
def test_a_sign_off_has_a_name_or_a_place_and_no_day_to_come(record, context, sign_off, signed):
    assert is_signed(sign_off, context(record("{}"))) is signed


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("no-review-date", "reviews: [{date: DAY, outcome: kept}]"),
        ("review-overdue", "review_due: 2026-08-01, reviews: [{date: DAY, outcome: kept}]"),
        ("no-stop-rule", f"{RISKY}, reviews: [{{date: DAY, outcome: kept}}]"),
        (
            "short-lived-decision",
            "delivery: reverted, reviews: [{date: 2026-06-01, outcome: reverted}, {date: DAY, lessons: ask}]",
        ),
        (
            "budget-variance",
            """options: [{id: x, chosen: true, costs: [{id: c, money: 10k}]}],
            reviews: [{date: 2026-06-01, actuals: {c: 20k}}, {date: DAY}]""",
        ),
        (
            "owner-reviews-own-decision",
            "owner: kim, reviews: [{date: 2026-06-01, by: kim}, {date: DAY, by: lee}]",
        ),
        (
            "review-without-actuals",
            "options: [{id: x, gain: 9k}], reviews: [{date: 2026-06-01}, {date: DAY, actuals: {x: 9k}}]",
        ),
        ("one-way-door-taken-lightly", "reversibility: one-way, reviews: [{date: DAY}]"),
        ("one-way-door-taken-lightly", "reversibility: one-way, compliance: [{kind: legal, date: DAY}]"),
        ("ethics-not-considered", f"{LEADS}{{reviewed_by: trust-team, date: DAY}}}}"),
        ("compliance-review-missing", "personal_data: yes, compliance: [{kind: dpia, ref: D-1, date: DAY}]"),
        ("compliance-review-missing", f"{LEADS}{{reviewed_by: trust-team, date: DAY}}}}"),
        (
            "risk-without-guardrail",
            """options: [{id: x, chosen: true, risks: [{id: r, category: compliance}]}],
            compliance: [{kind: legal, date: DAY}]""",
        ),
        (
            "guardrail-blind",
            "delivery: delivered, guardrails: [{metric: uptime, observations: [{date: DAY, value: 99}]}]",
        ),
        (
            "key-result-off-track",
            "okr: [{objective: Grow, key_results: [{from: 0, to: 9, now: 4, updated: DAY}]}]",
        ),
        (
            "key-result-off-track",
            """okr: [{objective: Grow, key_results: [{from: 0, to: 9, now: 1, due: 2026-09-01}]}],
            reviews: [{date: DAY}]""",
        ),
        ("partner-not-agreed", "options: [{id: x, chosen: true, partners: [{team: feed, agreed: DAY}]}]"),
        (
            "motivation-low-or-unmeasured",
            "options: [{id: x, chosen: true, motivation: {evidence: survey, date: DAY}}]",
        ),
        (
            "no-baseline",
            """options: [{id: x, chosen: true, gains: [{id: g, value: 9k, metric: m}]}],
            metrics: [{id: m, baseline: 5%, baseline_date: DAY}]""",
        ),
        (
            "point-estimate",
            """options: [{id: x, chosen: true, cost: {value: 9k, evidence: deal}}],
            evidence: [{id: deal, kind: contract, date: DAY}]""",
        ),
        (
            "overconfident-range",
            """options: [{id: x, chosen: true, costs: [{id: c, time: {range: 20..22 person-weeks, evidence: log}}]}],
            economics: {person_week: 4k}, evidence: [{id: log, kind: data, date: DAY}]""",
        ),
        (
            "success-above-base-rate",
            """options: [{id: x, chosen: true, kind: ml, gain: {value: 9k, evidence: trial}}],
            evidence: [{id: trial, kind: pilot, date: DAY}]""",
        ),
        (
            "proxy-only-gain",
            """options: [{id: x, chosen: true, gains: [{id: g, value: 9k, type: proxy, metric: clicks}]}],
            metrics: [{id: clicks, proxy_for: sales, evidence: trial}],
            evidence: [{id: trial, kind: experiment, date: DAY}]""",
        ),
        (
            "secondary-evidence",
            """options: [{id: x, chosen: true, gain: {value: 9k, evidence: [post, report]}}],
            evidence: [{id: post, kind: secondary}, {id: report, kind: primary, date: DAY}]""",
        ),
    ],
)
def test_what_is_dated_after_today_answers_nothing(fields, rule, text):
    flagged = [bool(fields(rule, f"{{{text.replace('DAY', day)}}}", stakes=2)) for day in (HELD, TODAY, LATER)]
    assert flagged == [False, False, True]


@pytest.mark.parametrize(("day", "stale"), [(HELD, True), (LATER, False)])
def test_an_assumption_that_will_change_has_not_changed_yet(fields, day, stale):
    price = Assumption(id="price", statement="It stays.", changed=dt.date.fromisoformat(day))
    assert bool(fields("assumption-stale", "assumptions: price", assumptions=[price])) is stale


def test_the_message_says_that_the_review_is_a_plan(record, problems_of):
    found = problems_of(record(f"{{review_due: 2026-08-01, reviews: [{{date: {LATER}}}]}}"))
    message = next(each.message for each in found if each.name == "risk/review-overdue")
    assert message.endswith(f"40 days ago, and the one that is written down is of {LATER}, a day to come")
