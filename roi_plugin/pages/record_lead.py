"""The top of a decision's page: what it is, whether it binds, and what it is worth, in one glance."""

from collections import Counter
from collections.abc import Collection, Iterator

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from roi_plugin.assess import Judged
from roi_plugin.economics.plain_words import Topic, leading, plain_sentences
from roi_plugin.language import text
from roi_plugin.model.decision import Delivery, Status
from roi_plugin.model.finding import Severity
from roi_plugin.pages.addresses import FLAGS, record_page
from roi_plugin.pages.book import Book, PageLink
from roi_plugin.pages.explained import Explained
from roi_plugin.pages.page import one_line
from roi_plugin.pages.record_strip import strip_facts
from roi_plugin.pages.standing import is_retired, status_now
from roi_plugin.pages.templates import render
from roi_plugin.pages.verdicts import verdict_on, with_titles


class Banner(Struct, frozen=True, kw_only=True):
    """Whether the decision binds, in a sentence, with the generations of its successors.

    `waiting` are those that are named while none is in effect.
    """

    tone: str
    text: str
    chain: tuple[tuple[PageLink, ...], ...] = ()
    waiting: tuple[PageLink, ...] = ()


def record_lead(judged: Judged, book: Book, found: Explained, sections: Collection[str]) -> Markup:
    """Kicker, title, badges, banner, verdict, what it means in plain words, problem and a strip of facts.

    `sections` are the anchors of those that follow.
    """
    decision = judged.decision
    said = verdict_on(judged)
    problem = decision.problem or (decision.goal.problem if decision.goal else None)
    return render(
        "record_lead.html",
        number=decision.number,
        id=decision.id,
        date=decision.date.isoformat(),
        owner=decision.owner,
        area=decision.area,
        title=one_line(decision.title),
        status=status_now(judged).value,
        delivery=decision.delivery.value if decision.delivery else None,
        illustrative=decision.illustrative,
        flags=[(severity.value, count) for severity, count in _flags(judged) if count],
        there=f"#{FLAGS}",
        banner=banner(judged, book),
        tone=said.tone,
        verdict=said.sentence,
        how=_how("range", judged, found, sections),
        plain=list(_plain(judged, found, sections)),
        strip=strip_facts(judged, book.assessment.today),
        problem=problem,
    )


def _plain(judged: Judged, found: Explained, sections: Collection[str]) -> Iterator[tuple[str, str]]:
    """What it means in plain words: each sentence, and where on the page its figures are explained."""
    if judged.appraisal is not None:
        for topic, sentence in plain_sentences(judged.returns, judged.appraisal):
            # What was rejected or reverted may be taken up again; nobody measures for what was replaced or given up.
            if topic == "next" and status_now(judged) in {Status.SUPERSEDED, Status.DEPRECATED}:
                continue
            # Of these sentences the one about the range names an option, and no input that may have the same id.
            said = with_titles(sentence, judged.returns) if topic == "range" else sentence
            yield said, _how(topic, judged, found, sections)


def _how(topic: Topic, judged: Judged, found: Explained, sections: Collection[str]) -> str:
    section = {"driver": "roi-swings", "next": "roi-next"}.get(topic, "")
    if section:
        return f"#{section}" if section in sections else ""
    place = leading(judged.returns)
    keys = {"range": "npv", "risk": "loss", "payback": "payback", "others": "others/npv"}
    return found.href(f"{judged.returns.options[place].id}/{keys[topic]}") if topic and place is not None else ""


def _flags(judged: Judged) -> Iterator[tuple[Severity, int]]:
    found = Counter(finding.severity for finding in judged.findings)
    return ((severity, found[severity]) for severity in Severity)


def banner(judged: Judged, book: Book) -> Banner:
    """Says whether the decision binds now, and if not, what does."""
    here = record_page(judged.decision.path)
    chain = tuple(tuple(book.page_link(here, one) for one in generation) for generation in book.successors(judged))
    waiting = tuple(book.page_link(here, one) for one in book.waiting_successors(judged)) if is_retired(judged) else ()
    if judged.links.in_force:
        return replace(_binding(judged), waiting=waiting)
    if judged.links.successor_withheld:
        return Banner(tone="dead", text=text("No longer in force. What replaced it is not published here."))
    match judged.decision.status:
        case Status.DRAFT:
            said = text("A draft: nothing is decided yet, and it binds nobody.")
        case Status.PROPOSED:
            said = text("Proposed: it binds nobody until it is accepted.")
        case Status.REJECTED if chain:
            said = text("Rejected: this was decided against. What was decided instead:")
        case Status.REJECTED:
            said = text("Rejected: this was decided against; it is kept for its reasons. No successor is in effect.")
        case Status.DEPRECATED if chain:
            said = text("No longer in force: deprecated. What replaced it:")
        case Status.DEPRECATED:
            said = text("No longer in force: deprecated; no successor is in effect.")
        case _ if chain:
            said = text("No longer in force. What replaced it:")
        case _:
            said = text("No longer in force; no successor is in effect.")
    tone = "waits" if judged.decision.status in (Status.DRAFT, Status.PROPOSED) else "dead"
    return Banner(tone=tone, text=said, chain=chain, waiting=waiting)


def _binding(judged: Judged) -> Banner:
    if judged.decision.delivery is Delivery.REVERTED:
        tone, said = (
            "undone",
            text("Accepted, but what was decided was reverted: it binds nobody now. No successor is in effect."),
        )
    elif judged.decision.illustrative:
        tone = "waits"
        said = text("Accepted in the story that it tells: an illustration, which binds nobody.")
    else:
        tone, said = "binds", text("In force: this decision binds now.")
    parts = sorted({link.part for link in judged.links.superseded_by if link.part and link.in_effect})
    if parts:
        said += " " + text("Superseded in part (%(parts)s): see the links below.", parts=", ".join(parts))
    return Banner(tone=tone, text=said)
