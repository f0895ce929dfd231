"""A link must lead to a file of the folder, or out by a safe scheme."""

import pytest

from roi_plugin.sources.link_targets import Surroundings, link_faults

FILES = {
    "0001-first.md",
    "0002-second.yml",
    "index.md",
    "team/0003-third.md",
    "team/index.md",
    "team/chart one.png",
    "data/README.md",
}


AROUND = Surroundings(files=FILES, outside={"../src/cache.py", "../.."}.__contains__)


def names(body: str, path: str = "0001-first.md") -> list[str]:
    return [fault.name for fault in link_faults(body, path=path, around=AROUND)]


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("0002-second.yml", "0001-first.md"),
        ("0002-second.md", "0001-first.md"),
        ("0001-first.yml", "0002-second.yml"),
        ("team/0003-third.md#costs", "0001-first.md"),
        ("../0001-first.md?x=1", "team/0003-third.md"),
        ("./chart%20one.png", "team/0003-third.md"),
        ("<chart one.png>", "team/0003-third.md"),
        ("team/", "0001-first.md"),
        ("team", "0001-first.md"),
        ("data/", "0001-first.md"),
        ("#costs", "0001-first.md"),
        ("", "0001-first.md"),
        ("https://example.org/a:b", "0001-first.md"),
        ("HTTP://example.org", "0001-first.md"),
        ("mailto:kim@example.org", "0001-first.md"),
        ("0001\\-first.md", "0001-first.md"),
        ("../src/cache.py#L3", "0001-first.md"),
        ("../../src/cache.py", "team/0003-third.md"),
    ],
)
def test_a_good_link_is_silent(target: str, path: str) -> None:
    assert names(f"[a]({target})", path) == []


@pytest.mark.parametrize(
    "target",
    [
        "nope.md",
        "0001-FIRST.md",
        "../0001-first.md",
        "team/../../x.md",
        "/0001-first.md",
        "nope/",
        "0001-first.html",
        "a%00",
    ],
)
def test_a_link_to_no_file_is_found(target: str) -> None:
    assert names(f"text [a]({target}) text") == ["link/dead-file"]


@pytest.mark.parametrize(
    "body",
    [
        "[a](javascript:x)",
        "[a](JavaScript:x)",
        "[a](  javascript:x)",
        "[a](java&#115;cript:x)",
        "[a](java&Tab;script:x)",
        "[a](javascript&colon;x)",
        "[a](java\tscript:x)",
        "[a](\u00a0javascript:x)",
        "[a](data:text/html,x)",
        "![a](data:image/svg+xml,x)",
        "[a](vbscript:x)",
        "[a](file:///etc/passwd)",
        "[a](C:/x)",
        "[a](//example.org)",
        "[a](/\\example.org)",
        "<javascript:x>",
        "[a]: javascript:x\n",
        "<a href=javascript:x>",
        "<a href='java&#10;script:x'>",
        "<iframe src='javascript:x' srcdoc='<p>'>",
        '<button formaction="javascript:x">',
    ],
)
def test_a_link_with_an_unsafe_scheme_is_found_in_any_disguise(body: str) -> None:
    assert names(body) == ["link/unsafe-url"]


def test_the_nearest_file_is_named_relative_to_the_record() -> None:
    (fault,) = link_faults("[a](../0001-frist.md)", path="team/0003-third.md", around=AROUND)
    assert fault.message == "the link `../0001-frist.md` points to no file"
    assert fault.help == "did you mean `../0001-first.md`?"


def test_a_relative_link_in_raw_html_is_not_judged() -> None:
    assert names("<a href='nope.md'>a</a>") == []
