"""Numbers that are one and the same wherever in a decision they stand: the values of shared assumptions."""

from roi_plugin.model.estimate import Estimate

BEFORE = "~assumption/"
"""No line's key begins like this: an option's id begins with a letter or a digit."""


def shared_key(estimate: Estimate, *, share: bool = False) -> str | None:
    """The key of the variable that an assumption's value is in every line; None for a number of the record's own.

    A probability (`share`), and a value with a shape of its own, are drawn otherwise, and so are other variables.
    """
    if not estimate.shared:
        return None
    shape = f"~{estimate.dist}" if estimate.dist else ""
    return f"{BEFORE}{estimate.assumption}{shape}{':p' if share else ''}"
