"""What the preview server of MkDocs asks of the plugin."""

import gc
import logging

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from tests.mkdocs_site.building import write_site

_SETTINGS = """site_name: Decisions
docs_dir: decisions
theme: material
plugins: [roi]
hooks: [told.py]
"""
_HOOK = """import gc
collects = []
def on_page_markdown(markdown, **_):
    collects.append(gc.isenabled())
    if "fail here" in markdown:
        raise ValueError("as asked")
"""


@pytest.fixture
def config(tmp_path):
    write_site(tmp_path, {"0001-a.md": "---\ntitle: A\nstatus: draft\ndate: 2026-01-01\n---\n"}, config=_SETTINGS)
    (tmp_path / "told.py").write_text(_HOOK, encoding="utf-8")
    MkDocsConfig.plugins.plugin_cache.clear()
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)
    yield load_config(str(tmp_path / "mkdocs.yml"))
    gc.enable()


def test_a_server_looks_for_rubbish_between_its_builds_and_not_within(config):
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    assert set(config.hooks["told.py"].collects) == {False}
    assert gc.isenabled()


def test_a_build_that_failed_leaves_a_server_as_it_was(config, tmp_path):
    (tmp_path / "decisions" / "index.md").write_text("fail here", encoding="utf-8")
    config.plugins.on_startup(command="serve", dirty=False)
    with pytest.raises(ValueError, match="as asked"):
        build(config)
    assert gc.isenabled()
