import pytest

from roi_plugin.rules.rule_page import RulePage, read_page

WHOLE = """No stop rule.

Asks:    Does it say when
         to stop?
Why:     Because: of this.
Reads:   `kill_if`.
Answer:  Write one.
"""


@pytest.mark.parametrize(
    ("docstring", "page"),
    [
        (
            WHOLE,
            RulePage(
                title="No stop rule",
                asks="Does it say when to stop?",
                why="Because: of this.",
                reads="`kill_if`.",
                answer="Write one.",
            ),
        ),
        ("", RulePage(title="")),
        ("Title.", RulePage(title="Title")),
    ],
)
def test_a_page_is_read_from_the_docstring(docstring, page):
    assert read_page(docstring) == page
