"""Who signed, what was amended, waived, reviewed."""

import datetime as dt

from msgspec import Struct, field

from roi_plugin.model.blank_texts import says
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.measurement import Observation


class SignOff(Struct, frozen=True, kw_only=True):
    """Who reviewed something, and when."""

    reviewed_by: str | None = None
    date: dt.date | None = None
    ref: str | None = None


class KillIf(Struct, frozen=True, kw_only=True):
    """When to stop: a metric, a threshold, a date."""

    text: str | None = None
    metric: str | None = None
    threshold: str | None = None
    by: dt.date | None = None

    @property
    def says_when(self) -> bool:
        """Whether any part of it says anything."""
        return self.by is not None or any(says(part) for part in (self.text, self.metric, self.threshold))


class Stakeholder(Struct, frozen=True, kw_only=True):
    """For whom the plain-words summary is written."""

    name: str
    cares_about: str | None = None
    agreed: dt.date | bool | None = None


class Waiver(Struct, frozen=True, kw_only=True):
    """A rule that this record is allowed to break, why, by whom, and until when."""

    rule: str
    reason: str
    by: str
    until: dt.date

    @property
    def is_answered_for(self) -> bool:
        """Whether it says why, and who allows it."""
        return says(self.reason) and says(self.by)


class Amendment(Struct, frozen=True, kw_only=True):
    """A change of the forecast after acceptance."""

    date: dt.date
    field: str
    why: str
    from_: str | None = None
    to: str | None = None
    by: str | None = None


class Compliance(Struct, frozen=True, kw_only=True):
    """A legal or privacy review."""

    kind: str
    ref: str | None = None
    date: dt.date | None = None


class Displaced(Struct, frozen=True, kw_only=True):
    """Work that stops because of this decision."""

    what: str
    cost: Estimate | None = None
    why: str | None = None


class Process(Struct, frozen=True, kw_only=True):
    """How the decision was made, judged apart from its outcome."""

    would_decide_same_again: str | None = None
    surprise: str | None = None
    note: str | None = None


class Review(Struct, frozen=True, kw_only=True):
    """What came of it: actuals by line, input or risk id; events are `yes` or `no`."""

    date: dt.date
    by: tuple[str, ...] = ()
    outcome: str | None = None
    actuals: dict[str, Estimate | str] = field(default_factory=dict)
    observations: tuple[Observation, ...] = ()
    process: Process | None = None
    lessons: tuple[str, ...] = ()
    next: str | None = None
    note: str | None = None
