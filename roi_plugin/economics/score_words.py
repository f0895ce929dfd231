"""What framework scores say, as words: a return that is no money."""

from roi_plugin.economics.returns import Returns
from roi_plugin.economics.side_totals import NOTHING_GIVEN
from roi_plugin.economics.wording import percent
from roi_plugin.language import noted, text
from roi_plugin.model.decision import Decision

SCORES_APART = noted("Scores are set beside the money and never added to it.")
"""Said wherever scores are shown."""

WHOLE = noted("the decision")
"""What is scored where no option is."""


def none_chosen(decision: Decision) -> str:
    """Why there is no figure where no option is chosen, as a phrase."""
    return "only scores are given" if decision.scores and not decision.options else "no option is chosen"


def scores_alone(returns: Returns) -> bool:
    """Whether scores have to speak: the chosen option states no money; where none is chosen, no option does."""
    chosen = [option for option in returns.options if option.chosen][:1]
    return all(option.npv.reason == NOTHING_GIVEN for option in chosen or returns.options)


def by_scores(what: str, balanced: float) -> str:
    """The balanced return as a clause without full stop: "By its scores, `go` would return 66.7 %"."""
    share = percent(abs(balanced))
    if balanced >= 0:
        return text("By its scores, %(what)s would return %(share)s", what=what, share=share)
    return text("By its scores, %(what)s would lose %(share)s", what=what, share=share)
