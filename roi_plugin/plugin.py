"""MkDocs' door: puts our pages among the site's files, their parts on the page, and a content policy on them."""

import os
import posixpath
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote, urljoin, urlsplit

from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.utils import get_relative_url

from roi_plugin.assess import Assessment
from roi_plugin.errors import RoiError
from roi_plugin.late_file import late_file
from roi_plugin.mkdocs_site.author_page import AuthorPage
from roi_plugin.mkdocs_site.contents import contents
from roi_plugin.mkdocs_site.diagrams import draws
from roi_plugin.mkdocs_site.embedding import Embedding
from roi_plugin.mkdocs_site.quick_build import QuickBuild
from roi_plugin.mkdocs_site.repository_facts import WithoutRepositoryFacts
from roi_plugin.mkdocs_site.shells import TEMPLATE
from roi_plugin.mkdocs_site.theme_files import unused
from roi_plugin.model.audience import Audience
from roi_plugin.model.finding import Finding, Severity
from roi_plugin.pages.addresses import FEED, INDEX, REGISTER, RULES, SCHEMA, TIMELINE, Addresses
from roi_plugin.pages.assembled import after_first_words, assembled, made_safe, with_working
from roi_plugin.pages.assets import script, script_parts, social_image, style_sheet
from roi_plugin.pages.content_policy import content_policy, with_policy
from roi_plugin.pages.embed_fences import as_places, as_words
from roi_plugin.pages.head_tags import head_tags, with_head_tags
from roi_plugin.pages.page import Page, Shelf, one_line
from roi_plugin.pages.record_links import RecordLinks
from roi_plugin.publish import Publisher, SiteFile
from roi_plugin.report.terminal import safe, safe_opening
from roi_plugin.site_data import Site
from roi_plugin.sources.active_files import is_active
from roi_plugin.sources.cache_files import trusted_cache_of
from roi_plugin.sources.pictures import pictures
from roi_plugin.today import today

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page as SitePage

log = get_plugin_logger(__name__)

_SHELF_LISTS = {
    Shelf.RECORD: REGISTER,
    Shelf.REGISTER: REGISTER,
    Shelf.TIMELINE: TIMELINE,
    Shelf.RULE: RULES,
    Shelf.SCHEMA: SCHEMA,
}
_WRITTEN = {"index.md", "README.md"}
_TOLD_EVERY = 1000
_MEND = "take it out of the folder of records, or name a script of your own in `extra_javascript`"


class RoiConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's options in `mkdocs.yml`."""

    decisions = c.Optional(c.Type(str))
    """The folder of records, relative to `mkdocs.yml`; default: `decisions` in the docs folder, else that folder."""
    audience = c.Choice(tuple(Audience), default=Audience.INTERNAL)
    """For whom the site is: `public` leaves out drafts, and what is confidential or has errors, everywhere."""
    csp = c.Type(bool, default=True)
    """Whether the pages of the folder of records carry a content security policy."""
    trim_theme = c.Type(bool, default=True)
    """Whether source maps and search languages of the theme that no page asks for are left out of the site."""


