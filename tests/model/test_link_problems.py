import time

import pytest

from roi_plugin.model.finding import Severity, dotted
from roi_plugin.model.finding_names import FINDING_NAMES
from roi_plugin.model.link_problems import link_problems
from roi_plugin.model.register import Register

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def told(register):
    """Record, field, name and severity of every problem."""
    return [
        (path.removesuffix(".md"), dotted(problem.field), problem.name.removeprefix("link/"), problem.severity)
        for path, several in sorted(link_problems(register).items())
        for problem in several
    ]


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        pytest.param([("1-a", {}), ("2-b", {"depends_on": ["1-a"]})], [], id="sound"),
        pytest.param(
            [("1-a", {"depends_on": ["9"]})], [("1-a", "depends_on[0]", "unknown-decision", ERROR)], id="dangling"
        ),
        pytest.param(
            [("1-a", {"related": ["1-a", "9"]})],
            [("1-a", "related[1]", "unknown-decision", ERROR), ("1-a", "related[0]", "self", ERROR)],
            id="self",
        ),
        pytest.param(
            [("1-a", {"supersedes": ["1#2"]})], [("1-a", "supersedes[0]", "self", ERROR)], id="a part of oneself"
        ),
        pytest.param(
            [("1-a", {"depends_on": ["2-b"]}), ("2-b", {"depends_on": ["1-a"]})],
            [("1-a", "depends_on[0]", "cycle", ERROR), ("2-b", "depends_on[0]", "cycle", ERROR)],
            id="circle of dependencies",
        ),
        pytest.param(
            [("1-a", {"supersedes": ["2-b"], "superseded_by": ["2-b"]}), ("2-b", {})],
            [("1-a", "supersedes[0]", "cycle", ERROR), ("1-a", "superseded_by[0]", "cycle", ERROR)],
            id="circle of supersessions written on one side",
        ),
        pytest.param(
            [("1-a", {"id": "X"}), ("2-b", {"id": "X"})],
            [("2-b", "id", "duplicate-id", ERROR)],
            id="one id, two records",
        ),
        pytest.param(
            [("0010-a", {}), ("0010-b", {})],
            [("0010-b", "", "duplicate-number", ERROR)],
            id="one number, two records",
        ),
        pytest.param(
            [("10-a", {"path": "x/10-a.md"}), ("10-a", {"path": "y/10-a.md"})],
            [("y/10-a", "id", "duplicate-id", ERROR)],
            id="one file name in two folders is said once",
        ),
        pytest.param(
            [("1-a", {"aliases": ("2-b",)}), ("2-b", {})],
            [("1-a", "aliases[0]", "alias-clash", ERROR)],
            id="alias that is an id",
        ),
        pytest.param(
            [("1-a", {"aliases": ("0002",)}), ("2-b", {})],
            [("1-a", "aliases[0]", "alias-clash", ERROR)],
            id="alias that is a number",
        ),
        pytest.param(
            [("1-a", {"aliases": ("x",)}), ("2-b", {"aliases": ("x",)})],
            [("1-a", "aliases[0]", "alias-clash", ERROR), ("2-b", "aliases[0]", "alias-clash", ERROR)],
            id="two equal aliases",
        ),
        pytest.param([("1-a", {"aliases": ("1-a", "1", "01-a")})], [], id="aliases of one's own names"),
        pytest.param(
            [("1-a", {"status": "superseded"})], [("1-a", "status", "no-successor", ERROR)], id="superseded by nothing"
        ),
        pytest.param(
            [("1-a", {"status": "superseded", "superseded_by": ["99"]})],
            [("1-a", "superseded_by[0]", "unknown-decision", ERROR)],
            id="superseded by a dangling link is said once",
        ),
        pytest.param(
            [("1-a", {"status": "superseded"}), ("2-b", {"supersedes": ["1-a#3"]})],
            [("1-a", "status", "no-successor", ERROR)],
            id="superseded as a whole when only a part is",
        ),
        pytest.param([("1-a", {"status": "superseded"}), ("2-b", {"supersedes": ["1-a"]})], [], id="derived successor"),
        pytest.param([("1-a", {}), ("2-b", {"supersedes": ["1-a#3"]})], [], id="partly superseded"),
        pytest.param(
            [("1-a", {}), ("2-b", {"supersedes": ["1-a"]})],
            [("1-a", "status", "stale-status", WARNING)],
            id="accepted though superseded",
        ),
        pytest.param(
            [("1-a", {}), ("2-b", {"supersedes": ["1-a"], "status": "proposed"})],
            [("2-b", "supersedes[0]", "not-in-effect", INFO)],
            id="proposed successor",
        ),
        pytest.param(
            [("1-a", {"superseded_by": ["2-b"]}), ("2-b", {"status": "draft"})],
            [("1-a", "superseded_by[0]", "not-in-effect", INFO)],
            id="successor in draft, written on the old side",
        ),
        pytest.param(
            [("1-a", {"status": "superseded"}), ("2-b", {"supersedes": ["1-a"], "status": "proposed"})],
            [("1-a", "status", "not-in-effect", WARNING)],
            id="superseded before the successor is accepted",
        ),
        pytest.param(
            [("1-a", {}), ("2-b", {"supersedes": ["1-a"], "status": "rejected"})],
            [],
            id="rejected successor is history",
        ),
        pytest.param(
            [("1-a", {"superseded_by": ["2-b"]}), ("2-b", {"status": "rejected"})],
            [("1-a", "superseded_by[0]", "not-in-effect", WARNING)],
            id="successor named and rejected",
        ),
        pytest.param(
            [("1-a", {"superseded_by": ["2-b"]}), ("2-b", {"supersedes": ["1-a#3"]})],
            [("1-a", "superseded_by[0]", "sides-disagree", WARNING)],
            id="whole on one side, part on the other",
        ),
        pytest.param(
            [("10-a", {}), ("10-b", {}), ("11-c", {"depends_on": ["10"]})],
            [
                ("10-b", "", "duplicate-number", ERROR),
                ("11-c", "depends_on[0]", "unknown-decision", ERROR),
            ],
            id="a number that two records have names neither",
        ),
    ],
)
def test_what_does_not_hold_is_said_where_it_is_written(register, decision, records, expected):
    assert told(register(*(decision(name, **fields) for name, fields in records))) == expected


