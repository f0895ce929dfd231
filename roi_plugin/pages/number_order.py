"""The order of records by their numbers, the same wherever they are listed."""


def number_order(number: str | None) -> tuple[bool, int]:
    """The key to sort by: numbers by their size, what has none last; ties are the caller's to part."""
    if number is None or not (number.isascii() and number.isdecimal()):
        return (True, 0)
    return (False, int(number))
