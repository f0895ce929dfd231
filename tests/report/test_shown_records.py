"""What `roi show` says of whole records, as text and as JSON, with the figures of the model document."""

import json

import pytest
import yaml

from roi_plugin.build import assess_folder
from roi_plugin.report import decision_json, decision_text
from roi_plugin.sources.schemas import fast_validator
from tests.report.appraised_records import TODAY, appraised_folder, of, with_figures, written

SOTA = """\
D-0042: Adopt the organisation's new state-of-the-art ranking model
Expected to lose 102k EUR over 24 months (ROI -43.8 %); `tune` was expected to gain 52.3k EUR.
The numbers are illustrative: they were invented to show the method.

In plain words
  Nine times in ten, `sota` ends between a loss of 361k EUR and a gain of 415k EUR.
  The chance that it loses money is about 4 in 5 (78.8 %); that no other option does better, about 1 in 5 (17.2 %).
  Most depends on whether `sota_bookings` succeeds: a gain of 142k EUR on average if it does, a loss of 233k EUR if not.
  On average it is not paid back within 24 months.
  Going by how others fared, expect a loss of 177k EUR; to break even it would need a chance of success of 80.6 %.
  Measure first: `sota_bookings.success` (to know it is worth up to 31.2k EUR), then `tune_bookings.success` and \
`sota_bookings.uplift`.

status      accepted (reverted, so it binds nobody), 2026-03-02
delivery    reverted
owner       kim
review due  2026-09-01, last reviewed 2026-09-03
record      records/0042-sota-ranking.md

Options, present value in EUR over 24 months at 10 % a year
          option       gain   cost    NPV     NPV range      ROI  P(loss)  P(best)  regret
          do-nothing      0      0      0          0..0        -      0 %   39.4 %    126k
          tune        92.2k  39.9k  52.3k  -54.8k..237k   +131 %     50 %   43.4 %   73.3k
  chosen  sota         131k   233k  -102k   -361k..415k  -43.8 %   78.8 %   17.2 %    228k
  Ranges read as 90 % intervals, those of the record too: one time in twenty it is less, one time in twenty more.
  `do-nothing`: no cost
"""

CACHE = """\
In plain words
  Nine times in ten, `cache` ends between a gain of 9.18k EUR and a gain of 41.1k EUR.
  The chance that it loses money is about 1 in 400 (0.26 %); that no other option does better, all but certain (99.7 %).
  Most depends on `gain`: a gain of 11.1k EUR on average at the low end of its range, a gain of 40k EUR at the high end.
  On average it has paid back what it costs after 4.91 months.
  Measuring more before deciding is hardly worth it: even to know everything is worth 6.6 EUR.
"""

PLATFORM = """\
In plain words
  Nine times in ten, `keep` costs between 2M EUR and 3.77M EUR over 36 months.
  The chance that no other option costs less is about 1 in 4 (23.9 %).
  Most depends on `run`: 2.28M EUR on average at the low end of its range, 3.38M EUR at the high end.
  Measure first: `run` (to know it is worth up to 10.5k EUR).
"""

