import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_plugin.errors import UnknownDecisionError
from roi_plugin.model.register import listed, plain_number


@pytest.fixture
def some(register, decision):
    return register(
        decision("0001-cache-embeddings"),
        decision("0007-ranker", id="D-0007", aliases=("old-ranker", "0031")),
        decision("0042-sota", path="search/0042-sota.md"),
        decision("0042-sort", path="shop/0042-sort.md"),
        decision("notes-on-keys"),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0001-cache-embeddings", "0001-cache-embeddings"),
        ("1", "0001-cache-embeddings"),
        ("0001", "0001-cache-embeddings"),
        ("00001", "0001-cache-embeddings"),
        ("D-0007", "D-0007"),
        ("0007-ranker", "D-0007"),
        ("7", "D-0007"),
        ("old-ranker", "D-0007"),
        ("0031", "D-0007"),
        ("notes-on-keys", "notes-on-keys"),
        ("42", None),
        ("0042", None),
        ("0001-cache", None),
        ("d-0007", None),
        ("99", None),
        ("", None),
        ("\u0661", None),
        ("\u00b2", None),
    ],
)
def test_a_link_resolves_by_id_alias_file_name_or_unique_number_and_nothing_else(some, text, expected):
    found = some.resolve(text)
    assert (found and found.id) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1", "0001-cache-embeddings"),
        ("0001-c", "0001-cache-embeddings"),
        ("d-", "D-0007"),
        ("NOTES", "notes-on-keys"),
        ("  0042-sota ", "0042-sota"),
        ("0042-sot", "0042-sota"),
        ("decisions/search/0042-sota.md", "0042-sota"),
        ("decisions\\search\\0042-sota.md", "0042-sota"),
    ],
)
def test_a_person_may_also_give_a_unique_beginning_or_the_file(some, text, expected):
    assert some.find(text).id == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("42", "`42` may mean `0042-sota` and `0042-sort`: write one of them in full"),
        ("0042-so", "`0042-so` may mean `0042-sort` and `0042-sota`: write one of them in full"),
        ("0042-sotta", "`0042-sotta` is no id, alias, number or beginning of an id: did you mean `0042-sota`?"),
        ("0001-cahce-embedings", "did you mean `0001-cache-embeddings`?"),
        ("sota", "beginning of an id: did you mean `0042-sota`?"),
        ("embeddings cache", "beginning of an id: did you mean `0001-cache-embeddings`?"),
        ("sota sort", "`roi list` names them all"),
        ("xyzzy", "`roi list` names them all"),
        ("", "is no id"),
    ],
)
def test_what_cannot_be_found_is_answered_with_what_may_be_meant(some, text, told):
    with pytest.raises(UnknownDecisionError) as raised:
        some.find(text)
    assert told in str(raised.value)


def test_several_ids_with_the_word_are_all_offered(register, decision):
    with pytest.raises(UnknownDecisionError, match="did you mean one of `1-red-queue` and `2-blue-queue`"):
        register(decision("1-red-queue"), decision("2-blue-queue")).find("queue")


def test_an_empty_register_says_that_there_is_nothing_to_find(register):
    with pytest.raises(UnknownDecisionError, match="there are no records"):
        register().find("0001")


@pytest.mark.parametrize("beside", [[], ["0002-b"]])
@pytest.mark.parametrize("text", ["0001-x", "1", "decisions/0001-x.md"])
def test_a_record_with_errors_is_said_to_have_them_whether_alone_or_beside_others(register, decision, beside, text):
    known = register(*map(decision, beside), unread=["0001-x.md"])
    with pytest.raises(UnknownDecisionError, match="has errors and cannot be shown: `roi check` tells which"):
        known.find(text)


def test_another_name_is_told_that_every_record_there_is_has_errors(register):
    with pytest.raises(UnknownDecisionError, match="`0007-y` cannot be shown: no record is without errors"):
        register(unread=["0001-x.md"]).find("0007-y")


def test_two_records_with_one_id_are_told_apart_by_their_files(register, decision):
    twins = register(decision("0001-a", path="y/0001-a.md"), decision("0001-a", path="x/0001-a.md"))
    with pytest.raises(UnknownDecisionError, match=r"`x/0001-a\.md` and `y/0001-a\.md`"):
        twins.find("0001-a")
    assert twins.resolve("0001-a").path == "x/0001-a.md"


def test_decisions_stand_in_the_order_of_their_paths(register, decision):
    assert [one.path for one in register(decision("b"), decision("a")).decisions] == ["a.md", "b.md"]


@pytest.mark.parametrize("reference", ["0010-broken", "10", "0010"])
def test_a_record_that_could_not_be_read_is_known_by_its_file_and_number(register, reference):
    assert register(unread=["old/0010-broken.md"]).is_unread(reference)


def test_a_record_that_does_not_exist_is_not_an_unread_one(register):
    assert not register(unread=["old/0010-broken.md"]).is_unread("11")


@pytest.mark.parametrize(
    ("count", "expected"),
    [(0, ""), (1, "`0`"), (2, "`0` and `1`"), (3, "`0`, `1` and `2`"), (7, "`0`, `1`, `2`, `3`, `4` and 2 more")],
)
def test_a_list_of_names_stops_at_five(count, expected):
    assert listed(str(number) for number in range(count)) == expected


@pytest.mark.parametrize(("text", "expected"), [("0042", "42"), ("42", "42"), ("000", "0"), ("0", "0")])
def test_a_number_is_the_same_with_and_without_zeros(text, expected):
    assert plain_number(text) == expected


@given(st.text(max_size=40), st.text(max_size=3))
def test_any_alias_is_found_again_and_any_other_text_is_no_accident(register, decision, alias, text):
    known = register(decision("0001-a"), decision("0002-b", aliases=(alias,)))
    assert [one.id for one in known.by_alias[alias]] == ["0002-b"]
    found = known.resolve(text)
    assert found is None or text in {found.id, *found.aliases, "1", "01", "001", "2", "02", "002"}


@given(st.text(alphabet="0123456789-abc./\\ ", max_size=12))
def test_any_text_is_found_or_refused_in_words(register, decision, text):
    known = register(decision("0001-a"), decision("0002-b"))
    with contextlib.suppress(UnknownDecisionError):
        assert known.find(text) in known.decisions


def test_the_nearest_id_among_ten_thousand_takes_a_bounded_time(register, decision):
    names = [f"{number:04d}-the-same-words-in-all-{number}" for number in range(10_000)]
    many = register(*(decision(name) for name in names))
    start = time.process_time()
    for name in names[::500]:
        assert many.nearest_id(name.replace("words", "wrods")) == name
    assert time.process_time() - start < 2.0


@pytest.mark.parametrize(
    ("area", "found"),
    [("search", ["0001-a", "0003-c"]), (" Search ", ["0001-a", "0003-c"]), ("shop", []), ("", [])],
)
def test_the_decisions_of_an_area_are_found_however_it_is_written(register, decision, area, found):
    some = register(decision("0003-c", area="SEARCH"), decision("0001-a", area="search "), decision("0002-b"))
    assert [one.id for one in some.in_area(area)] == found
