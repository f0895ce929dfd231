"""The languages that the site speaks: one file for each, `languages/<code>.json`, beside the English of the code."""

import json
from functools import cache
from importlib.resources import files

from roi_plugin.language import ENGLISH, Catalogue

LANGUAGES = ("en", "de")
"""Codes of the languages that are complete; English is what the code is written in."""


@cache
def catalogue(language: str) -> Catalogue:
    """The texts of a language, by its code as the theme has it (`de`, `pt-BR`); of an unknown one, English."""
    code = language.partition("-")[0].lower()
    if code not in LANGUAGES or code == LANGUAGES[0]:
        return ENGLISH
    file = files("roi_plugin.pages") / "languages" / f"{code}.json"
    written: dict[str, str | list[str]] = json.loads(file.read_text(encoding="utf-8"))
    return {english: found if isinstance(found, str) else (found[0], found[1]) for english, found in written.items()}
