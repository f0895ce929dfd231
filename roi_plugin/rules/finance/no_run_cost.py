"""No run cost.

Asks:    Who keeps it running while it earns?
Why:     Building is paid once; serving, on-call, licences and retraining are paid for as long as the gain lasts, and
         are the part that a proposal forgets. "Thoughtfully consider operational support" (the guide "Goals and
         metrics"): who builds it is responsible for the outcome over the time.
Reads:   `options[].gains[]`, `.gain`, `.costs[]` and `.cost` of the chosen option (of all options while none is
         chosen), `options[].kind`, the horizon, and `run_cost_months` of the policy. Asked of proposed and accepted
         decisions of stakes level 1 and 2 that are neither reverted nor replaced. A gain counts when it flows for
         longer than that within the horizon. A cost recurs when it names a period, when it is of the kind `run`, or
         when it repeats one that does (`same_as`). An option without any cost is not asked, nor is do-nothing, a change
         of a `process`, in which nothing runs, or what is bought or sold once (a gain that comes once).
Answer:  Add a line such as `{id: serving, money: 10k..60k per year, from: 4}` or `{id: on-call, time: 2..6 person-weeks
         per year}`. Where nothing has to be run, a line of 0 (`money: 0 per year`) says so.
"""

from collections.abc import Iterator

from roi_plugin.economics.returns import kind_of
from roi_plugin.economics.wording import months
from roi_plugin.model.decision import Decision
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.finding import Severity
from roi_plugin.model.option import Cost, Gain, Option
from roi_plugin.rules.lines import LineTable, cost_lines, gain_lines, is_nothing, options_in_question, original
from roi_plugin.rules.long_forms import cost_line_added, price_of_time
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_reverted

ON_CALL = "{id: on-call, time: 2..6 person-weeks per year}"
WITHOUT_A_RUN = frozenset({"do-nothing", "process"})


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned when the chosen option earns for long and nothing is paid for as long."""
    costs: LineTable[Cost] = {}
    for index, option in options_in_question(decision):
        if kind_of(option) in WITHOUT_A_RUN or not (option.costs or option.cost):
            continue
        costs = costs or cost_lines(decision)
        if _has_run_cost(option, costs):
            continue
        name, lasts = _longest_gain(option, gain_lines(decision), context.returns.horizon_months)
        if lasts > context.policy.limits.run_cost_months and not is_reverted(decision):
            yield Concern(
                field=("options", index, "costs"),
                message=f"`{name}` earns for {months(lasts)}, and no cost recurs: who keeps it running?",
                help=f"{cost_line_added(option, ON_CALL)}{price_of_time(decision, context)}; "
                "a line of 0 (`money: 0 per year`) says that nothing has to be run",
            )


def _has_run_cost(option: Option, costs: LineTable[Cost]) -> bool:
    if option.cost is not None and _recurs(None, option.cost):
        return True
    for line in option.costs:
        meant = original(line, option.id, costs)
        if meant is None or "run" in {line.kind, meant.kind}:
            return True
        if _recurs(meant.per, meant.time, meant.money, *meant.inputs.values()):
            return True
    return False


def _longest_gain(option: Option, lines: LineTable[Gain], horizon: float) -> tuple[str, float]:
    found = [("gain", horizon)] if option.gain is not None and _recurs(None, option.gain) else []
    for line in option.gains:
        meant = original(line, option.id, lines)
        if (
            meant is not None
            and not is_nothing(meant.value)
            and _recurs(meant.per, meant.value, *meant.inputs.values())
        ):
            found.append((line.id, min(horizon if line.to is None else line.to, horizon) - line.from_))
    return max(found, key=lambda each: each[1], default=("", 0.0))


def _recurs(per: str | None, *amounts: Estimate | None) -> bool:
    return per is not None or any(amount is not None and amount.quantity.period is not None for amount in amounts)


RULE = Rule(
    name="no-run-cost",
    severity=Severity.WARNING,
    level=1,
    asked_of=OPEN,
    mend=f"add what recurs to `costs`, such as `{ON_CALL}`, or a line of 0",
    check=check,
    page=__doc__,
)
