"""The reasons a record gives for or against an option: an amount in the text, or a constraint that left no choice."""

import re

from roi_plugin.model.decision import Decision
from roi_plugin.model.option import Option

DIGIT = re.compile(r"\d")
NUMBER = re.compile(r"(?<![\w.#-])[$€£]?\d[\d.,]*\s?(%|pp|x|[kmb])?(?![\w-])")
OF_WHAT = r"\s?(?:%|pp\b|x\b|[kmb]\b)"
YEAR = rf"(?<!EUR )(?<!USD )(?<!GBP )(?<![$€£\w])(?:\d\d?/)?(?:19|20)\d\d\b(?!{OF_WHAT})"
VERSION = rf"\d{{1,6}}(?:\.\d{{1,6}}){{0,4}}(?!\.?\d|{OF_WHAT})"
NO_AMOUNT = re.compile(
    rf"{YEAR}"
    rf"|\b(?i:versions?|releases?|editions?|generations?) {VERSION}"
    rf"|\b{VERSION} (?i:release|version|edition|generation)\b"
    rf"|\b(?!EUR|USD|GBP)[A-Z]{{2,20}} {VERSION}"
    rf"|(?<=[a-z,] )(?!EUR|USD|GBP)[a-z]?[A-Z]\w{{1,30}} {VERSION}"
    rf"|^[A-Z]\w{{1,30}} {VERSION}(?=[,;.]?$|[,;]| (?:is|was|has)\b)"
)
"""Digits that count nothing: a year, a month of a year, the version of something with a name."""

NO_EVIDENCE = "none"


def names_an_amount(text: str) -> bool:
    """Whether a text holds a number other than a year or a version ("GPT-4", "release 2.0")."""
    if not DIGIT.search(text):
        return False
    return NUMBER.search(NO_AMOUNT.sub(" ", text).casefold()) is not None


def is_ruled_out(option: Option) -> bool:
    """Whether the record says what speaks against an option: a constraint, or an amount in `rejected_because`."""
    return bool(option.constraint) or names_an_amount(option.rejected_because or "")


def is_bound(option: Option, decision: Decision) -> bool:
    """Whether a constraint that rests on evidence rules an option in or out; `none` is no evidence."""
    guesses = {NO_EVIDENCE} | {entry.id for entry in decision.evidence if entry.kind == NO_EVIDENCE}
    return bool(option.constraint) and not guesses.issuperset(option.evidence)
