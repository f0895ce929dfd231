"""Whether a text says what is wrong: by a word of trouble, of duty or of business, or by an amount; in English."""

import re

from roi_plugin.rules.amounts import names_an_amount

TROUBLE_WORDS = """
    again bad cannot dear down end ended ends few fewer half hard high late less low lower more never not old only pain
    painful poor rare same stop stopped stops too weak without
"""
TROUBLE_STEMS = """
    abus attack block bottleneck breach break broke bug burden complain confus cost crash deadline decay declin decreas
    delay differ difficult diverg doubl drift drop duplicat error expensive expir fail fall fault fell flak fraud grew
    grow idle impossible incident inconsisten incorrect insecure leak leav limit los manual mistake nobody obsolete
    outage outdat overload overrun quadrupl quit repeat ris rose rot slow spam stale steal stuck tedious tripl unable
    unclear unhappy unknown unreliab unstable unsupported vulnerab wait wast worse wrong
"""
TROUBLE_PHRASES = ("n't", "by hand")
REASON_STEMS = """
    audit complian contract forbid gdpr law legal oblig penal prohibit regulat booking budget churn conversion margin
    profit retention revenue sale spend
"""
"""What makes a problem one, by words, beginnings of words and pieces; they may say too much, for they only silence."""

_SHORTEST = 3
_WORD = re.compile(r"[^\W\d_]+")
_TROUBLES = frozenset(TROUBLE_WORDS.split())
_ALL_STEMS = (TROUBLE_STEMS + REASON_STEMS).split()
_STEMS = {
    head: tuple(stem for stem in _ALL_STEMS if stem.startswith(head))
    for head in {stem[:_SHORTEST] for stem in _ALL_STEMS}
}
"""The beginnings by their first letters: a text is read on every save."""


def says_what_is_wrong(text: str) -> bool:
    """Whether a text in small letters names a trouble, a duty or a business figure, or an amount of any of them."""
    words = _WORD.findall(text)
    return (
        not _TROUBLES.isdisjoint(words)
        or any(word.startswith(_STEMS.get(word[:_SHORTEST], ())) for word in words)
        or any(phrase in text for phrase in TROUBLE_PHRASES)
        or names_an_amount(text)
    )
