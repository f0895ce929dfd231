"""What a text says was spent before, in its own words; English only, and nothing where the text does not count it."""

import re

HINTS = (
    "already",
    "invested",
    "past",
    "previous",
    "prior",
    "put ",
    "so far",
    "spent",
    "sunk",
    "to date",
    "too much",
    "until now",
)
"""One of these stands in each text that the patterns below find: most records need no second look."""
GONE = r"(?:spent|invested|sunk|put in(?:to)?(?! (?:place|production|operation|service|use|writing)\b))"
CALLED = re.compile(
    rf"\bsunk\b|\balready (?:been )?(?:{GONE}|paid)\b|\b(?:{GONE}|paid) (?:so far|to date|until now|already)\b"
    r"|\b(?:prior|previous|past) (?:spend(?:ing)?|investments?|costs?)\b"
    r"|\b(?:costs?|spend(?:ing)?|investments?) (?:so far|to date)\b",
    re.IGNORECASE,
)
"""Prior spending in the id or title of a cost line."""
NOTED = re.compile(r"\bsunk\b|\balready (?:been )?(?:spent|invested)\b", re.IGNORECASE)
"""Prior spending in the note of a cost, where people also say what they estimated from."""
ARGUED = re.compile(
    rf"\balready (?:been )?{GONE}\b|\b{GONE} (?:so far|to date|until now|already)\b"
    rf"|\b{GONE} (?:[^\s.;:]+ ){{1,4}}already(?=$|[^\w ]| (?:and|so|to)\b)"
    rf"|\b(?:have|'ve) (?:spent|invested) (?:too|so) much\b|\btoo much (?:\w+ ){{0,3}}{GONE}\b"
    r"|\bsunk (?:[^\s.;:]+ ){0,4}into\b|\binvestments? (?:so far|to date|already made)\b",
    re.IGNORECASE,
)
"""Prior spending as a reason."""
SPENT_ON = re.compile(
    r"\b(?:(?:have|has)(?: been)?|we(?:'ve)?) (?:spent|invested|put) (?:[^\s.;:]+ ){0,4}?"
    r"(?:on|in|into) (?:it|this|that)"
    r"(?=$|[^\w ]| (?:and|by now|so|which|model|platform|project|service|system|tool)\b)",
    re.IGNORECASE,
)
"""The same without "already": how much went into it, unless the text says what came of it."""
CAME_OF_IT = re.compile(
    r"\b(?:benchmark\w*|bring\w*|compar\w+|costs?|earn\w*|evaluat\w+|experiment\w*|found|learn\w+|measur\w+|pays?"
    r"|pilot\w*|prototyp\w+|prov\w+|result\w*|sav(?:es?|ings?)|show\w*|test\w*|trials?|tried|works?)\b",
    re.IGNORECASE,
)
NOT_COUNTED_WORDS = r"""
    not(?!\s(?:abandon|give|going|let|lose|stop|throw|want|waste))|without|exclud\w+|ignor\w+|regardless|irrespective|
    whatever|omit\w*|leav\w+\sout|left\sout|gone|irrelevant|apart\sfrom|no\s(?:reason|argument|part)|\w+n't|
    remain\w*|further|additional|from\s(?:here|now)|left\sto|still|more(?!\sthan)|
    per|each|every|an?\s(?:day|week|month|quarter|year)|average|based|estimat\w*|extrapolat\w*|follow\w*|
    cheap\w*|less|fewer|faster|sooner|skills?|know\w*|exist\w*|reus\w*|
    vendors?|suppliers?|partners?|competitors?|customers?|investors?|users?|they
"""
NOT_COUNTED = re.compile(rf"\b(?:{NOT_COUNTED_WORDS})\b", re.VERBOSE | re.IGNORECASE)
"""Words of a text that leaves out what is gone, speaks of what is to come as well, or means something else."""
SPACED = str.maketrans({"\u2019": "'", "_": " ", "-": " "})
"""Keeps the length, so that what is found can be quoted as it is written."""


def may_be_past(text: str) -> bool:
    """Whether a text holds a word without which none of the others finds anything."""
    plain = text.translate(SPACED).casefold()
    return any(hint in plain for hint in HINTS)


def argued(reason: str) -> str:
    """The words of a reason that count what was spent; empty where there are none."""
    return _found(ARGUED, reason) or ("" if CAME_OF_IT.search(reason) else _found(SPENT_ON, reason))


def called(name: str, beside: str) -> str:
    """The words of a cost's id or title that say that it was spent, unless the name `beside` it says otherwise."""
    return _found(CALLED, name, beside)


def noted(note: str) -> str:
    """The words of a cost's note that say that it was spent."""
    return _found(NOTED, note)


def _found(pattern: re.Pattern[str], text: str, beside: str = "") -> str:
    found = pattern.search(text.translate(SPACED))
    if found is None or NOT_COUNTED.search(f"{text} {beside}".translate(SPACED)):
        return ""
    return text[found.start() : found.end()]
