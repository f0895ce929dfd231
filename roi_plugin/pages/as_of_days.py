"""The past of the register as the page of a date tells it: who is who, day by day, and at the end of each quarter."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup
from msgspec import Struct

from roi_plugin.assess import RegisterPast
from roi_plugin.economics.wording import money
from roi_plugin.language import counted, text
from roi_plugin.model.period import quarter_start
from roi_plugin.model.record_then import RecordThen
from roi_plugin.model.replay import Standing
from roi_plugin.model.standing_days import StandingDay
from roi_plugin.pages.addresses import AS_OF, record_page
from roi_plugin.pages.book import Book
from roi_plugin.pages.embedded_json import embedded_json
from roi_plugin.pages.number_order import number_order
from roi_plugin.pages.page import one_line
from roi_plugin.pages.script_words import script_text

QUARTERS = 40
"""How many quarters are told without a script."""
NAMED = 100
"""How many decisions a quarter names at most."""

ORDER = tuple(Standing)
_REMOVED = -1


class RecordLink(Struct, frozen=True, kw_only=True):
    """A record as it is called now, or was called last; `href` is empty where it has no page any more."""

    number: str
    title: str
    href: str


class QuarterRow(Struct, frozen=True, kw_only=True):
    """The register at the end of `date`: how many stand how, in `ORDER`, and the decisions in force, by number.

    `named` are at most `NAMED` of them, `more` the rest.
    """

    date: str
    counts: tuple[int, ...]
    worth: str
    named: tuple[RecordLink, ...]
    more: int


def record_links(past: RegisterPast, book: Book) -> list[RecordLink]:
    """All records of the past, in their places."""
    last: dict[int, RecordThen] = {}
    for day in past.days:
        last |= {step.record: step.then for step in day.steps if step.then is not None}
    pages = {one.decision.path for one in book.assessment.judged} | {file.path for file in book.assessment.broken}
    return [_link(path, last.get(place), book, has_page=path in pages) for place, path in enumerate(past.paths)]


def _link(path: str, then: RecordThen | None, book: Book, *, has_page: bool) -> RecordLink:
    return RecordLink(
        number=one_line(then.number or then.id) if then is not None else "",
        title=one_line(then.title if then is not None else path),
        href=book.addresses.href(AS_OF, record_page(path)) if has_page else "",
    )


def worth(day: StandingDay) -> str:
    """What those in force were expected to bring, as a phrase: "138k EUR and 5.21M USD (16 decisions, 5 without)"."""
    sums = [money(value, currency) for currency, value in day.sums.items()]
    said = f" {text('and')} ".join(filter(None, [", ".join(sums[:-1]), *sums[-1:]]))
    if not said:
        return text("no figure")
    if day.unsummed:
        return counted(
            "%(sum)s (%(num)s decision, %(without)s without a figure)",
            "%(sum)s (%(num)s decisions, %(without)s without a figure)",
            day.summed,
            sum=said,
            without=day.unsummed,
        )
    return counted("%(sum)s (%(num)s decision)", "%(sum)s (%(num)s decisions)", day.summed, sum=said)


def days_json(past: RegisterPast, records: Sequence[RecordLink]) -> Markup:
    """The past for the script: the records, and of each day what the sum was and what began to stand how."""
    told: dict[int, int] = {}
    days = []
    for day in past.days:
        steps = [(step.record, _REMOVED if step.standing is None else ORDER.index(step.standing)) for step in day.steps]
        changed = [[record, place] for record, place in steps if told.get(record, _REMOVED) != place]
        told.update(steps)
        days.append([day.date.isoformat(), worth(day), changed])
    data = {"records": [[one.number, one.title, one.href] for one in records], "days": days, "words": _words()}
    return embedded_json(data)


def _words() -> dict[str, str]:
    return {
        "none": script_text("As of %(day)s no record stood here."),
        "changed": script_text(
            "As of %(day)s, expected NPV of those in force: %(worth)s. Something changed on this day."
        ),
        "unchanged": script_text(
            "As of %(day)s, expected NPV of those in force: %(worth)s. Unchanged since %(since)s."
        ),
        "removed": script_text("removed since"),
    }


def quarters(past: RegisterPast, records: Sequence[RecordLink], today: dt.date) -> list[QuarterRow]:
    """The register as of `today`, then at the end of each quarter before it, newest first."""
    if not past.days:
        return []
    ends = list(_ends(today))
    ends = [end for end in ends if end >= past.days[0].date]
    return list(reversed(list(_rows(past.days, sorted(ends), records))))


def _ends(today: dt.date) -> Iterator[dt.date]:
    yield today
    end = today
    for _ in range(QUARTERS - 1):
        end = quarter_start(end) - dt.timedelta(days=1)
        yield end


def _rows(days: Sequence[StandingDay], ends: Sequence[dt.date], records: Sequence[RecordLink]) -> Iterator[QuarterRow]:
    binding: set[int] = set()
    waiting = iter(days)
    day, following = days[0], next(waiting, None)
    for end in ends:
        while following is not None and following.date <= end:
            day = following
            for step in day.steps:
                (binding.add if step.standing is Standing.IN_FORCE else binding.discard)(step.record)
            following = next(waiting, None)
        yield _row(end, day, sorted(binding, key=lambda place: _by_number(records[place])), records)


def _row(end: dt.date, day: StandingDay, binding: Sequence[int], records: Sequence[RecordLink]) -> QuarterRow:
    counts: Mapping[Standing, int] = day.counts
    return QuarterRow(
        date=end.isoformat(),
        counts=tuple(counts.get(standing, 0) for standing in ORDER),
        worth=worth(day),
        named=tuple(records[place] for place in binding[:NAMED]),
        more=max(0, len(binding) - NAMED),
    )


def _by_number(one: RecordLink) -> tuple[bool, int, str, str]:
    return (*number_order(one.number), one.number, one.title)
