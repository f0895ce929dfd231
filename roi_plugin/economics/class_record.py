"""What the reference classes that a decision names have on record; nothing where none is named, or it is not known."""

from roi_plugin.economics.beta import Beta
from roi_plugin.economics.known_classes import named_benefit_class, named_cost_class
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.reference_classes import CostClass
from roi_plugin.model.decision import Decision, ReferenceClass
from roi_plugin.model.policy import Policy


def base_rate(decision: Decision, policy: Policy) -> Beta | None:
    """How often ideas of the named class worked, updated by the team's own record in the policy."""
    try:
        found = named_benefit_class(decision.reference_class or ReferenceClass())
    except NoFigureError:
        return None
    return found.prior.after(successes=policy.team_successes, failures=policy.team_failures) if found else None


def overrun_record(decision: Decision) -> CostClass | None:
    """How far actual cost of the named class ran over its estimates."""
    try:
        return named_cost_class(decision.reference_class or ReferenceClass())
    except NoFigureError:
        return None
