"""The page of a decision as far as it is known without an appraisal: its place, its title, what searches say of it."""

from markupsafe import Markup

from roi_plugin.assess import Judged
from roi_plugin.language import opening, sentence, text
from roi_plugin.pages.addresses import record_page
from roi_plugin.pages.page import Page, Shelf, one_line
from roi_plugin.pages.standing import is_retired, standing
from roi_plugin.pages.verdicts import verdict_on

_BEHIND_BINDING = 0.5


def page_head(judged: Judged) -> Page:
    """The page without its lead and its sections."""
    decision = judged.decision
    said = verdict_on(judged).sentence.replace("`", "")
    return Page(
        path=record_page(decision.path),
        shelf=Shelf.RECORD,
        title=_title(judged),
        description=_description(judged, said),
        tags=decision.tags,
        lead=Markup(),
        body=decision.reasoning,
        body_title=text("Reasoning"),
        source=decision.path,
        search_boost=_BEHIND_BINDING if is_retired(judged) else 1.0,
    )


def _title(judged: Judged) -> str:
    """Number and title; of what no longer binds, with the word why, which search results and tabs then show."""
    decision = judged.decision
    title = f"{decision.number} · {one_line(decision.title)}" if decision.number else one_line(decision.title)
    return f"{title} ({sentence(standing(judged))})" if is_retired(judged) else title


def _description(judged: Judged, said: str) -> str:
    day = judged.decision.date.isoformat()
    if is_retired(judged):
        return f"{text('Retired')}: {sentence(standing(judged))}, {day}. {said}"
    return f"{opening(standing(judged))}, {day}. {said}"
