"""The templates of our pages, compiled once, with every value escaped and every text in the language spoken."""

from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from roi_plugin.language import sentence, sentences, speaks_english
from roi_plugin.sources.own_code import code_of

if TYPE_CHECKING:
    from jinja2 import Environment


def render(template: str, **values: object) -> Markup:
    """The template `template` filled with `values`: HTML in which every value stands escaped."""
    return Markup(_environment().get_template(template).render(values).strip())  # noqa: S704 - autoescaped above


@cache
def _environment() -> "Environment":
    import jinja2

    from roi_plugin.sources.compiled_templates import compiled_templates

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("roi_plugin.pages"),
        autoescape=True,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        extensions=["jinja2.ext.i18n"],
    )
    environment.filters["word"] = sentence
    environment.globals["speaks_english"] = speaks_english
    environment.install_gettext_callables(sentence, sentences, newstyle=True)  # type: ignore[attr-defined]
    environment.bytecode_cache = compiled_templates(environment, code_of("pages/templates.py", "language.py"))
    return environment
