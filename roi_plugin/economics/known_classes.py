"""The reference classes that a record names, or what is wrong with the names."""

from collections.abc import Iterable

from msgspec import structs

from roi_plugin.economics.overruns import managed_uplift, uplift
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.reference_classes import BENEFIT_CLASSES, COST_CLASSES, BenefitClass, CostClass
from roi_plugin.model.decision import ReferenceClass
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.nearest import nearest
from roi_plugin.model.quantity import Point

_COST = {each.name: each for each in COST_CLASSES}
_BENEFIT = {each.name: each for each in BENEFIT_CLASSES}
_MANAGED = [each.name for each in COST_CLASSES if each.least is not None]


class ClassFaultError(NoFigureError):
    """What is wrong with the value under `key` of `reference_class`: the `fault`, and how to mend it (`help`)."""

    def __init__(self, key: str, fault: str, help_: str) -> None:
        """Both texts are phrases without full stop."""
        super().__init__(f"`reference_class.{key}`: {fault}: {help_}")
        self.key = key
        self.fault = fault
        self.help = help_


def named_cost_class(named: ReferenceClass) -> CostClass | None:
    """The class for cost and time, its uplift as managed as the record says; None where no class is named.

    Raises:
        ClassFaultError: no such class is known, or nothing is known of managing its causes.
    """
    if not named.cost:
        if named.managed is not None:
            raise ClassFaultError("managed", "there is no class whose causes could be managed", "name it in `cost`")
        return None
    if named.cost not in _COST:
        raise _unknown("cost", named.cost, _COST, "benefit" if named.cost in _BENEFIT else None)
    found = _COST[named.cost]
    return found if named.managed is None else _managed(found, named.managed)


def named_benefit_class(named: ReferenceClass) -> BenefitClass | None:
    """The class for the chance of success; None where none is named. ClassFaultError where it is not known."""
    if not named.benefit:
        return None
    if named.benefit not in _BENEFIT:
        raise _unknown("benefit", named.benefit, _BENEFIT, "cost" if named.benefit in _COST else None)
    return _BENEFIT[named.benefit]


def _managed(found: CostClass, share: Estimate) -> CostClass:
    if not isinstance(share.quantity, Point):
        raise ClassFaultError("managed", f"`{share.text}` is not one share", "expected for example `92%`")
    if found.least is None:
        fault = f"the source of `{found.name}` does not say what is left once its causes are managed"
        raise ClassFaultError("managed", fault, f"leave it out, or name one of {_listed(_MANAGED)}")
    managed = share.quantity.value
    left = managed_uplift(found.multiple.mean - 1, managed, found.least)
    return structs.replace(found, multiple=uplift(left), managed=managed)


def _unknown(key: str, name: str, known: Iterable[str], other: str | None) -> ClassFaultError:
    fault = f"`{name}` is no reference class that is known for {key}"
    if other:
        return ClassFaultError(key, fault, f"it is one for {other}")
    meant = nearest(name, known)
    return ClassFaultError(key, fault, f"did you mean `{meant}`?" if meant else f"expected {_listed(known)}")


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
