"""Where a term that no record states comes from: the policy, or the documented default where the policy is silent."""

from roi_plugin.language import text
from roi_plugin.model.policy import Policy


def policy_words(policy: Policy, entry: str) -> str:
    """The source of an entry, `horizon` or an inner one as `framework.weights.skills`, in words for a working."""
    if entry in policy.stated:
        return text("the policy, `%(entry)s`", entry=entry)
    return text("the documented default of `%(entry)s`", entry=entry)
