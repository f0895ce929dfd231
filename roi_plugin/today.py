"""The day the doors pass to the core: asked for, or SOURCE_DATE_EPOCH, or the clock."""

import datetime as dt
import os

from roi_plugin.errors import BadSettingError


def today(asked: str | None = None) -> dt.date:
    """The day to judge by, in UTC.

    Raises:
        BadSettingError: the day or SOURCE_DATE_EPOCH cannot be read.
    """
    if asked is not None:
        return day(asked, option="--today")
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return dt.datetime.now(tz=dt.UTC).date()
    try:
        return dt.datetime.fromtimestamp(int(epoch), tz=dt.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise BadSettingError(f"SOURCE_DATE_EPOCH is {epoch!r}: expected whole seconds since 1970") from None


def past_day(asked: str | None) -> dt.date | None:
    """The day of `--as-of`; None where it is not asked for, or where the register of then is the present one.

    Raises:
        BadSettingError: it is no such day, or it has not come yet.
    """
    found, now = None if asked is None else day(asked, option="--as-of"), today()
    if found is not None and found > now:
        raise BadSettingError(f"{found} has not come on {now}: nothing is known of it, leave --as-of out for today")
    return None if found == now else found


def day(text: str, *, option: str) -> dt.date:
    """A day written as YYYY-MM-DD on the command line.

    Raises:
        BadSettingError: it is no such day.
    """
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise BadSettingError(f"{text!r} is not a day: write {option} as YYYY-MM-DD") from None
