"""What was expected of one decision, what came of it and how long it lived, ready for a row."""

from msgspec.structs import replace

from roi_plugin.assess import Judged
from roi_plugin.economics.accounts import Account, Came, account
from roi_plugin.economics.terms import terms_of
from roi_plugin.economics.wording import number
from roi_plugin.language import noted, sentence, text
from roi_plugin.model.lives import Life
from roi_plugin.pages.book import Book
from roi_plugin.pages.figure_cells import Cell

NOT_KNOWN = noted("not known")


def account_of(judged: Judged, book: Book) -> Account:
    """What was expected as it stood when the decision was accepted, where git tells that, and what came."""
    now = _account_of(judged, book)
    if judged.accepted_as is None:
        return now
    then = _account_of(judged.accepted_as, book)
    return replace(now, npv=then.npv, cost=then.cost) if then.currency == now.currency else now


def _account_of(judged: Judged, book: Book) -> Account:
    price = terms_of(judged.decision, book.assessment.policy).person_week
    return account(judged.decision, judged.returns, judged.figures, today=book.assessment.today, person_week=price)


def lived(life: Life | None) -> str:
    """From when to when a decision held; nothing where it never did."""
    if life is None:
        return ""
    if not life.is_over:
        return text("since %(day)s", day=life.start)
    if life.end:
        return text("%(start)s to %(end)s", start=life.start, end=life.end)
    return text("from %(start)s to a day that is not known", start=life.start)


def came(found: Came) -> Cell:
    """What was spent or won, once and a year, and of how many lines that is known."""
    words = [] if found.once is None else [number(found.once)]
    words += [] if found.yearly is None else [text("%(amount)s a year", amount=number(found.yearly))]
    part = (
        text("%(known)s of %(all)s lines", known=found.known, all=found.lines) if words and not found.is_whole else ""
    )
    return Cell(text=f" {text('and')} ".join(words), reason=sentence(NOT_KNOWN), more=part)