SCORES = {
    "options": [
        {"id": "do-nothing"},
        {
            "id": "go",
            "chosen": True,
            "scores": {"potential": 4, "motivation": 3, "skills": 3, "risks": 2, "involvement": 2},
        },
    ]
}
WHOLE = {"scores": {"potential": 4, "motivation": 3, "skills": 3, "risks": 2, "involvement": 2}}
UNCHOSEN = {
    "economics": {"person_week": "4k"},
    "options": [
        {"id": "do-nothing"},
        {
            "id": "a",
            "gains": [{"id": "g", "value": "100k..300k per year", "p": "40%"}],
            "costs": [{"id": "c", "money": "80k..120k"}, {"id": "t", "time": "2..4 person-weeks"}],
            "tests": [{"of": "g", "kind": "ab-test", "cost": "3k", "sensitivity": 0.8, "specificity": 0.9}],
        },
        {"id": "b", "gain": "10k..60k per year", "cost": "20k"},
    ],
}
UNPRICED = {
    "options": [
        {"id": "a", "chosen": True, "gain": "10k per year"},
        {"id": "b", "gain": "10k..30k per year", "cost": "5k..9k"},
    ]
}
UNPRICED_TESTS = {
    "options": [
        {"id": "do-nothing"},
        {
            "id": "go",
            "chosen": True,
            "gains": [{"id": "g", "value": "100k..300k per year", "p": "40%"}],
            "cost": "80k..120k",
            "tests": [{"of": "g", "kind": "ab-test"}, {"of": "g", "kind": "pilot"}],
        },
    ]
}
CERTAIN = {"options": [{"id": "do-nothing"}, {"id": "a", "chosen": True, "gain": 2000, "cost": 1000}]}
HUGE = {"options": [{"id": "do-nothing"}, {"id": "a", "chosen": True, "gain": "1..1e300", "cost": "1e300..1.5e308"}]}
SAMPLED = {
    "options": [
        {
            "id": "a",
            "chosen": True,
            "gains": [
                {"id": "g", "value": "x / (y + z)", "inputs": {"x": "10k..20k", "y": "1..2", "z": "1..3"}},
                {"id": "h", "value": "1k < 2k < 4k", "p": "s / (s + f)", "inputs": {"s": "2..4", "f": "3..5"}},
            ],
            "cost": "1k..2k",
            "model_outcomes": {"confusion": {"tp": 5, "fp": 3, "fn": 1, "tn": 9}},
        }
    ],
    "reference_class": {"cost": "no-such-class"},
}
UNPRICED_TIME = {
    "options": [{"id": "do-nothing"}, {"id": "x", "chosen": True, "gain": "30k..60k", "cost": "5 person-weeks"}]
}
CONTRADICTORY = {
    "options": [
        {"id": "do-nothing"},
        {
            "id": "x",
            "chosen": True,
            "gains": [{"id": "a", "value": "10k..20k"}, {"id": "b", "value": "10k..20k"}],
            "costs": [{"id": "c", "money": "5k..30k"}],
        },
    ],
    "correlations": [
        {"between": ["a", "b"], "rho": 0.9},
        {"between": ["a", "c"], "rho": 0.9},
        {"between": ["b", "c"], "rho": -0.9},
    ],
}
RECORDS = {
    "none": {},
    "unpriced time": UNPRICED_TIME,
    "contradictory": CONTRADICTORY,
    "scores": SCORES,
    "whole": WHOLE,
    "unchosen": UNCHOSEN,
    "unpriced": UNPRICED,
    "certain": CERTAIN,
    "huge": HUGE,
    "sampled": SAMPLED,
}


def text(identifier):
    found = appraised_folder()
    return decision_text.render(of(found, identifier), found)


def shown(record):
    found = written(record)
    return decision_text.render(found.judged[0], found)


def told(identifier):
    found = appraised_folder()
    return json.loads(decision_json.render(of(found, identifier), found))


def walked(step):
    yield step
    for part in step["parts"]:
        yield from walked(part)


def nulls(value, path=""):
    """Every null number with its path, and whether a reason stands beside it."""
    if isinstance(value, list):
        for at, part in enumerate(value):
            yield from nulls(part, f"{path}[{at}]")
    if isinstance(value, dict):
        for key, part in value.items():
            if part is None and key not in NO_NUMBER and not key.endswith("reason"):
                reasons = value.get("reasons") or {}
                ranged = value.get("range_reason") if key in {"low", "high"} else None
                yield f"{path}.{key}", value.get(f"{key}_reason") or value.get("reason") or reasons.get(key) or ranged
            yield from nulls(part, f"{path}.{key}")


NO_NUMBER = {
    "from",
    "to",
    "commit",
    "author",
    "pull_request",
    "number",
    "end_column",
    "delivery",
    "owner",
    "area",
    "kind",
    "title",
    "review_due",
    "input",
    "decision",
    "help",
}


def test_the_ranker_opens_with_its_verdict_in_plain_words_and_what_each_option_is_worth():
    assert text("D-0042").startswith(SOTA)


