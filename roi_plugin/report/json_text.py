"""JSON as the product writes it: ASCII only, no NaN, a newline at the end; two spaces for people, none for a site."""

import json


def json_text(value: object) -> str:
    """The value as JSON text; keys stay in the order in which the contract gives them.

    ASCII escapes keep lone surrogates, bidirectional overrides and line separators from terminals and scripts.

    Raises:
        ValueError: a number is not finite; who builds the value says `null` and a reason instead.
    """
    return json.dumps(value, ensure_ascii=True, allow_nan=False, indent=2) + "\n"


def compact_json(value: object) -> str:
    """The same value in as few characters as it takes; ValueError as above."""
    return json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":")) + "\n"
