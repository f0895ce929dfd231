"""Templates are compiled once for all processes, and again when anything that goes into the code is another."""

import tempfile

import jinja2
import pytest

from roi_plugin.sources.compiled_templates import compiled_templates
from roi_plugin.sources.own_folder import own_folder


@pytest.fixture(autouse=True)
def shared(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


class _Counting(jinja2.Environment):
    compiled = 0

    def compile(self, *arguments, **names):
        self.compiled += 1
        return super().compile(*arguments, **names)


def _rendered(text="one {{ x }}", *, code="", prepare=None, **settings):
    """What a new environment makes of the text, and how many templates it compiled for that."""
    env = _Counting(loader=jinja2.DictLoader({"a.html": text}), **{"autoescape": True} | settings)
    if prepare:
        prepare(env)
    env.bytecode_cache = compiled_templates(env, code)
    return env.get_template("a.html").render(x="<"), env.compiled


def _filter(function):
    return lambda env: env.filters.update(own=function)


def test_a_template_is_compiled_once():
    assert [_rendered() for _ in range(2)] == [("one &lt;", 1), ("one &lt;", 0)]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"text": "two {{ x }}"}, "two &lt;"),
        ({"autoescape": False}, "one <"),
        ({"code": "of another day"}, "one &lt;"),
        ({"extensions": ["jinja2.ext.do"]}, "one &lt;"),
        ({"trim_blocks": True}, "one &lt;"),
        ({"variable_start_string": "<<", "variable_end_string": ">>"}, "one {{ x }}"),
        ({"prepare": _filter(jinja2.filters.do_upper)}, "one &lt;"),
    ],
)
def test_what_goes_into_the_code_has_it_compiled_anew(change, said):
    _rendered()
    assert [_rendered(**change) for _ in range(2)] == [(said, 1), (said, 0)]


def test_another_jinja_has_it_compiled_anew(monkeypatch):
    _rendered()
    monkeypatch.setattr("importlib.metadata.version", "9{}".format)
    assert _rendered() == ("one &lt;", 1)


def test_with_a_filter_of_which_nobody_knows_the_version_nothing_is_kept():
    _rendered()
    env = jinja2.Environment(autoescape=True)
    _filter(lambda value: value)(env)
    assert compiled_templates(env, "") is None


def test_where_there_is_no_safe_folder_nothing_is_kept():
    own_folder().chmod(0o755)
    assert compiled_templates(jinja2.Environment(autoescape=True), "") is None


@pytest.mark.parametrize("size", [-1, 40, 0])
def test_a_file_that_ends_early_is_compiled_anew(size):
    _rendered()
    (kept,) = own_folder().iterdir()
    kept.write_bytes(kept.read_bytes()[:size])
    assert [_rendered() for _ in range(2)] == [("one &lt;", 1), ("one &lt;", 0)]


def test_what_cannot_be_written_costs_time_only():
    env = jinja2.Environment(autoescape=True, loader=jinja2.DictLoader({"a.html": "one"}))
    env.bytecode_cache = compiled_templates(env, "")
    own_folder().rmdir()
    assert env.get_template("a.html").render() == "one"
