"""The white space of a theme's templates, which half a page's frame is made of, without changing what is seen."""

import re

_AS_IT_IS = r"<(pre|textarea|script|style)\b.*?</\2\s*>|<!--.*?-->|<[^>]*>"
_SPACE = re.compile(rf"({_AS_IT_IS})|\s+", re.DOTALL | re.IGNORECASE)


def narrowed(html: str) -> str:
    """The same with one character in place of each run of white space between and beside tags: a line break or a blank.

    Tags, scripts, style sheets and preformatted text stay as they are. A run is narrowed by itself alone, so that
    parts which begin and end without white space can be narrowed apart.
    """
    return _SPACE.sub(lambda found: found[1] or ("\n" if "\n" in found[0] else " "), html)