@pytest.mark.parametrize(("identifier", "words"), [("0007-cache-embeddings", CACHE), ("D-0051", PLATFORM)])
def test_money_and_risk_are_told_in_plain_words(identifier, words):
    assert words in text(identifier)


@pytest.mark.parametrize(
    "part",
    [
        "  sota_bookings.uplift                       0.2 %              2 %       -201k        91.4k  ############",
        "  sota_bookings.p                                 0.35             62.2 %             76.2 %\n",
        "  No possible value does it for feature-delay, feature-delay.p, latency, latency.p, serving.\n",
        "  everything                       73.3k\n  sota_bookings.success            31.2k\n",
        "  sota             -102k          -177k     -43.8 %        -58.6 %          80.6 %                -501k\n",
        "  sota     154k  42.4k  36.8k   233k        154k          36.6\n",
        "  nothing under `IRR a year` for `sota`: the signs of the flows change 3 times, so several rates may fit\n",
        "  sota                   0 %   -33.3 %  -66.7 %..+22.2 %   2.47 %   -58.3 %\n  Scores are set beside",
        "  more than the baseline, a year    101k  95 % interval 4.34k..197k\n",
        "  the range of `tune` hangs on whether `tune_bookings` succeeds (50 %): 51.9k..276k EUR if so, ",
    ],
)
def test_the_detail_behind_the_words_stands_in_tables(part):
    assert part in text("D-0042")


def test_the_first_story_of_the_model_document_comes_out_as_json():
    # Source: roi-model F1, computed independently; G3 is the record.
    said = told("D-0042")
    nothing, tune, sota = said["options"]
    for option, gain, cost, npv, roi in (
        (tune, 92_176.31, 39_867.25, 52_309.07, 1.312),
        (sota, 131_199.08, 233_323.10, -102_124.02, -0.438),
    ):
        assert option["gain"]["mean"] == pytest.approx(gain, rel=2e-3)
        assert option["cost"]["mean"] == pytest.approx(cost, rel=2e-3)
        assert option["npv"]["mean"] == pytest.approx(npv, rel=2e-3)
        assert option["roi"]["mean"] == pytest.approx(roi, abs=5e-4)
    assert (tune["npv"]["p5"], tune["npv"]["p95"]) == pytest.approx((-54_900, 236_800), rel=0.02)
    assert (sota["npv"]["p5"], sota["npv"]["p95"]) == pytest.approx((-361_700, 413_600), rel=0.02)
    assert (tune["loss_probability"], sota["loss_probability"]) == pytest.approx((0.5, 0.7875), abs=0.003)
    best = [option["best_probability"] for option in (nothing, tune, sota)]
    assert best == pytest.approx([0.394, 0.435, 0.171], abs=0.003)
    regret = [option["expected_regret"] for option in (nothing, tune, sota)]
    assert regret == pytest.approx([125_483, 73_174, 227_605], rel=0.01)
    assert said["evpi"] == pytest.approx(73_174, rel=0.01)
    assert {"input": "sota_bookings.p", "value": pytest.approx(0.6224, abs=5e-5)} in sota["break_even"]
    worth = {each["input"]: each["value"] for each in said["evppi"]}
    assert worth["sota_bookings.success"] == pytest.approx(31_230, rel=0.01)
    assert worth["sota_bookings.uplift"] == pytest.approx(8_730, rel=0.01)
    swings = [round(abs(each["high"] - each["low"]) / 1000, 1) for each in sota["tornado"][:9]]
    assert swings == [374.9, 292.3, 168.3, 114.4, 90.7, 75.8, 74.6, 63.5, 54.9]
    outcome = said["model_outcomes"]
    assert (outcome["delta_per_year"], outcome["ceiling_per_year"]) == pytest.approx((100_800, 1_094_400), rel=1e-9)
    assert (outcome["delta_low"], outcome["delta_high"]) == pytest.approx((4_343, 197_257), abs=1)


