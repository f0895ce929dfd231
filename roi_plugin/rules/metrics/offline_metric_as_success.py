"""Offline metric as success.

Asks:    Is success more than a better number on test data?
Why:     A model is tested on yesterday's cases and earns money on tomorrow's, if anybody acts on its answers.
         "Improving model accuracy from 94% to 94.2% may excite an ML team" and mean little to a business, say the notes
         on "Designing Machine Learning Systems". Of 150 models at Booking.com: "Model performance is not the same as
         business performance" (Bernardi and others, 2019, in a summary of their paper).
Reads:   `metrics[]` of the role `primary`, `goal.metric`, `options[].gains[].metric` of the chosen option (of all while
         none is chosen) and `options[].kind`. Asked of proposed and accepted decisions of stakes level 1 and 2 that are
         neither reverted nor replaced, when every metric of success is one of a model's test: AUC, F1, RMSE and their
         like, accuracy, precision and recall of machine learning, and what its `definition` says is of a test set. One
         metric that is not is enough; so is an `attribution` that only production can have (`ab-test`), and a link to a
         business metric with evidence (`proxy_for`, `evidence`). One of the role `technical` is the question of
         `no-business-metric`.
Answer:  Name the metric of the business that moves when the model is better, and keep the model's own with the role
         `technical`, or `proxy` with `proxy_for` and the experiment in which both moved.
"""

from collections.abc import Iterator

from roi_plugin.model.blank_texts import said
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import FieldPath, Severity
from roi_plugin.model.measurement import Metric
from roi_plugin.rules.claims import claims, gain_in_words, is_linked
from roi_plugin.rules.lines import options_in_question
from roi_plugin.rules.offline_metrics import is_offline
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_reverted


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned once when all metrics by which success is judged are offline ones."""
    named = _named(decision)
    if not named or not all(_is_test_only(metric, decision, context) for metric, _ in named.values()):
        return
    if not is_reverted(decision):
        metric, field = next(iter(named.values()))
        yield Concern(
            field=field,
            message=f"{gain_in_words(decision, context)} is judged by `{metric.id}` alone, which says how the model "
            "does on test data and not what comes of its answers",
        )


def _named(decision: Decision) -> dict[str, tuple[Metric, FieldPath]]:
    """The metrics of success by their ids, described or not, each with the place that makes it one."""
    described = {metric.id: metric for metric in decision.metrics}
    places: dict[str, FieldPath] = {
        metric.id: ("metrics", index, "role")
        for index, metric in enumerate(decision.metrics)
        if metric.role == "primary"
    }
    goal = said(decision.goal.metric) if decision.goal is not None else None
    if goal is not None:
        places.setdefault(goal, ("goal", "metric"))
    for claim in claims(decision, options_in_question(decision)):
        if claim.metric:
            places.setdefault(claim.metric, claim.metric_field)
    return {name: (described.get(name) or Metric(id=name), place) for name, place in places.items()}


def _is_test_only(metric: Metric, decision: Decision, context: Context) -> bool:
    return metric.role != "technical" and is_offline(metric, decision) and not is_linked(metric, decision, context)


RULE = Rule(
    name="offline-metric-as-success",
    severity=Severity.WARNING,
    level=1,
    asked_of=OPEN,
    mend="name the metric of the business that moves when the model is better, with `role: primary`",
    check=check,
    page=__doc__,
)
