from roi_plugin.report.table import aligned


def test_columns_are_aligned_by_what_a_terminal_shows():
    rows = [("a", "9", "x"), ("漢字", "10", ""), ("e\u0301", "1", "z")]
    assert aligned(rows, right=(1,)) == ["a      9  x", "漢字  10", "e\u0301      1  z"]


def test_no_rows_are_no_lines():
    assert aligned([]) == []
