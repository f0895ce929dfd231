"""What the decision is worth three times over: as stated, as others fared, and as it would have to be to break even."""

from collections.abc import Iterator

from markupsafe import Markup
from msgspec.structs import replace

from roi_plugin.assess import Judged
from roi_plugin.economics.appraisal import OptionAppraisal
from roi_plugin.economics.input_amounts import InputAmounts
from roi_plugin.economics.known_classes import named_benefit_class, named_cost_class
from roi_plugin.economics.plain_words import INTERVALS, leading
from roi_plugin.economics.reason_words import reason_words
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.wording import money, number, percent
from roi_plugin.language import noted, sentence, text
from roi_plugin.model.decision import Decision, ReferenceClass
from roi_plugin.model.option import Option
from roi_plugin.model.policy import Policy
from roi_plugin.pages.explained import Explained
from roi_plugin.pages.figure_cells import Cell, amount, probability, ratio, spread
from roi_plugin.pages.page import Section
from roi_plugin.pages.record_swings import break_even_href
from roi_plugin.pages.templates import render

_Row = tuple[str, tuple[str, str, str], list[Cell]]
"""A name; the steps that explain its three figures, by the ends of their keys; the figures."""

_NOTHING = Cell()
_ZERO = Cell(text="0")


def worth_section(judged: Judged, policy: Policy, inputs: InputAmounts, found: Explained) -> Section | None:
    """The three columns for the chosen option, else for the most promising; nothing where it has no known value."""
    appraisal, place = judged.appraisal, leading(judged.returns)
    if appraisal is None or place is None:
        return None
    stated, one = judged.returns.options[place], appraisal.options[place]
    if not one.value.gain.mean and one.debiased is None:
        return None
    has_ranges = any(spread(figure).more for figure in (one.value.npv, one.value.gain, one.value.cost))
    html = render(
        "record_worth.html",
        title=stated.title or stated.id,
        chosen=stated.chosen,
        currency=judged.returns.currency,
        rows=[
            (name, [_led(found, cell, f"{one.id}/{key}") for cell, key in zip(cells, keys, strict=True)])
            for name, keys, cells in _rows(
                one, judged.decision.options[place], _chance_of_others(judged.decision, policy), inputs
            )
        ],
        outside=one.debiased is not None,
        notes=list(_notes(one, judged, appraisal.outside, found)),
        ranges=sentence(INTERVALS) if has_ranges else "",
    )
    return Section(anchor="roi-worth", title=text("What it is worth"), html=Markup(), working=html)


def _led(found: Explained, cell: Cell, key: str) -> Cell:
    """The cell with its links; one that has a link of its own keeps it, and the step explains what stands below."""
    return replace(cell, more_href=found.href(key)) if cell.href else found.cell(cell, key)


def _rows(one: OptionAppraisal, option: Option, others: Cell, inputs: InputAmounts) -> Iterator[_Row]:
    value, twin = one.value, one.debiased
    costs_only = not value.gain.mean and bool(value.cost.mean)
    yield (
        noted("Net present value"),
        ("npv", "others/npv", "npv"),
        [spread(value.npv), amount(twin.npv) if twin else _NOTHING, _ZERO],
    )
    if not costs_only:
        yield (
            noted("Gain"),
            ("gain", "others/gain", "cost"),
            [spread(value.gain), amount(twin.gain) if twin else _NOTHING, _at_least(value.cost.mean)],
        )
    yield (
        noted("Cost"),
        ("cost", "others/cost", "gain"),
        [spread(value.cost), amount(twin.cost) if twin else _NOTHING, _at_most(value.gain.mean)],
    )
    if not costs_only:
        yield (
            noted("ROI"),
            ("roi", "others/roi", "roi"),
            [ratio(value.roi), ratio(twin.roi) if twin else _NOTHING, Cell(text="0 %")],
        )
    yield from _success(one, option, others, inputs)


def _at_least(mean: float | None) -> Cell:
    return Cell(text=text("at least %(amount)s", amount=number(mean))) if mean else Cell(reason=text("there is none"))


def _at_most(mean: float | None) -> Cell:
    return Cell(text=text("at most %(amount)s", amount=number(mean))) if mean else Cell(reason=text("there is none"))


def _success(one: OptionAppraisal, option: Option, others: Cell, inputs: InputAmounts) -> Iterator[_Row]:
    """The chance of success, where the option has one gain that may fail."""
    unsure = [gain for gain in option.gains if gain.p is not None]
    if len(unsure) != 1:
        return
    name = f"{unsure[0].id}.p"
    found = inputs.variable(name)
    needed = next((each for each in one.hinges.break_even if each.input == name), None)
    if found is None or needed is None:
        return
    break_even = "" if needed.value is None else probability(needed.value)
    costlier = one.debiased.needed.chance if one.debiased else None
    more = "" if costlier is None else text("%(chance)s at others' cost", chance=probability(costlier))
    stated = Cell(text=probability(found.distribution.mean))
    needs = Cell(text=break_even, reason=reason_words(needed.reason), href=break_even_href(one, name))
    yield (
        noted("Chance of success"),
        ("gain", "others/gain", "others/needed"),
        [stated, others, replace(needs, more=more)],
    )


def _chance_of_others(decision: Decision, policy: Policy) -> Cell:
    named = decision.reference_class
    try:
        benefit = named_benefit_class(named) if named else None
    except NoFigureError as reason:
        return Cell(reason=reason_words(str(reason)))
    if benefit is None:
        return Cell(reason=text("no `reference_class.benefit` is named"))
    chance = benefit.prior.after(successes=policy.team_successes, failures=policy.team_failures)
    return Cell(text=probability(chance.mean))


def _notes(
    one: OptionAppraisal, judged: Judged, missing: str | None, explained: Explained
) -> Iterator[tuple[str, str]]:
    """Where the columns come from, each with the step that computes what it tells."""
    if one.debiased is None:
        none = reason_words(missing) or text("this option has none")
        yield text("There is no view from outside: %(reason)s.", reason=none), ""
        return
    if one.debiased.npv.mean is None and one.debiased.npv.reason:
        reason = reason_words(one.debiased.npv.reason)
        yield text("As others fared, it cannot be computed: %(reason)s.", reason=reason), ""
    yield from ((said, "") for said in _classes(judged))
    stress = one.debiased.stress
    if stress and stress.npv.mean is not None:
        some, left = probability(stress.share_above), money(stress.npv.mean, judged.returns.currency)
        said = text(
            "%(share)s of such projects cost more than %(times)s times their estimate; "
            "at that cost the net present value is %(left)s.",
            share=some,
            times=number(stress.multiple),
            left=left,
        )
        yield said, explained.href(f"{one.id}/others/stress")


def _classes(judged: Judged) -> Iterator[str]:
    named = judged.decision.reference_class or ReferenceClass()
    try:
        cost, benefit = named_cost_class(named), named_benefit_class(named)
    except NoFigureError:
        return
    if cost:
        yield text("How cost went for others: %(what)s.", what=f"{cost.title}, {cost.figures} ({cost.source})")
    if cost and cost.managed:
        yield text(
            "The record says that %(share)s of these causes are managed: an uplift of %(uplift)s is left.",
            share=percent(cost.managed),
            uplift=percent(cost.multiple.mean - 1),
        )
    if benefit:
        yield text(
            "How often others had success: %(what)s.", what=f"{benefit.title}, {benefit.figures} ({benefit.source})"
        )
