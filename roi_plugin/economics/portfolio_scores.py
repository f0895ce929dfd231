"""Decisions in the order of their framework scores, with the share of all weights at which each ranks first."""

from collections.abc import Iterable

from msgspec import Struct

from roi_plugin.economics.framework import Framework, framework
from roi_plugin.economics.framework_levels import scores_of, scores_of_whole
from roi_plugin.economics.framework_ranking import framework_first_shares
from roi_plugin.model.decision import Decision
from roi_plugin.model.policy import Policy


class ScoredDecision(Struct, frozen=True, kw_only=True):
    """A decision with the framework's figures of its chosen option, else of its scores as a whole.

    `first_share` is the share of all weights at which no other of the decisions ranks higher, 0 to 1; None where
    scores are missing, and then `framework.reason` says why.
    """

    decision: Decision
    framework: Framework
    first_share: float | None


def scored(decisions: Iterable[Decision], policy: Policy) -> tuple[ScoredDecision, ...]:
    """The decisions by their share of first ranks, then by gain index less cost index; those without scores last."""
    ordered = sorted(decisions, key=lambda decision: (decision.id, decision.path))
    frameworks = [_chosen(decision, policy) for decision in ordered]
    shares = framework_first_shares(frameworks, policy)
    rows = [
        ScoredDecision(decision=decision, framework=one, first_share=share)
        for decision, one, share in zip(ordered, frameworks, shares, strict=True)
    ]
    return tuple(sorted(rows, key=_place))


def _chosen(decision: Decision, policy: Policy) -> Framework:
    chosen = next((option for option in decision.options if option.chosen), None)
    scores = (scores_of(decision, chosen) if chosen else None) or scores_of_whole(decision)
    if scores is None:
        return Framework(reason="it has no scores" if chosen else "no option is chosen")
    return framework(scores, policy)


def _place(row: ScoredDecision) -> tuple[bool, float, float]:
    gain, cost = row.framework.gain_index, row.framework.cost_index
    net = 0.0 if gain is None or cost is None else gain - cost
    return row.first_share is None, -(row.first_share or 0.0), -net
