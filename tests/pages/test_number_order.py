"""The order of records by their numbers."""

from roi_plugin.pages.number_order import number_order


def test_numbers_count_by_their_size_and_what_has_none_comes_last():
    texts = ["b", None, "10", "0009", "", "²", "٣", "2"]
    assert sorted(texts, key=number_order) == ["2", "0009", "10", "b", None, "", "²", "٣"]
