"""Which event a line hangs on: that a gain comes, or that a risk strikes.

Two lines share an event where one takes over the other's amount and probability by `same_as`: the same claim comes
true in both or in neither. A risk with `impact_same_as` has a probability, so an event, of its own.
"""

from roi_plugin.economics.names import Names
from roi_plugin.economics.resolution import Resolution
from roi_plugin.economics.stated_lines import StatedLine


def event_key(line_key: str) -> str:
    """The key of the event that the line of this key happens."""
    return f"{line_key}:event"


def lines_with_events(resolution: Resolution) -> dict[str, str]:
    """Each line with a probability, by its key, and the key of the line whose event it shares; most often its own."""
    lines = [line for option in resolution.options for line in option]
    names = Names(line.stated for line in lines)
    return {line.stated.key: _origin(line.stated, names) for line in lines if line.p and line.flows}


def _origin(line: StatedLine, names: Names) -> str:
    while line.p is None and line.same_as:
        line = names.find(line.same_as, line, lines_only=True)[0].line
    return line.key
