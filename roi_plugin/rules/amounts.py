"""Whether a text names an amount: a number that is not a date, a version, a label, a place in a list or a vote."""

import re

DIGIT = re.compile(r"\d")
NUMBER = re.compile(r"(?<![\w.#-])[$€£]?\d[\d.,]*\s?(%|pp|x|[kmb])?(?![\w-])")

OF_WHAT = (
    r"\s?(?:%|[€$£]|(?:pp|x|[kmb]|EUR|USD|GBP|euros?|dollars?|person-\w+|times|percent|people|teams"
    r"|ms|seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b)"
)
"""What makes an amount of the number before it, whatever else stands around."""
YEAR = rf"(?<!EUR )(?<!USD )(?<!GBP )(?<![$€£\w])(?:\d\d?/)?(?:19|20)\d\d\b(?!{OF_WHAT})"
VERSION = rf"\d{{1,6}}(?:\.\d{{1,6}}){{0,4}}(?!\.?\d|{OF_WHAT})"
MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?\b"
DATES = (
    rf"\b\d\d?(?:\.|st|nd|rd|th)?(?: of)? {MONTH}"
    rf"|\b{MONTH} \d\d?(?=[,.;:)]|$| (?:(?:19|20)\d\d|and|at|by|for|in|on|the|with)\b)"
    r"|\b\d\d?[./]\d\d?[./](?:\d\d){1,2}\b|\b(?:FY ?)?(?:19|20)\d\d[/\u2013-](?:\d\d){1,2}\b|(?<=[Aa]t )\d\d?:\d\d\b"
)
LABEL_WORDS = """
    alternative annex appendix approach article candidate category chapter choice class clause column criterion
    decision figure fortune gate goal industrie industry issue item iteration level line milestone number objective
    option page paragraph part phase pillar point principle priority proposal question requirement round row rule
    scenario section slide solution sprint stage step table ticket tier type variant wave web
"""
LABELS = (
    rf"\b(?i:(?:{'|'.join(LABEL_WORDS.split())})s?|from day|no\.|nr\.) (?:{VERSION}|\d\d?[a-f]\b)"
    rf"(?:(?:, | ?[/\u2013-] ?| and | or | to ){VERSION}){{0,5}}"
)
NAMES = (
    rf"\b(?i:versions?|releases?|editions?|generations?) {VERSION}"
    rf"|\b{VERSION} (?i:release|version|edition|generation)\b"
    rf"|\b(?!EUR|USD|GBP)[A-Z]{{2,20}} {VERSION}"
    rf"|(?<=[a-z,] )(?!EUR|USD|GBP)[a-z]?[A-Z]\w{{1,30}} {VERSION}"
    rf"|^[A-Z]\w{{1,30}} {VERSION}(?=[,;.]?$|[,;]| (?:is|was|has)\b)"
)
PHRASES = (
    rf"\b24 ?[/x\u00d7] ?7(?: ?[/x\u00d7] ?365)?\b|\b(?i:top)[ -]?\d{{1,4}}\b(?!{OF_WHAT})"
    r"|\b\d{1,3} years? (?:plan|roadmap|strategy|vision)\b"
    r"|\b\d{1,3} (?:[a-z]{1,20} )?(?:alternatives|options|pillars|priorities|reasons)\b"
)
VOTES = (
    r"\b\d{1,3} votes?(?: (?:against|to) \d{1,3})?\b"
    r"|\b\d{1,3} (?:out )?of (?:the )?\d{1,3} (?:votes|board|directors|executives|managers|members|voted)\b"
    r"|\b(?i:voted|votes?|majority of) \d{1,3}:\d{1,3}\b"
)
NO_AMOUNT = re.compile(f"{DATES}|{YEAR}|{LABELS}|{NAMES}|{PHRASES}|{VOTES}")
"""Digits that count nothing: a day, a year, `option 2`, the version of something with a name, `24/7`, five votes."""
SCORE = re.compile(
    r"(?<![Ff]rom )(?<![Ff]rom about )(?<!than )(?<![\w.,$€£-])(\d{1,3}) (?:against|to) (\d{1,3})"
    r"(?=[,;)]|\.?$|\. | (?:against|for|in favou?r|votes?)\b)"
)
"""Two numbers with nothing that they count: a vote, when the first is the larger one."""


def names_an_amount(text: str) -> bool:
    """Whether a text holds a number that says how much."""
    return DIGIT.search(text) is not None and NUMBER.search(without_labels(text).casefold()) is not None


def without_labels(text: str) -> str:
    """The text without the numbers that count nothing, and without the words that belong to them."""
    return SCORE.sub(_unless_it_rises, NO_AMOUNT.sub(" ", text)) if DIGIT.search(text) else text


def _unless_it_rises(found: re.Match[str]) -> str:
    return " " if int(found[1]) > int(found[2]) else found[0]
