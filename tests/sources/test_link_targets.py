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


@pytest.mark.parametrize("body", ["<a href='nope.md'>a</a>", '<img alt="a" src=nope.png>', "<IMG\nSRC='nope.png'/>"])
def test_a_link_to_no_file_is_found_in_raw_html_too(body: str) -> None:
    assert names(body) == ["link/dead-file"]


@pytest.mark.parametrize("body", ["<a href='0002-second.md#a'>a</a>", "<img src='team/chart%20one.png'>", "<a id='x'>"])
def test_a_good_link_in_raw_html_is_silent(body: str) -> None:
    assert names(body) == []


@pytest.mark.parametrize(
    ("target", "meant"),
    [
        ("missing.md", None),
        ("finding.md", "findings.md"),
        ("finding.png", None),
        ("chart-one.png", "team/chart one.png"),
        ("0003-third.md", "team/0003-third.md"),
        ("0002-secnd.md", "0002-second.yml"),
    ],
)
def test_only_a_name_much_alike_is_suggested(target: str, meant: str | None) -> None:
    around = Surroundings(files=FILES | {"findings.md"})
    (fault,) = link_faults(f"[a]({target})", path="0001-first.md", around=around)
    assert fault.help == (
        f"did you mean `{meant}`?" if meant else "write the path relative to this file, as it is spelt on disk"
    )


def test_a_page_that_only_the_site_has_is_there_and_is_not_suggested() -> None:
    around = Surroundings(files=FILES, published={"findings.md"})
    faults = list(link_faults("[a](findings.md) [b](finding.md)", path="0001-first.md", around=around))
    assert [fault.help for fault in faults] == ["write the path relative to this file, as it is spelt on disk"]
