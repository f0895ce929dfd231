"""What `roi list --total` says of the listed decisions together."""

import json

import pytest
from msgspec import structs

from roi_plugin.report import register_json, register_table
from roi_plugin.report.register_total import register_total
from roi_plugin.sources.schemas import fast_validator
from tests.report.appraised_records import appraised_folder, with_figures, written

GAIN = {"options": [{"id": "do-nothing"}, {"id": "b", "chosen": True, "gain": "24k", "cost": "10k"}]}
RANGE = {"options": [{"id": "do-nothing"}, {"id": "b", "chosen": True, "gain": "20k..28k", "cost": "10k"}]}
PLATFORM = {
    "options": [{"id": "do-nothing", "cost": "300k..500k"}, {"id": "keep", "chosen": True, "cost": "100k..200k"}]
}
IDLE = {"options": [{"id": "do-nothing", "chosen": True}]}
UNCHOSEN = {"options": [{"id": "b", "gain": "24k", "cost": "10k"}]}
INVENTED = GAIN | {"illustrative": True}
DOLLARS = GAIN | {"economics": {"currency": "USD"}}


def of(*records):
    judged = []
    for number, record in enumerate(records, 1):
        (one,) = written(record).judged
        decision = structs.replace(one.decision, id=f"000{number}", path=f"000{number}.md")
        judged.append(structs.replace(one, decision=decision))
    return judged, register_total(judged, written({}).policy)


@pytest.mark.parametrize(
    ("records", "line"),
    [
        ([], "Together: no decision listed has a known value."),
        (
            [GAIN],
            "Together: 1 decision listed is expected to gain 14k EUR. Its ROI is +140 %.",
        ),
        (
            [IDLE],
            (
                "Together: 1 decision listed is expected neither to gain nor to lose anything. "
                "No ROI is told (no cost), its chance of loss 0 %."
            ),
        ),
        (
            [GAIN, RANGE],
            (
                "Together: 2 decisions listed are expected together to gain 27.8k EUR; nine times in ten, between "
                "24k EUR and 32k EUR. Their ROI is +139 %, their chance of loss 0 %."
            ),
        ),
        (
            [GAIN, DOLLARS],
            (
                "Together: 1 decision listed is expected to gain 14k EUR. Its ROI is +140 %. "
                "1 decision listed is expected to gain 14k USD. Its ROI is +140 %."
            ),
        ),
        (
            [PLATFORM, UNCHOSEN, UNCHOSEN, INVENTED],
            (
                "Together: 1 decision listed weighs costs only: it is expected to cost 145k EUR; nine times in ten, "
                "between 100k EUR and 200k EUR; that is 247k EUR less than doing nothing. "
                "Not counted: `0002` and `0003` (no option is chosen). "
                "Not counted: `0004` (its numbers were invented to show the method)."
            ),
        ),
    ],
)
def test_one_line_tells_the_sums_and_what_is_not_counted(records, line):
    judged, total = of(*records)
    assert total.line() == line
    assert register_table.table(judged, written({}), total=total.line()).endswith(f"\n{line}\n")


def test_json_has_a_total_for_each_currency_in_the_published_shape():
    judged, total = of(GAIN, RANGE, DOLLARS, PLATFORM, UNCHOSEN)
    said = json.loads(register_json.render(judged, written({}), total=total.objects()))
    assert [error.message for error in fast_validator("register").iter_errors(said)] == []
    euro, dollar = said["total"]
    assert (euro["currency"], euro["count"], dollar["currency"], dollar["count"]) == ("EUR", 2, "USD", 1)
    assert euro["npv"]["mean"] == pytest.approx(euro["gain"]["mean"] - euro["cost"]["mean"])
    assert euro["roi"]["mean"] == pytest.approx(euro["gain"]["mean"] / euro["cost"]["mean"] - 1)
    assert euro["npv"]["p5"] < euro["npv"]["p50"] < euro["npv"]["p95"]
    assert euro["left_out"] == [{"id": "0005", "reason": "no option is chosen"}]
    assert (euro["cost_only"]["count"], euro["cost_only"]["decisions"][0]["against"]) == (1, "do-nothing")
    assert (dollar["cost_only"], dollar["cost_only_reason"]) == (None, "no decision weighs costs only")


def test_a_null_has_its_reason_beside_it():
    _, total = of(PLATFORM | {"options": [*PLATFORM["options"][1:], {"id": "b", "cost": 5}]}, UNCHOSEN)
    (found,) = total.objects()
    assert (found["npv"]["mean"], found["npv"]["reason"]) == (None, "no decision with a net present value")
    assert found["loss_probability_reason"] == "no decision with a net present value"
    (one,) = found["cost_only"]["decisions"]
    assert (one["saving"], one["against"]) == (None, None)
    assert one["saving_reason"] == one["against_reason"] == "no option does nothing, and no baseline is named"


def test_a_list_without_a_total_has_no_such_key():
    judged, _ = of(GAIN)
    assert "total" not in json.loads(register_json.render(judged, written({})))


def test_nothing_in_an_id_steers_a_terminal():
    judged, _ = of(UNCHOSEN)
    decision = structs.replace(judged[0].decision, id="a\x1b[31m\n::error::x")
    total = register_total([structs.replace(judged[0], decision=decision)], written({}).policy)
    assert "\x1b" not in total.line()
    assert "\n" not in total.line()


def test_what_was_not_appraised_is_not_counted():
    found = appraised_folder()
    bare = [structs.replace(one, appraisal=None) for one in found.judged]
    assert register_total(bare, found.policy).gains == ()
    assert register_total(with_figures(found).judged, found.policy).gains
