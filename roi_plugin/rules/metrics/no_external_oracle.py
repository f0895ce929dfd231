"""No external oracle.

Asks:    Who measures success: somebody who does not gain by it?
Why:     A number from those who did the work is doubted when it is good, and an honest mistake in it "can look like a
         fraud". The guide "Goals and metrics", section 1.3, wants a metric "calculated by external oracle (not
         yourself)": that builds trust from the start and keeps the judge apart from the judged.
Reads:   `metrics[].oracle` of the metrics by which success is judged: those of the role `primary`, that of the goal,
         and those in which a gain shows; `guardrails[].oracle` of the same metric; `owner` and `area`. Asked of
         proposed and accepted decisions of stakes level 1 and 2 that were not replaced; of reverted ones too, since
         somebody measured what they were reverted for. A system is as good an oracle as a team. What a gain of 0 shows
         in is not asked, nor is a metric that `metrics` does not describe.
Answer:  Write in `oracle` which other team or which system measures it: `finance`, `experimentation-platform`, the
         invoices.
"""

from collections.abc import Iterator

from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.rules.claims import gain_in_words, success_metrics
from roi_plugin.rules.metric_quality import oracle_of
from roi_plugin.rules.own_team import is_own_team
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned for each metric of success that nobody else measures."""
    for index, metric in success_metrics(decision):
        oracle = oracle_of(metric, decision)
        if oracle is None or is_own_team(oracle, decision):
            what = f"nobody is named who measures `{metric.id}`"
            if oracle is not None:
                what = f"`{metric.id}` is measured by `{oracle}`, on the decision's own side"
            yield Concern(
                field=("metrics", index, "oracle"),
                message=f"{what}: {gain_in_words(decision, context)} would be judged by those who want it",
            )


RULE = Rule(
    name="no-external-oracle",
    severity=Severity.WARNING,
    level=1,
    asked_of=OPEN,
    mend="write in `oracle` which other team or system measures it",
    check=check,
    page=__doc__,
)