@pytest.mark.parametrize(
    ("records", "message", "advice"),
    [
        (
            [("0042-sota-model", {}), ("0050-x", {"superseded_by": ["0042-sota-modle"]})],
            "`0042-sota-modle` is not a decision here: expected the id, alias or number of a record",
            "did you mean `0042-sota-model`?",
        ),
        (
            [("0010-a", {}), ("0010-b", {}), ("0012-c", {})],
            "the number 0010 is also that of `0010-a.md`; a number names one record",
            "give one of them the next free number 0013",
        ),
        (
            [("1-a", {"depends_on": ["2-b"]}), ("2-b", {"depends_on": ["3-c"]}), ("3-c", {"depends_on": ["1-a"]})],
            "a circle: `1-a` depends on `2-b` depends on `3-c` depends on `1-a`",
            "remove the one of these links that is not true",
        ),
        (
            [("1-a", {}), ("2-b", {"supersedes": ["1-a#3"], "status": "proposed"})],
            "`2-b` is proposed: part 3 of `1-a` stays in force until it is accepted",
            "it takes effect with `status: accepted` in `2-b`",
        ),
        (
            [("1-a", {"status": "superseded"}), ("2-b", {"supersedes": ["1-a#3"]})],
            "the status is `superseded`, but only `1-a#3` is superseded; expected a successor of the whole decision",
            "name it in `superseded_by`, write `status: accepted`, for the rest stays in force",
        ),
    ],
)
def test_a_problem_says_what_is_wrong_and_how_to_mend_it(register, decision, records, message, advice):
    found = link_problems(register(*(decision(name, **fields) for name, fields in records)))
    assert (message, advice) in [(problem.message, problem.help) for several in found.values() for problem in several]


def test_a_long_circle_is_named_in_part(register, decision):
    ring = register(*(decision(f"{number}-x", depends_on=[f"{(number + 1) % 9}"]) for number in range(9)))
    messages = {problem.message for several in link_problems(ring).values() for problem in several}
    assert len(messages) == 9
    assert all("... (4 more)" in message for message in messages)


def test_a_link_to_a_record_that_could_not_be_read_is_not_dangling(register, decision):
    known = register(decision("1-a", depends_on=["0010", "10-broken"]), unread=["10-broken.md"])
    assert link_problems(known) == {}


def test_a_successor_that_cannot_be_read_or_shown_is_not_missing(register, decision):
    old, new = decision("1-a", status="superseded"), decision("2-b", status="accepted", supersedes=["1"])
    assert told(register(old)) == [("1-a", "status", "no-successor", ERROR)]
    assert told(register(old, unread=["2-b.md"])) == []
    assert told(Register([old], withheld=[new])) == []


def test_a_number_shared_with_a_record_that_could_not_be_read_is_found(register, decision):
    assert told(register(decision("0010-a"), unread=["old/0010-broken.md"])) == [
        ("0010-a", "", "duplicate-number", ERROR)
    ]


def test_next_free_number_lies_behind_records_that_could_not_be_read_too(register, decision):
    known = register(decision("0010-a"), decision("0010-b"), unread=["0014-broken.md"])
    assert [problem.help for problem in link_problems(known)["0010-b.md"]] == [
        "give one of them the next free number 0015"
    ]


def test_ten_thousand_records_with_wrong_links_take_linear_time(register, decision):
    def seconds(count):
        names = [f"{number:05d}-a-decision-about-something" for number in range(count)]
        wrong = [
            decision(name, depends_on=[f"{name}-gone", names[at - 1]], supersedes=[names[at - 2]])
            for at, name in enumerate(names)
        ]
        start = time.process_time()
        assert len(link_problems(register(*wrong))) == count
        return time.process_time() - start

    assert seconds(10_000) < 5.0


def test_every_name_is_in_the_table(register, decision):
    names = {
        problem.name
        for several in link_problems(register(decision("1-a", related=["1"]))).values()
        for problem in several
    }
    assert names <= set(FINDING_NAMES)
    assert list(FINDING_NAMES) == sorted(FINDING_NAMES)
