"""Who a site or an export is for, and what is kept from the public: drafts, and what is marked as confidential."""

from enum import StrEnum

from roi_plugin.model.decision import Status


class Audience(StrEnum):
    """`internal` readers see every record, the `public` only what may be published."""

    INTERNAL = "internal"
    PUBLIC = "public"


_FOR_ALL = frozenset({None, "public"})


def is_withheld(status: str | None, confidentiality: str | None) -> bool:
    """Whether the public may not see a record that says this of itself; one without a known status says too little."""
    return status in {None, Status.DRAFT} or confidentiality not in _FOR_ALL


def withheld_words(records: int) -> str:
    """How many records the public does not see, and never which: others may read what is told of a build."""
    what = "1 record is" if records == 1 else f"{records} records are"
    return f"{what} kept from the public: drafts, confidential ones and those with errors"
