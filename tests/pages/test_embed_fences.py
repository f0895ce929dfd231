"""Fences in Markdown and their places in HTML."""

import pytest
from markupsafe import Markup

from roi_plugin.pages.embed_fences import as_places, as_words, put_in, take_out

FENCE = "```roi\nlist: in-force\n```"


@pytest.mark.parametrize(
    "markdown",
    [
        f"before\n{FENCE}\nafter",
        FENCE.replace("`", "~"),
        "- item\n\n    ```roi\n    list: in-force\n    ```",
        "``` roi\nlist: in-force\n`````\n",
    ],
)
def test_a_fence_becomes_a_place_and_no_line_moves(markdown):
    text, (fence,) = take_out(markdown, "a.md")
    assert f"<!--roi-embed:{fence.key}-->" in text
    assert "in-force" not in text
    assert text.count("\n") == markdown.count("\n")
    assert [line.strip() for line in fence.lines] == ["list: in-force"]
    assert markdown.split("\n")[fence.first - 1].strip() == "list: in-force"


@pytest.mark.parametrize(
    "markdown",
    [
        "no fence",
        "```roi\nlist: in-force",
        f"````md\n{FENCE}\n````",
        "~~~\n```roi\n```\n~~~",
        "```roi x\n```",
        "``roi``",
    ],
)
def test_what_is_no_fence_of_ours_stays(markdown):
    assert take_out(markdown, "a.md") == (markdown, ())


def test_the_same_fence_on_two_pages_and_twice_on_one_has_three_keys():
    _, (one, two) = take_out(f"{FENCE}\n\n{FENCE}", "a.md")
    _, (other,) = take_out(FENCE, "b.md")
    assert len({one.key, two.key, other.key}) == 3


def test_a_place_is_filled_once_and_in_code_the_fence_is_shown_again():
    _, (fence,) = take_out("```roi\nlist: <b>\n```", "a.md")
    place = f"<!--roi-embed:{fence.key}-->"
    html = f"<p>{place}</p>\n<li>{place}</li><pre>&lt;!--roi-embed:{fence.key}--&gt;</pre>"
    filled = put_in(html, {fence.key: fence}, lambda _: Markup("<ul></ul>"))
    assert filled == "<ul></ul>\n<li><ul></ul></li><pre>```roi\nlist: &lt;b&gt;\n```</pre>"


def test_a_place_that_nobody_made_shows_nothing():
    assert put_in("<p><!--roi-embed:0123456789abcdef--></p>x", {}, lambda _: Markup("no")) == "x"


def test_places_survive_as_words():
    html = "<p><!--roi-embed:0123456789abcdef--></p>"
    assert "<!--" not in as_words(html)
    assert as_places(as_words(html)) == html
