"""The talk's five factors, as levels with reasons."""

from msgspec import Struct, field

FACTOR_PARTS = {
    "potential": ("user-experience", "revenue", "operational-efficiency", "strategic-alignment"),
    "motivation": ("team-growth", "commitment", "morale"),
    "skills": ("expertise", "tools", "knowledge", "availability"),
    "risks": ("technical", "budget", "performance", "privacy-security", "compliance"),
    "involvement": ("partners", "incentives", "dependencies"),
}
"""The talk's five factors and their parts: Gain = the first three, Cost = the last two."""


class Level(Struct, frozen=True, kw_only=True):
    """A level 1..5 with its reason and the evidence behind it; `levels` is what each assessor said, by name."""

    level: int
    levels: dict[str, int] = field(default_factory=dict)
    why: str | None = None
    by: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()

    @property
    def assessors(self) -> tuple[str, ...]:
        """Everyone who is named as having judged, once each."""
        return tuple(dict.fromkeys((*self.by, *self.levels)))


class Factor(Struct, frozen=True, kw_only=True):
    """One of the talk's five factors: one level for the whole, or a level for each part that was judged."""

    whole: Level | None = None
    parts: dict[str, Level] = field(default_factory=dict)


class Scores(Struct, frozen=True, kw_only=True):
    """The talk's framework: Potential + Motivation + Skills = Gain; Risks + Involvement = Cost."""

    potential: Factor | None = None
    motivation: Factor | None = None
    skills: Factor | None = None
    risks: Factor | None = None
    involvement: Factor | None = None
    rubric: str | None = None