def test_the_framework_stands_beside_the_money():
    # Source: roi-model C7.2 and C7.3.
    _, tune, sota = told("D-0042")["options"]
    assert tune["framework"]["raw"] == pytest.approx(7 / 3)
    assert tune["framework"]["anchored"] == pytest.approx(3.889, abs=5e-4)
    assert sota["framework"]["balanced"] == pytest.approx(-1 / 3)
    assert sota["framework"]["positive_share"] == pytest.approx(0.025, abs=5e-4)


@pytest.mark.parametrize("name", [*RECORDS, "D-0042", "D-0051", "0007-cache-embeddings"])
def test_a_null_has_its_reason_beside_it_and_the_shape_is_the_published_one(name):
    found = written(RECORDS[name]) if name in RECORDS else appraised_folder()
    one = found.judged[0] if name in RECORDS else of(found, name)
    said = json.loads(decision_json.render(one, found, explain=True))
    assert [path for path, reason in nulls(said) if not reason] == []
    assert [error.message for error in fast_validator("register").iter_errors(said)] == []


def test_every_key_of_the_contract_is_there_for_every_option():
    keys = "loss_probability best_probability expected_regret payback_months irr break_even tornado framework debiased"
    for option in told("D-0042")["options"]:
        assert set(keys.split()) <= set(option)
        assert {"mean", "p5", "p50", "p95", "reason"} <= set(option["npv"])


def backwards(part):
    """The same with the keys of its maps from last to first, in lists too."""
    if isinstance(part, dict):
        return {key: backwards(part[key]) for key in reversed(part)}
    return [backwards(each) for each in part] if isinstance(part, list) else part


@pytest.mark.parametrize("identifier", ["0007-cache-embeddings", "D-0042", "D-0051"])
def test_the_order_of_keys_in_a_record_changes_no_figure(identifier, tmp_path):
    file = of(appraised_folder(), identifier).file
    name = file.path.rpartition("/")[2].removesuffix(".md")
    text = yaml.safe_dump(backwards(dict(file.data)), sort_keys=False)
    (tmp_path / f"{name}.yml").write_text(text, encoding="utf-8")
    found = with_figures(assess_folder(tmp_path, today=TODAY, shown_from=tmp_path))
    turned, straight = json.loads(decision_json.render(found.judged[0], found)), told(identifier)
    for key in ("options", "evpi", "evppi", "model_outcomes", "notes"):
        assert turned[key] == straight[key]


