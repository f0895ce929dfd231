"""From a model's answers to money: what its hits and misses are worth against those of the baseline."""

from collections.abc import Iterator

from roi_plugin.assess import Judged
from roi_plugin.economics.outcome import Outcome
from roi_plugin.economics.reason_words import reason_words
from roi_plugin.economics.returns import OptionReturns
from roi_plugin.economics.wording import number, percent
from roi_plugin.language import noted, text
from roi_plugin.pages.explained import Explained
from roi_plugin.pages.figure_cells import Cell
from roi_plugin.pages.page import Section
from roi_plugin.pages.templates import render


def outcome_section(judged: Judged, explained: Explained) -> Section | None:
    """The figures of every option that states what its model answers; nothing where none does."""
    if judged.appraisal is None:
        return None
    pairs = zip(judged.returns.options, judged.appraisal.options, strict=True)
    models = [_model(stated, one.outcome, explained) for stated, one in pairs if one.outcome]
    if not models:
        return None
    html = render("record_outcome.html", models=models, currency=judged.returns.currency)
    return Section(anchor="roi-model", title=text("From model outcome to business outcome"), html=html)


def _model(stated: OptionReturns, found: Outcome, explained: Explained) -> dict[str, object]:
    return {
        "title": stated.title or stated.id,
        "rows": [
            (words, explained.cell(cell, f"{stated.id}/outcome/{key}"))
            for words, key, cell in _rows(found)
            if cell.text or cell.reason
        ],
        "notes": (*dict.fromkeys(_reasons(found)), *map(reason_words, found.notes)),
    }


def _rows(found: Outcome) -> Iterator[tuple[str, str, Cell]]:
    bounds = ""
    if found.delta_low is not None and found.delta_high is not None:
        bounds = f"{number(found.delta_low)}..{number(found.delta_high)}"
    yield noted("Gain over the baseline, a year"), "delta_per_year", _cell(found, "delta_per_year", more=bounds)
    yield noted("Worth of the model's answers, a year"), "per_year", _cell(found, "per_year")
    yield noted("The same for one answer"), "per_decision", _cell(found, "per_decision")
    yield noted("One answer of the baseline"), "baseline_per_decision", _cell(found, "baseline_per_decision")
    yield noted("A model without faults, a year"), "ceiling_per_year", _cell(found, "ceiling_per_year")
    yield noted("Way from the baseline to it"), "captured", _cell(found, "captured", share=True)
    yield noted("Saying yes pays from a probability of"), "threshold", _cell(found, "threshold", share=True)


def _cell(found: Outcome, name: str, *, share: bool = False, more: str = "") -> Cell:
    value: float | None = getattr(found, name)
    said = "" if value is None else percent(value) if share else number(value)
    return Cell(text=said, reason=reason_words(found.reasons.get(name)), more=more)


def _reasons(found: Outcome) -> Iterator[str]:
    for reason in found.reasons.values():
        yield text("Not computed: %(reason)s.", reason=reason_words(reason))