class RoiPlugin(BasePlugin[RoiConfig]):  # type: ignore[no-untyped-call]
    """Decision records as pages of an MkDocs site."""

    def __init__(self) -> None:
        self._serving = False
        self._home = Path()
        self._root = Path()
        self._prefix = ""
        self._pages: dict[str, Page] = {}
        self._foreign: set[str] = set()
        self._links = RecordLinks()
        self._embedding = Embedding()
        self._policies: dict[str, str] = {}
        self._env: Environment | None = None
        self._publisher: Publisher | None = None
        self._quick = QuickBuild(None)
        self._built = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Keeps this object alive from one build of the preview server to the next."""
        self._serving = command == "serve"

    def on_config(self, config: "MkDocsConfig") -> "MkDocsConfig":
        """Finds the folder of records; adds the style sheet, the script and the links between records."""
        docs = Path(config.docs_dir)
        self._home = home = _home(config)
        inside = docs / "decisions"
        before = self._root
        self._root = home / self.config.decisions if self.config.decisions else inside if inside.is_dir() else docs
        if not self._root.is_dir():
            raise PluginError(f"roi: {self._root} is not a folder: set `decisions` to your folder of records")
        within = self._root.resolve().is_relative_to(docs.resolve())
        relative = self._root.resolve().relative_to(docs.resolve()).as_posix() if within else self._root.name
        self._prefix = "" if relative == "." else f"{relative}/"
        if self._root != before:
            self._quick = QuickBuild(_cache(self._root))
        if not within:
            config.watch.append(str(self._root))
        config.extra_css.append(style_sheet()[0])
        config.extra_javascript.append(self._script()[0])
        config.markdown_extensions.append(self._links)
        return config

    @event_priority(100)
    def on_files(self, files: Files, *, config: "MkDocsConfig") -> Files:
        """Takes the raw records out, puts the pages and the other files in, and tells of every error."""
        site = Site(
            name=config.site_name,
            url=config.site_url or "",
            prefix=self._prefix,
            addresses=Addresses(directory_urls=config.use_directory_urls),
            repository=config.repo_url or "",
            language=str(config.theme.get("language", "en")),
        )
        try:
            found = self._publisher_of(self._root).publish(
                today=today(),
                shown_from=self._home,
                site=site,
                audience=Audience(self.config.audience),
                progress=_Told(),
            )
        except (RoiError, OSError) as error:
            raise PluginError(f"roi: {error}") from None
        self._embedding = Embedding(found, site)
        _tell(found.assessment.findings, self._home)
        if found.assessment.history.missing is not None:
            log.info(found.assessment.history.missing)
        everything = {f"{self._prefix}{path}": content for path, content in found.files.items()}
        self._pages = {path: content for path, content in everything.items() if isinstance(content, Page)}
        self._take_out(files, config, found.assessment)
        for path, content in everything.items():
            self._put_in(files, path, content, config)
        self._put_pictures_in(files, config, found.assessment.withheld_files)
        assets: list[tuple[str, str | bytes]] = [style_sheet(), self._script(), *script_parts().items()]
        for name, content in (*assets, *([social_image()] if config.site_url else [])):
            files.append(File.generated(config, name, content=content))
        for file in list(unused(files, config)) if self.config.trim_theme else ():
            files.remove(file)
        return files

    def _take_out(self, files: Files, config: "MkDocsConfig", assessment: Assessment) -> None:
        """Removes what must not be published as it is: records and what is theirs, what links lead to, what runs."""
        docs_dir = config.docs_dir
        real_root = os.path.realpath(self._root)
        records = {f"{self._prefix}{page.source}" for page in self._pages.values() if page.source}
        records |= {f"{self._prefix}{path}" for path in assessment.withheld}
        self._foreign = set()
        for file in list(files):
            if file.src_dir != docs_dir or not file.src_uri.startswith(self._prefix) or file.abs_src_path is None:
                continue
            below, name = file.src_uri[len(self._prefix) :], posixpath.basename(file.src_uri)
            linked = Path(os.path.realpath(file.abs_src_path)) != Path(real_root, below)
            if linked or file.src_uri in records or name.endswith((".yml", ".yaml")):
                files.remove(file)
            elif file.is_documentation_page():
                if name not in _WRITTEN:
                    self._foreign.add(file.src_uri)
            elif below in assessment.withheld_files:
                files.remove(file)
            elif is_active(Path(file.abs_src_path)) and file.src_uri not in _named(config):
                log.warning("%s is not published: it could run in a reader's browser (%s)", safe(file.src_uri), _MEND)
                files.remove(file)

    def _put_in(self, files: Files, path: str, content: SiteFile, config: "MkDocsConfig") -> None:
        existing = files.get_file_from_path(path)
        if existing is not None:
            if path != f"{self._prefix}{INDEX}":
                log.warning("%s is written by hand and by roi: the written one stays, rename it to see the other", path)
                self._pages.pop(path, None)
            return
        listed = isinstance(content, Page) and content.shelf is Shelf.LIST and config.nav is None
        inclusion = InclusionLevel.INCLUDED if listed else InclusionLevel.NOT_IN_NAV
        file = late_file(config, path, content, inclusion)
        if isinstance(content, Page):
            # A list is made of the whole folder; other plugins ask git for the days of either, and fail without a path.
            source = self._root / (content.source or "")
            file.abs_src_path = str(source)
            if content.source:
                file.edit_uri = Path(os.path.relpath(source, config.docs_dir)).as_posix()
        files.append(file)

    def _put_pictures_in(self, files: Files, config: "MkDocsConfig", withheld: Collection[str]) -> None:
        """Publishes the pictures beside records that stand outside the docs folder, where MkDocs sees none."""
        if self._root.resolve().is_relative_to(Path(config.docs_dir).resolve()):
            return
        for path in pictures(self._root):
            if path in withheld:
                continue
            uri = f"{self._prefix}{path}"
            if files.get_file_from_path(uri) is None:
                files.append(File.generated(config, uri, abs_src_path=str(self._root / path)))

    @event_priority(100)
    def _take_pages(self, nav: Navigation, *, config: "MkDocsConfig", files: Files) -> Navigation:
        """Puts pages of ours in the place of MkDocs' own before anybody else holds them."""
        found = (files.get_file_from_path(path) for path in self._pages)
        listed = {page.file.src_uri for page in nav.pages}
        self._quick.take_pages((one for one in found if one and one.generated_by and one.src_uri not in listed), config)
        return nav

    @event_priority(0)
    def _hang(self, nav: Navigation, *, config: "MkDocsConfig", files: Files) -> Navigation:  # noqa: ARG002
        """Hangs the pages outside the navigation under the list that leads to them, one after the other."""
        for shelf, list_path in _SHELF_LISTS.items():
            top = files.get_file_from_path(f"{self._prefix}{list_path}")
            overview = top.page if top and top.page in nav.pages else None
            before: SitePage | None = None
            for path, ours in self._pages.items():
                file = files.get_file_from_path(path)
                if ours.shelf is not shelf or file is None or file.page is None:
                    continue
                page = file.page
                if overview is not None:
                    page.parent = overview.parent or overview  # type: ignore[assignment]
                page.previous_page = before
                if before is not None:
                    before.next_page = page
                before = page
        return nav

    on_nav = CombinedEvent(_take_pages, _hang)

    @event_priority(100)
    def on_page_read_source(self, *, page: "SitePage", config: "MkDocsConfig") -> str | None:  # noqa: ARG002
        """Spares MkDocs the reading of front matter that we wrote ourselves."""
        return "\n" if self._ours(page) else None

    @event_priority(100)
    def on_page_markdown(self, markdown: str, *, page: "SitePage", **_: object) -> str:
        """Hands MkDocs the author's Markdown alone, so that nothing in it can reach our part of the page."""
        ours = self._ours(page)
        self._links.page = page.file.src_uri if ours else None
        if ours is not None:
            page.meta = _meta(ours)
            return ours.body
        if page.file.src_uri in self._foreign:
            page.meta = {"title": escape(one_line(str(page.meta.get("title") or page.file.name)))}
        return self._embedding.without_fences(markdown, page)

    @event_priority(100)
    def _take_content(
        self,
        html: str,
        *,
        page: "SitePage",
        config: "MkDocsConfig",
        files: Files,  # noqa: ARG002
    ) -> str:
        """Puts our part before the author's, which is made safe first."""
        if page.file.src_uri in self._foreign:
            html, headings = made_safe(as_words(html), page.toc, draws=draws(config))
            page.toc = contents(headings)
            return self._filled(as_places(html), page)
        permalink = (config.mdx_configs.get("toc") or {}).get("permalink")
        ours = self._ours(page)
        if ours is not None and isinstance(page, AuthorPage):
            return self._quick.begin(page, ours, permalink)
        if ours is not None:
            html, headings = made_safe(html, page.toc, draws=draws(config))
            html, entries = assembled(ours, html, headings, permalink)
            page.toc = contents(entries)
            page.present_anchor_ids = (page.present_anchor_ids or set()) | {item.id for item in entries}
            return html
        home = self._pages.get(page.file.src_uri)
        if home is not None:
            html, entries = after_first_words(html, page.toc, home, permalink)
            page.toc = contents(entries)
            page.present_anchor_ids = (page.present_anchor_ids or set()) | {each.anchor for each in home.sections}
        return self._filled(html, page)

    def _filled(self, html: str, page: "SitePage") -> str:
        """The page with what its fences ask for, also where others look: rss reads the page, not what is handed on."""
        page.content = self._embedding.filled(html, page)
        self._embedding.hide_marks(page)
        return page.content

    @event_priority(-100)
    def _give_marks_back(self, html: str, *, page: "SitePage", **_: object) -> str:
        self._embedding.show_marks(page)
        return html

    on_page_content = CombinedEvent(_take_content, _give_marks_back)

    @event_priority(-100)
    def on_env(self, env: "Environment", *, config: "MkDocsConfig", files: Files) -> "Environment":  # noqa: ARG002
        """Keeps the theme at hand: its own scripts are the only ones that may run inline."""
        self._env = env
        self._policies = {}
        if self.config.csp and env.loader is not None:
            env.loader = WithoutRepositoryFacts(env.loader)

        def dress(page: "SitePage") -> list[str]:
            return [self._policy_on(page, config), *self._told_of(page, config)]

        return self._quick.use_theme(env, config, lambda page: self._ours(page) is not None, dress)

    def on_post_build(self, *, config: "MkDocsConfig") -> None:  # noqa: ARG002
        """Keeps what the next build need not make again; the preview server keeps it in memory meanwhile."""
        if self._publisher is not None:
            self._publisher.settle()
        self._quick.settle()
        if not (self._serving and self._built):
            self._quick.save()
        self._built = True

    def on_shutdown(self) -> None:
        """Keeps what the preview server had in memory."""
        if self._built:
            self._quick.save()

    @event_priority(-100)
    def on_post_template(self, output_content: str, *, template_name: str, config: "MkDocsConfig") -> str:
        """Puts the policy on the error pages, which a site of records alone has as its own."""
        if not self._is_governed(template_name) or not template_name.endswith(".html"):
            return output_content
        absolute = template_name in {"404.html", "500.html"}
        base = urlsplit(config.site_url or "/").path if absolute else get_relative_url(".", template_name)
        return with_policy(output_content, self._policy(base, config))

    @event_priority(100)
    def _put_working_in(self, output: str, *, page: "SitePage", config: "MkDocsConfig") -> str:
        """Puts in the working, which would cost the search more time than all the rest; and what programs are told."""
        ours = self._ours(page)
        if ours is None:
            # The beginnings of posts stand on pages that never pass through the event before.
            return self._embedding.filled(output, page)
        if _is_finished(page):
            return output
        feed, url, image = self._told_of(page, config)
        return with_working(with_head_tags(output, head_tags(ours, feed=feed, url=url, image=image)), ours)

    def _told_of(self, page: "SitePage", config: "MkDocsConfig") -> tuple[str, str, str]:
        """Where programs find the feed, and the whole addresses of the page and of a picture for it, if known."""
        feed = get_relative_url(f"{self._prefix}{FEED}", page.url)
        if not config.site_url:
            return feed, "", ""
        return feed, page.canonical_url or "", urljoin(config.site_url, social_image()[0])

    @event_priority(-100)
    def _put_policy_in(self, output: str, *, page: "SitePage", config: "MkDocsConfig") -> str:
        """Puts the policy on the page, which is the last that is done to it."""
        if _is_finished(page):
            return output
        if self._is_governed(page.file.src_uri):
            output = with_policy(output, self._policy_on(page, config))
        self._quick.finish(page, output)
        return output

    def _policy_on(self, page: "SitePage", config: "MkDocsConfig") -> str:
        governed = self._is_governed(page.file.src_uri)
        return self._policy(get_relative_url(".", page.url), config) if governed else ""

    def _is_governed(self, path: str) -> bool:
        """Whether a page carries the policy: all that stands in the folder of records, where others may write."""
        return self.config.csp and path.startswith(self._prefix)

    def _script(self) -> tuple[str, str]:
        return script(quote(self._prefix) if self.config.csp else "")

    on_post_page = CombinedEvent(_put_working_in, _put_policy_in)

    def _publisher_of(self, root: Path) -> Publisher:
        """One publisher for all builds of a server, which holds in memory what did not change."""
        if self._publisher is None or self._publisher.root != root:
            self._publisher = Publisher(root)
        return self._publisher

    def _policy(self, base_url: str, config: "MkDocsConfig") -> str:
        """The policy for pages at one depth, from the theme rendered without a page and without a navigation."""
        if base_url not in self._policies:
            if self._env is None:
                raise PluginError("roi: MkDocs has not made its templates ready")
            context = get_context(Navigation([], []), (), config, base_url=base_url)
            shell = self._env.get_template("404.html").render(context)
            self._policies[base_url] = content_policy(shell, live_reload=self._serving)
        return self._policies[base_url]

    def _ours(self, page: "SitePage") -> Page | None:
        return self._pages.get(page.file.src_uri) if page.file.generated_by else None


