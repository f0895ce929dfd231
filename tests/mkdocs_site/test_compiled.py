"""Templates are compiled once in the life of a server."""

import jinja2

from roi_plugin.mkdocs_site.compiled import CompiledTemplates


def _rendered(kept, text, compiled):
    env = jinja2.Environment(loader=jinja2.DictLoader({"a.html": text}), autoescape=True, bytecode_cache=kept)
    compile_template = env.compile
    env.compile = lambda *arguments, **names: compiled.append(1) or compile_template(*arguments, **names)
    return env.get_template("a.html").render(x="<")


def test_a_template_is_compiled_again_only_when_its_text_is_another():
    kept, compiled = CompiledTemplates(), []
    assert [_rendered(kept, "one {{ x }}", compiled) for _ in range(2)] == ["one &lt;"] * 2
    assert len(compiled) == 1
    assert _rendered(kept, "two {{ x }}", compiled) == "two &lt;"
    assert len(compiled) == 2
