import pytest

from roi_plugin.economics.key_figures import KeyFigures, OptionFigures
from roi_plugin.economics.returns import Amount, OptionReturns, Returns
from roi_plugin.economics.verdict import Verdict, verdict
from roi_plugin.language import speaking
from roi_plugin.pages.catalogues import catalogue


def option(name, gain, cost, *, chosen=False, reason=None):
    known = gain is not None and cost is not None
    npv = gain - cost if known else None
    roi = npv / cost if known and cost else None
    missing = f"no {'gain' if gain is None else 'cost'} is given"
    return OptionReturns(
        id=name,
        title=None,
        kind="do-nothing" if name == "leave-it" else None,
        chosen=chosen,
        gain=Amount(mean=gain),
        cost=Amount(mean=cost),
        npv=Amount(mean=npv, reason=None if known else reason or missing),
        roi=Amount(mean=roi, reason=None if roi is not None else reason or "no cost"),
        lines=(),
    )


def returns(*options, months=12.0):
    return Returns(currency="EUR", horizon_months=months, discount_rate=0.08, options=options)


GAIN = option("x", 41_751.41, 17_757.01, chosen=True)
"""The 14-line record of the model document, section G5."""
SOTA = option("sota", 131_199.08, 233_323.10, chosen=True)
TUNE = option("tune", 92_176.31, 39_867.25)
"""The talk's first story, section F1 of the model document."""
NOTHING = option("do-nothing", 0.0, 0.0)


@pytest.mark.parametrize(
    ("given", "sentence", "tone"),
    [
        (returns(GAIN), "Expected to gain 24k EUR over 12 months (ROI +135 %).", "gain"),
        (
            returns(NOTHING, TUNE, SOTA, months=24.0),
            "Expected to lose 102k EUR over 24 months (ROI -43.8 %); `tune` was expected to gain 52.3k EUR.",
            "loss",
        ),
        (
            returns(NOTHING, SOTA, months=24.0),
            (
                "Expected to lose 102k EUR over 24 months (ROI -43.8 %); "
                "`do-nothing` was expected neither to gain nor to cost anything."
            ),
            "loss",
        ),
        (
            returns(option("less", 5_000.0, 10_000.0), SOTA, months=1.0),
            "Expected to lose 102k EUR over 1 month (ROI -43.8 %); `less` was expected to lose only 5k EUR.",
            "loss",
        ),
        (
            returns(option("keep", 0.0, 2.3e6, chosen=True), option("vendor", 0.0, 1.9e6), months=36.0),
            "Expected to cost 2.3M EUR over 36 months; `vendor` was expected to cost only 1.9M EUR.",
            "loss",
        ),
        (
            returns(option("keep", 0.0, 1.9e6, chosen=True), option("vendor", 0.0, 2.3e6), months=36.0),
            "Expected to cost 1.9M EUR over 36 months.",
            "unknown",
        ),
        (
            returns(option("leave-aws", 74_600.0, None, chosen=True)),
            "ROI cannot be computed: no cost is given for `leave-aws`.",
            "unknown",
        ),
        (
            returns(option("x", None, None, chosen=True, reason="`users`: not a number")),
            "ROI cannot be computed: `users`: not a number.",
            "unknown",
        ),
        (
            returns(option("x", 10.0, 0.0, chosen=True)),
            "Expected to gain 10 EUR over 12 months (no ROI: no cost).",
            "gain",
        ),
        (
            returns(option("x", 10.0, 10.0, chosen=True)),
            "Expected to gain as much as it costs over 12 months.",
            "unknown",
        ),
        (
            returns(option("do-nothing", 0.0, 0.0, chosen=True)),
            "Expected neither to gain nor to cost anything over 12 months.",
            "unknown",
        ),
        (returns(), "ROI cannot be computed: the record names no options.", "unknown"),
        (
            returns(NOTHING, TUNE),
            "No option is chosen; the best of them, `tune`, is expected to gain 52.3k EUR over 12 months (ROI +131 %).",
            "unknown",
        ),
        (
            returns(option("a", None, 3.0), option("b", 3.0, None)),
            "No option is chosen, and ROI cannot be computed: no gain is given for `a`; no cost is given for `b`.",
            "unknown",
        ),
    ],
)
def test_the_verdict_is_one_plain_sentence(given, sentence, tone):
    assert verdict(given) == Verdict(sentence=sentence, tone=tone)


SILENT = "neither a gain nor a cost is given"


def figures(whole=None, **scores):
    options = (OptionFigures(id=name, balanced=score, **NO_MONEY) for name, score in scores.items())
    return KeyFigures(options=tuple(options), balanced=whole)


