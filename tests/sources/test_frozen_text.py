import pytest

from roi_plugin.sources.frozen_text import digest_of

TEXT = 'title: A\nproblem: "slow"\noptions:\n- id: a\n- id: b\n  cost: 3k\nowner: kim\n'
FIELDS = ("problem", "options")


@pytest.mark.parametrize(
    "other",
    [
        TEXT.replace("title: A", "title: B"),
        TEXT.replace("owner: kim", "owner: it's kim"),
        TEXT.replace("owner: kim\n", ""),
        TEXT.replace("owner: kim", "# a remark\n\nowner: kim"),
        TEXT.replace("cost: 3k\n", "cost: 3k   \n"),
        'options:\n- id: a\n- id: b\n  cost: 3k\nproblem: "slow"\n',
    ],
)
def test_what_stands_around_the_fields_does_not_count(other):
    assert digest_of(other, FIELDS) == digest_of(TEXT, FIELDS)


@pytest.mark.parametrize(
    "other",
    [
        TEXT.replace("3k", "4k"),
        TEXT.replace("slow", "dear"),
        TEXT.replace("- id: a\n", ""),
        TEXT.replace("  cost: 3k\n", ""),
        TEXT.replace('problem: "slow"', 'problem: "slow\ntitle2: very"'),
        TEXT.replace("problem:", '"problem":'),
        "{title: A, problem: slow}",
        "",
        "- a\n",
        TEXT + "problem: again\n",
    ],
)
def test_another_text_of_the_fields_or_one_that_cannot_be_told_apart_counts(other):
    assert digest_of(other, FIELDS) != digest_of(TEXT, FIELDS)


@pytest.mark.parametrize("quote", ['"', "'"])
def test_a_text_that_goes_on_at_the_margin_hides_no_change(quote):
    texts = [f"problem: {quote}We\nowner: {word}{quote}\n" for word in ("slow", "dear")]
    assert digest_of(texts[0], FIELDS) != digest_of(texts[1], FIELDS)
