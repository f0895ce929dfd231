"""What several decisions take for true, written once."""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from roi_plugin.model.estimate import Estimate, Evidence
from roi_plugin.model.finding import FieldPath


class AssumptionState(StrEnum):
    """Whether an assumption may still be built on."""

    HOLDS = "holds"
    UNCERTAIN = "uncertain"
    FAILED = "failed"


class FormerValue(Struct, frozen=True, kw_only=True):
    """What the value of an assumption was from a day on, as it was written; None where it had none."""

    date: dt.date
    text: str | None


class Assumption(Struct, frozen=True, kw_only=True):
    """A sentence that can turn out to be false, with the quantity it stands for, if any.

    `changed` is the day on which statement or value last changed, or on which it failed, as it is written or as git saw
    its value change, whichever is later. Each piece of `evidence` has the assumption's id. `values` are all that git
    knows of, oldest first, the one of now last; empty where it knows none.
    """

    id: str
    statement: str
    value: Estimate | None = None
    evidence: tuple[Evidence, ...] = ()
    owner: str | None = None
    review_due: dt.date | None = None
    state: AssumptionState = AssumptionState.HOLDS
    changed: dt.date | None = None
    note: str | None = None
    values: tuple[FormerValue, ...] = ()

    def value_on(self, day: dt.date) -> FormerValue | None:
        """What its value was at the end of a day; None where git does not know, or it was not there yet."""
        return next((one for one in reversed(self.values) if one.date <= day), None)


class AssumptionUse(Struct, frozen=True, kw_only=True):
    """Where in a record an assumption is named.

    `stated` is the record's own quantity, as written, where it is another than the assumption's value of now;
    `confirmed` if the two are the same.
    """

    id: str
    field: FieldPath
    stated: str | None = None
    confirmed: bool = False


class Assumptions(Struct, frozen=True, kw_only=True):
    """The shared assumptions of a folder by id, in the order of their file.

    The ids in `unread` stand in the file and cannot be read; where nothing of it can, `is_readable` is False.
    """

    by_id: Mapping[str, Assumption] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    is_readable: bool = True

    def is_unread(self, name: str) -> bool:
        """Whether there may be an assumption of this id, and nobody can say what it says."""
        return not self.is_readable or name in self.unread
