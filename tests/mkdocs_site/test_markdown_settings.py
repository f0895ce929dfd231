"""Which settings of a site allow rendered Markdown to be kept."""

from functools import partial
from types import SimpleNamespace

import pytest
from markdown.extensions import Extension
from pymdownx import slugs
from pymdownx.superfences import fence_code_format

from roi_plugin.mkdocs_site.markdown_settings import settings_key
from roi_plugin.pages.record_links import RecordLinks


def _config(extensions=(), configs=None, links=None, directories=True):  # noqa: FBT002
    return SimpleNamespace(
        markdown_extensions=[*extensions],
        mdx_configs=configs or {},
        validation=SimpleNamespace(links=links or {"not_found": 30}),
        use_directory_urls=directories,
    )


FENCES = {"pymdownx.superfences": {"custom_fences": [{"name": "mermaid", "format": fence_code_format}]}}


def test_what_changes_the_html_changes_the_key():
    configs = [
        _config(),
        _config(["toc"]),
        _config(["toc", RecordLinks()]),
        _config(["toc"], {"toc": {"permalink": True}}),
        _config(["pymdownx.superfences"], FENCES),
        _config(["toc"], {"toc": {"slugify": partial(slugs.slugify, case="lower")}}),
        _config(["toc"], {"toc": {"slugify": partial(slugs.slugify, case="fold")}}),
        _config(["pymdownx.emoji"], {"pymdownx.emoji": {"options": None}}),
        _config(links={"not_found": 20}),
        _config(directories=False),
    ]
    keys = [settings_key(config) for config in configs]
    assert None not in keys
    assert len(set(keys)) == len(keys)
    assert settings_key(_config(["pymdownx.superfences"], FENCES)) == keys[4]


@pytest.mark.parametrize(
    "config",
    [
        _config(["some_package.some_extension"]),
        _config(["pymdownx.snippets"]),
        _config([Extension()]),
        _config(["pymdownx.superfences"], {"pymdownx.superfences": {"custom_fences": [{"format": print}]}}),
        _config(["pymdownx.emoji"], {"pymdownx.emoji": {"options": {"custom_icons": ["icons"]}}}),
        _config(["toc"], {"toc": {"slugify": object()}}),
        _config(["toc"], {"toc": {"slugify": partial(print)}}),
    ],
)
def test_an_extension_that_may_depend_on_more_than_the_text_has_no_key(config):
    assert settings_key(config) is None
