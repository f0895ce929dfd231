"""All risk rules, in the order in which a reader asks: what for, which ways, at what price, and what became of it."""

from roi_plugin.errors import UnknownNameError
from roi_plugin.model.nearest import nearest
from roi_plugin.rules.estimates import (
    assumption_failed,
    assumption_stale,
    measure_before_deciding,
    no_outside_view,
    overconfident_range,
    point_estimate,
    scores_and_money_disagree,
    single_estimator,
    success_above_base_rate,
    unanchored_scores,
    weak_evidence,
)
from roi_plugin.rules.finance import (
    benefit_before_build_ends,
    no_run_cost,
    pays_back_after_its_life,
    risk_counted_twice,
    roi_not_meaningful,
    time_not_priced,
    undiscounted_horizon,
)
from roi_plugin.rules.goal import (
    ethics_not_considered,
    gain_above_ceiling,
    goal_missing,
    growth_without_money,
    no_business_metric,
    no_ceiling,
    problem_restates_request,
)
from roi_plugin.rules.lifecycle import (
    accepted_not_delivered,
    depends_on_dead_decision,
    forecast_edited_after_acceptance,
    no_review_date,
    proposed_too_long,
    reverted_without_reason,
    review_overdue,
    review_without_actuals,
    short_lived_decision,
    suspect_link,
    waiver_expired,
)
from roi_plugin.rules.metrics import (
    effect_too_small_to_see,
    holdout_too_small,
    meaning_not_agreed,
    measurement_too_late,
    no_attribution,
    no_baseline,
    no_boundary_metric,
    no_external_oracle,
    offline_metric_as_success,
    proxy_only_gain,
    success_defined_after_result,
)
from roi_plugin.rules.model import (
    model_does_not_beat_baseline,
    offline_prevalence,
    outcome_contradicts_gain,
    threshold_leaves_money,
)
from roi_plugin.rules.objectives import (
    key_result_count,
    key_result_is_a_task,
    key_result_not_quantitative,
    key_result_off_track,
)
from roi_plugin.rules.options import (
    better_option_not_chosen,
    build_without_buy,
    dominated_option_chosen,
    ml_is_the_only_idea,
    no_do_nothing,
    no_stop_rule,
    one_ml_approach,
)
from roi_plugin.rules.people import (
    motivation_low_or_unmeasured,
    not_enough_experts,
    on_call_not_priced,
    partner_not_agreed,
    partner_without_incentive,
    ramp_up_not_priced,
    single_expert,
)
from roi_plugin.rules.process import (
    argument_from_novelty,
    feature_over_debt,
    leadership_driven_reprioritisation,
    no_dissent,
    no_premortem,
    one_way_door_taken_lightly,
    owner_reviews_own_decision,
    secondary_evidence,
    sunk_cost,
)
from roi_plugin.rules.risks import (
    big_risk_without_owner,
    budget_variance,
    category_not_considered,
    compliance_review_missing,
    guardrail_blind,
    guardrail_breached,
    no_drift_monitoring,
    risk_without_guardrail,
)
from roi_plugin.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    goal_missing.RULE,
    problem_restates_request.RULE,
    no_business_metric.RULE,
    no_ceiling.RULE,
    gain_above_ceiling.RULE,
    growth_without_money.RULE,
    ethics_not_considered.RULE,
    no_do_nothing.RULE,
    ml_is_the_only_idea.RULE,
    build_without_buy.RULE,
    better_option_not_chosen.RULE,
    one_ml_approach.RULE,
    dominated_option_chosen.RULE,
    no_stop_rule.RULE,
    argument_from_novelty.RULE,
    point_estimate.RULE,
    overconfident_range.RULE,
    single_estimator.RULE,
    no_outside_view.RULE,
    success_above_base_rate.RULE,
    weak_evidence.RULE,
    roi_not_meaningful.RULE,
    measure_before_deciding.RULE,
    scores_and_money_disagree.RULE,
    unanchored_scores.RULE,
    assumption_failed.RULE,
    assumption_stale.RULE,
    time_not_priced.RULE,
    no_run_cost.RULE,
    benefit_before_build_ends.RULE,
    undiscounted_horizon.RULE,
    risk_counted_twice.RULE,
    pays_back_after_its_life.RULE,
    proxy_only_gain.RULE,
    no_baseline.RULE,
    no_external_oracle.RULE,
    no_attribution.RULE,
    no_boundary_metric.RULE,
    effect_too_small_to_see.RULE,
    holdout_too_small.RULE,
    measurement_too_late.RULE,
    offline_metric_as_success.RULE,
    meaning_not_agreed.RULE,
    success_defined_after_result.RULE,
    key_result_count.RULE,
    key_result_not_quantitative.RULE,
    key_result_is_a_task.RULE,
    key_result_off_track.RULE,
    model_does_not_beat_baseline.RULE,
    threshold_leaves_money.RULE,
    outcome_contradicts_gain.RULE,
    offline_prevalence.RULE,
    risk_without_guardrail.RULE,
    guardrail_breached.RULE,
    guardrail_blind.RULE,
    category_not_considered.RULE,
    compliance_review_missing.RULE,
    big_risk_without_owner.RULE,
    budget_variance.RULE,
    no_drift_monitoring.RULE,
    partner_not_agreed.RULE,
    partner_without_incentive.RULE,
    not_enough_experts.RULE,
    single_expert.RULE,
    ramp_up_not_priced.RULE,
    on_call_not_priced.RULE,
    motivation_low_or_unmeasured.RULE,
    depends_on_dead_decision.RULE,
    suspect_link.RULE,
    proposed_too_long.RULE,
    accepted_not_delivered.RULE,
    short_lived_decision.RULE,
    reverted_without_reason.RULE,
    one_way_door_taken_lightly.RULE,
    leadership_driven_reprioritisation.RULE,
    feature_over_debt.RULE,
    no_review_date.RULE,
    review_overdue.RULE,
    review_without_actuals.RULE,
    owner_reviews_own_decision.RULE,
    sunk_cost.RULE,
    no_premortem.RULE,
    no_dissent.RULE,
    forecast_edited_after_acceptance.RULE,
    secondary_evidence.RULE,
    waiver_expired.RULE,
)

_BY_NAME = {rule.name: rule for rule in RULES}


def rule(name: str) -> Rule:
    """The rule of this name, with or without `risk/` before it.

    Raises:
        UnknownNameError: there is none; the message names the nearest.
    """
    plain = name.removeprefix("risk/")
    if plain in _BY_NAME:
        return _BY_NAME[plain]
    meant = nearest(plain, _BY_NAME)
    raise UnknownNameError(f"`{plain}` is not a rule" + (f": did you mean `{meant}`?" if meant else ""))