NO_MONEY = dict.fromkeys(("gain", "cost", "npv", "roi"), Amount(reason=SILENT))


@pytest.mark.parametrize(
    ("given", "scores", "sentence"),
    [
        (
            returns(option("x", None, None, chosen=True, reason=SILENT)),
            figures(x=2 / 3),
            f"By its scores, `x` would return 66.7 %; {SILENT}.",
        ),
        (returns(), figures(whole=-0.2), f"By its scores, the decision would lose 20 %; {SILENT}."),
        (
            returns(option("x", None, None, reason=SILENT), option("y", None, None, reason=SILENT)),
            figures(x=0.1, y=0.5),
            f"No option is chosen. By its scores, `y`, the best of them, would return 50 %; {SILENT}.",
        ),
        (
            returns(option("x", None, None, chosen=True, reason=SILENT)),
            figures(whole=0.5),
            f"By its scores, the decision would return 50 %; {SILENT}.",
        ),
        (returns(GAIN), figures(x=0.5, whole=0.5), "Expected to gain 24k EUR over 12 months (ROI +135 %)."),
        (
            returns(option("x", 3.0, None, chosen=True)),
            figures(x=0.5),
            "ROI cannot be computed: no cost is given for `x`.",
        ),
    ],
)
def test_scores_speak_where_no_money_is_stated_and_only_there(given, scores, sentence):
    assert verdict(given, scores).sentence == sentence


IDLE = option("leave-it", 0.0, 127_000.0)
"""An option that does nothing and lets something decay."""


@pytest.mark.parametrize(
    ("given", "sentence", "tone"),
    [
        (
            returns(IDLE, option("go", 23_000.0, 68_400.0, chosen=True), months=24.0),
            "Expected to lose 45.4k EUR over 24 months (ROI -66.4 %), 81.6k EUR better than doing nothing.",
            "gain",
        ),
        (
            returns(IDLE, option("go", 0.0, 50_000.0, chosen=True)),
            "Expected to cost 50k EUR over 12 months, 77k EUR less than doing nothing.",
            "gain",
        ),
        (
            returns(IDLE, option("go", 0.0, 150_000.0, chosen=True)),
            "Expected to cost 150k EUR over 12 months; `leave-it` was expected to cost only 127k EUR.",
            "loss",
        ),
        (
            returns(IDLE, option("go", 30_000.0, 10_000.0, chosen=True)),
            "Expected to gain 20k EUR over 12 months (ROI +200 %), 147k EUR better than doing nothing.",
            "gain",
        ),
        (
            returns(IDLE, option("go", 0.0, 50_000.0, chosen=True), option("slow", 0.0, 30_000.0)),
            (
                "Expected to cost 50k EUR over 12 months, 77k EUR less than doing nothing; "
                "`slow` was expected to cost only 30k EUR."
            ),
            "loss",
        ),
        (
            returns(option("leave-it", 0.0, 127_000.0, chosen=True)),
            "Expected to cost 127k EUR over 12 months.",
            "unknown",
        ),
    ],
)
def test_what_doing_nothing_would_cost_is_held_against_it(given, sentence, tone):
    assert verdict(given) == Verdict(sentence=sentence, tone=tone)


def test_an_option_that_promises_as_much_is_not_called_better():
    assert ";" not in verdict(returns(GAIN, option("twin", 41_751.41, 17_757.01))).sentence


def test_a_chosen_option_without_numbers_is_never_replaced_by_another():
    said = verdict(returns(option("x", None, None, chosen=True, reason="neither a gain nor a cost is given"), TUNE))
    assert said.tone == "unknown"
    assert said.sentence == "ROI cannot be computed: neither a gain nor a cost is given for `x`."


def test_a_rejected_proposal_does_not_take_the_verdict_of_what_was_done_instead():
    idle = option("leave-it", 0.0, 12_000.0, chosen=True)
    said = verdict(returns(idle), rejected=True).sentence
    assert said == "Not done: `leave-it` was chosen instead, expected to cost 12k EUR over 12 months."


def test_a_rejected_option_that_is_still_marked_as_chosen_is_not_told_as_done():
    said = verdict(returns(GAIN, NOTHING), rejected=True).sentence
    assert said == "Not done. `x` is marked as chosen, expected to gain 24k EUR over 12 months (ROI +135 %)."


def test_the_sentence_is_in_the_language_spoken():
    with speaking(catalogue("de")):
        said = verdict(returns(option("x", 10_000.0, 20_000.0, chosen=True), option("y", 30_000.0, 20_000.0)))
    assert said.sentence == ("Erwartet: 10k EUR Verlust über 12 Monate (ROI -50 %); erwartet von `y`: 10k EUR Gewinn.")
