"""Motivation low or unmeasured.

Asks:    Do the people who have to do it want to, and how is that known?
Why:     Commitment decides whether unpleasant work is finished, and those who choose are seldom those who do it. The
         talk "Making Smart Investments" (Katerina Iliakopoulou) counts Motivation among the gains and says how it is
         gauged: one-on-one meetings, the team's own growth goals, satisfaction surveys. A level that nobody was asked
         about is the author's own motivation.
Reads:   `scores.motivation` of the chosen option (else of the decision), its `evidence`, `options[].motivation`,
         `options[].risks[].category`, and `low_motivation_level` of the policy. Asked of proposed and accepted
         decisions of stakes level 1 and 2, until they are delivered, reverted or replaced. A record that says nothing
         about motivation is not asked. Low motivation is a concern even when it was measured, unless a risk of the
         category `people` says what is done about it; a factor judged part by part has the mean of its parts. What
         `options[].motivation` dates after today is not known yet.
Answer:  Ask the team, and write how in `motivation.evidence`. Where it is low, change what makes it so, or list that as
         a risk of the category `people` with a mitigation.
"""

from collections.abc import Iterator

from roi_plugin.economics.framework_levels import scores_of
from roi_plugin.economics.wording import number
from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import FieldPath, Severity
from roi_plugin.model.option import Option
from roi_plugin.model.scores import Level
from roi_plugin.rules.lines import chosen_options
from roi_plugin.rules.past import has_come
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_done

UNKNOWN = "nothing says how that is known"


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned when the chosen option's motivation is low, or stated without anybody having been asked."""
    for index, option in chosen_options(decision):
        judged = _judged(decision, option)
        if not judged and option.motivation is None:
            continue
        concern = _concern(decision, index, judged, context)
        if concern is not None and not is_done(decision):
            yield concern


def _concern(decision: Decision, index: int, judged: list[Level], context: Context) -> Concern | None:
    option = decision.options[index]
    own: FieldPath = ("options", index)
    scored: FieldPath = (*(own if option.scores else ()), "scores", "motivation")
    level = sum(each.level for each in judged) / len(judged) if judged else None
    known = _is_known(option, judged, context)
    low = context.policy.limits.low_motivation_level
    if level is not None and level <= low and not any(risk.category == "people" for risk in option.risks):
        doubt = "" if known else f", and {UNKNOWN}"
        return Concern(
            field=scored,
            message=f"the team's motivation is {number(level)} of 5{doubt}: what people do not want is finished late",
            help="change what makes it low, or list it as a risk of the category `people`",
        )
    if known:
        return None
    stated = "motivation is spoken of" if level is None else f"the team's motivation is judged {number(level)} of 5"
    field = (*own, "motivation", "evidence") if option.motivation else scored
    return Concern(field=field, message=f"{stated}, and {UNKNOWN}")


def _judged(decision: Decision, option: Option) -> list[Level]:
    scores = scores_of(decision, option)
    factor = scores.motivation if scores else None
    if factor is None:
        return []
    return [factor.whole] if factor.whole else list(factor.parts.values())


def _is_known(option: Option, judged: list[Level], context: Context) -> bool:
    asked = option.motivation
    texts = [text for level in judged for text in level.evidence]
    if asked is not None and has_come(asked.date, context):
        texts += [*asked.evidence, asked.growth or "", asked.commitment or "", asked.morale or ""]
    return any(says(text) for text in texts)


RULE = Rule(
    name="motivation-low-or-unmeasured",
    severity=Severity.WARNING,
    level=1,
    asked_of=OPEN,
    mend="ask the team, and write how in `motivation.evidence`: one-on-ones, a survey",
    check=check,
    page=__doc__,
)
