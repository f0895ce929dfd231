"""What the older texts of a record say that its present one does not: what changed after it was decided."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from roi_plugin.model.finding import FieldPath
from roi_plugin.model.frozen_fields import ChangedLeaf, Scalar


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedField:
    """A value that changed: `key` as `forecast_leaves` tells it, `field` where it stands now, or stood when it is gone.

    `index_key` is the key with the indexes of lists in place of names, `options[1].cost`. `before` is None where there
    was none, `after` where there is none any more. An entry that is new or gone is one value: `hours: 30k per year`.
    """

    key: str
    index_key: str
    field: FieldPath
    before: Scalar | None
    after: Scalar | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LateCriterion:
    """A part of how success is seen that the record did not say so on the day of the first result, `measured`."""

    moved: MovedField
    measured: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedNeed:
    """A decision in `depends_on` (at `index`) that changed since `since`, the day on which it was last counted on.

    `changes` are those of its forecast; `again` is the day on which it was accepted once more after it had ended.
    """

    index: int
    since: dt.date
    changes: tuple[ChangedLeaf, ...]
    again: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPast:
    """What changed of one record and of what it stands on; `accepted` is the day of its acceptance, if git knows it.

    `then` is the data of the text that was accepted, as it was written; empty where its forecast did not change.
    """

    accepted: dt.date | None = None
    moved: tuple[MovedField, ...] = ()
    late: tuple[LateCriterion, ...] = ()
    needs: tuple[ChangedNeed, ...] = ()
    then: Mapping[str, object] = field(default_factory=dict)


NOTHING_PAST = RecordPast()
