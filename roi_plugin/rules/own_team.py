"""Who stands too near a decision to judge it: its owner, the owner's team, and whoever is called `we`."""

import re

from roi_plugin.model.decision import Decision

_WORDS = re.compile(r"[^\W_]+")
_TEAM = frozenset({"group", "squad", "team", "tribe"})
_FILLERS = frozenset({"and", "by", "my", "our", "own", "the"})
_SELVES = frozenset({"author", "myself", "ourself", "ourselves", "owner", "self", "us", "we"})


def is_own_team(name: str, decision: Decision) -> bool:
    """Whether a name says the decision's owner, or the team of the owner or of the decision's area.

    `search team`, `team-search` and `the search squad` are the same team; `ourselves`, `the team` are the own one.
    """
    words = _words(name)
    if not words:
        return False
    plain = words - _TEAM
    if plain <= _SELVES:
        return True
    return plain == _words(decision.owner) - _TEAM or (plain != words and plain == _words(decision.area) - _TEAM)


def _words(text: str | None) -> frozenset[str]:
    return frozenset(_WORDS.findall(text.casefold())) - _FILLERS if text else frozenset()