def _home(config: "MkDocsConfig") -> Path:
    """The folder of the settings: what is published names records from there, wherever `mkdocs` was started."""
    return Path(config.config_file_path).parent if config.config_file_path else Path.cwd()


def _is_finished(page: "SitePage") -> bool:
    return isinstance(page, AuthorPage) and page.is_finished


def _named(config: "MkDocsConfig") -> set[str]:
    """The scripts that the settings of the site name themselves."""
    return {str(each) for each in config.extra_javascript}


class _Told:
    """Tells of long work in the build's log."""

    def appraised(self, decisions: int) -> None:
        """Nothing: the build asks for this in one go."""

    def read(self, commits: int) -> None:
        """Nothing: as above."""

    def replayed(self, versions: int) -> None:
        """Every thousand earlier versions that were read."""
        if versions % _TOLD_EVERY == 0:
            log.info("%d earlier versions read; the next build finds them in .cache/", versions)

    def compared(self, texts: int) -> None:
        """Every thousand older texts whose forecasts were compared."""
        if texts % _TOLD_EVERY == 0:
            log.info("%d older texts compared; the next build finds them in .cache/", texts)


def _cache(root: Path) -> Path | None:
    folder = trusted_cache_of(root)
    if folder is None:
        log.warning("nothing in .cache is used, for it is in the repository: `git rm -r --cached .cache` takes it out")
    return folder


def _tell(findings: Iterable[Finding], home: Path) -> None:
    for finding in findings:
        if finding.severity is Severity.ERROR:
            path = Path(os.path.relpath(home / finding.path)).as_posix()
            place = f"{safe_opening(path)}:{finding.place.line}:{finding.place.column}"
            log.warning("%s: %s: %s", place, safe(finding.name), safe(finding.message))


def _meta(ours: Page) -> dict[str, object]:
    """What the theme prints unescaped, escaped once; `Markup`, so that what it does escape is not escaped twice."""
    meta: dict[str, object] = {"title": escape(one_line(ours.title)), "search": {"boost": ours.search_boost}}
    meta["template"] = TEMPLATE
    if ours.wide:
        meta["hide"] = ["toc"]
    if ours.description:
        meta["description"] = escape(one_line(ours.description))
    if ours.tags:
        meta["tags"] = [escape(one_line(tag)) for tag in ours.tags]
    return meta
