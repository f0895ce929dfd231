"""`roi show --explain`: every figure that is shown has its working."""

import json

import pytest

from roi_plugin.economics.working import working
from roi_plugin.report import decision_json, decision_text
from tests.report.appraised_records import appraised_folder, of, written

IDS = ("0007-cache-embeddings", "D-0042", "D-0051")


def steps(identifier):
    found = appraised_folder()
    one = of(found, identifier)
    top = working(one.decision, found.policy, one.appraisal)
    return {step.key: step for each in top for step in each.walk()}


def explained(identifier):
    found = appraised_folder()
    return decision_text.render(of(found, identifier), found, explain=True)


@pytest.mark.parametrize("identifier", IDS)
def test_every_number_of_the_options_table_has_a_step_of_the_same_value(identifier):
    found = steps(identifier)
    for one in of(appraised_folder(), identifier).appraisal.options:
        value = one.value
        printed = {
            "gain": value.gain.mean,
            "cost": value.cost.mean,
            "npv": value.npv.mean,
            "npv/p5": value.npv.p5,
            "npv/p50": value.npv.p50,
            "npv/p95": value.npv.p95,
            "roi": value.roi.mean,
            "loss": value.loss.value,
            "best": value.best.value,
            "regret": value.regret.value,
        }
        for key, figure in printed.items():
            step = found[f"{one.id}/{key}"]
            assert step.value == figure
            assert step.formula
            assert step.value is not None or step.reason


@pytest.mark.parametrize("identifier", IDS)
def test_a_total_is_the_sum_of_the_lines_below_it(identifier):
    found = steps(identifier)
    for option in of(appraised_folder(), identifier).appraisal.options:
        for side, below in (("gain", ("gain",)), ("cost", ("cost", "risk"))):
            step = found[f"{option.id}/{side}"]
            lines = [part.value for part in step.parts if part.label.split()[0] in below]
            assert sum(lines) == pytest.approx(step.value, rel=1e-12)


@pytest.mark.parametrize("identifier", IDS)
def test_a_line_is_its_probability_times_amount_times_factor(identifier):
    found = steps(identifier)
    lines = [key.removesuffix("/amount") for key in found if key.endswith("/amount")]
    assert lines
    for key in lines:
        chance = found[f"{key}/p"].value if f"{key}/p" in found else 1.0
        product = chance * found[f"{key}/amount"].value * found[f"{key}/factor"].value
        assert product == pytest.approx(found[key].value, rel=1e-12)


def test_an_input_tells_its_distribution_who_stated_it_and_on_what_evidence():
    uplift = steps("D-0042")["input/sota/sota_bookings/uplift"]
    assert uplift.formula == "`0.2%..2%`, lognormal with 90 % between 0.002 and 0.02"
    assert uplift.notes == ("by kim, lee", "evidence: vendor-benchmark (vendor, 2025-11-03)")


@pytest.mark.parametrize(
    "line",
    [
        "  terms: EUR, from the record",
        "    rank correlation of `build` and `feature-delay`: 0.5",
        "    discount rate a year = 10 %: the record, `10%`",
        (
            "        amount, a year = 281,283 EUR: "
            "sota_bookings.users * sota_bookings.uplift * sota_bookings.value_per_booking"
        ),
        "        discount factor = 1.33266: the sum over the months m = 6 to 23 of 1/12 x (1 + 10 %)^(-(m + 1/2)/12)",
        "        discount factor = 0.968729: (1 + 10 %)^(-4/12), paid in month 4",
        "        amount, once = 154,127 EUR: build * person_week",
        "        written `users * uplift * value_per_booking per year` at `options[2].gains[0]`",
        "        at `options[2].costs[0]`",
        "      build = 154,127 EUR: time alone: 36.6276 person-weeks before discounting",
        "      run = 42,413.6 EUR: money alone",
        "    NPV = -102,124 EUR: gain - cost: 131,199 - 233,323",
        "    ROI = -43.7694 %: gain / cost - 1, the ratio of the means: 131,199 / 233,323 - 1",
        "    IRR a year: not known, the signs of the flows change 3 times, so several rates may fit",
        (
            "      chance of success of `online-experiments` = 33.3333 %: "
            "Beta(2, 4): about a third of the ideas improved the metric they were built for"
        ),
        "    framework, balanced = -33.3333 %: mean(potential, motivation, skills) / mean(risks, involvement) - 1",
        "  worth of knowing everything before deciding (EVPI) = 73,308.1 EUR: the least expected regret of all options",
    ],
)
def test_the_working_of_the_ranker_tells_formula_inputs_and_policy(line):
    # Source of the factors: roi-model C1.8 and C1.9.
    assert line in explained("D-0042").splitlines()


