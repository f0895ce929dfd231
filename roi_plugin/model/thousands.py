"""Numbers that one half of the world reads as thousands: `12.000` is twelve here, and twelve thousand in German."""

import re

_UNCLEAR = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{2}0")


def is_unclear(number: str) -> bool:
    """Whether a number ends in a group of three digits that nobody writes as decimals: their last is a zero."""
    return _UNCLEAR.fullmatch(number) is not None


def both_readings(number: str) -> str:
    """How each of the two numbers is written that an unclear one may mean."""
    return f"write `{number.rstrip('0').rstrip('.')}` or `{number.replace('.', '')}`"