@pytest.mark.parametrize(
    ("record", "lines"),
    [
        ({}, ["ROI cannot be computed: the record names no options."]),
        (
            SCORES,
            [
                "By its scores, `go` would return 66.7 %; neither a gain nor a cost is given.",
                "  Its score is above 0 in 95.1 % of the cases when every score may be one level off.",
                "  go                  +150 %   +66.7 %  -22.2 %..+333 %   95.1 %    +167 %",
            ],
        ),
        (
            WHOLE,
            [
                "By its scores, the decision would return 66.7 %; neither a gain nor a cost is given.",
                "  Its score is above 0 in 95.1 % of the cases when every score may be one level off.",
                "  Scores are set beside the money and never added to it.",
                "The talk's framework: (potential + motivation + skills) against (risks + involvement), levels 1 to 5",
                "  the decision              +150 %   +66.7 %  -22.2 %..+333 %   95.1 %    +167 %",
            ],
        ),
        (
            WHOLE | {"options": [{"id": "a"}, {"id": "b", "scores": WHOLE["scores"] | {"potential": 5}}]},
            [
                "By its scores, the decision would return 66.7 %; neither a gain nor a cost is given.",
                "  By its scores, `b` would return 83.3 %; above 0 in 97.9 % of the cases when every score may be one",
                "  Its score is above 0 in 95.1 % of the cases when every score may be one level off.",
            ],
        ),
        (
            {"scores": {"potential": 4}},
            [
                "ROI cannot be computed: the record names no options.",
                "  `the decision`: not scored: `motivation`, `skills`, `risks`, `involvement`",
            ],
        ),
        (
            UNCHOSEN,
            [
                "No option is chosen; the best of them, `b`, is expected to gain 7.35k EUR over 12 months",
                "  The planned ab-test of `g.success` is worth 11.7k EUR and costs 3k EUR: it pays.",
                "  a       ab-test  g.success  11.7k    3k  8.7k      P = 84.2 %     P = 12.9 %",
            ],
        ),
        (
            UNPRICED,
            [
                "ROI cannot be computed: no cost is given for `a`.",
                "  Of the other options, `b` promises most: a gain of 10.8k EUR on average.",
            ],
        ),
        (
            CERTAIN,
            [
                "  Every amount of `a` is a single number, so its chance of loss cannot be told: it is worth 1k EUR",
                "  What it would be worth to know more cannot be told either: give ranges",
                "  by these numbers `a` is better than `do-nothing`",
            ],
        ),
        (
            UNPRICED_TIME,
            [
                "ROI cannot be computed: `cost`: time is not priced: give `economics.person_week`, in the record or",
                "  chosen  x           43.4k     -    -    -",
                "  `x` is left out of the comparison: `cost`: time is not priced: give `economics.person_week`",
            ],
        ),
        (
            CONTRADICTORY,
            [
                "Expected to gain 14.7k EUR over 12 months (ROI +104 %).",
                "  How far `x` may end from that cannot be computed: the correlations contradict each other",
                "  Most depends on `c`: a gain of 23.9k EUR on average at the low end of its range, a loss of 1.08k",
                "  chosen  x           28.9k  14.2k  14.7k  +104 %",
            ],
        ),
        (
            UNPRICED_TESTS,
            [
                "  ab-test of `g.success`, for `go`: the test names no cost",
                "  pilot of `g.success`, for `go`: the test names no cost",
            ],
        ),
        (
            SAMPLED,
            [
                "  gain  g     x / (y + z)   4.61k  2.7k..7.16k",
                "  gain  h     1k < 2k < 4k    917  0..2.88k",
                "  a               at once     at once           -             -            35.3                  -",
                "  not computed: `reference_class.cost`: `no-such-class` is no reference class that is known for",
            ],
        ),
    ],
)
def test_a_record_that_says_little_reads_well(record, lines):
    said = shown(record)
    for line in lines:
        assert any(each.startswith(line) for each in said.splitlines()), line
    assert "None" not in said
    assert "nan" not in said.split("\nFlags")[0]


def test_contradictory_correlations_leave_the_closed_means_the_same_everywhere():
    found = written(CONTRADICTORY)
    said = json.loads(decision_json.render(found.judged[0], found, explain=True))
    x = said["options"][1]
    assert [x[name]["mean"] for name in ("gain", "cost", "npv", "roi")] == pytest.approx(
        [28_919.13, 14_205.69, 14_713.44, 1.035743], rel=1e-6
    )
    assert [each["input"] for each in x["tornado"]] == ["c", "a", "b"]
    assert [each["input"] for each in x["break_even"]] == ["a", "b", "c"]
    unknown = [x["npv"]["reason"], x["loss_probability_reason"], x["best_probability_reason"], said["evpi_reason"]]
    assert all("contradict each other" in reason for reason in unknown)
    worked = {step["key"]: step.get("value") for option in said["working"] for step in walked(option)}
    assert worked["x"] == worked["x/npv"] == x["npv"]["mean"]


def test_a_mean_without_closed_form_is_told_from_the_points():
    found = written(SAMPLED)
    (_, option, *_) = json.loads(decision_json.render(found.judged[0], found, explain=True))["working"]
    worked = {step["key"]: step for step in walked(option)}
    assert worked["line/a/h"]["value"] == pytest.approx(917, rel=0.01)
    assert worked["line/a/h/p"]["reason"] == (
        "it divides by a sum, so its mean has no closed form; the line is told from all cases"
    )
    assert [part["key"] for part in worked["line/a/h/p"]["parts"]] == ["input/a/h/s", "input/a/h/f"]
    assert shown(SAMPLED).splitlines()[1].startswith("Expected to gain ")
