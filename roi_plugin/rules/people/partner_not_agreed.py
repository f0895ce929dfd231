"""Partner has not agreed.

Asks:    Have the teams that are needed said yes?
Why:     In the first story of the talk "Making Smart Investments" (Katerina Iliakopoulou) another team had to build the
         features, and they came late. "Recognize the dependencies with other teams", she asks: work that somebody else
         has not promised has no date, whatever the plan says.
Reads:   `options[].partners[].agreed` of the chosen option. Asked of proposed and accepted decisions, until they are
         delivered or another decision takes their place. Only a written `no` counts, and a day that is still to come:
         where nothing is said, nothing is held against the record.
Answer:  Get a yes with a date, and write that day in `agreed`; `yes` will do where the day is not known.
"""

import datetime as dt
from collections.abc import Iterator

from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.model.option import Partner
from roi_plugin.rules.lines import chosen_options
from roi_plugin.rules.past import has_come
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_delivered


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned for each partner of the chosen option that has not agreed."""
    for index, option in chosen_options(decision):
        for at, partner in enumerate(option.partners):
            missing = None if is_delivered(decision) else _missing(partner, context)
            if missing is not None:
                wanted = f"for {partner.needed_for}" if partner.needed_for else "for this"
                yield Concern(
                    field=("options", index, "partners", at, "agreed"),
                    message=f"`{partner.team}` is needed {wanted} and {missing}: no date here holds without it",
                )


def _missing(partner: Partner, context: Context) -> str | None:
    agreed = partner.agreed
    if agreed is False:
        return "has not agreed"
    if isinstance(agreed, dt.date) and not has_come(agreed, context):
        return f"is said to agree on {agreed}, a day to come"
    return None


RULE = Rule(
    name="partner-not-agreed",
    severity=Severity.WARNING,
    level=0,
    asked_of=OPEN,
    mend="agree on a date with that team, and write the day of the agreement in `agreed`",
    check=check,
    page=__doc__,
)
