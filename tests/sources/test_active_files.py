"""Files that would run in a reader's browser are told from pictures that only draw."""

import pytest

from roi_plugin.sources.active_files import is_active

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
STILL = [
    "",
    '<style>.a { fill: url(#g); }</style><rect class="a" fill="url(#g)" style="stroke:red"/><use xlink:href="#a"/>',
    '<a href="https://example.org/"><text>there</text></a>',
    '<image href="data:image/png;base64,AAAA"/>',
    "<!-- <script>no()</script> --><title>onclick=1</title>",
]
RUNNING = [
    "<script>alert(1)</script>",
    '<rect onclick="alert(1)"/>',
    '<a href="javascript:alert(1)"><text>x</text></a>',
    '<a xlink:href="java&#115;cript:alert(1)"><text>x</text></a>',
    '<use href="https://example.org/a.svg#x"/>',
    '<image href="https://example.org/a.png"/>',
    '<foreignObject><b xmlns="http://www.w3.org/1999/xhtml">x</b></foreignObject>',
    '<a><set attributeName="href" to="javascript:alert(1)"/></a>',
    "<style>@import 'https://example.org/a.css';</style>",
    '<rect style="fill: url(https://example.org/a)"/>',
    '<image href="data:text/html,a"/>',
    "<unclosed>",
]


@pytest.mark.parametrize("inner", STILL)
def test_a_drawing_that_only_draws_is_still(tmp_path, inner):
    path = tmp_path / "a.svg"
    path.write_text(SVG.format(inner), encoding="utf-8")
    assert not is_active(path)


@pytest.mark.parametrize("inner", RUNNING)
def test_a_drawing_with_anything_that_runs_or_asks_elsewhere_is_active(tmp_path, inner):
    path = tmp_path / "a.SVG"
    path.write_text(SVG.format(inner), encoding="utf-8")
    assert is_active(path)


@pytest.mark.parametrize(
    "content",
    [
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>',
        b'<?xml-stylesheet href="a.xsl"?><svg xmlns="http://www.w3.org/2000/svg"/>',
        '<?xml version="1.0" encoding="UTF-16"?><svg/>'.encode("utf-16"),
        b'<?xml version="1.0" encoding="UTF-7"?><svg xmlns="http://www.w3.org/2000/svg"/>',
        b"",
    ],
)
def test_a_drawing_that_may_be_read_in_another_way_is_active(tmp_path, content):
    path = tmp_path / "a.svg"
    path.write_bytes(content)
    assert is_active(path)


@pytest.mark.parametrize(("name", "expected"), [("a.html", True), ("a.JS", True), ("a.png", False), ("a.pdf", False)])
def test_other_files_are_known_by_their_endings(tmp_path, name, expected):
    (tmp_path / name).write_bytes(b"x")
    assert is_active(tmp_path / name) is expected
