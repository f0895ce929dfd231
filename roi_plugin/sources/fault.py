"""A fault known by where it stands in a file's text, before it is a finding."""

from msgspec import Struct

from roi_plugin.model.finding import Severity


class Fault(Struct, frozen=True, kw_only=True):
    """What is wrong with a text at `start`; offsets count characters from 0, `end` is exclusive."""

    start: int
    end: int
    name: str
    message: str
    help: str | None = None
    severity: Severity = Severity.ERROR
