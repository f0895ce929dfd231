"""What to find out before choosing: what it would be worth to know, and what the planned tests are worth."""

from collections.abc import Iterator

from markupsafe import Markup
from msgspec import Struct

from roi_plugin.assess import Judged
from roi_plugin.economics.appraisal import Appraisal
from roi_plugin.economics.evsi import PlannedTestWorth
from roi_plugin.economics.input_amounts import InputAmounts
from roi_plugin.economics.reason_words import reason_words
from roi_plugin.economics.reasons import SINGLE_NUMBERS
from roi_plugin.economics.wording import money, number
from roi_plugin.language import text
from roi_plugin.pages.explained import Explained
from roi_plugin.pages.figure_cells import Cell, probability, single
from roi_plugin.pages.page import Section
from roi_plugin.pages.templates import render

_MOST = 3


class _Test(Struct, frozen=True, kw_only=True):
    words: str
    value: Cell
    cost: Cell
    net: Cell
    reading: str


def next_section(judged: Judged, inputs: InputAmounts, found: Explained) -> Section | None:
    """The three inputs that are worth most to know, and the planned tests; nothing without options."""
    appraisal, currency = judged.appraisal, judged.returns.currency
    if appraisal is None or not appraisal.options:
        return None
    tests = [_test(each, f"tests/{at}", found) for at, each in enumerate(appraisal.tests)]
    known = [(each.input, number(each.value)) for each in appraisal.evppi if each.value is not None]
    valuable = [(name, worth) for name, worth in known if worth != "0"][:_MOST]
    html = render(
        "record_next.html",
        sentence=_sentence(appraisal, currency),
        valuable=[
            (name, as_written(name, inputs), found.cell(Cell(text=worth), f"evppi/{name}")) for name, worth in valuable
        ],
        how=found.href("evpi") if appraisal.evpi.value else "",
        tests=tests,
        reasons=list(dict.fromkeys(_reasons(appraisal))),
        could_be_tested=bool(valuable) and not tests,
        currency=currency,
    )
    return Section(anchor="roi-next", title=text("Measure this next"), html=Markup(), working=html)


def _sentence(appraisal: Appraisal, currency: str) -> str:
    evpi = appraisal.evpi
    if evpi.reason == SINGLE_NUMBERS:
        return text("What it would be worth to know more cannot be told: give ranges (`low..high`) to learn it.")
    if evpi.value is None:
        return text(
            "What it would be worth to know more cannot be computed: %(reason)s.", reason=reason_words(evpi.reason)
        )
    if number(evpi.value) == "0":
        return text("One option is the best in every case, so nothing that could be found out would change the choice.")
    return text(
        "To know everything before choosing would be worth %(amount)s: no study and no test is worth more than that.",
        amount=money(evpi.value, currency),
    )


def _test(each: PlannedTestWorth, key: str, found: Explained) -> _Test:
    answers = each.answers
    after = ((text("yes"), answers.if_yes), (text("no"), answers.if_no)) if answers else ()
    reading = "; ".join(
        text("if it says %(answer)s, the chance is %(chance)s", answer=answer, chance=probability(share))
        for answer, share in after
        if share is not None
    )
    return _Test(
        words=each.name,
        value=found.cell(single(each.value), f"{key}/value"),
        cost=found.cell(single(each.cost), f"{key}/cost"),
        net=found.cell(single(each.net), f"{key}/net"),
        reading=reading,
    )


def _reasons(appraisal: Appraisal) -> Iterator[str]:
    for known in appraisal.evppi:
        if known.value is None and known.reason:
            yield text(
                "What it is worth to know `%(input)s` cannot be computed: %(reason)s",
                input=known.input,
                reason=reason_words(known.reason),
            )
    for each in appraisal.tests:
        named = {"test": each.name, "option": each.option}
        if each.value.value is None and each.value.reason:
            yield text(
                "The worth of the %(test)s, for `%(option)s`, cannot be computed: %(reason)s",
                reason=reason_words(each.value.reason),
                **named,
            )
        if each.cost.value is None and each.cost.reason:
            yield text(
                "The cost of the %(test)s, for `%(option)s`, cannot be computed: %(reason)s",
                reason=reason_words(each.cost.reason),
                **named,
            )


def as_written(name: str, inputs: InputAmounts) -> str:
    """The input as the record has it; of an event, its chance."""
    return inputs.stated(name) or inputs.stated(chance_of(name))


def chance_of(name: str) -> str:
    """The name of the chance of an event; of an input, nothing that has a name."""
    line, _, part = name.rpartition(".")
    return f"{line}.p" if part in {"success", "event"} else ""
