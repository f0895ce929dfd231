"""Two sites of the same pages: through our plugin from records, and through plain MkDocs from Markdown."""

import datetime as dt
from pathlib import Path

from roi_plugin.build import assess_folder
from roi_plugin.deepen import with_appraisals
from roi_plugin.pages.page import Page
from roi_plugin.pages.site import pages

SETTINGS = Path(__file__).parents[2] / "mkdocs.yml"
DAY = dt.date(2026, 9, 21)


def write_roi_site(records: Path, home: Path) -> None:
    """Wire our plugin over `records`, with the theme and extensions of our own site."""
    _write_settings(home, records, "[search, roi]")


def write_plain_site(records: Path, home: Path) -> None:
    """Write the pages of `records` as plain Markdown, and wire MkDocs without our plugin over them."""
    assessment = with_appraisals(assess_folder(records, today=DAY, shown_from=records), home / "apart" / "records")
    for path, content in pages(assessment).items():
        file = home / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content.markdown if isinstance(content, Page) else content, encoding="utf-8")
    _write_settings(home, home / "docs", "[search]")


def _write_settings(home: Path, docs: Path, plugins: str) -> None:
    home.mkdir(parents=True, exist_ok=True)
    lines = [f"INHERIT: {SETTINGS}", f"docs_dir: {docs}", f"site_dir: {home / 'site'}", f"plugins: {plugins}"]
    (home / "mkdocs.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
