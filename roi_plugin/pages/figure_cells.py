"""Figures as a table shows them: short words, or a dash with the reason why there is none."""

from typing import Protocol

from msgspec import Struct

from roi_plugin.economics.reason_words import reason_words
from roi_plugin.economics.single_figures import SingleFigure
from roi_plugin.economics.wording import number, percent

_NEAR = 0.005


class Cell(Struct, frozen=True, kw_only=True):
    """What stands in a cell: `text`, or nothing and a `reason`; `more` stands small below it.

    `href` leads from the text to how it was computed, `more_href` from what stands below.
    """

    text: str = ""
    reason: str = ""
    more: str = ""
    href: str = ""
    more_href: str = ""


class _Mean(Protocol):
    @property
    def mean(self) -> float | None: ...
    @property
    def reason(self) -> str | None: ...


class _Value(Protocol):
    @property
    def value(self) -> float | None: ...
    @property
    def reason(self) -> str | None: ...


class _Spread(_Mean, Protocol):
    @property
    def p5(self) -> float | None: ...
    @property
    def p95(self) -> float | None: ...


def amount(figure: _Mean) -> Cell:
    """The mean of a figure in money, without its currency."""
    return Cell(text="" if figure.mean is None else number(figure.mean), reason=reason_words(figure.reason))


def spread(figure: _Spread) -> Cell:
    """The mean of a figure in money with its 90 % range below it, where it has one."""
    cell = amount(figure)
    if figure.p5 is None or figure.p95 is None or number(figure.p5) == number(figure.p95):
        return cell
    return Cell(text=cell.text, reason=cell.reason, more=f"{number(figure.p5)}..{number(figure.p95)}")


def ratio(figure: _Mean) -> Cell:
    """A return as percent with its sign."""
    return Cell(
        text="" if figure.mean is None else percent(figure.mean, signed=True), reason=reason_words(figure.reason)
    )


def single(figure: _Value) -> Cell:
    """One number in money, without its currency."""
    return Cell(text="" if figure.value is None else number(figure.value), reason=reason_words(figure.reason))


def share(figure: _Value) -> Cell:
    """A probability."""
    return Cell(text="" if figure.value is None else probability(figure.value), reason=reason_words(figure.reason))


def rate(figure: SingleFigure) -> Cell:
    """A yearly rate of return."""
    text = "" if figure.value is None else percent(figure.value, signed=True)
    return Cell(text=text, reason=reason_words(figure.reason))


def probability(value: float) -> str:
    """A probability as percent without decimals, `79 %`; what only rounds to never or always is not said to be."""
    if 0 < value < _NEAR:
        return "< 1 %"
    if 1 - _NEAR < value < 1:
        return "> 99 %"
    return percent(round(value, 2))
