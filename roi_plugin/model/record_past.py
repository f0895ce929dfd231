"""What the older texts of a record say that its present one does not: what changed after it was decided."""

import datetime as dt
from collections.abc import Mapping

from msgspec import Struct, field

from roi_plugin.model.finding import FieldPath
from roi_plugin.model.frozen_fields import ChangedLeaf, Scalar


class LastMove(Struct, frozen=True, kw_only=True):
    """How a value became what it is: the `day` from which it is that, and the values it `had` before, oldest first.

    `amended` are the day, the field and the reason, as written, of each amendment that stood there before this move.
    """

    day: dt.date
    had: tuple[Scalar, ...]
    amended: frozenset[tuple[str, str, str]] = frozenset()


class MovedField(Struct, frozen=True, kw_only=True):
    """A value that changed: `key` as `forecast_leaves` tells it, `field` where it stands now, or stood when it is gone.

    `index_key` is the key with the indexes of lists in place of names, `options[1].cost`. `before` is None where there
    was none, `after` where there is none any more. An entry that is new or gone is one value: `hours: 30k per year`.
    `was` is the older key of a value whose entry was renamed, or of its name. `last` is known where amendments are to
    be held against it. From the day `apart` on it never again was what it was when it was frozen; None where no commit
    tells that.
    """

    key: str
    index_key: str
    field: FieldPath
    before: Scalar | None
    after: Scalar | None
    was: str | None = None
    last: LastMove | None = None
    apart: dt.date | None = None

    @property
    def unheard_since(self) -> dt.date | None:
        """The day from which no amendment can have spoken of what it is now; None where no commit tells that."""
        return self.apart if self.last is None or self.apart is None else self.last.day

    @property
    def is_entry(self) -> bool:
        """Whether it is an entry of a list as a whole, new or gone."""
        return self.key.endswith("]")

    @property
    def is_rename(self) -> bool:
        """Whether it is the name of an entry that else says what it said, or the most of it."""
        name = self.key.rpartition(".")[2]
        is_from_it = self.was is not None and self.was.endswith(f"[{self.before}].{name}")
        return is_from_it and self.key.endswith(f"[{self.after}].{name}")


class LateCriterion(Struct, frozen=True, kw_only=True):
    """A part of how success is seen that the record did not say so on the day of the first result, `measured`."""

    moved: MovedField
    measured: dt.date


class ChangedNeed(Struct, frozen=True, kw_only=True):
    """A decision in `depends_on` (at `index`) that changed since `since`, the day on which it was last counted on.

    `changes` are those of its forecast, of the day `changed` on (None: not known); `again` is the day on which it was
    accepted once more after it had ended.
    """

    index: int
    since: dt.date
    changes: tuple[ChangedLeaf, ...]
    again: dt.date | None = None
    changed: dt.date | None = None


class MovedAssumption(Struct, frozen=True, kw_only=True):
    """A shared assumption whose value changed since the acceptance, last on the day `changed`; None is no value."""

    id: str
    before: str | None
    after: str | None
    changed: dt.date


class RecordPast(Struct, frozen=True, kw_only=True):
    """What changed of one record and of what it stands on; `accepted` is the day of its acceptance, if git knows it.

    `then` is the data of the text that was accepted, as it was written; empty where its forecast did not change.
    `assumed` are the shared assumptions that moved the forecast while the record stayed the same.
    """

    accepted: dt.date | None = None
    moved: tuple[MovedField, ...] = ()
    late: tuple[LateCriterion, ...] = ()
    needs: tuple[ChangedNeed, ...] = ()
    then: Mapping[str, object] = field(default_factory=dict)
    assumed: tuple[MovedAssumption, ...] = ()


NOTHING_PAST = RecordPast()
