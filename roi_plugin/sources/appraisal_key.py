"""By what a stored appraisal is known: the digest of all that it was computed from."""

import dataclasses
import hashlib
import json

from roi_plugin.model.policy import Judging, Policy, RuleLimits
from roi_plugin.sources.own_code import code_of
from roi_plugin.sources.record_files import RecordFile

MOVE_NO_FIGURE = frozenset(
    {
        *("title", "problem", "reasoning", "aliases", "deciders", "decision-makers", "approvers", "consulted"),
        *("informed", "stakeholders", "compliance", "supersedes", "superseded_by", "related", "review_due"),
    }
)
"""The fields of a record that the engine does not read: words, people and links."""


class AppraisalKeys:
    """The keys of records under one policy and this engine: a change of any cause is another key."""

    def __init__(self, policy: Policy) -> None:
        self._common = f"{code_of('economics', 'model')}\n{policy_causes(policy)}\n".encode()

    def of(self, file: RecordFile) -> str:
        """The key of a record: of its data in one order of the keys, without what moves no figure."""
        data = {key: value for key, value in (file.data or {}).items() if key not in MOVE_NO_FIGURE}
        causes = json.dumps(data, sort_keys=True, ensure_ascii=True).encode()
        return hashlib.sha256(self._common + causes).hexdigest()


def policy_causes(policy: Policy) -> str:
    """What of a policy a figure depends on: not how strictly records are judged."""
    return repr(dataclasses.replace(policy, limits=RuleLimits(), judging=Judging()))
