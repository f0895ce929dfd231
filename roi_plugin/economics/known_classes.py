"""Find a reference class by its name, or say which names there are."""

from collections.abc import Iterable

from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.reference_classes import BENEFIT_CLASSES, COST_CLASSES, BenefitClass, CostClass
from roi_plugin.model.nearest import nearest

_COST = {each.name: each for each in COST_CLASSES}
_BENEFIT = {each.name: each for each in BENEFIT_CLASSES}


def cost_class(name: str) -> CostClass:
    """The class for cost and time of this name; NoFigureError names the nearest one where there is none."""
    if name in _COST:
        return _COST[name]
    raise NoFigureError(_unknown("cost", name, _COST, "benefit" if name in _BENEFIT else None))


def benefit_class(name: str) -> BenefitClass:
    """The class for the chance of success of this name; NoFigureError names the nearest one where there is none."""
    if name in _BENEFIT:
        return _BENEFIT[name]
    raise NoFigureError(_unknown("benefit", name, _BENEFIT, "cost" if name in _COST else None))


def _unknown(key: str, name: str, known: Iterable[str], other: str | None) -> str:
    fault = f"`reference_class.{key}: {name}` is no class that is known"
    if other:
        return f"{fault} for {key}: it is one for {other}"
    meant = nearest(name, known)
    return f"{fault}: did you mean `{meant}`?" if meant else f"{fault}, expected for example `{next(iter(known))}`"
