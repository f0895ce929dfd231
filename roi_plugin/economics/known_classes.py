"""Find a reference class by its name, or say which names there are."""

from collections.abc import Iterable

from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.reference_classes import BENEFIT_CLASSES, COST_CLASSES, BenefitClass, CostClass
from roi_plugin.model.nearest import nearest

_COST = {each.name: each for each in COST_CLASSES}
_BENEFIT = {each.name: each for each in BENEFIT_CLASSES}


class UnknownClassError(NoFigureError):
    """No class is known by the name under `key`; `fault` is what is wrong with the name, `help` how to mend it."""

    def __init__(self, key: str, name: str, known: Iterable[str], others: Iterable[str]) -> None:
        """The names `known` for this key, and the `others`, which are known for the other one."""
        self.key = key
        other = "benefit" if key == "cost" else "cost"
        self.fault = f"`{name}` is no reference class that is known for {key}"
        if name in others:
            self.help = f"it is one for {other}"
        elif meant := nearest(name, known):
            self.help = f"did you mean `{meant}`?"
        else:
            self.help = f"expected {', '.join(f'`{each}`' for each in known)}"
        super().__init__(f"`reference_class.{key}`: {self.fault}: {self.help}")


def cost_class(name: str) -> CostClass:
    """The class for cost and time of this name; UnknownClassError where there is none."""
    if name not in _COST:
        raise UnknownClassError("cost", name, _COST, _BENEFIT)
    return _COST[name]


def benefit_class(name: str) -> BenefitClass:
    """The class for the chance of success of this name; UnknownClassError where there is none."""
    if name not in _BENEFIT:
        raise UnknownClassError("benefit", name, _BENEFIT, _COST)
    return _BENEFIT[name]
