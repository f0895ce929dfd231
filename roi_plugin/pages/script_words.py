"""Texts for our scripts, in the language of the page: their values stand as `{name}`, for the script puts them in."""

from markupsafe import Markup

from roi_plugin.language import sentence, sentences
from roi_plugin.pages.embedded_json import embedded_json


class _Places(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


def script_text(english: str, /) -> str:
    """A text whose values the script puts in."""
    return sentence(english) % _Places()


def script_forms(one: str, several: str, /) -> list[str]:
    """The singular and the plural of a text that depends on a number."""
    return [sentences(one, several, number) % _Places() for number in (1, 2)]


def script_words(**words: str | list[str]) -> Markup:
    """The texts of a script that needs no other data, as JSON for a `<template>`."""
    return embedded_json(words)
