"""The theme's templates without what asks a foreign host for facts about the repository, which our policy forbids."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from jinja2 import BaseLoader

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATE = "partials/source.html"
_ASKS = ' data-md-component="source"'
"""By this the theme's script finds the link to the repository; without it the link stays, with no stars beside it."""

_Source = tuple[str, str | None, Callable[[], bool] | None]


class WithoutRepositoryFacts(BaseLoader):
    """Loads what another loader finds."""

    def __init__(self, loader: BaseLoader) -> None:
        self._loader = loader

    def get_source(self, environment: "Environment", template: str) -> _Source:
        """A template's text, its file, and whether it is still up to date; TemplateNotFound where there is none."""
        text, path, is_fresh = self._loader.get_source(environment, template)
        return text.replace(_ASKS, "") if template == _TEMPLATE else text, path, is_fresh

    def list_templates(self) -> list[str]:
        """The names of all templates."""
        return self._loader.list_templates()
