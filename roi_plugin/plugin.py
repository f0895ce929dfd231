"""MkDocs' door: puts our pages among the site's files, their parts on the page, and a content policy on them."""

import gc
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote, urljoin

from markupsafe import escape
from mkdocs.config import config_options as c
from mkdocs.config.base import Config, ValidationError
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils import get_relative_url

from roi_plugin.errors import RoiError
from roi_plugin.mkdocs_site.author_page import AuthorPage
from roi_plugin.mkdocs_site.build_log import LoggedProgress, tell_errors, tell_withheld
from roi_plugin.mkdocs_site.contents import contents
from roi_plugin.mkdocs_site.diagrams import draws
from roi_plugin.mkdocs_site.embedding import Embedding
from roi_plugin.mkdocs_site.file_set import FileSet
from roi_plugin.mkdocs_site.late_file import LateFile
from roi_plugin.mkdocs_site.permalinks import name_permalinks, permalink_of
from roi_plugin.mkdocs_site.policies import Policies
from roi_plugin.mkdocs_site.quick_build import QuickBuild
from roi_plugin.mkdocs_site.shells import TEMPLATE
from roi_plugin.mkdocs_site.shelves import hang, name_sections
from roi_plugin.mkdocs_site.theme_files import unused
from roi_plugin.model.audience import Audience
from roi_plugin.model.nearest import nearest
from roi_plugin.pages.addresses import FEED, Addresses
from roi_plugin.pages.assembled import after_first_words, assembled, made_safe, with_working
from roi_plugin.pages.assets import script, script_parts, social_image, style_sheet
from roi_plugin.pages.content_policy import with_policy
from roi_plugin.pages.embed_fences import as_places, as_words
from roi_plugin.pages.head_tags import head_tags, with_head_tags
from roi_plugin.pages.page import Page, one_line
from roi_plugin.pages.record_links import RecordLinks
from roi_plugin.publish.publisher import Publisher
from roi_plugin.report.terminal import safe
from roi_plugin.site_data import Site
from roi_plugin.sources.cache_files import trusted_cache_of
from roi_plugin.today import today

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page as SitePage

log = get_plugin_logger(__name__)


class RoiConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's options in `mkdocs.yml`."""

    decisions = c.Optional(c.Type(str))
    """The folder of records, relative to `mkdocs.yml`; default: `decisions` in the docs folder, else that folder."""
    audience = c.Choice(tuple(each.value for each in Audience), default=Audience.INTERNAL.value)
    """For whom the site is: `public` leaves out drafts, and what is confidential or has errors, everywhere."""
    csp = c.Type(bool, default=True)
    """Whether the pages of the folder of records carry a content security policy."""
    trim_theme = c.Type(bool, default=True)
    """Whether source maps and search languages of the theme that no page asks for are left out of the site."""

    def validate(self) -> tuple[list[tuple[str, Exception]], list[tuple[str, str]]]:
        """As MkDocs does, but an option that is none is an error: a misspelt `audience` would publish everything."""
        failed, warnings = super().validate()
        known = [name for name, _ in self._schema]
        unknown = [str(key) for key in self if key not in known]
        failed += [(key, ValidationError(_no_option(key, known))) for key in sorted(unknown)]
        return failed, [warning for warning in warnings if warning[0] not in unknown]


