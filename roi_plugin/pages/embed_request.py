"""What a fence asks for: its lines, read; or what is wrong with them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from msgspec import Struct

from roi_plugin.model.nearest import nearest
from roi_plugin.pages.page import one_line

LISTS = ("in-force", "proposed", "retired", "overdue", "changed")
CHARTS = ("portfolio", "status", "options")
FIGURES = ("npv", "roi", "gain", "cost", "loss", "verdict")
FILTERS = ("area", "owner", "tag")
NEWEST = 10
"""How many a list shows where nobody says."""
MOST = 100
_KINDS = {"list": LISTS, "chart": CHARTS, "figure": FIGURES}
_KEYS = (*_KINDS, *FILTERS, "newest", "decision")
_LINES, _SHOWN = 20, 40


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedRequest:
    """A part of the register: which `name` of which `kind`; of no area, owner or tag where that is empty.

    `decision` is an id or a number, and set where one decision is asked for. `places` are the lines of the keys,
    counted from 0.
    """

    kind: str
    name: str
    area: str = ""
    owner: str = ""
    tag: str = ""
    newest: int = NEWEST
    decision: str = ""
    places: Mapping[str, int] = field(default_factory=dict, compare=False)

    @property
    def narrowed(self) -> dict[str, str]:
        """What a decision must have to be shown, by the names of the filters."""
        return {key: value for key in FILTERS if (value := str(getattr(self, key)))}


class EmbedFault(Struct, frozen=True, kw_only=True):
    """What is wrong with a fence; `line` counts its own lines from 0."""

    line: int
    message: str


class _Wrong(Exception):  # noqa: N818 - never leaves this module
    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.fault = EmbedFault(line=line, message=message)


def read_request(lines: Sequence[str]) -> EmbedRequest | EmbedFault:
    """Reads lines of the form `key: value`."""
    try:
        return _request(_entries(lines))
    except _Wrong as wrong:
        return wrong.fault


def _entries(lines: Sequence[str]) -> dict[str, tuple[int, str]]:
    found: dict[str, tuple[int, str]] = {}
    if len(lines) > _LINES:
        raise _Wrong(_LINES, f"the fence has {len(lines)} lines: at most {_LINES} are read")
    for at, line in enumerate(lines):
        key, sign, value = (part.strip() for part in line.partition(":"))
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if not sign:
            raise _Wrong(at, f"{_said(line)} is no `key: value`: write for example `list: in-force`")
        if key not in _KEYS:
            raise _Wrong(at, f"{_said(key)} is no key of a fence{_expected(key, _KEYS)}")
        if key in found:
            raise _Wrong(at, f"`{key}` stands here twice: keep one")
        value = _unquoted(value)
        if not value:
            raise _Wrong(at, f"`{key}` has no value: write it behind the colon or take the line out")
        found[key] = at, value
    return found


def _request(found: dict[str, tuple[int, str]]) -> EmbedRequest:
    kinds = [key for key in _KINDS if key in found]
    if len(kinds) != 1:
        said = "nothing says what to show" if not kinds else f"`{kinds[0]}` and `{kinds[1]}` both say what to show"
        raise _Wrong(found[kinds[1]][0] if kinds else 0, f"{said}: write one of `list`, `chart` and `figure`")
    kind = kinds[0]
    at, name = found[kind]
    if name not in _KINDS[kind]:
        raise _Wrong(at, f"{_said(name)} is no {kind}{_expected(name, _KINDS[kind])}")
    about_one = kind == "figure" or name == "options"
    if about_one and "decision" not in found:
        raise _Wrong(at, f'`{kind}: {name}` is about one decision: name it, for example `decision: "0042"`')
    allowed = {kind, "decision"} if about_one else {kind, *FILTERS, "newest"} if kind == "list" else {kind}
    for key, (line, _) in found.items():
        if key not in allowed:
            raise _Wrong(line, f"`{key}` has no meaning for `{kind}: {name}`: take the line out")
    texts = {key: found[key][1] for key in (*FILTERS, "decision") if key in found}
    places = {key: line for key, (line, _) in found.items()}
    return EmbedRequest(kind=kind, name=name, newest=_newest(found.get("newest")), places=places, **texts)


def unknown_value(key: str, value: str, names: Iterable[str]) -> str:
    """What to say where no decision of the site has this area, owner or tag; `names` are those that some have."""
    meant = nearest(value, names)
    asked = f": did you mean {_said(meant)}?" if meant else ": write one that a decision has"
    return f"no decision on this site has the {key} {_said(value)}{asked}"


def _newest(entry: tuple[int, str] | None) -> int:
    if entry is None:
        return NEWEST
    at, text = entry
    if not (text.isascii() and text.isdigit() and len(text) < len(str(MOST)) + 1 and 1 <= int(text) <= MOST):
        raise _Wrong(at, f"`newest` is {_said(text)}: write a whole number from 1 to {MOST}")
    return int(text)


def _expected(text: str, names: Iterable[str]) -> str:
    meant = nearest(text, names)
    return f": did you mean `{meant}`?" if meant else f": write one of {', '.join(f'`{name}`' for name in names)}"


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1].strip() if quoted else value


def _said(text: str) -> str:
    line = one_line(text).replace("`", "'")
    return f"`{line}`" if len(line) <= _SHOWN else f"`{line[:_SHOWN]}…`"
