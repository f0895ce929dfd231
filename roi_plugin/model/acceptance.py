"""By which version of its record a decision was accepted: the one definition for all that asks what was accepted."""

from roi_plugin.model.decision import ONCE_ACCEPTED, Status
from roi_plugin.model.history import RecordHistory, Version


def acceptance(history: RecordHistory | None) -> Version | None:
    """The version of the first acceptance, whatever the status was called afterwards; None where git knows none.

    An acceptance that was undone is none: a later text is, to the letter, what stood before it, as `git revert` makes
    it. A record that was removed and restored goes on as it was. Where older versions are missing and the first known
    one is accepted already, the acceptance lies before what is known.
    """
    if history is None:
        return None
    at = accepted_at(history)
    if at is None or (at == 0 and not history.is_whole):
        return None
    return history.versions[at] if history.versions[at].state.status == Status.ACCEPTED else None


def accepted_at(history: RecordHistory) -> int | None:
    """The index of the first version that says it was accepted once and was not undone; None where none does."""
    versions = history.versions
    start = 0
    while start < len(versions):
        found = next((at for at in range(start, len(versions)) if _was_accepted(versions[at])), None)
        if found is None:
            return None
        undone = _undone(versions, found)
        if undone is None:
            return found
        start = undone
    return None


def _was_accepted(version: Version) -> bool:
    return version.state.status in ONCE_ACCEPTED


def _undone(versions: tuple[Version, ...], accepted: int) -> int | None:
    """The index of the version that restores what stood before, to the letter; None where none does."""
    before = versions[accepted - 1].blob if accepted else ""
    later = range(accepted + 1, len(versions)) if before else ()
    return next((at for at in later if versions[at].blob == before), None)
