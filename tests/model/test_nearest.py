import pytest

from roi_plugin.model.nearest import nearest


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("acepted", ["draft", "proposed", "accepted"], "accepted"),
        ("ACCEPTED", ["draft", "accepted"], "accepted"),
        ("prices", ["price", "period"], "price"),
        ("xyz", ["draft", "accepted"], None),
        ("anything", [], None),
        ("ab", ["abc", "abd"], "abc"),
        ("Ab", ["ab", "AB"], "ab"),
    ],
)
def test_the_nearest_name_is_the_one_with_most_in_common(text, names, expected):
    assert nearest(text, names) == expected
