"""Reads on which day a link in `depends_on` was written, where that was after the acceptance."""

import datetime as dt
from collections.abc import Iterator, Mapping

from roi_plugin.model.acceptance import acceptance
from roi_plugin.model.decision import Status
from roi_plugin.model.history import History, Version
from roi_plugin.sources.past_questions import PresentText, questions_since
from roi_plugin.sources.past_texts import Data, PastTexts, Question

LinkDays = Mapping[str, Mapping[int, dt.date]]
"""By the path of a record and the index of a link, the day on which it was written."""


def link_days(present: Mapping[str, PresentText], history: History, texts: PastTexts, today: dt.date) -> LinkDays:
    """The days of the links that were not there when their record was accepted; one on disk alone is of `today`.

    Raises:
        GitError: git could not be asked for the texts that are not known yet.
    """
    asking = {path: one for path, one in present.items() if _asks(one)}
    accepted = {
        path: question
        for path, one in asking.items()
        if (question := one.question(acceptance(history.of(path)), "links")) is not None
    }
    then = texts.answers(list(accepted.values()))
    changed = {path: asking[path] for path, question in accepted.items() if (question.blob, "links") in then}
    since = {path: tuple(questions_since(one, history, path, accepted[path])) for path, one in changed.items()}
    said = texts.answers([question for versions in since.values() for _, question in versions])
    return {path: dict(_days(one, since[path], said, today)) for path, one in changed.items()}


def _asks(one: PresentText) -> bool:
    return one.decision.status is Status.ACCEPTED and bool(one.decision.depends_on)


def _days(
    one: PresentText,
    since: tuple[tuple[Version, Question], ...],
    said: Mapping[tuple[str, str], Data],
    today: dt.date,
) -> Iterator[tuple[int, dt.date]]:
    now = _links(one.data)
    told = [(version.date, _links(said.get((question.blob, "links"), one.data))) for version, question in since]
    for index, link in enumerate(now):
        day = next((day for day, links in told if link in links), today)
        if not told or link not in told[0][1]:
            yield index, day


def _links(data: Data) -> list[str]:
    written = data.get("depends_on")
    return [str(link) for link in (written if isinstance(written, list) else [written]) if link is not None]
