"""Data for a script, inside a page: JSON that nothing in it can end or open."""

import json

from markupsafe import Markup


def embedded_json(value: object) -> Markup:
    """The value as JSON for a `<template>`, for themes run the scripts of a page, whatever their type; ASCII alone."""
    text = json.dumps(value, separators=(",", ":"), allow_nan=False)
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))  # noqa: S704
