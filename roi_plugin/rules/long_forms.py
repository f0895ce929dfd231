"""The long form of what a record states shortly, for a help where only the long one can hold what is missing."""

from roi_plugin.economics.units import weeks_of_work
from roi_plugin.model.decision import Decision
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.option import Option
from roi_plugin.rules.rule import Context


def cost_line_added(option: Option, line: str) -> str:
    """How to add a cost line, written as YAML, to an option: to its `costs`, or in place of its `cost`."""
    if option.cost is None or option.costs:
        return f"add a line such as `{line}` to `costs`"
    name, half = ("work", "time") if weeks_of_work(option.cost.quantity.unit) is not None else ("bills", "money")
    return f"turn `cost` into `costs: [{line}, {{id: {name}, {half}: {option.cost.text}}}]`"


def gain_as_line(gain: Estimate, more: str) -> str:
    """How to turn the `gain` of an option into a line that says `more`: `p: 35%`."""
    return f"turn `gain` into `gains: [{{id: gain, value: {gain.text}, {more}}}]`"


def with_evidence(estimate: Estimate, evidence: str) -> str:
    """A number with the evidence that it may rest on."""
    return f"`{{value: {estimate.text}, evidence: {evidence}}}`"


def price_of_time(decision: Decision, context: Context) -> str:
    """What has to be said beside a line of working time: nothing where a person-week has a price."""
    own = decision.economics.person_week if decision.economics is not None else None
    if (own or context.policy.person_week) is not None:
        return ""
    return ", and say what a person-week costs: `person_week: 3.5k..5k` in `economics` or in policy.yml"
