"""What the listed decisions are worth together: one line for the table, and JSON, for `roi list --total`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from roi_plugin.assess import Judged
from roi_plugin.economics.costs_only import CostsOnly, CostTotal, cost_totals
from roi_plugin.economics.figures import Figure
from roi_plugin.economics.portfolio import Total, member, totals, without_invented
from roi_plugin.economics.portfolio_words import costs_together, returned, together
from roi_plugin.model.policy import Policy
from roi_plugin.model.register import listed
from roi_plugin.report.json_numbers import finite, spread_told, told, why
from roi_plugin.report.terminal import safe

_WHICH = "listed"


class RegisterTotal(Struct, frozen=True, kw_only=True):
    """The sums of a list by currency, those of decisions that weigh costs only apart."""

    gains: tuple[Total, ...]
    costs: tuple[CostTotal, ...]

    def line(self) -> str:
        """The sums in a few sentences on one line, with what is not counted and why."""
        said = [f"{together(one, _WHICH)} {returned(one)}" for one in self.gains if one.count]
        said += [costs_together(one, _WHICH) for one in self.costs]
        said = said or ["no decision listed has a known value."]
        return safe(" ".join(["Together:", *said, *_not_counted(self.gains)]))

    def objects(self) -> list[dict[str, object]]:
        """One object a currency, with the figures as `roi show` has them."""
        costs = {one.currency: one for one in self.costs}
        return [_object(one, costs.get(one.currency)) for one in self.gains]


def register_total(decisions: Iterable[Judged], policy: Policy) -> RegisterTotal:
    """The sums over the chosen options of decisions that are appraised."""
    members = [
        without_invented(member(one.decision, one.appraisal, policy, in_force=one.binds))
        for one in decisions
        if one.appraisal
    ]
    return RegisterTotal(gains=totals(members), costs=cost_totals(one.costs for one in members if one.costs))


def _not_counted(gains: Sequence[Total]) -> Iterator[str]:
    by_reason: defaultdict[str, list[str]] = defaultdict(list)
    for one in gains:
        for identifier, reason in one.left_out:
            by_reason[reason].append(identifier)
    for reason, ids in by_reason.items():
        yield f"Not counted: {listed(ids)} ({reason})."


def _object(one: Total, costs: CostTotal | None) -> dict[str, object]:
    found: dict[str, object] = {"currency": one.currency, "count": one.count}
    for name, figure in (("npv", one.npv), ("gain", one.gain), ("cost", one.cost), ("roi", one.roi)):
        found[name] = _figure(figure)
    return {
        **found,
        **told("loss_probability", one.loss.value, one.loss.reason),
        "left_out": [{"id": identifier, "reason": reason} for identifier, reason in one.left_out],
        "cost_only": _costs(costs) if costs else None,
        **why("cost_only_reason", None if costs else "no decision weighs costs only"),
    }


def _costs(one: CostTotal) -> Mapping[str, object]:
    return {
        "count": len(one.decisions),
        "cost": _figure(one.cost),
        **told("saving", one.saving.value, one.saving.reason),
        "decisions": [_decision(each) for each in one.decisions],
    }


def _decision(one: CostsOnly) -> Mapping[str, object]:
    return {
        "id": one.decision.id,
        "cost": _figure(one.cost),
        **told("saving", one.saving.value, one.saving.reason),
        "against": one.against,
        **why("against_reason", one.saving.reason if one.against is None else None),
    }


def _figure(figure: Figure) -> Mapping[str, object]:
    """A figure; percentiles that are not computed are left out."""
    percentiles = {"p5": finite(figure.p5), "p50": finite(figure.p50), "p95": finite(figure.p95)}
    known = {name: value for name, value in percentiles.items() if value is not None}
    return {"mean": None, **known, **spread_told({"mean": figure.mean}, figure.reason)}
