"""What an uncertain number is called: its name in the record."""


def input_words(key: str) -> str:
    """The name of a variable or event by its key: `sota_bookings.users` for `sota/sota_bookings/users`."""
    inside = key.partition("/")[2] or key
    return inside.replace("/", ".").replace(":", ".")
