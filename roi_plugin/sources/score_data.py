"""Reads the talk's five factors: a level, a level with its reason, or a level for each part."""

from typing import Any

from roi_plugin.model.scores import Factor, Level, Scores
from roi_plugin.sources.plain_values import Map, texts_in


def scores_in(data: Map, key: str = "scores") -> Scores | None:
    """The scores under `key`, if there are any."""
    written: Map | None = data.get(key)
    if written is None:
        return None
    return Scores(
        potential=_factor(written.get("potential")),
        motivation=_factor(written.get("motivation")),
        skills=_factor(written.get("skills")),
        risks=_factor(written.get("risks")),
        involvement=_factor(written.get("involvement")),
        rubric=written.get("rubric"),
    )


def _factor(written: Any) -> Factor | None:
    if written is None:
        return None
    if not isinstance(written, dict) or "level" in written:
        return Factor(whole=_level(written))
    return Factor(parts={part: _level(level) for part, level in written.items() if not part.startswith("x-")})


def _level(written: Any) -> Level:
    if not isinstance(written, dict):
        return Level(level=int(written))
    return Level(
        level=int(written["level"]),
        levels={person: int(level) for person, level in written.get("levels", {}).items()},
        why=written.get("why"),
        by=texts_in(written, "by"),
        evidence=texts_in(written, "evidence"),
    )
