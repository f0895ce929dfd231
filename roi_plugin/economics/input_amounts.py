"""Values of a decision's inputs in the unit they are written in: `1.44 %`, `12.4 person-weeks`, `60k per year`."""

from roi_plugin.economics.formulas import Variable
from roi_plugin.economics.input_names import input_names
from roi_plugin.economics.names import PERSON_WEEK
from roi_plugin.economics.resolution import Resolution
from roi_plugin.economics.units import is_share
from roi_plugin.economics.wording import money, number, percent
from roi_plugin.language import text


class InputAmounts:
    """The inputs of a decision by their names."""

    def __init__(self, resolution: Resolution) -> None:
        names = input_names(resolution)
        self._currency = resolution.terms.currency
        self._variables = {names[key]: variable for key, variable in resolution.world.variables.items()}

    def variable(self, name: str) -> Variable | None:
        """The uncertain number of this name; None for an event."""
        return self._variables.get(name)

    def is_share(self, name: str) -> bool:
        """Whether this input is a fraction: a share or a probability."""
        variable = self.variable(name)
        return variable is not None and (is_share(variable.estimate.quantity.unit) or variable.key.endswith(":p"))

    def text(self, name: str, value: float) -> str:
        """A value of this input; for an event `yes` or `no`."""
        variable = self.variable(name)
        if variable is None:
            return text("yes") if value else text("no")
        quantity = variable.estimate.quantity
        unit = quantity.unit or ""
        if self.is_share(name):
            written = percent(value)
        elif name == PERSON_WEEK:
            written = money(value, self._currency)
        else:
            written = f"{number(value)} {unit}".rstrip()
        return f"{written} per {quantity.period.value}" if quantity.period else written

    def stated(self, name: str) -> str:
        """The input as the record has it; nothing for an event."""
        variable = self.variable(name)
        return variable.estimate.text if variable else ""
