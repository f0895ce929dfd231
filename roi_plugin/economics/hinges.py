"""What an option's result hangs on: how far each input moves it, and what each would have to be to change it."""

from msgspec import Struct

from roi_plugin.economics.break_even import BreakEven, break_evens
from roi_plugin.economics.courses import Course
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.resolution import Resolution
from roi_plugin.economics.sample import Sample
from roi_plugin.economics.tornado import Swing, tornado


class Hinges(Struct, frozen=True, kw_only=True):
    """Swings, the largest first, and break-evens by name; all are empty where they are not known for a `reason`.

    `break_even` is against nothing, `even_with_rival` against the option of the id `rival`, the best of the others;
    without one it is empty.
    """

    tornado: tuple[Swing, ...] = ()
    break_even: tuple[BreakEven, ...] = ()
    rival: str | None = None
    even_with_rival: tuple[BreakEven, ...] = ()
    reason: str | None = None


def hinges(resolution: Resolution, option: int, sample: Sample | None, rival: tuple[int, str] | None = None) -> Hinges:
    """What the option at this place in the record hangs on; `sample` is for lines without a closed form.

    The `rival` is given by its place in the record and its id.
    """
    lines, world = resolution.options, resolution.world
    try:
        course = Course(lines[option], world, sample)
        versus = Course(lines[option], world, sample, against=lines[rival[0]]) if rival else course
    except NoFigureError as reason:
        return Hinges(reason=str(reason))
    even = break_evens(course, resolution)
    # Against an option that is worth nothing it is the same, and most often that is doing nothing.
    same = len(versus.parts) == len(course.parts)
    return Hinges(
        tornado=tornado(course, resolution),
        break_even=even,
        rival=rival[1] if rival else None,
        even_with_rival=() if rival is None else even if same else break_evens(versus, resolution),
    )