def test_an_uplift_tells_which_share_of_its_causes_is_managed():
    building = {"cost": "green-book-non-standard-buildings", "managed": "92%"}
    option = {"id": "a", "chosen": True, "gain": "150M", "cost": "100M"}
    found = written({"options": [option], "reference_class": building})
    said = decision_text.render(found.judged[0], found, explain=True)
    assert "(cost `green-book-non-standard-buildings` with 92% of its causes managed), means in EUR" in said
    left = "= 1.0408: 1 + max(uplift x (1 - 0.92 managed), 0.04): uplift of 51%, 4% once all its causes are managed"
    assert f"overrun of `green-book-non-standard-buildings` {left}" in said


@pytest.mark.parametrize(
    ("policy", "lines"),
    [
        (
            None,
            [
                "  terms: EUR, from the documented default of `currency`",
                "    horizon = 12 months: the documented default of `horizon`",
                "    discount rate a year = 8 %: the documented default of `discount_rate`",
                "weight 100 (the documented default of `framework.weights.skills`)",
            ],
        ),
        (
            {"horizon": "12 months", "currency": "USD", "framework": {"weights": {"skills": 100}}},
            [
                "  terms: USD, from the policy, `currency`",
                "    horizon = 12 months: the policy, `horizon`",
                "    discount rate a year = 8 %: the documented default of `discount_rate`",
                "weight 100 (the policy, `framework.weights.skills`)",
                "weight 100 (the documented default of `framework.weights.risks`)",
            ],
        ),
        ({"horizon": "12..24 months"}, ["    horizon = 12 months: the documented default of `horizon`"]),
    ],
)
def test_terms_that_the_record_leaves_open_are_the_policys_where_it_speaks_and_else_the_documented_ones(policy, lines):
    scores = dict.fromkeys(("potential", "motivation", "skills", "risks", "involvement"), 3)
    option = {"id": "a", "chosen": True, "gain": "2k", "cost": "1k", "scores": scores}
    found = written({"options": [{"id": "do-nothing"}, option]}, policy)
    said = decision_text.render(found.judged[0], found, explain=True)
    for line in lines:
        assert line in (said if line.startswith("weight") else said.splitlines()), line


def test_without_explain_there_is_no_working():
    found = appraised_folder()
    one = of(found, "D-0042")
    assert "How each figure comes about" not in decision_text.render(one, found)
    assert "working" not in json.loads(decision_json.render(one, found))


@pytest.mark.parametrize("text", ["::error::x", "##[group]x", "\N{ZERO WIDTH SPACE}##[error]x", "a\N{NO-BREAK SPACE}b"])
def test_what_others_state_cannot_steer_a_terminal(text):
    gain = {"range": "1k..2k", "by": [text], "source": text, "note": text}
    found = written({"options": [{"id": "a", "chosen": True, "gain": gain, "cost": "1k", "title": text}]})
    said = decision_text.render(found.judged[0], found, explain=True)
    assert "source: " in said
    assert all(char.isprintable() or char in "\n\N{NO-BREAK SPACE}" for char in said)
    assert not any(line.lstrip().startswith("::") for line in said.splitlines())
