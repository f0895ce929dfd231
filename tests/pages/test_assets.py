"""What the pages load besides themselves."""

from importlib.resources import files

from roi_plugin.pages import assets

_LARGEST = 10 * 1024


def test_every_script_is_one_of_those_that_are_served():
    written = {path.name for path in (files("roi_plugin.pages") / "assets").iterdir() if path.name.endswith(".js")}
    assert written == set(assets._SCRIPTS)


def test_every_script_is_small():
    for name in assets._SCRIPTS:
        assert len(assets._text(name).encode()) <= _LARGEST, name


def test_the_script_keeps_its_names_to_itself():
    name, text = assets.script()
    assert name.startswith("assets/roi.")
    assert text.startswith("(() => {\n")
    assert text.endswith("})();\n")
