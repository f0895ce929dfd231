"""How many examples a slow property gets."""

import os

_DEEPER = 40


def few(examples: int) -> int:
    """So many in every run, and many times as many where HYPOTHESIS_PROFILE=explore looks for new ones."""
    return examples * _DEEPER if os.environ.get("HYPOTHESIS_PROFILE") == "explore" else examples
