"""What the economics say of one decision by itself: its returns, its key figures, and what is wrong with its numbers.

It depends on the record and the policy alone, so it can be kept and read back without the engine.
"""

from typing import TYPE_CHECKING

from msgspec import Struct

from roi_plugin.economics.amount_problems import amount_problems
from roi_plugin.economics.key_figures import KeyFigures, key_figures
from roi_plugin.economics.references import reference_problems
from roi_plugin.economics.resolution import resolve
from roi_plugin.economics.returns import Returns
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Problem
from roi_plugin.model.policy import Policy

if TYPE_CHECKING:
    from roi_plugin.economics.appraisal import Appraisal


class Weighed(Struct, frozen=True, kw_only=True):
    """One decision weighed; `returns` and `figures` hold the options in the order of the record."""

    returns: Returns
    figures: KeyFigures
    problems: tuple[Problem, ...] = ()


def weigh(decision: Decision, policy: Policy, appraisal: "Appraisal") -> Weighed:
    """The decision weighed by its appraisal; nothing in a record makes it fail."""
    returns = appraisal.returns
    problems = (*amount_problems(decision, resolve(decision, policy), returns), *reference_problems(decision))
    return Weighed(returns=returns, figures=key_figures(appraisal), problems=problems)
