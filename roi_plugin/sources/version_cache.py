"""Reads earlier versions of records and values them, and keeps what they said by their blobs.

It holds under one policy, one set of assumptions and one state of our code.
"""

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from roi_plugin.model.assumption import Assumptions
from roi_plugin.model.decision import Decision, Status
from roi_plugin.model.policy import Policy
from roi_plugin.model.record_then import RecordThen
from roi_plugin.sources.appraisal_key import policy_causes
from roi_plugin.sources.git_history import open_repository
from roi_plugin.sources.kept_file import keep, kept_part, read_kept
from roi_plugin.sources.own_code import code_of
from roi_plugin.sources.record_text import decision_of
from roi_plugin.sources.schemas import schema_text
from roi_plugin.sources.stored_values import plain, sound_value

NAME = "past.json"
Expected = Callable[[Decision, Policy], tuple[str, float | None]]
"""Gives the currency and the expected net present value of a decision's chosen option."""


class Terms(Struct, frozen=True, kw_only=True):
    """What old records are read and valued with: the policy and the assumptions of today."""

    policy: Policy
    assumptions: Assumptions
    expected: Expected


Key = tuple[str, str]
"""A blob, and the path that it stood at: an id may come from the file's name."""


def read_versions(
    root: Path, wanted: Iterable[Key], terms: Terms, path: Path, progress: Callable[[int], None] | None
) -> dict[Key, RecordThen | None]:
    """What each of these versions says, None where it is no sound record; kept in the file `path`.

    What this clone does not hold is left out. `progress` is told how many were read that were not kept.

    Raises:
        GitError: git cannot be asked for them.
    """
    causes = _causes(terms)
    stored = _stored(path, causes)
    found = {key: stored[" ".join(key)] for key in wanted if " ".join(key) in stored}
    missing = sorted(set(wanted) - found.keys())
    if not missing:
        return found
    contents = dict(open_repository(root).texts(sorted({blob for blob, _ in missing})))
    valuer = _Valuer(terms)
    for done, key in enumerate(missing, start=1):
        if key[0] in contents:
            found[key] = valuer.then(key[1], contents[key[0]])
        if progress:
            progress(done)
    entries = {" ".join(key): None if then is None else plain(then) for key, then in found.items()}
    keep(path, {"code": causes, "entries": entries})
    return found


def _causes(terms: Terms) -> str:
    """All that the reading and the valuing of a version depend on beside its text."""
    code = code_of("economics", "model", "sources")
    said = f"{code}\n{policy_causes(terms.policy)}\n{sorted(terms.assumptions.by_id.items())!r}\n"
    return hashlib.sha256((said + schema_text("decision") + schema_text("common")).encode()).hexdigest()


def _stored(path: Path, causes: str) -> dict[str, RecordThen | None]:
    entries = kept_part(read_kept(path, code=causes), "entries")
    found = {key: sound_value(RecordThen, entry) for key, entry in entries.items()}
    return {key: then for key, then in found.items() if then is not None or entries[key] is None}


class _Valuer:
    """Values each economic content once: most versions of a record differ in their status or their prose alone."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._known: dict[str, tuple[str, float | None]] = {}

    def then(self, path: str, content: bytes) -> RecordThen | None:
        decision = decision_of(path, content, self._terms.assumptions)
        return None if decision is None else record_then(decision, *self._expected(decision))

    def _expected(self, decision: Decision) -> tuple[str, float | None]:
        key = repr(_without_moving_parts(decision))
        if key not in self._known:
            self._known[key] = self._terms.expected(decision, self._terms.policy)
        return self._known[key]


def _without_moving_parts(decision: Decision) -> Decision:
    """The decision without what changes often and moves no figure."""
    return replace(
        decision,
        id="",
        path="",
        number=None,
        title="",
        status=Status.DRAFT,
        delivery=None,
        owner=None,
        tags=(),
        aliases=(),
        supersedes=(),
        superseded_by=(),
        depends_on=(),
        related=(),
        waivers=(),
        review_due=None,
        reviews=(),
        reasoning="",
    )


def record_then(decision: Decision, currency: str, expected: float | None) -> RecordThen:
    """What a replay asks of a decision."""
    return RecordThen(
        id=decision.id,
        path=decision.path,
        number=decision.number,
        title=decision.title,
        status=decision.status,
        delivery=decision.delivery,
        aliases=decision.aliases,
        supersedes=decision.supersedes,
        superseded_by=decision.superseded_by,
        currency=currency,
        expected=expected,
    )
