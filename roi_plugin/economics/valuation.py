"""What each option is worth, with its uncertainty: means in closed form, the rest on the points of the lattice.

Means, and the percentiles that have one, come from closed forms; all else is sampled. Where the sampled mean parts
from the closed one by more than four standard errors of shifted points, a note says so. ROI is a ratio of means; its
percentiles are those of the ratio. EVPI is the least expected regret: what it would be worth to know everything before
choosing.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from roi_plugin.economics.closed_figures import ClosedOption, closed_options
from roi_plugin.economics.comparison import compare
from roi_plugin.economics.draw import draw
from roi_plugin.economics.figures import OptionValue, Share
from roi_plugin.economics.reasons import SINGLE_NUMBERS, NoFigureError
from roi_plugin.economics.resolution import Resolution, resolve
from roi_plugin.economics.sample import Sample
from roi_plugin.economics.sampled_figures import (
    closed_figure,
    gates_of,
    loss_of,
    money_figure,
    ratio_rows,
    roi_figure,
    share_of,
)
from roi_plugin.economics.self_check import parted_means
from roi_plugin.economics.stated_spread import states_nothing_else
from roi_plugin.model.decision import Decision
from roi_plugin.model.policy import Policy

_ALONE = Share(reason="there is no other option to compare with")
_UNTOLD = Share(reason=SINGLE_NUMBERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Valuation:
    """What the options are worth, in the order of the record, and what it would be worth to know everything (`evpi`).

    `compared` are the options with an NPV; `notes` say what was reduced, left out or seems wrong, as phrases without
    full stop. `sample` is None where nothing could be computed.
    """

    options: tuple[OptionValue, ...]
    evpi: Share
    compared: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    sample: Sample | None = field(default=None, repr=False, compare=False)

    def option(self, identifier: str) -> OptionValue:
        """The option of this id; KeyError if there is none."""
        found = next((option for option in self.options if option.id == identifier), None)
        if found is None:
            raise KeyError(identifier)
        return found


def value(decision: Decision, policy: Policy) -> Valuation:
    """The worth of every option; nothing in a record makes it fail."""
    return value_of(decision, resolve(decision, policy))


def value_of(decision: Decision, resolution: Resolution) -> Valuation:
    """The same for a decision whose names are already followed."""
    try:
        sample = draw(decision, resolution)
    except NoFigureError as reason:
        return _without_sample(decision, resolution, str(reason))
    closed = closed_options(decision, resolution, sample, sample.missing)
    single = _single(resolution)
    compared = _compared(sample, closed, single)
    options = tuple(_option(each, sample, compared.get(each.id), single) for each in closed)
    evpi = min((regret for _, regret in compared.values()), key=lambda regret: regret.value or 0.0, default=_ALONE)
    left_out = tuple(f"`{option}` is left out of the comparison: {why}" for option, why in sample.missing.items())
    return Valuation(
        options=options,
        evpi=evpi,
        compared=tuple(sample.npv),
        notes=(*sample.notes, *left_out, *parted_means(decision, sample, closed)),
        sample=sample,
    )


def _option(
    closed: ClosedOption, sample: Sample, compared: tuple[Share, Share] | None, single: Collection[str]
) -> OptionValue:
    if closed.id in sample.missing:
        return _without_points(closed, sample.missing[closed.id])
    best, regret = compared or (_ALONE, _ALONE)
    npv, ratio = sample.npv.rows[closed.id], ratio_rows(closed, sample)
    return OptionValue(
        id=closed.id,
        gain=money_figure(closed.gain, sample.gain.rows[closed.id], sample),
        cost=money_figure(closed.cost, sample.cost.rows[closed.id], sample),
        npv=money_figure(closed.npv, npv, sample),
        roi=roi_figure(closed, ratio, sample),
        loss=_UNTOLD if closed.id in single else loss_of(closed, sample),
        best=best,
        regret=regret,
        gates=gates_of(sample, npv, ratio),
    )


def _single(resolution: Resolution) -> frozenset[str]:
    """The options that state single numbers only."""
    stating = [lines for lines in resolution.options if states_nothing_else(lines, resolution.world)]
    return frozenset(lines[0].stated.option for lines in stating)


def _compared(
    sample: Sample, closed: Sequence[ClosedOption], single: Collection[str]
) -> dict[str, tuple[Share, Share]]:
    """The probability to be best and the expected regret of each option that can be compared.

    Where single numbers face nothing but single numbers, it is not known how often the largest one is the best.
    """
    if len(sample.npv) < 2:  # noqa: PLR2004 - a comparison takes two
        return {}
    valued = {line.stated.option for lines in sample.resolution.options for line in lines if line.flows}
    known = valued & sample.npv.keys()
    if known and known.issubset(single):
        return dict.fromkeys(sample.npv, (_UNTOLD, _UNTOLD))
    exact = _against_nothing(sample, closed)
    if exact:
        return exact
    found = compare(sample)
    return {
        option: (share_of(best), share_of(regret))
        for option, best, regret in zip(found.options, found.best, found.regret, strict=True)
    }


def _against_nothing(sample: Sample, closed: Sequence[ClosedOption]) -> dict[str, tuple[Share, Share]]:
    """The same in closed form, for one option with a closed chance of loss against one that is worth nothing."""
    idle = [option for option, rows in sample.npv.rows.items() if not rows.values.any()]
    active = [option for option in closed if option.id in sample.npv and option.exchange]
    if len(sample.npv) != 2 or len(idle) != 1 or len(active) != 1:  # noqa: PLR2004 - one against one
        return {}
    (option,) = active
    if option.exchange is None or option.npv.mean is None:
        return {}
    loss, upside = option.exchange.loss, option.exchange.upside
    missed = max(upside - option.npv.mean, 0.0)
    return {
        idle[0]: (Share(value=loss, error=0.0), Share(value=upside, error=0.0)),
        option.id: (Share(value=1.0 - loss, error=0.0), Share(value=missed, error=0.0)),
    }


def _without_sample(decision: Decision, resolution: Resolution, reason: str) -> Valuation:
    closed = closed_options(decision, resolution, None, {option.id: reason for option in decision.options})
    options = tuple(_without_points(each, reason) for each in closed)
    return Valuation(options=options, evpi=Share(reason=reason), notes=(reason,))


def _without_points(closed: ClosedOption, reason: str) -> OptionValue:
    """What has a closed form; whatever takes the points has the reason why there are none."""
    none = Share(reason=reason)
    return OptionValue(
        id=closed.id,
        gain=closed_figure(closed.gain, reason),
        cost=closed_figure(closed.cost, reason),
        npv=closed_figure(closed.npv, reason),
        roi=closed_figure(closed.roi, reason),
        loss=none,
        best=none,
        regret=none,
    )
