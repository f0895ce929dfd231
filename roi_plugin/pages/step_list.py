"""The working of a figure as nested lists: each step with its value, its formula, its notes, and what it stands on."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup, escape

from roi_plugin.economics.step import Step
from roi_plugin.pages.page import one_line

_ONCE = ("input/", "class/")


def step_list(steps: Sequence[Step], currency: str) -> Markup:
    """The steps, those with parts to be opened; an input that several use is told in full where it comes first.

    Figures that stand in a row and come from one formula share a line, and the formula is told with the first.
    """
    told: set[str] = set()
    # Written without templates: a page has hundreds of steps, and each is one short line.
    html = _listed(steps, currency, told, folded=True)
    return Markup(f'<ul class="roi-steps">{html}</ul>')  # noqa: S704 - every text in it is escaped below


def coded(text: str) -> str:
    """A text as HTML, what stands in backticks as code."""
    pieces = one_line(text).split("`")
    return "".join(
        f"<code>{escape(piece)}</code>" if place % 2 else str(escape(piece)) for place, piece in enumerate(pieces)
    )


def _listed(steps: Sequence[Step], currency: str, told: set[str], *, folded: bool) -> str:
    rows = (list(row) for _, row in groupby(steps, key=_row))
    return "".join(f"<li>{_line(row, currency, told, folded=folded)}</li>" for row in rows)


def _row(step: Step) -> str:
    """The same for steps that share a line."""
    return f"= {step.formula}" if step.formula and not (step.parts or step.notes) else step.key


def _line(row: Sequence[Step], currency: str, told: set[str], *, folded: bool) -> str:
    first, *others = row
    lines = ["".join(_step(first, currency, told, folded=folded))]
    lines += [_head(one, currency, "as above" if one.key in told else "") for one in others]
    told.update(one.key for one in others if one.key.startswith(_ONCE))
    return "<br>".join(lines)


def _step(step: Step, currency: str, told: set[str], *, folded: bool) -> Iterator[str]:
    again = step.key in told
    head = _head(step, currency, "as above" if again else step.formula)
    if step.key.startswith(_ONCE):
        told.add(step.key)
    notes = "".join(f"<small>{coded(note)}</small>" for note in step.notes)
    if again or not step.parts:
        yield head if again else head + notes
        return
    parts = f"{notes}<ul>{_listed(step.parts, currency, told, folded=False)}</ul>"
    yield f"<details><summary>{head}</summary>{parts}</details>" if folded else head + parts


def _head(step: Step, currency: str, formula: str) -> str:
    value = "" if step.value is None else f" = <b>{escape(step.worded(currency))}</b>"
    reason = f": {coded(step.reason)}" if step.value is None and step.reason else ""
    return f"{coded(step.label)}{value}{reason}" + (f" <i>{coded(formula)}</i>" if formula else "")
