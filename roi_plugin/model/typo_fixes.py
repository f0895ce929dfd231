"""Whether one sentence is another one with its typos mended, and still says the same."""

import re

from roi_plugin.model.near_miss import one_letter_apart

_TOKEN = re.compile(r"[-+]?\d+(?:[.,:]\d+)*[^\W\d_]*|[^\W\d_]+(?:['\u2019][^\W\d_]+)*|[<>=\u2264\u2265%\u20ac$\u00a3]")
_ARTICLES = frozenset({"a", "an", "the"})
_NEGATIONS = frozenset({"cannot", "neither", "never", "no", "nobody", "none", "nor", "not", "nothing", "without"})
_SIGNS = "-+<>=\u2264\u2265%\u20ac$\u00a3"


def is_typo_fix(before: str, after: str) -> bool:
    """Whether two texts say the same but for case, punctuation, spacing, articles and single mistyped letters.

    A number, a sign or a negation that changed is never a typo, nor is another first letter of a word.
    """
    one, other = _words(before), _words(after)
    if [word for word in one if _must_stay(word)] != [word for word in other if _must_stay(word)]:
        return False
    if "".join(one) == "".join(other):
        return True
    return len(one) == len(other) and all(_is_one_word(*pair) for pair in zip(one, other, strict=True))


def _words(text: str) -> list[str]:
    """The words and numbers in lower case, without articles and without a word that stands there twice in a row."""
    tokens = [token.replace("\u2019", "'") for token in _TOKEN.findall(text.casefold())]
    words = [token for token in tokens if token not in _ARTICLES]
    return [word for at, word in enumerate(words) if at == 0 or word != words[at - 1] or _must_stay(word)]


def _must_stay(word: str) -> bool:
    return word[0] in _SIGNS or any(letter.isdecimal() for letter in word) or word in _NEGATIONS or "n't" in word


def _is_one_word(before: str, after: str) -> bool:
    return before == after or (before[0] == after[0] and one_letter_apart(before, after))
