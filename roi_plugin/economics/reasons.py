"""Why a figure cannot be computed, in words a person understands."""


class NoFigureError(Exception):
    """A figure cannot be computed; the message is a phrase without a full stop, fit to stand behind a colon."""
