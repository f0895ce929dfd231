"""The talk's framework beside the money: its score as stated and as balanced, and how firm it is."""

from collections.abc import Iterator

from msgspec import Struct

from roi_plugin.assess import Judged
from roi_plugin.economics.appraisal import Appraisal, OptionAppraisal
from roi_plugin.economics.framework import Framework
from roi_plugin.economics.plain_words import leading
from roi_plugin.economics.reason_words import reason_words
from roi_plugin.economics.returns import Returns
from roi_plugin.economics.score_words import SCORES_APART, WHOLE
from roi_plugin.economics.wording import percent
from roi_plugin.language import opening, sentence, text
from roi_plugin.pages.addresses import FRAMEWORK
from roi_plugin.pages.explained import Explained
from roi_plugin.pages.figure_cells import Cell, probability
from roi_plugin.pages.page import Section
from roi_plugin.pages.templates import render


class _Scored(Struct, frozen=True, kw_only=True):
    """An option, or the decision as a whole, with the framework of its scores."""

    id: str
    title: str
    chosen: bool
    found: Framework


class _Row(Struct, frozen=True, kw_only=True):
    title: str
    chosen: bool
    levels: tuple[str, ...]
    raw: Cell
    balanced: Cell
    anchored: Cell
    positive: Cell


def framework_section(judged: Judged, found: Explained) -> Section | None:
    """The scores of every scored option and of the decision as a whole; nothing where none are given."""
    if judged.appraisal is None:
        return None
    scored = list(_scored(judged.returns, judged.appraisal))
    if not scored:
        return None
    place = leading(judged.returns)
    html = render(
        "record_framework.html",
        apart=sentence(SCORES_APART),
        rows=[_row(each, found) for each in scored],
        reasons=[f"`{each.id}`: {reason_words(each.found.reason)}" for each in scored if each.found.reason],
        people=list(dict.fromkeys(person for each in scored for person in each.found.assessors)),
        disagreement=_disagreement(judged.appraisal.options[place]) if place is not None else "",
    )
    return Section(anchor=FRAMEWORK, title=text("Framework score"), html=html)


def _scored(returns: Returns, appraisal: Appraisal) -> Iterator[_Scored]:
    for stated, one in zip(returns.options, appraisal.options, strict=True):
        if one.framework:
            yield _Scored(id=one.id, title=stated.title or one.id, chosen=stated.chosen, found=one.framework)
    if appraisal.framework:
        yield _Scored(id=WHOLE, title=opening(WHOLE), chosen=False, found=appraisal.framework)


def _row(each: _Scored, explained: Explained) -> _Row:
    found, bounds, key = each.found, "", ":decision" if each.id == WHOLE else each.id
    if found.low is not None and found.high is not None:
        bounds = f"{percent(found.low, signed=True)}..{percent(found.high, signed=True)}"
    return _Row(
        title=each.title,
        chosen=each.chosen,
        levels=tuple(f"{level.level:.3g}" for level in found.levels),
        raw=explained.cell(_percent(found.raw, found.reason), f"{key}/framework/raw"),
        balanced=explained.cell(
            Cell(text=_percent(found.balanced, found.reason).text, reason=reason_words(found.reason), more=bounds),
            f"{key}/framework/balanced",
        ),
        anchored=explained.cell(_percent(found.anchored, found.reason), f"{key}/framework/anchored"),
        positive=explained.cell(
            Cell(text="" if found.positive_share is None else probability(found.positive_share)),
            f"{key}/framework/positive_share",
        ),
    )


def _percent(value: float | None, reason: str | None) -> Cell:
    return Cell(text="" if value is None else percent(value, signed=True), reason=reason or "")


def _disagreement(one: OptionAppraisal) -> str:
    """Says so where scores and money point in two directions."""
    money, score = one.value.npv.mean, one.framework.balanced if one.framework else None
    if money is None or score is None or money * score >= 0:
        return ""
    if score > 0:
        return text(
            "The scores of `%(option)s` say yes where the money says no: look at what each of them leaves out.",
            option=one.id,
        )
    return text(
        "The scores of `%(option)s` say no where the money says yes: look at what each of them leaves out.",
        option=one.id,
    )
