"""What the reference classes that a decision names have on record; nothing where none is named, or it is not known."""

from roi_plugin.economics.beta import Beta
from roi_plugin.economics.known_classes import benefit_class, cost_class
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.reference_classes import CostClass
from roi_plugin.model.decision import Decision
from roi_plugin.model.policy import Policy


def base_rate(decision: Decision, policy: Policy) -> Beta | None:
    """How often ideas of the named class worked, updated by the team's own record in the policy."""
    named = decision.reference_class
    if named is None or named.benefit is None:
        return None
    try:
        prior = benefit_class(named.benefit).prior
    except NoFigureError:
        return None
    return prior.after(successes=policy.team_successes, failures=policy.team_failures)


def overrun_record(decision: Decision) -> CostClass | None:
    """How far actual cost of the named class ran over its estimates."""
    named = decision.reference_class
    if named is None or named.cost is None:
        return None
    try:
        return cost_class(named.cost)
    except NoFigureError:
        return None
