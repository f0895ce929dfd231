import pytest

from roi_plugin.model.typo_fixes import is_typo_fix


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Cache the embeddings.", "cache the  embeddings"),
        ("We recieve 3 calls a day", "We receive 3 calls a day"),
        ("The colour of the badge", "The color of the badge"),
        ("cache the the results", "cache the results"),
        ("Build log-in pages", "Build login pages"),
        ("It doesn\u2019t pay", "It doesn't pay"),
        ("a nightly job", "the nightly job"),
    ],
)
def test_case_punctuation_articles_and_mistyped_letters_are_typo_fixes(before, after):
    assert is_typo_fix(before, after)
    assert is_typo_fix(after, before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It saves 20 hours", "It saves 30 hours"),
        ("It saves 2.0 hours", "It saves 20 hours"),
        ("It saves 20 %", "It saves 20 EUR"),
        ("It is -5 degrees", "It is 5 degrees"),
        ("latency < 5 ms", "latency > 5 ms"),
        ("It does pay", "It doesn't pay"),
        ("We can host it", "We cannot host it"),
        ("There is now a team", "There is no team"),
        ("the gain is shared", "the pain is shared"),
        ("legal work", "illegal work"),
        ("increase the price", "decrease the price"),
        ("Cache the embeddings", "Cache the embeddings of all pages"),
        ("Cache the embeddings", "Recompute the embeddings"),
        ("it works on p95", "it works on p99"),
        ("", "anything"),
    ],
)
def test_other_words_numbers_signs_and_negations_are_another_text(before, after):
    assert not is_typo_fix(before, after)
    assert not is_typo_fix(after, before)
