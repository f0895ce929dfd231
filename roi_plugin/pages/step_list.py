"""The working of a figure as nested lists: each step with its value, its formula, its notes, and what it stands on."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from markupsafe import Markup, escape
from msgspec.structs import replace

from roi_plugin.economics.reason_words import reason_words
from roi_plugin.economics.step import Step
from roi_plugin.language import text
from roi_plugin.pages.page import one_line

_ONCE = ("input/", "class/")


def step_list(
    steps: Sequence[Step], currency: str, anchors: Mapping[str, str] = MappingProxyType({}), anchor: str = ""
) -> Markup:
    """The steps, those with parts to be opened; an input that several use is told in full where it comes first.

    Figures that stand in a row and come from one formula share a line, and the formula is told with the first; what
    they are is told with it too, where they differ in a name alone.
    `anchors` are those of steps by key; `anchor` is that of the whole list.
    """
    # Written without templates: a page has hundreds of steps, and each is one short line.
    html = _Steps(currency, anchors).listed(steps, folded=True)
    return Markup(f'<ul class="roi-steps"{_id(anchor)}>{html}</ul>')  # noqa: S704 - every text in it is escaped below


def _id(anchor: str | None) -> str:
    return f' id="{escape(anchor)}"' if anchor else ""


def coded(said: str) -> str:
    """A text as HTML, what stands in backticks as code."""
    pieces = one_line(said).split("`")
    return "".join(
        f"<code>{escape(piece)}</code>" if place % 2 else str(escape(piece)) for place, piece in enumerate(pieces)
    )


class _Steps:
    """Steps as HTML, and which inputs were told in full already."""

    def __init__(self, currency: str, anchors: Mapping[str, str]) -> None:
        self._currency = currency
        self._anchors = anchors
        self._told: set[str] = set()

    def listed(self, steps: Sequence[Step], *, folded: bool) -> str:
        rows = (list(row) for _, row in groupby(steps, key=_row))
        return "".join(f"<li{_id(self._anchors.get(row[0].key))}>{self._line(row, folded=folded)}</li>" for row in rows)

    def _line(self, row: Sequence[Step], *, folded: bool) -> str:
        first, *others = row
        return "<br>".join([self._step(first, folded=folded), *(self._beside(one, first) for one in others)])

    def _beside(self, step: Step, first: Step) -> str:
        label = _shortened(step.label, first.label)
        head = _head(replace(step, label=label), self._currency, text("as above") if step.key in self._told else "")
        if step.key.startswith(_ONCE):
            self._told.add(step.key)
        anchor = self._anchors.get(step.key)
        return f"<span{_id(anchor)}>{head}</span>" if anchor else head

    def _step(self, step: Step, *, folded: bool) -> str:
        again = step.key in self._told
        head = _head(step, self._currency, text("as above") if again else step.formula)
        if step.key.startswith(_ONCE):
            self._told.add(step.key)
        notes = "".join(f"<small>{coded(note)}</small>" for note in step.notes)
        if again or not step.parts:
            return head if again else head + notes
        parts = f"{notes}<ul>{self.listed(step.parts, folded=False)}</ul>"
        return f"<details><summary>{head}</summary>{parts}</details>" if folded else head + parts


def _row(step: Step) -> str:
    """The same for steps that share a line."""
    return f"= {step.formula}" if step.formula and not (step.parts or step.notes) else step.key


def _shortened(label: str, first: str) -> str:
    """Of a label that differs from the one at the head of its line in a name alone, that name."""
    (before, *named), (before_first, *named_first) = label.split("`"), first.split("`")
    is_same = (before, named[1:]) == (before_first, named_first[1:])
    return f"`{named[0]}`" if named and is_same and label != first else label


def _head(step: Step, currency: str, formula: str) -> str:
    value = "" if step.value is None else f" = <b>{escape(step.worded(currency))}</b>"
    reason = f": {coded(reason_words(step.reason))}" if step.value is None and step.reason else ""
    return f"{coded(step.label)}{value}{reason}" + (f" <i>{coded(formula)}</i>" if formula else "")
