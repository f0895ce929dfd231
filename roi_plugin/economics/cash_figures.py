"""What the mean flows of an option say: payback, rates of return, ownership, delay, and return over the baseline."""

from msgspec import Struct

from roi_plugin.economics.cost_of_delay import cost_of_delay
from roi_plugin.economics.incremental import baseline_of, incremental_roi, no_baseline
from roi_plugin.economics.irr import irr, modified_irr
from roi_plugin.economics.monthly_flows import by_month, discounted, option_pieces
from roi_plugin.economics.ownership import Ownership, ownership
from roi_plugin.economics.payback import payback
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.resolution import Resolution
from roi_plugin.economics.returns import Returns
from roi_plugin.economics.sample import Sample
from roi_plugin.economics.single_figures import SingleFigure
from roi_plugin.model.decision import Decision


class CashFigures(Struct, frozen=True, kw_only=True):
    """Months, yearly rates as fractions, and money; `months` holds the mean flow of each month, not discounted.

    `cost_of_delay` is money of today a month; `incremental_roi` compares with the decision's baseline.
    """

    payback: SingleFigure
    discounted_payback: SingleFigure
    irr: SingleFigure
    modified_irr: SingleFigure
    cost_of_delay: SingleFigure
    incremental_roi: SingleFigure
    ownership: Ownership
    months: tuple[float, ...] = ()


def cash_figures(
    decision: Decision, resolution: Resolution, returns: Returns, sample: Sample | None = None
) -> tuple[CashFigures, ...]:
    """The figures of every option, in the order of the record; nothing in a record makes it fail.

    What has no closed form comes from the `sample`, and `returns` have to know it too.
    """
    return tuple(_of(decision, resolution, returns, index, sample) for index in range(len(returns.options)))


def _of(decision: Decision, resolution: Resolution, returns: Returns, index: int, sample: Sample | None) -> CashFigures:
    found = returns.options[index]
    delay = cost_of_delay(resolution, index, sample)
    owned = Ownership(reason=found.cost.reason)
    if found.cost.mean is not None:
        owned = ownership(decision.options[index], index, resolution, sample)
    named = decision.economics.baseline if decision.economics else None
    baseline = baseline_of(decision)
    more = no_baseline(named) if baseline is None else incremental_roi(returns, resolution, index, baseline, sample)
    unknown = found.npv.reason if found.npv.mean is None else None
    try:
        pieces = () if unknown else option_pieces(resolution, index, sample)
    except NoFigureError as reason:
        pieces, unknown = (), str(reason)
    if unknown:
        none = SingleFigure(reason=unknown)
        return CashFigures(
            payback=none,
            discounted_payback=none,
            irr=none,
            modified_irr=none,
            cost_of_delay=delay if found.gain.mean is not None else SingleFigure(reason=found.gain.reason),
            incremental_roi=more,
            ownership=owned,
        )
    rate, horizon = returns.discount_rate, returns.horizon_months
    return CashFigures(
        payback=payback(pieces, horizon),
        discounted_payback=payback(discounted(pieces, rate), horizon),
        irr=irr(pieces),
        modified_irr=modified_irr(pieces, rate, rate, horizon),
        cost_of_delay=delay,
        incremental_roi=more,
        ownership=owned,
        months=by_month(pieces, horizon),
    )
