"""Why a figure cannot be computed, in words a person understands."""


class NoFigureError(Exception):
    """A figure cannot be computed; the message is a phrase without a full stop, fit to stand behind a colon."""


class NotKnownError(NoFigureError):
    """The amount itself is no fault: something is not given, has no closed form, or is reported where it stands."""
