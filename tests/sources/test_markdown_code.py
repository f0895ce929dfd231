"""Code and comments are blanked out of a Markdown text, character for character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_plugin.sources.markdown_code import without_code


@pytest.mark.parametrize(
    "text",
    [
        "```\nCODE\n```\n",
        "```python title=CODE\nCODE\n````\n",
        "~~~\nCODE\n```\nCODE\n~~~\n",
        "- item\n\n    ```\n    CODE\n    ```\n",
        "> ```\n> CODE\n> ```\n",
        "a `CODE` b",
        "a ``CODE ` CODE`` b",
        "a `CODE\nCODE` b",
        "a <!-- CODE\nCODE --> b",
        "a\n\n    CODE\n    CODE\n\nb",
        "a\n\n\tCODE\n",
        "# a\n\n    CODE\n\n    CODE\n",
        "- item\n\na\n\n    CODE\n",
        "- item\n\n*a* b\n\n    CODE\n",
        "1. item\n\n    more\n\n**a**\n\n\tCODE\n",
        ":smile: a\n\n    CODE\n",
    ],
)
def test_code_is_blanked(text: str) -> None:
    blank = without_code(text)
    assert "CODE" not in blank
    assert len(blank) == len(text)
    assert [offset for offset, sign in enumerate(blank) if sign == "\n"] == [
        offset for offset, sign in enumerate(text) if sign == "\n"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "```\nTEXT is not code: the fence never closes\n",
        "a `TEXT b",
        "a ``TEXT` b",
        "a `x\n\nTEXT` b",
        "a \\`TEXT` b",
        "- item\n\n    TEXT\n",
        "1. item\n\n    TEXT\n",
        "!!! note\n\n    TEXT\n",
        '??? note "a"\n    TEXT\n',
        "a\n    TEXT\n",
        "[^1]: a\n\n    TEXT\n",
        "a <!-- TEXT",
        "```\na\n```\nTEXT\n```\nb\n```\n",
    ],
)
def test_text_is_kept(text: str) -> None:
    assert "TEXT" in without_code(text)


@given(st.text("`~ \n\t>-<!ab1.", max_size=200))
def test_offsets_always_hold(text: str) -> None:
    blank = without_code(text)
    assert len(blank) == len(text)
    assert all(new in (old, " ") for old, new in zip(text, blank, strict=True))
