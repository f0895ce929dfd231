"""An estimate: a quantity with what stands behind it."""

import datetime as dt

from msgspec import Struct

from roi_plugin.model.quantity import Quantity


class Estimate(Struct, frozen=True, kw_only=True):
    """A quantity with what stands behind it; `text` is the quantity as written.

    `shared`: it is the value of the `assumption`, the same number wherever that stands; `stated` is then what the
    record itself writes, if that is another.
    """

    text: str
    quantity: Quantity
    by: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    dist: str | None = None
    source: str | None = None
    retrieved: dt.date | None = None
    assumption: str | None = None
    shared: bool = False
    stated: str | None = None
    note: str | None = None


class Evidence(Struct, frozen=True, kw_only=True):
    """What an estimate or a score rests on."""

    id: str
    kind: str | None = None
    title: str | None = None
    date: dt.date | None = None
    url: str | None = None
    retrieved: dt.date | None = None
    note: str | None = None