class RoiPlugin(BasePlugin[RoiConfig]):  # type: ignore[no-untyped-call]
    """Decision records as pages of an MkDocs site."""

    def __init__(self) -> None:
        self._command = ""
        self._home = Path()
        self._root = Path()
        self._prefix = ""
        self._pages: dict[str, Page] = {}
        self._foreign: set[str] = set()
        self._links = RecordLinks()
        self._embedding = Embedding()
        self._policies: Policies | None = None
        self._publisher: Publisher | None = None
        self._quick = QuickBuild(None)
        self._built = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Keeps this object alive from one build of the preview server to the next."""
        self._command = command

    def on_config(self, config: "MkDocsConfig") -> "MkDocsConfig":
        """Finds the folder of records; adds the style sheet, the script and the links between records."""
        self._hold()
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
        name_permalinks(config)
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
                progress=LoggedProgress(),
            )
        except (RoiError, OSError) as error:
            raise PluginError(f"roi: {error}") from None
        self._embedding = Embedding(found, site)
        tell_errors(found.assessment.findings, self._home)
        tell_withheld(len(found.assessment.withheld))
        if found.assessment.history.missing is not None:
            log.info(found.assessment.history.missing)
        file_set = FileSet(files, config, self._root, self._prefix, found)
        file_set.exchange()
        self._pages, self._foreign = file_set.pages, file_set.foreign
        assets: list[tuple[str, str | bytes]] = [style_sheet(), self._script(), *script_parts().items()]
        for name, content in (*assets, *([social_image()] if config.site_url else [])):
            files.append(File.generated(config, name, content=content))
        for file in list(unused(files, config)) if self.config.trim_theme else ():
            files.remove(file)
        self._hold()
        return files

    @event_priority(100)
    def _take_pages(self, nav: Navigation, *, config: "MkDocsConfig", files: Files) -> Navigation:
        """Puts pages of ours in the place of MkDocs' own before anybody else holds them."""
        found = (files.get_file_from_path(path) for path in self._pages)
        listed = {page.file.src_uri for page in nav.pages}
        self._quick.take_pages(
            (one for one in found if isinstance(one, LateFile) and one.src_uri not in listed), config
        )
        return nav

    @event_priority(0)
    def _hang(self, nav: Navigation, *, config: "MkDocsConfig", files: Files) -> Navigation:
        """Hangs the pages outside the navigation under the list that leads to them."""
        if config.nav is None:
            name_sections(nav, self._pages, self._prefix)
        hang(nav, files, self._pages, self._prefix)
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
        permalink = permalink_of(config)
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
        """Makes ready the policies and what puts our pages into the theme."""
        serving = self._command == "serve"
        self._policies = Policies(env, config, self._prefix, live_reload=serving) if self.config.csp else None

        def dress(page: "SitePage") -> list[str]:
            return [self._policy_on(page), *self._told_of(page, config)]

        return self._quick.use_theme(env, config, lambda page: self._ours(page) is not None, dress)

    @event_priority(-100)
    def on_post_build(self, *, config: "MkDocsConfig") -> None:  # noqa: ARG002
        """Keeps what the next build need not make again; the preview server keeps it in memory meanwhile."""
        if self._publisher is not None:
            self._publisher.settle()
        self._quick.settle()
        if not (self._command == "serve" and self._built):
            self._quick.save()
        self._built = True
        self._release()

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002
        """Leaves the preview server as it was."""
        self._release()

    def on_shutdown(self) -> None:
        """Keeps what the preview server had in memory."""
        if self._built:
            self._quick.save()

    @event_priority(-100)
    def on_post_template(self, output_content: str, *, template_name: str, config: "MkDocsConfig") -> str:  # noqa: ARG002
        """Puts the policy on the error pages."""
        policy = self._policies.of_template(template_name) if self._policies else ""
        return with_policy(output_content, policy) if policy else output_content

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
    def _put_policy_in(self, output: str, *, page: "SitePage", config: "MkDocsConfig") -> str:  # noqa: ARG002
        """Puts the policy on the page, which is the last that is done to it."""
        if _is_finished(page):
            return output
        policy = self._policy_on(page)
        if policy:
            output = with_policy(output, policy)
        self._quick.finish(page, output)
        return output

    def _policy_on(self, page: "SitePage") -> str:
        return self._policies.of_page(page.file.src_uri, page.url) if self._policies else ""

    def _script(self) -> tuple[str, str]:
        return script(quote(self._prefix) if self.config.csp else "")

    on_post_page = CombinedEvent(_put_working_in, _put_policy_in)

    def _hold(self) -> None:
        """Lets nobody look for rubbish again and again in what lives until the build ends: a tenth of it."""
        if self._command in {"build", "gh-deploy"}:
            gc.freeze()
        elif self._command == "serve":
            gc.disable()

    def _release(self) -> None:
        """Between two builds of the preview server there is time to look for it."""
        if self._command == "serve":
            gc.enable()

    def _publisher_of(self, root: Path) -> Publisher:
        """One publisher for all builds of a server, which holds in memory what did not change."""
        if self._publisher is None or self._publisher.root != root:
            self._publisher = Publisher(root)
        return self._publisher

    def _ours(self, page: "SitePage") -> Page | None:
        return self._pages.get(page.file.src_uri) if isinstance(page.file, LateFile) else None


def _no_option(key: str, known: Collection[str]) -> str:
    meant = nearest(key, known)
    asked = f"did you mean `{meant}`?" if meant else f"write one of {', '.join(f'`{name}`' for name in known)}"
    return f"there is no option `{safe(key)}`: {asked}"


def _home(config: "MkDocsConfig") -> Path:
    """The folder of the settings: what is published names records from there, wherever `mkdocs` was started."""
    return Path(config.config_file_path).parent if config.config_file_path else Path.cwd()


def _is_finished(page: "SitePage") -> bool:
    return isinstance(page, AuthorPage) and page.is_finished


def _cache(root: Path) -> Path | None:
    folder = trusted_cache_of(root)
    if folder is None:
        log.warning("nothing in .cache is used, for it is in the repository: `git rm -r --cached .cache` takes it out")
    return folder


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
