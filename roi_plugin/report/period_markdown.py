"""What happened to the register in a year, quarter or month, and how it stood at the end, as Markdown."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from roi_plugin.assess import Assessment, Judged
from roi_plugin.economics.costs_only import cost_totals
from roi_plugin.economics.portfolio import member, totals, without_invented
from roi_plugin.economics.portfolio_words import costs_together, returned, together
from roi_plugin.model.decision import Decision, Delivery, Status
from roi_plugin.model.events import SETTINGS, Event, Kind, Step, register_events, steps_since
from roi_plugin.model.period import Period
from roi_plugin.model.register import stem
from roi_plugin.next_review import is_overdue, next_review
from roi_plugin.report.markdown_text import markdown

SOON_DAYS = 90
"""Reviews that are due within so many days after the end are told."""

_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Decided", (Status.ACCEPTED,)),
    ("Proposed", (Status.PROPOSED,)),
    ("Rejected", (Status.REJECTED,)),
    ("Retired", (Status.SUPERSEDED, Status.DEPRECATED)),
    ("Removed", (Kind.REMOVED,)),
    ("Delivered", (Delivery.DELIVERED,)),
    ("Reverted", (Delivery.REVERTED,)),
    ("Reviewed", (Kind.REVIEWED,)),
)


class Ending(Struct, frozen=True, kw_only=True):
    """How the register stood at the end of a period, with appraisals; or `unknown`, a phrase, says why nobody knows."""

    assessment: Assessment | None = None
    unknown: str = ""


def render(period: Period, known: Assessment, ending: Ending) -> str:
    """The report of a period from what is `known` today or on an earlier day."""
    end = min(period.end, known.today)
    by_path = {one.decision.path: one for one in known.judged}
    records = {path: one.decision for path, one in by_path.items()} | {file.path: None for file in known.broken}
    events = [event for event in register_events(records, known.history) if period.start <= event.date <= end]
    lines = [f"# Decisions in {period.name}", "", _span(period, known, end)]
    if known.history.missing is not None:
        lines += ["", f"Not all is known: {markdown(known.history.missing)}."]
    steps = list(_steps(events, by_path, period.start))
    told = [line for title, kinds in _GROUPS for line in _group(title, kinds, steps, by_path)]
    told += _late(events, by_path, period.start)
    lines += told or ["", "Nothing was decided, delivered, reviewed or retired."]
    lines += ["", f"## On {end}", "", *_ending(ending, end)]
    return "\n".join(lines) + "\n"


def _span(period: Period, known: Assessment, end: dt.date) -> str:
    so_far = ", so far" if end < period.end else ""
    return f"From {period.start} to {end}{so_far}, as known on {known.today}, each change on its author's day."


def _steps(events: Sequence[Event], by_path: Mapping[str, Judged], start: dt.date) -> Iterator[tuple[Event, Step]]:
    """What happened in the period, oldest first."""
    for event in reversed(events):
        if event.path not in SETTINGS:
            yield from ((event, step) for step in steps_since(event, _decided(event, by_path), start))


def _decided(event: Event, by_path: Mapping[str, Judged]) -> dt.date | None:
    judged = None if event.is_gone else by_path.get(event.path)
    return judged.decision.date if judged else None


def _group(
    title: str, kinds: Sequence[str], steps: Sequence[tuple[Event, Step]], by_path: Mapping[str, Judged]
) -> Iterator[str]:
    found = [(event, step) for event, step in steps if _kind(step) in kinds]
    if found:
        yield from ("", f"## {title}: {len(found)}", "")
        yield from (f"- {event.date}: {_told(event, step, by_path)}" for event, step in found)


def _late(events: Sequence[Event], by_path: Mapping[str, Judged], start: dt.date) -> Iterator[str]:
    """The records that came in during the period and were decided before it."""
    late = [event for event in reversed(events) if steps_since(event, _decided(event, by_path), start) != event.steps]
    if late:
        yield from ("", f"## Decided earlier and written down now: {len(late)}", "")
        yield from (f"- {_decided(event, by_path)}: {_told(event, event.steps[0], by_path)}" for event in late)


def _kind(step: Step) -> str | None:
    """Where git does not know when it was decided, the record's own date tells."""
    return step.after if step.kind == Kind.DATED else step.kind


def _told(event: Event, step: Step, by_path: Mapping[str, Judged]) -> str:
    judged = None if event.is_gone else by_path.get(event.path)
    if judged is None:
        return markdown(event.title or stem(event.path))
    named = _named(judged.decision)
    if step.kind == Kind.REVIEWED:
        return f"{named}: {markdown(step.after or 'no outcome is given')}"
    if step.kind == Status.SUPERSEDED and judged.links.superseded_by:
        return f"{named}, by {', '.join(markdown(link.id) for link in judged.links.superseded_by if link.in_effect)}"
    replaced = [link.id for link in judged.links.supersedes if link.in_effect and link.part is None]
    if _kind(step) == Status.ACCEPTED and replaced:
        return f"{named}, in place of {', '.join(markdown(one) for one in replaced)}"
    return named


def _named(decision: Decision) -> str:
    owner = f" ({markdown(decision.owner)})" if decision.owner else ""
    return f"{markdown(decision.number or decision.id)} {markdown(decision.title)}{owner}"


def _ending(ending: Ending, end: dt.date) -> Iterator[str]:
    if ending.assessment is None:
        yield f"{markdown(ending.unknown[:1].upper() + ending.unknown[1:])}."
        return
    judged = ending.assessment.judged
    statuses = Counter(one.decision.status for one in judged if not one.binds)
    retired = sum(statuses[one] for one in Status if one not in {Status.DRAFT, Status.PROPOSED})
    in_force = len(judged) - statuses.total()
    drafts = f", {statuses[Status.DRAFT]} in draft" if statuses[Status.DRAFT] else ""
    yield f"- {in_force} in force, {statuses[Status.PROPOSED]} proposed{drafts}, {retired} retired."
    yield from (f"- {markdown(sentence)}" for sentence in _worth(ending.assessment))
    soon = end + dt.timedelta(days=SOON_DAYS)
    yield from _reviews("overdue", judged, is_overdue)
    yield from _reviews(f"due by {soon}", judged, lambda one: one.binds and _is_due(one, end, soon))


def _worth(assessment: Assessment) -> list[str]:
    members = [
        without_invented(member(one.decision, one.appraisal, assessment.policy, in_force=True))
        for one in assessment.judged
        if one.binds and one.appraisal
    ]
    said = [f"{together(one, 'in force')} {returned(one)}" for one in totals(members) if one.count]
    said += [costs_together(one, "in force") for one in cost_totals(one.costs for one in members if one.costs)]
    return said or ["No decision in force has a known value."]


def _is_due(one: Judged, end: dt.date, soon: dt.date) -> bool:
    review = next_review(one, end)
    return review is not None and end <= review.day <= soon and not review.is_overdue


def _reviews(what: str, judged: Sequence[Judged], wanted: Callable[[Judged], bool]) -> Iterator[str]:
    found = sorted(
        (one.decision.review_due, one.decision.path, one) for one in judged if one.decision.review_due and wanted(one)
    )
    yield f"- {len(found)} {'review' if len(found) == 1 else 'reviews'} {what}{':' if found else '.'}"
    yield from (f"    - {due}: {_named(one.decision)}" for due, _, one in found)
