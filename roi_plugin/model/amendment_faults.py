"""Why an amendment of a changed value does not count as the reason for it."""

import datetime as dt
from collections.abc import Iterable, Iterator

from roi_plugin.model.blank_texts import says
from roi_plugin.model.frozen_fields import Scalar, as_written, last_name
from roi_plugin.model.governance import Amendment
from roi_plugin.model.record_past import MovedField
from roi_plugin.model.same_meaning import means_the_same

_LONGEST = 40


def faults(amendment: Amendment, moved: MovedField, first: dt.date, last: dt.date, *, is_exact: bool) -> Iterator[str]:
    """What is wrong with an amendment that names the value; it is to be of a day from `first` to `last`.

    Only one that names the value itself (`is_exact`) is held to what it says that it was, and became.
    """
    if not says(amendment.why):
        yield "does not say why in `why`"
    if amendment.date < first:
        yield f"is dated {amendment.date}, before {first}"
    if amendment.date > last:
        yield f"is dated {amendment.date}, a day to come"
    is_right = is_exact and amendment.to is not None and _is_one(moved, amendment.to, [moved.after])
    if is_exact and amendment.to is not None and moved.after is not None and not is_right:
        yield f"says `to: {_short(amendment.to)}`, and the record says `{_short(moved.after)}`"
    if is_exact and amendment.from_ is not None and moved.before is not None:
        had = moved.last.had if moved.last is not None else [moved.before]
        if not _is_one(moved, amendment.from_, had):
            yield f"says `from: {_short(amendment.from_)}`, which the record did not say since {first}"
    written = (amendment.date.isoformat(), amendment.field, amendment.why)
    if moved.last is not None and not is_right and written in moved.last.amended:
        yield f"was there before the value changed on {moved.last.day}"


def _is_one(moved: MovedField, told: str, values: Iterable[Scalar | None]) -> bool:
    """Whether what an amendment tells is one of the values; of a whole entry any part of it is told."""
    found = [value for value in values if value is not None]
    if moved.is_entry:
        found += [part for value in found for part in str(value).replace(": ", ", ").split(", ")]
    return any(means_the_same(last_name(moved.key), told, each) for each in found)


def _short(value: Scalar | None) -> str:
    text = " ".join(as_written(value if value is not None else "").replace("`", "'").split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
