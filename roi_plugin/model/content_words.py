"""The words of an English text that carry its content, in a form in which `systems` and `system` meet."""

import re

_STOP_WORDS = """
    about above after again against ain all along also always an and any anyone anything are aren around as at away
    back be became because become been before being below between both but by can cannot come could couldn did didn do
    does doesn doing don done down during each either else enough even ever every everyone everything few first for from
    full further get gets getting give given go goes going got had hadn has hasn have haven having he her here hers him
    himself his how however if in instead into is isn it its itself just keep kind last least less let like ll lot made
    make makes making many may maybe me mean means might mine more most much must my myself need needs neither never new
    no nobody none nor not nothing now of off often on once one only onto or other others our ours ourselves out over
    own per perhaps please put quite rather re really same say says see seem seems shall she should shouldn since so
    some someone something soon still such take takes than that the their theirs them themselves then there these they
    thing things this those though through to today together too toward towards two under until up upon us use used
    uses using ve very via want wanted wants was wasn way we well went were weren what whatever when where whether which
    while who whole whom whose why will with within without won would wouldn yes yet you your yours yourself
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
"""Words that say little by themselves; the front parts of `don't` and its like are among them."""

_WORD = re.compile(r"[^\W\d_]+")
_TAIL = re.compile(r"['\u2019][^\W\d_]+")
_LEAST_LETTERS = 3
"""What an ending leaves behind: less than that and it was no ending (`bring`, `need`)."""


def content_words(text: str) -> frozenset[str]:
    """The stems of its words, in lower case, without stop words, digits, punctuation and single letters."""
    words = _WORD.findall(_TAIL.sub("", text.casefold()))
    return frozenset(_stem(word) for word in words if len(word) > 1 and word not in STOP_WORDS)


def shared_content(one: str, other: str) -> float:
    """Of the text with fewer content words, the share of them that the other holds too: 0 to 1, 0 without any.

    The overlap coefficient (Szymkiewicz-Simpson), so that a short request inside a long problem is found.
    """
    left, right = content_words(one), content_words(other)
    fewer = min(len(left), len(right))
    return len(left & right) / fewer if fewer else 0.0


def _stem(word: str) -> str:
    """The word without plural, `-ing`, `-ed` and what differs between its forms: a last `e`, `y`, or double letter."""
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = _without(word, "s")
    for ending in ("ing", "ed", "e", "e"):
        word = _without(word, ending)
    if word.endswith("y"):
        word = word[:-1] + "i"
    return word[:-1] if len(word) > _LEAST_LETTERS and word[-1] == word[-2] else word


def _without(word: str, ending: str) -> str:
    stem = word.removesuffix(ending)
    return stem if len(stem) >= _LEAST_LETTERS else word
