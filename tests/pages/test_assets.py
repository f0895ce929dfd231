"""What the pages load besides themselves."""

import re
from importlib.resources import files

from roi_plugin.pages import assets

_LARGEST = 10 * 1024


_OF_PARTS = [name for parts in assets._PARTS.values() for names in parts for name in names]
NAMES = [*assets._EVERYWHERE, assets._BORDER, *_OF_PARTS]


def test_every_script_is_one_of_those_that_are_served():
    written = {path.name for path in (files("roi_plugin.pages") / "assets").iterdir() if path.name.endswith(".js")}
    assert written == set(NAMES)
    assert len(NAMES) == len(written)


def test_every_script_is_small():
    for name in NAMES:
        assert len(assets._text(name).encode()) <= _LARGEST, name
    for path, text in assets.script_parts().items():
        assert len(text.encode()) <= _LARGEST, path


def test_scripts_keep_their_names_to_themselves():
    name, text = assets.script()
    assert name.startswith("assets/roi.")
    for each in (text, *assets.script_parts().values()):
        assert each.startswith("(() => {\n")
        assert each.endswith("})();\n")


def test_the_script_of_every_page_is_small_and_names_the_others():
    _, text = assets.script("decisions/")
    assert len(text.encode()) < 4 * 1024
    for path in assets.script_parts():
        assert f'"{path.removeprefix("assets/")}"' in text


def test_the_border_of_the_policy_is_watched_only_where_there_is_one():
    assert 'const FOLDER = "a/decisions/";' in assets.script("a/decisions/")[1]
    assert "FOLDER" not in assets.script()[1]


def test_a_script_has_what_those_before_it_define():
    rows, register = assets._scripts("form.roi-register").values()
    assert "Object.assign(window.roi, { registerRows });" in rows
    assert "const { onEach, worded, counted, registerRows } = window.roi;" in register


def test_what_is_served_holds_no_remarks_and_no_margins():
    for text in (assets.style_sheet()[1], assets.script("decisions/")[1], *assets.script_parts().values()):
        assert "/*" not in text
        assert not [line for line in text.splitlines() if not line or line.startswith((" ", "//"))]


def test_the_style_sheet_is_served_without_white_space_around_signs_and_with_its_texts_as_they_are():
    served, written = assets.style_sheet()[1], re.sub(r"/\*.*?\*/", "", assets._text("roi.css"), flags=re.DOTALL)
    assert re.findall(r'"[^"]*"', served) == re.findall(r'"[^"]*"', written)
    assert re.sub(r"[\s;]", "", served) == re.sub(r"[\s;]", "", written)
    assert not re.search(r"\s[{};,>]|[{};,>:]\s|;}", re.sub(r'"[^"]*"', "", served))
    assert "0 !important" in served
    assert "/ var(--roi-width,660)" in served


def test_no_text_that_is_served_is_of_a_kind_that_loses_its_margins_or_a_part_that_looks_like_a_remark():
    for name in NAMES:
        assert all(line.count("`") % 2 == 0 for line in assets._text(name).splitlines()), name
    texts = re.findall(r'"[^"\n]*"', re.sub(r"/\*.*?\*/", "", assets._text("roi.css"), flags=re.DOTALL))
    assert texts
    assert not [text for text in texts if "*/" in text]
