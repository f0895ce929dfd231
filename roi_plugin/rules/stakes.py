"""How much is at stake: the level that decides which rules a decision is asked, and what it comes from."""

from roi_plugin.economics.returns import OptionReturns, Returns
from roi_plugin.economics.wording import money
from roi_plugin.model.decision import Decision
from roi_plugin.model.policy import Policy

SMALL, MIDDLE, LARGE = 0, 1, 2


def stakes_level(decision: Decision, returns: Returns, policy: Policy) -> int:
    """0 for a small decision that can be taken back, 2 for a large, a one-way or a personal-data one, else 1.

    What counts is the cost of the chosen option; while none is chosen, of the dearest. It is compared with the
    policy's limits in the record's own currency. A cost that is not known counts as what is known of it, so a record
    without numbers is small until it says otherwise (`reversibility: one-way`, `personal_data`).

    Source: Jeff Bezos, letter to Amazon's shareholders of 2015, on one-way and two-way doors.
    """
    cost = cost_at_stake(returns)
    if decision.reversibility == "one-way" or decision.personal_data or cost > policy.large:
        return LARGE
    return SMALL if cost < policy.small else MIDDLE


def stakes_in_words(decision: Decision, returns: Returns, policy: Policy) -> str:
    """What makes a decision a large one: `it cannot be taken back and may cost 300k EUR`."""
    cost = cost_at_stake(returns)
    found = []
    if decision.reversibility == "one-way":
        found.append("cannot be taken back")
    if decision.personal_data:
        found.append("concerns personal data")
    if cost > policy.large or not found:
        found.append(f"may cost {money(cost, returns.currency)}")
    return "it " + " and ".join(filter(None, (", ".join(found[:-1]), found[-1])))


def cost_at_stake(returns: Returns) -> float:
    """What the decision may cost, in the record's currency; 0 where nothing is known."""
    chosen = [option for option in returns.options if option.chosen]
    return max((_high_cost(option) for option in chosen or returns.options), default=0.0)


def _high_cost(option: OptionReturns) -> float:
    """The 95th percentile; where the whole is not known, the mean of what is."""
    if option.cost.high is not None:
        return option.cost.high
    if option.cost.mean is not None:
        return option.cost.mean
    return sum(line.mean for line in option.lines if line.side != "gain" and line.mean is not None)
