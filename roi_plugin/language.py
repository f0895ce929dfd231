"""The language that texts for people are in: what is written in English is looked up in the catalogue of the language.

A catalogue maps the English text to the same text in another language; where the text depends on a number, to the
pair of its singular and its plural. Values stand as `%(name)s` in both, a percent sign as `%%`, as in gettext.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType

Catalogue = Mapping[str, str | tuple[str, str]]

ENGLISH: Catalogue = MappingProxyType({})
"""No text needs to be looked up."""

_spoken: ContextVar[Catalogue] = ContextVar("spoken", default=ENGLISH)


@contextmanager
def speaking(catalogue: Catalogue) -> Iterator[None]:
    """Within this block all texts are in the language of the `catalogue`; what it lacks stays English."""
    before = _spoken.set(catalogue)
    try:
        yield
    finally:
        _spoken.reset(before)


def speaks_english() -> bool:
    """Whether texts are in English, the language of rules and findings too."""
    return not _spoken.get()


def text(english: str, /, **values: object) -> str:
    """A text with its values put in: plain text, which whoever shows it escapes."""
    return sentence(english) % values


def noted(english: str, /) -> str:
    """A text that `sentence` looks up later: said here so that every catalogue is asked for it."""
    return english


def counted(one: str, several: str, number: int, /, **values: object) -> str:
    """A text that depends on a number, which stands in it as `%(num)s`."""
    return sentences(one, several, number) % {"num": number, **values}


def sentence(english: str) -> str:
    """A text before its values are put in."""
    found = _spoken.get().get(english, english)
    return found if isinstance(found, str) else found[0]


def opening(english: str) -> str:
    """A text as it stands at the beginning of a line: with a capital."""
    said = sentence(english)
    return said[:1].upper() + said[1:]


def sentences(one: str, several: str, number: int) -> str:
    """The text for this number, found under its singular, before its values are put in."""
    found = _spoken.get().get(one)
    singular, plural = found if isinstance(found, tuple) else (one, several)
    return singular if number == 1 else plural
