"""What the pages load besides themselves."""

from importlib.resources import files

from roi_plugin.pages import assets

_LARGEST = 10 * 1024


NAMES = [*assets._EVERYWHERE, *(name for names in assets._PARTS.values() for name in names)]


def test_every_script_is_one_of_those_that_are_served():
    written = {path.name for path in (files("roi_plugin.pages") / "assets").iterdir() if path.name.endswith(".js")}
    assert written == set(NAMES)
    assert len(NAMES) == len(written)


def test_every_script_is_small():
    for name in NAMES:
        assert len(assets._text(name).encode()) <= _LARGEST, name


def test_scripts_keep_their_names_to_themselves():
    name, text = assets.script()
    assert name.startswith("assets/roi.")
    for each in (text, *assets.script_parts().values()):
        assert each.startswith("(() => {\n")
        assert each.endswith("})();\n")


def test_the_script_of_every_page_is_small_and_names_the_others():
    _, text = assets.script()
    assert len(text.encode()) < 4 * 1024
    for path in assets.script_parts():
        assert f'"{path.removeprefix("assets/")}"' in text
