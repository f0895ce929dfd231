"""Why a figure cannot be computed, in words a person understands."""

SINGLE_NUMBERS = "every amount is a single number, and how far it may be off is not stated"
"""Why there is no chance of loss, no chance to be best and no worth of knowing more."""


class NoFigureError(Exception):
    """A figure cannot be computed; the message is a phrase without a full stop, fit to stand behind a colon."""


class NotKnownError(NoFigureError):
    """The amount itself is no fault: something is not given, has no closed form, or is reported where it stands."""
