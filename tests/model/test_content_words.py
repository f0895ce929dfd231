"""Words that carry a text's content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_plugin.model.content_words import STOP_WORDS, content_words, shared_content


@pytest.mark.parametrize(
    "forms",
    [
        "recommendation recommendations",
        "system systems Systems system's",
        "query queries",
        "movie movies",
        "cache caches cached caching",
        "rank ranks ranked ranking",
        "increase increased increases increasing",
        "stop stopped stopping",
        "control controlled controlling",
        "sell selling sells",
        "class classes",
        "process processes processing processed",
        "box boxes",
        "bus buses",
        "agree agreed",
        "apply applied applies applying",
        "embeddings embedding",
    ],
)
def test_the_forms_of_a_word_meet(forms):
    assert len(content_words(forms)) == 1


@pytest.mark.parametrize(
    "words", ["string strong", "thing thin", "speed spend", "status state", "price prize", "cost cast", "add ads"]
)
def test_other_words_stay_apart(words):
    left, right = words.split()
    assert content_words(left).isdisjoint(content_words(right))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We want the new state-of-the-art ranking model", {"stat", "art", "rank", "model"}),
        ("14% of search sessions end without a click; don't wait", {"search", "session", "end", "click", "wait"}),
        ("I need an ML system, and it isn\u2019t there", {"ml", "system"}),
        ("Caf\u00e9 M\u00fcller 2026", {"caf\u00e9", "m\u00fcller"}),
        ("of the 42, a b c!", set()),
        ("", set()),
    ],
)
def test_stop_words_digits_punctuation_and_single_letters_do_not_count(text, words):
    assert content_words(text) == words


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("I need a recommendation system", "We do not have recommendation systems", 1.0),
        ("I need a recommendation system", "Sales are falling, since offers are the same for all", 0.0),
        ("ranking model", "Adopt the new ranking model for hotel search", 1.0),
        ("Adopt the ranking model", "Bookings are lost because the ranking ignores prices", 1 / 3),
        ("the", "the", 0.0),
        ("", "model", 0.0),
    ],
)
def test_what_two_texts_share_is_counted_in_the_shorter(one, other, share):
    assert shared_content(one, other) == shared_content(other, one) == pytest.approx(share)


def test_the_flagship_problem_is_no_request():
    problem = "14% of search sessions end without a click; we lose bookings to direct competitors"
    assert shared_content(problem, "We want the new state-of-the-art ranking model") == 0


@given(st.text(max_size=60))
def test_a_text_shares_all_with_itself(text):
    assert shared_content(text, text) == (1.0 if content_words(text) else 0.0)
    assert all(len(word) > 1 for word in content_words(text))


def test_stop_words_are_words_as_they_are_looked_up():
    assert all(word == word.casefold() and word.isalpha() for word in STOP_WORDS)
