"""What a planned test costs: its money and its time, priced like any cost line of the option."""

from roi_plugin.economics.amounts import Amounts
from roi_plugin.economics.expectation import World
from roi_plugin.economics.names import Names
from roi_plugin.economics.polynomials import expand, total
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.single_figures import SingleFigure, single_figure
from roi_plugin.economics.stated_lines import StatedLine, stated_lines
from roi_plugin.economics.terms import Terms
from roi_plugin.model.decision import Decision
from roi_plugin.model.option import PlannedTest


def cost_of_test(test: PlannedTest, option: str, decision: Decision, terms: Terms) -> SingleFigure:
    """The mean cost, paid at once; None with a reason where it is not given or cannot be worked out."""
    if test.cost is None and test.time is None:
        return SingleFigure(reason="the test names no cost")
    given = (("time", test.time), ("money", test.cost))
    line = StatedLine(
        key=f"{option}/:test",
        option=option,
        id="test",
        side="cost",
        field=("options",),
        amounts=tuple((field, estimate) for field, estimate in given if estimate is not None),
    )
    amounts = Amounts(Names(each for lines in stated_lines(decision) for each in lines), terms)
    try:
        formulas = amounts.of(line)
        if any(formula.rate for formula in formulas):
            return SingleFigure(reason="the test's cost has a period, expected an amount that is paid once")
        return single_figure(
            World(variables=amounts.variables).mean(total([expand(formula.node) for formula in formulas]))
        )
    except NoFigureError as reason:
        return SingleFigure(reason=str(reason))
