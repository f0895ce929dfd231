"""One step of a working: a figure, the formula it comes from, and the steps that it stands on."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from roi_plugin.economics.wording import exact
from roi_plugin.language import counted

Unit = Literal["money", "fraction", "months", "number"]


class Step(Struct, frozen=True, kw_only=True):
    """A figure with its `formula` in words and what it is computed from (`parts`).

    `key` is the same in every run (`sota/npv`) and stands once for each figure; an input that several figures use
    stands in each of them. `value` is in `unit`; None has a reason. `notes` say where it was stated, by whom and on
    what evidence. Names come from the record: who shows them escapes them.
    """

    key: str
    label: str
    value: float | None = None
    unit: Unit = "number"
    formula: str = ""
    parts: tuple["Step", ...] = ()
    notes: tuple[str, ...] = ()
    reason: str | None = None

    def walk(self) -> Iterator["Step"]:
        """This step and all below it, each before its parts."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def worded(self, currency: str) -> str:
        """The value in its unit, with all digits that are told; empty where there is none."""
        if self.value is None:
            return ""
        match self.unit:
            case "money":
                return f"{exact(self.value)} {currency}"
            case "fraction":
                return f"{exact(self.value * 100)} %"
            case "months":
                return counted("%(num)s month", "%(num)s months", 1 if self.value == 1 else 2, num=exact(self.value))
            case _:
                return exact(self.value)
