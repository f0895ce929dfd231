"""The banner of what git cannot tell."""

import pytest

from roi_plugin.model.history import History
from roi_plugin.pages.history_banner import history_banner
from tests.pages.words import words


def test_a_whole_history_has_no_banner():
    assert history_banner(History(), "Then.") == ""


@pytest.mark.parametrize("then", ["", "Until then it waits."])
def test_it_says_what_is_missing_with_the_command_and_what_that_means(then):
    html = history_banner(History(missing="no <b>past</b>: `git init` makes one"), then)
    assert words(html) == f"No <b>past</b>: git init makes one. {then}".strip()
    assert "<code>git init</code>" in html
    assert "<b>" not in html
