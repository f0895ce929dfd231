"""No attribution.

Asks:    How is the effect of this decision told from everything else that moves the metric?
Why:     A metric also moves with the season, the price and what other teams ship. Unless something shows how it would
         have moved without the decision, success and failure can both be argued away. The guide "Goals and metrics",
         section 1.3, wants a metric that tells the effect of your system from other effects; its counter-example is
         EBITDA, which shows how a company does and not which project did it.
Reads:   `metrics[].attribution` of the metrics by which success is judged: those of the role `primary`, that of the
         goal, and those in which a gain shows. `none`, `unknown` and a missing entry are a concern, every method is an
         answer, the weak ones too. Asked of proposed and accepted decisions of stakes level 1 and 2 that were not
         replaced; of reverted ones too, since what they did was to be told from chance. What a gain of 0 shows in is
         not asked, nor is a metric that `metrics` does not describe.
Answer:  Write how it is told apart: `ab-test`, `holdout`, `switchback`, `diff-in-diff`; where nothing better can be had
         `time-series` or `before-after`, which is worth something where little else changes.
"""

from collections.abc import Iterator

from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.rules.claims import gain_in_words, success_metrics
from roi_plugin.rules.metric_quality import NO_METHOD
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned for each metric of success whose movement nothing attributes to the decision."""
    for index, metric in success_metrics(decision):
        if metric.attribution in NO_METHOD:
            yield Concern(
                field=("metrics", index, "attribution"),
                message=f"nothing tells what this does to `{metric.id}` from what else moves it: "
                f"{gain_in_words(decision, context)} can be neither shown nor denied",
            )


RULE = Rule(
    name="no-attribution",
    severity=Severity.WARNING,
    level=1,
    asked_of=OPEN,
    mend="write in `attribution` how the effect is told apart: `ab-test`, `holdout`, `diff-in-diff`",
    check=check,
    page=__doc__,
)
