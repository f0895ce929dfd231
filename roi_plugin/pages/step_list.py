"""The working of a figure as nested lists: each step with its value, its formula, its notes, and what it stands on."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from roi_plugin.economics.step import Step
from roi_plugin.pages.page import one_line

_OPEN = '<details class="roi-lines roi-step"><summary>{}</summary>'
_ONCE = ("input/", "class/")


def step_list(steps: Sequence[Step], currency: str) -> Markup:
    """The steps, those with parts to be opened; an input that several use is told in full where it comes first."""
    told: set[str] = set()
    # Written without templates: a page has hundreds of steps, and each is one short line.
    html = "".join(f"<li>{''.join(_step(step, currency, told, folded=True))}</li>" for step in steps)
    return Markup(f'<ul class="roi-steps">{html}</ul>')  # noqa: S704 - every text in it is escaped below


def coded(text: str) -> str:
    """A text as HTML, what stands in backticks as code."""
    pieces = one_line(text).split("`")
    return "".join(
        f"<code>{escape(piece)}</code>" if place % 2 else str(escape(piece)) for place, piece in enumerate(pieces)
    )


def _step(step: Step, currency: str, told: set[str], *, folded: bool) -> Iterator[str]:
    again = step.key in told
    head = _head(step, currency, again=again)
    if step.key.startswith(_ONCE):
        told.add(step.key)
    if again or not (step.notes or step.parts):
        yield head
        return
    yield _OPEN.format(head) if folded else head
    yield from (f'<p class="roi-soft">{coded(note)}</p>' for note in step.notes)
    if step.parts:
        yield "<ul>"
        yield from (f"<li>{''.join(_step(part, currency, told, folded=False))}</li>" for part in step.parts)
        yield "</ul>"
    if folded:
        yield "</details>"


def _head(step: Step, currency: str, *, again: bool) -> str:
    value = "" if step.value is None else f" = <strong>{escape(step.worded(currency))}</strong>"
    reason = f": {coded(step.reason)}" if step.value is None and step.reason else ""
    formula = "as above" if again else coded(step.formula)
    return f"{coded(step.label)}{value}{reason}" + (f' <span class="roi-formula">{formula}</span>' if formula else "")
