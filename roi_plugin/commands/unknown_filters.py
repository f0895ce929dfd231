"""What to say of a filter that names what no decision has: an empty list alone looks like an answer."""

from collections.abc import Iterator, Mapping, Sequence

from roi_plugin.model.decision import Decision
from roi_plugin.model.facets import known_values
from roi_plugin.model.nearest import nearest

_MOST = 12
_ALL = {"owner": "owners", "area": "areas", "tag": "tags", "objective": "objectives"}


def unknown_filters(decisions: Sequence[Decision], asked: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """A sentence for each value asked for, by the filter's name, that no decision has, with the nearest one or some."""
    for name, values in asked.items():
        known = known_values(name, decisions)
        for value in values:
            if value not in known:
                yield f"no decision here has the {name} `{value}`{_instead(value, known, _ALL[name])}"


def _instead(value: str, known: Sequence[str], plural: str) -> str:
    if meant := nearest(value, known):
        return f": did you mean `{meant}`?"
    if not known:
        return f": there are no {plural}"
    named = ", ".join(f"`{name}`" for name in known[:_MOST])
    return f": the {plural} are {named}{', ...' if len(known) > _MOST else ''}"
