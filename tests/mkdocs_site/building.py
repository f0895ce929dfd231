"""Builds sites in this process, as `mkdocs build` does."""

import gc
import logging
import shutil
from collections.abc import Mapping
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

ROOT = Path(__file__).parents[2]
CONFIG = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("  - roi:\n      audience: public\n", "  - roi\n")
RECORD = "---\ntitle: {}\nstatus: accepted\ndate: 2026-01-01\nproblem: p\ntags: [one, two]\n---\n{}\n"
BODY = "# Why {}\n\nSee [the other]({}).\n\n## More of {}\n\n```python\nx = 1\n```\n"


def records(count: int) -> dict[str, str]:
    """Records 1 to `count` by their names, each with a link to the next."""
    names = [f"{number:04}-{'abcdefgh'[number % 8]}.md" for number in range(1, count + 1)]
    following = [*names[1:], names[0]]
    return {
        name: RECORD.format(f"Title {name[5]}", BODY.format(name, other, name))
        for name, other in zip(names, following, strict=True)
    }


def write_site(folder: Path, files: Mapping[str, str], *, config: str = CONFIG) -> None:
    """Writes a site's settings and its records."""
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    for name, text in {"index.md": "# Home\n", **files}.items():
        path = folder / "decisions" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def built(folder: Path, *, clean: bool = False, again: bool = False) -> dict[str, bytes]:
    """All files of the site that is built from a folder, by their paths.

    `clean` first forgets all that was kept; `again` builds with the plugins of the build before, as a server does.
    """
    if not again:
        MkDocsConfig.plugins.plugin_cache.clear()
    if clean:
        shutil.rmtree(folder / ".cache", ignore_errors=True)
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    config = load_config(str(folder / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    gc.unfreeze()  # this process goes on
    site = folder / "site"
    return {str(path.relative_to(site)): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}
