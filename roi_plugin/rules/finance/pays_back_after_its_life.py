"""Pays back after its life.

Asks:    Will it still be there when its cost has come back?
Why:     "Launched a product or feature only to deprecate it a few months later": the talk "Making Smart Investments"
         (Katerina Iliakopoulou) opens with it. What is switched off before its payback has lost money, however well it
         worked until then.
Reads:   `expected_life`, the payback of the chosen option on its mean flows, and `depends_on` with `date` and
         `expected_life` of each decision named there that is in force. Asked of proposed and accepted decisions of
         stakes level 1 and 2 that are neither reverted nor replaced. Where the cost does not come back within the
         horizon at all, the net value says so already and nothing is asked here.
Answer:  Make it cheaper or earlier, give it up, or correct the expected life if it is meant to last longer.
"""

from collections.abc import Iterator

from roi_plugin.economics.terms import months_if_known
from roi_plugin.economics.wording import months
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.rules.lines import chosen_options
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_reverted

DAYS_A_MONTH = 365.25 / 12
A_DAY = 1 / DAYS_A_MONTH
"""Months by which one span has to be longer than another."""


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned when the cost comes back after the decision, or what it stands on, is expected to have ended."""
    paybacks = [context.figures.options[index].payback for index, _ in chosen_options(decision)]
    latest = max((payback for payback in paybacks if payback is not None), default=None)
    if latest is None or is_reverted(decision):
        return
    life = months_if_known(decision.expected_life)
    back = f"its cost comes back after {months(latest)}"
    if life is not None and latest - life > A_DAY:
        yield Concern(field=("expected_life",), message=f"{back}, and it is expected to live {months(life)}")
    for index, reference in enumerate(decision.depends_on):
        base = context.register.resolve(reference.target)
        if base is None or base.path == decision.path or not context.links_of(base).in_force:
            continue
        end = months_if_known(base.expected_life)
        left = end - (decision.date - base.date).days / DAYS_A_MONTH if end is not None else None
        if left is not None and latest - left > A_DAY:
            lasts = f"lasts for {months(left)} more" if left > 0 else "had reached its expected end by then"
            yield Concern(
                field=("depends_on", index),
                message=f"{back}, and `{base.id}`, on which it stands, {lasts}",
                help="ask how long what it stands on will last, and correct the `expected_life` there",
            )


RULE = Rule(
    name="pays-back-after-its-life",
    severity=Severity.WARNING,
    level=1,
    asked_of=OPEN,
    mend="make it cheaper or earlier, give it up, or correct the `expected_life`",
    check=check,
    page=__doc__,
)
