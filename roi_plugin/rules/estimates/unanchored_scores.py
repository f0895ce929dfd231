"""Unanchored or single-assessor scores.

Asks:    Would somebody else have given the same levels?
Why:     A level without a written meaning is a mood: 4 of 5 is "rather good" for one and "the best we have had" for
         another, and a sum of moods can rank worse than chance. (Douglas Hubbard and Dylan Evans 2010, "Problems with
         scoring methods and ordinal scales in risk assessment".) Two who judge apart from each other show it at once.
Reads:   `scores` of the chosen option (of all options but do-nothing while none is chosen): `.rubric`, `by` and
         `levels` of each factor and part, and `score_disagreement_levels` of the policy. Asked of proposed and accepted
         decisions of stakes level 1 and 2 that are neither delivered, reverted nor replaced. Assessors who gave one
         factor levels as far apart as that are always asked about. A missing rubric is, with fewer than two assessors
         named, where the option's net value in money is not known: then the scores are all there is to choose by.
Answer:  Let a second person judge by the same `rubric`, keep both answers in `levels`, and talk about the factors in
         which they differ.
"""

from collections.abc import Iterator

from roi_plugin.economics.framework_levels import scores_of
from roi_plugin.economics.returns import kind_of
from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import FieldPath, Severity
from roi_plugin.model.scores import FACTOR_PARTS, Factor, Level, Scores
from roi_plugin.rules.lines import options_in_question
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_done

SEVERAL = 2


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned for each judgement on which assessors are far apart, and for scores that carry a choice alone."""
    for index, option in options_in_question(decision):
        scores = scores_of(decision, option)
        if scores is None or kind_of(option) == "do-nothing" or is_done(decision):
            continue
        place: FieldPath = ("options", index, "scores") if option.scores is not None else ("scores",)
        judged = list(_judged(scores, place))
        for field, level in judged:
            if _distance(level) >= context.policy.limits.score_disagreement_levels:
                said = " and ".join(f"{each} by {person}" for person, each in level.levels.items())
                yield Concern(
                    field=(*field, "levels"),
                    message=f"`{field[-1]}` was judged {said}: they do not mean the same thing, or know the same",
                    help="ask both why, and write instead of `levels` the `level` that they agree on, with its `why`",
                )
        assessors = {person for _, level in judged for person in level.assessors if says(person)}
        if not says(scores.rubric) and len(assessors) < SEVERAL and context.figures.options[index].npv.mean is None:
            who = f"`{min(assessors)}` alone gave them" if assessors else "nothing says who gave them"
            message = f"`{option.id}` has no value in money but its levels, {who}, and no rubric says what they mean"
            yield Concern(field=(*place, "rubric"), message=message)


def _judged(scores: Scores, place: FieldPath) -> Iterator[tuple[FieldPath, Level]]:
    for name in FACTOR_PARTS:
        factor: Factor | None = getattr(scores, name)
        if factor is None:
            continue
        if factor.whole is not None:
            yield (*place, name), factor.whole
        for part, level in factor.parts.items():
            yield (*place, name, part), level


def _distance(level: Level) -> int:
    return max(level.levels.values()) - min(level.levels.values()) if level.levels else 0


RULE = Rule(
    name="unanchored-scores",
    severity=Severity.INFO,
    level=1,
    asked_of=OPEN,
    mend="let a second person judge by a written `rubric`, and keep both answers in `levels`",
    check=check,
    page=__doc__,
)
