"""On-call cost missing.

Asks:    Who is called when it fails, and what does that cost?
Why:     "Constant fires and on-call challenges" are how the second story of the talk "Making Smart Investments"
         (Katerina Iliakopoulou) begins, and what made the platform so much dearer to keep than anybody had thought.
         Servers send an invoice, the people who watch them do not, so the second half of running a system is forgotten.
Reads:   `options[].costs` of the chosen option, its `kind`, and `guardrails[].metric`. Asked of proposed and accepted
         decisions of stakes level 1 and 2 that are not reverted or replaced. A system counts as running when a
         guardrail watches it by a name such as `p99_latency` or `uptime`, or when something built here has a recurring
         bill for servers. Any cost line counts as an answer that is recurring time of people, or speaks of on-call,
         incidents, support, operation or maintenance. What is bought, hired or a process is not asked, nor is a cost
         that is one total.
Answer:  Add a line such as `{id: on_call, time: 4..10 person-weeks per year}`; a line of 0 says that nobody is called.
"""

import re
from collections.abc import Iterator

from roi_plugin.economics.returns import kind_of
from roi_plugin.model.decision import Decision
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.finding import Severity
from roi_plugin.model.option import Cost, Option
from roi_plugin.rules.lines import chosen_options, cost_lines, original
from roi_plugin.rules.long_forms import cost_line_added, price_of_time
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_reverted

ON_CALL = "{id: on_call, time: 4..10 person-weeks per year}"
NO_SYSTEM = frozenset({"buy", "hire", "process"})
BUILT = frozenset({"build", "feature", "ml", "non-ml"})
WATCHED = re.compile(
    r"latency|uptime|downtime|availab|outage|incident|pager|pages?.per.|(?<![a-z])p(50|9\d)|error.?rate|throughput|"
    r"response.?time",
    re.IGNORECASE,
)
SERVERS = re.compile(
    r"serv(ers?|ing)(?![a-z])|host|cloud|infra|cluster|comput|(?<![a-z])gpu|inference|storage|databas", re.IGNORECASE
)
ATTENDED = re.compile(
    r"on.?call|pager|incident|support|operat|(?<![a-z])(dev)?ops(?![a-z])|maint|upkeep|(?<![a-z])sre(?![a-z])|"
    r"stand.?by|alert|outage|(?<![a-z])(fires?|duty)(?![a-z])",
    re.IGNORECASE,
)


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned when the chosen option keeps a system running and no cost line holds the people for that."""
    for index, option in chosen_options(decision):
        if not option.costs or kind_of(option) in NO_SYSTEM:
            continue
        running = _what_runs(decision, option)
        if running and not _is_attended(decision, option) and not is_reverted(decision):
            message = f"{running}, and no cost line holds the people who are called when it fails"
            advice = (
                f"{cost_line_added(option, ON_CALL)}{price_of_time(decision, context)}; 0 says that nobody is called"
            )
            yield Concern(field=("options", index, "costs"), message=message, help=advice)


def _what_runs(decision: Decision, option: Option) -> str | None:
    for guardrail in decision.guardrails:
        if WATCHED.search(guardrail.metric):
            return f"`{guardrail.metric}` watches a running system"
    if kind_of(option) in BUILT:
        for line in option.costs:
            if SERVERS.search(_words(line)) and _recurs(line, line.money):
                return f"`{line.id}` is a bill for something that runs all the time"
    return None


def _is_attended(decision: Decision, option: Option) -> bool:
    if any(ATTENDED.search(_words(line)) for line in option.costs):
        return True
    lines = cost_lines(decision)
    meant = (original(line, option.id, lines) for line in option.costs)
    return any(line is None or _recurs(line, line.time) for line in meant)


def _words(line: Cost) -> str:
    return f"{line.id} {line.title or ''}"


def _recurs(line: Cost, amount: Estimate | None) -> bool:
    return amount is not None and (line.per or amount.quantity.period) is not None


RULE = Rule(
    name="on-call-not-priced",
    severity=Severity.WARNING,
    level=1,
    asked_of=OPEN,
    mend=f"add a line such as `{ON_CALL}` to `costs`; 0 says that nobody is called",
    check=check,
    page=__doc__,
)
