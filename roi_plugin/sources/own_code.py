"""The digest of our own text: what was computed by other code is computed again."""

import functools
import hashlib
from pathlib import Path

from roi_plugin.sources.rule_examples import example_folder
from roi_plugin.sources.schemas import schema_folder


@functools.cache
def code_of(*places: str) -> str:
    """The digest of these modules of the package, by their paths in it, and of all modules of these folders."""
    package = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for place in places:
        files = [package / place] if place.endswith(".py") else sorted((package / place).glob("*.py"))
        for path in files:
            digest.update(path.read_bytes())
    return digest.hexdigest()


@functools.cache
def everything_of_ours() -> str:
    """The digest of all that the package consists of: code, templates, schemas and examples."""
    package = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for folder in sorted({package, schema_folder(), example_folder()}):
        for path in sorted(folder.rglob("*.*")):
            if path.suffix in _OURS:
                digest.update(f"{path.relative_to(folder)}\n".encode() + path.read_bytes())
    return digest.hexdigest()


_OURS = {".py", ".html", ".css", ".js", ".json", ".md", ".yml"}
