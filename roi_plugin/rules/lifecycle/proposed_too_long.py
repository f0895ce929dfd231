"""Proposed for too long.

Asks:    Does anybody decide?
Why:     Not to decide is a decision too, one that nobody answers for: the problem goes on, those who would do the work
         wait, and the estimates grow old. The register then says that a matter is being decided that nobody looks at.
Reads:   `status`, `date`, the day on which git saw it proposed, and `proposal_days` of the policy. Asked of proposed
         decisions that nothing has replaced. The days count from the commit that proposed it, of several from the last;
         where git does not know it, or it was never committed, from its `date`.
Answer:  Accept or reject it, or set it back to `draft` until somebody takes it up. `roi show` tells what waiting costs.
"""

from collections.abc import Iterator

from roi_plugin.economics.wording import days
from roi_plugin.model.decision import Decision, Status
from roi_plugin.model.finding import Severity
from roi_plugin.rules.past import first_day_after, since
from roi_plugin.rules.rule import Concern, Context, Rule


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned when it has been proposed for more days than the policy allows."""
    day, most = since(decision, Status.PROPOSED, context), context.policy.limits.proposal_days
    waited = (context.today - day).days
    if waited > most:
        yield Concern(
            field=("status",),
            message=f"it has been proposed since {day}, {days(waited)} ago, and nobody has decided it: {days(most)} "
            f"{'is' if most == 1 else 'are'} time enough here",
            since=first_day_after(day, most),
        )


RULE = Rule(
    name="proposed-too-long",
    severity=Severity.WARNING,
    level=0,
    asked_of=frozenset({Status.PROPOSED}),
    mend="accept or reject it, or set it back to `draft` until somebody takes it up",
    check=check,
    page=__doc__,
)
