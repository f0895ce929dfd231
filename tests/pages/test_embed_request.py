"""What a fence asks for."""

import pytest

from roi_plugin.pages.embed_request import EmbedFault, EmbedRequest, read_request


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["list: in-force"], EmbedRequest(kind="list", name="in-force")),
        (
            ["list: retired", "", "# a note", "area: 'R: D'", "newest: 5"],
            EmbedRequest(kind="list", name="retired", area="R: D", newest=5),
        ),
        (["chart: status"], EmbedRequest(kind="chart", name="status")),
        (['decision: "0042"', "figure: npv"], EmbedRequest(kind="figure", name="npv", decision="0042")),
    ],
)
def test_lines_say_what_is_asked_for(lines, expected):
    assert read_request(lines) == expected


@pytest.mark.parametrize(
    ("lines", "line", "words"),
    [
        ([], 0, "nothing says what to show: write one of `list`, `chart` and `figure`"),
        (["list: in-forse"], 0, "`in-forse` is no list: did you mean `in-force`?"),
        (["list: 42"], 0, "`42` is no list: write one of `in-force`, `proposed`"),
        (["list: changed", "aera: x"], 1, "`aera` is no key of a fence: did you mean `area`?"),
        (["list: changed", "chart: status"], 1, "`list` and `chart` both say what to show"),
        (["list: changed", "list: changed"], 1, "`list` stands here twice"),
        (["list changed"], 0, "`list changed` is no `key: value`"),
        (["list:"], 0, "`list` has no value"),
        (["figure: npv"], 0, 'is about one decision: name it, for example `decision: "0042"`'),
        (["chart: status", "area: x"], 1, "`area` has no meaning for `chart: status`"),
        (["list: changed", "newest: 0"], 1, "`newest` is `0`: write a whole number from 1 to 100"),
        (["list: changed", "newest: 999999999999"], 1, "write a whole number from 1 to 100"),
        (["list: changed", "newest: \u0663"], 1, "write a whole number from 1 to 100"),
        (["# x"] * 21, 20, "the fence has 21 lines: at most 20 are read"),
    ],
)
def test_a_fault_says_what_is_and_what_was_expected(lines, line, words):
    fault = read_request(lines)
    assert isinstance(fault, EmbedFault)
    assert fault.line == line
    assert words in fault.message
