"""`roi render`: the pages of the site as Markdown with their assets, for other site engines."""

import argparse
from pathlib import Path

from roi_plugin.commands.reading import CLEAN, Progress, records_folder, write
from roi_plugin.model.audience import Audience, withheld_words
from roi_plugin.report.terminal import safe
from roi_plugin.today import today


def render(options: argparse.Namespace) -> int:
    """Writes every page and file into a folder of its own, all of them or none."""
    from roi_plugin.pages.addresses import Addresses
    from roi_plugin.pages.assets import script, script_parts, style_sheet
    from roi_plugin.pages.author_markdown import author_markdown
    from roi_plugin.pages.page import Page
    from roi_plugin.publish.publisher import Publisher, SiteFile, content_of
    from roi_plugin.site_data import Site
    from roi_plugin.sources.active_files import is_active
    from roi_plugin.sources.folder_walk import walk
    from roi_plugin.sources.record_reader import ENDINGS
    from roi_plugin.sources.whole_folder import write_folder

    def written(path: str, content: SiteFile) -> bytes:
        if not isinstance(content, Page):
            return content_of(content)
        return content.markdown_with(author_markdown(content.body, path, addresses, found.files)).encode()

    root = records_folder(options)
    addresses = Addresses(directory_urls=not options.no_directory_urls)
    publisher = Publisher(root)
    found = publisher.publish(
        today=today(options.today),
        shown_from=Path.cwd(),
        site=Site(
            name=options.name,
            url=options.site_url,
            addresses=addresses,
            repository=options.repository,
            language=options.language,
        ),
        audience=Audience(options.audience),
        progress=Progress(),
    )
    files = {path: written(path, content) for path, content in found.files.items()}
    assets = dict((style_sheet(), script()))
    files |= {path: text.encode() for path, text in (assets | script_parts()).items()}
    publisher.settle()
    others = walk(root, shown_from=Path.cwd())
    known = files.keys() | found.assessment.withheld | found.assessment.withheld_files
    beside = (path for path in sorted(others.files) if path not in known and not path.endswith(ENDINGS))
    kept = [path for path in beside if not is_active(root / path)]
    write_folder(Path(options.to), files, {path: root / path for path in kept})
    write(
        f"{len(files) + len(kept)} files written to {safe(options.to)}.\n"
        f"Let the engine load {' and '.join(f'`{path}`' for path in assets)} on every page."
    )
    if found.assessment.withheld:
        write(f"{withheld_words(len(found.assessment.withheld))}.")
    return CLEAN
