"""The quick look at a record's text says what the whole reader says, or asks it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from roi_plugin.model.history import NOTHING_SAID, State
from roi_plugin.sources.record_reader import own_state
from roi_plugin.sources.yaml_text import read_yaml
from tests.repositories import record

NAME = "0001-cache.md"
PLAIN = State(status="accepted", title="Cache the embeddings")


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (NAME, record(), PLAIN),
        (NAME, record(delivery="in-progress"), replace(PLAIN, delivery="in-progress")),
        (NAME, record(id="42"), replace(PLAIN, id="42")),
        (NAME, record(id="0042"), replace(PLAIN, id="0042")),
        (NAME, record(status="accepted # by the board"), PLAIN),
        (NAME, record(status="'accepted'"), PLAIN),
        (NAME, record(status='"accepted"'), PLAIN),
        (NAME, record(status=">-\n  accepted"), PLAIN),
        (NAME, record(status="acepted"), State(title="Cache the embeddings")),
        (NAME, record(status="accepted\n  by nobody"), State(title="Cache the embeddings")),
        (NAME, record(title="Buy: the platform"), NOTHING_SAID),
        (NAME, record(title="'Buy: the platform'"), State(status="accepted", title="Buy: the platform")),
        (NAME, record(title="Ask"), State(status="accepted", title="Ask")),
        (NAME, record(title="2026"), State(status="accepted")),
        (NAME, record(x='1\n"confidentiality": internal'), replace(PLAIN, confidentiality="internal")),
        (NAME, record(x="1\nconfidentiality : internal"), replace(PLAIN, confidentiality="internal")),
        (NAME, record(x="1\n? confidentiality\n: internal"), replace(PLAIN, confidentiality="internal")),
        (NAME, record(problem="|\n  status: rejected"), PLAIN),
        (NAME, "---\n{title: Flow, status: draft, date: 2026-01-01}\n---\n", State(status="draft", title="Flow")),
        (NAME, record() + "\nstatus: rejected\n", PLAIN),
        ("0001-cache.yml", "title: Pure\nstatus: draft\ndate: 2026-01-01\n", State(status="draft", title="Pure")),
        (NAME, "no front matter\nstatus: accepted\n", NOTHING_SAID),
        (NAME, "---\nstatus: accepted\ntitle: Open\n", NOTHING_SAID),
        (NAME, "---\n- a\n- list\n---\n", NOTHING_SAID),
        (NAME, "", NOTHING_SAID),
        ("0001-x.yml", "[" * 9000, NOTHING_SAID),
    ],
)  # fmt: skip
def test_what_a_text_says(name: str, text: str, expected: State) -> None:
    assert own_state(name, text) == expected


_VALUES = st.one_of(
    st.sampled_from(
        ["accepted", "draft", "~", "null", "true", "- a", "&x y", "*x", "!t v", "|", "> ", "{a: b}", "%", "@"]
    ),
    st.text(alphabet=st.sampled_from("ab ad:#'\"\\,[]{}&*!|>%@`-?~0.\t"), max_size=12),
)


@given(status=_VALUES, title=_VALUES, after=st.sampled_from(["", "  more\n", "\n", "# note\n", "status: draft\n"]))
def test_the_quick_look_never_says_otherwise(status: str, title: str, after: str) -> None:
    text = f"title: {title}\nstatus: {status}\n{after}date: 2026-01-01\n"
    read = read_yaml(text)
    whole = read.data if isinstance(read.data, dict) and not read.faults else {}
    said = own_state("0001-x.yml", text)
    if whole:
        known = whole.get("status") if whole.get("status") in {"accepted", "draft"} else None
        assert said.status == known
        named = whole.get("title")
        assert said.title == (named if isinstance(named, str) and named else None)
