"""What the result hangs on, as text tables: swings, break-even, what to measure next, planned tests."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from roi_plugin.economics.input_amounts import InputAmounts
from roi_plugin.economics.wording import number, percent
from roi_plugin.report.option_tables import NONE
from roi_plugin.report.table import indented
from roi_plugin.report.terminal import safe, safe_opening

if TYPE_CHECKING:
    from roi_plugin.economics.appraisal import Appraisal, OptionAppraisal
    from roi_plugin.economics.evsi import PlannedTestWorth
    from roi_plugin.economics.hinges import Hinges

_MOST = 8
_BAR = 20


def tornado_table(one: "OptionAppraisal", amounts: InputAmounts, currency: str) -> Iterator[str]:
    """How far each input alone moves the mean, the one that moves most first."""
    swings = [swing for swing in one.hinges.tornado if number(swing.size) != "0"]
    if one.hinges.reason:
        yield f"What `{safe(one.id)}` hangs on is not known: {safe(one.hinges.reason)}"
    if not swings:
        return
    yield f"What `{safe(one.id)}` hangs on: mean NPV in {safe(currency)} with one input at its ends, the rest as stated"
    rows = [["input", "low end", "high end", "NPV at low", "NPV at high", ""]]
    for swing in swings[:_MOST]:
        ends = [safe(amounts.text(swing.input, value)) for value in (swing.at_low, swing.at_high)]
        bar = "#" * max(1, round(_BAR * swing.size / swings[0].size))
        rows.append([safe_opening(swing.input), *ends, number(swing.low), number(swing.high), bar])
    yield from indented(rows, right=(1, 2, 3, 4))
    yield from _more(len(swings) - _MOST)


def break_even_table(one: "OptionAppraisal", amounts: InputAmounts) -> Iterator[str]:
    """What each input alone would have to be for the option to be worth its cost, and as much as the best other."""
    columns = list(_break_evens(one.hinges, gains=bool(one.value.gain.mean)))
    if not columns:
        return
    ends = " or ".join(end for _, end, _ in columns)
    yield f"Break-even of `{safe(one.id)}`: the value of one input at which the mean NPV is {ends}, the rest as stated"
    names = sorted({name for _, _, values in columns for name in values})
    rows = [["input", "stated", *(head for head, _, _ in columns)]]
    for name in names:
        cells = [safe(amounts.text(name, values[name])) if name in values else NONE for _, _, values in columns]
        rows.append([safe_opening(name), safe(amounts.stated(name)), *cells])
    yield from indented(rows, right=range(1, len(rows[0])))
    never = [each.input for each in one.hinges.break_even if each.input not in names]
    if never:
        yield f"  No possible value does it for {safe(', '.join(never))}."


def _break_evens(found: "Hinges", *, gains: bool) -> Iterator[tuple[str, str, Mapping[str, float]]]:
    """Head, end and known values of each kind of break-even that says something.

    Without gains nothing pays a cost, and with an option that is worth nothing break-even is the same.
    """
    zero, equal = (
        {each.input: each.value for each in values if each.value is not None}
        for values in (found.break_even, found.even_with_rival)
    )
    if zero and (gains or not equal):
        yield "breaks even at", "0", zero
    if equal and equal != zero:
        yield f"equals {safe_opening(found.rival or '')} at", f"that of `{safe(found.rival or '')}`", equal


def knowledge_table(appraisal: "Appraisal", currency: str) -> Iterator[str]:
    """What it would be worth to know more before deciding: everything, single inputs, the answer of a planned test."""
    if appraisal.evpi.value is None or number(appraisal.evpi.value) == "0":
        return
    yield f"What to measure next: worth in {safe(currency)} of knowing it before deciding"
    known = [(safe_opening(each.input), number(each.value)) for each in appraisal.evppi if each.value is not None]
    worthy = [row for row in known if row[1] != "0"]
    yield from indented([("everything", number(appraisal.evpi.value)), *worthy[:_MOST]], right=(1,))
    yield from _more(len(worthy) - _MOST)
    for each in appraisal.evppi:
        if each.value is None:
            yield f"  not known for `{safe(each.input)}`: {safe(each.reason or '')}"


def tests_table(appraisal: "Appraisal", currency: str) -> Iterator[str]:
    """Each planned test: what it is worth before deciding, what it costs, and what its answers would tell."""
    if not appraisal.tests:
        return
    yield f"Planned tests, in {safe(currency)}"
    heads = ["option", "test", "of", "worth", "cost", "net", "if it says yes", "if it says no"]
    yield from indented([heads, *(_test(test) for test in appraisal.tests)], right=(3, 4, 5, 6, 7))
    for test in appraisal.tests:
        reasons = dict.fromkeys(figure.reason for figure in (test.value, test.cost) if figure.reason)
        for reason in reasons:
            yield f"  {safe(test.name)}, for `{safe(test.option)}`: {safe(reason)}"


def _test(test: "PlannedTestWorth") -> list[str]:
    figures = [NONE if each.value is None else number(each.value) for each in (test.value, test.cost, test.net)]
    answers = (test.answers.if_yes, test.answers.if_no) if test.answers else (None, None)
    told = [NONE if each is None else f"P = {percent(each)}" for each in answers]
    return [safe_opening(test.option), safe(test.kind or "test"), safe(test.input or NONE), *figures, *told]


def _more(left: int) -> Iterator[str]:
    if left > 0:
        yield f"  {left} more {'moves' if left == 1 else 'move'} less: `--format json` has them all."
