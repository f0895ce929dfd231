"""What became of a decision, as lines for a terminal."""

from collections.abc import Iterator

from roi_plugin.assess import Judged
from roi_plugin.model.event_words import event_words
from roi_plugin.model.events import Event, git_events, record_events
from roi_plugin.report.table import indented
from roi_plugin.report.terminal import safe

_MOST = 8
_SHORT = 8


def history_lines(judged: Judged) -> Iterator[str]:
    """The newest changes of the record under a heading, the newest first; nothing where git knows none."""
    history = judged.history
    if history is None:
        return
    events = list(git_events(judged.decision.path, judged.decision.title, history))
    if not events and history.is_whole:
        return
    yield "History"
    yield from indented([_row(event) for event in events[::-1][:_MOST]]) if events else ()
    if len(events) > _MOST:
        yield f"  {len(events) - _MOST} older: `--format json` has them all"
    if not history.is_whole:
        yield "  older changes are not in this clone"


def last_change(judged: Judged) -> tuple[str, str]:
    """The day of the last change and what it was, reviews and amendments included; two dashes where none is known."""
    events = record_events(judged.decision.path, judged.decision, judged.history)
    return (events[-1].date.isoformat(), safe(event_words(events[-1]))) if events else ("-", "-")


def _row(event: Event) -> tuple[str, str, str]:
    made = [event.author, f"#{event.pull_request}" if event.pull_request else None, (event.commit or "")[:_SHORT]]
    by = ", ".join(safe(part) for part in made if part) if event.commit else "not committed yet"
    return event.date.isoformat(), safe(event_words(event)), by
