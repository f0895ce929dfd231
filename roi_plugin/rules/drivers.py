"""Which stated number a choice turns on, and whether it turns on any: what knowing more is worth before deciding."""

from msgspec import Struct

from roi_plugin.economics.class_record import base_rate
from roi_plugin.economics.distributions import mean
from roi_plugin.economics.key_figures import InputWorth
from roi_plugin.economics.stated_inputs import StatedInput, stated_input
from roi_plugin.economics.stated_lines import StatedLine, stated_lines
from roi_plugin.economics.terms import terms_of
from roi_plugin.model.decision import Decision
from roi_plugin.rules.lines import chosen_options, options_in_question
from roi_plugin.rules.rule import Context


class Driver(Struct, frozen=True, kw_only=True):
    """A stated number, and what it would be worth to know it before deciding, in the record's currency.

    `lines` are those of all options, among which it stands.
    """

    number: StatedInput
    worth: float
    lines: tuple[StatedLine, ...]

    @property
    def words(self) -> str:
        """What it is called, and what it says: `bookings.uplift` (0.2%..2%)."""
        number = self.number
        if not number.is_event:
            return f"`{number.name}` ({number.estimate.text})"
        comes = "comes" if number.line.side == "gain" else "happens"
        return f"the chance that `{number.line.id}` {comes} ({number.estimate.text})"


def share_of_knowing(decision: Decision, context: Context) -> float:
    """What knowing everything before deciding is worth, as a share of the cost at stake; 0 where nobody can say.

    The cost is the median one of the chosen option; of the dearest, while none is chosen or where that costs nothing.
    """
    worth = context.figures.evpi
    if not worth:
        return 0.0
    costs = [option.cost.median or 0.0 for option in context.figures.options]
    cost = max((costs[index] for index, _ in options_in_question(decision)), default=0.0) or max(costs, default=0.0)
    return worth / cost if cost > 0 else 0.0


def top_driver(decision: Decision, context: Context) -> Driver | None:
    """The stated number that is worth most to know, of the chosen option; of any, while none is chosen.

    None where the choice turns on no single number that is worth a look: knowing everything is worth less than the
    policy's `evpi_share` of the cost, or knowing this number less than a week of one person, the least that a look
    takes. What a person-week costs is no number of the decision's own, and a chance of success for which a known
    reference class stands is held against that.
    """
    ranked = _worth_a_look(decision, context)
    if not ranked or share_of_knowing(decision, context) <= context.policy.limits.evpi_share:
        return None
    chosen = {option.id for _, option in chosen_options(decision)}
    lines = tuple(line for option in stated_lines(decision) for line in option)
    for worth in ranked:
        found = stated_input(worth.input, lines)
        if found is None or (chosen and found.line.option not in chosen):
            continue
        has_record = found.is_event and found.line.side == "gain" and base_rate(decision, context.policy) is not None
        if not has_record:
            return Driver(number=found, worth=worth.value, lines=lines)
    return None


def _worth_a_look(decision: Decision, context: Context) -> list[InputWorth]:
    week = terms_of(decision, context.policy).person_week
    price = (mean(week.quantity) or 0.0) if week is not None else 0.0
    return [worth for worth in context.figures.evppi if worth.value > price]
