"""Published records of work like ours: how far cost ran over, and how often an idea worked. Data with its sources."""

from msgspec import Struct

from roi_plugin.economics.beta import Beta
from roi_plugin.economics.normal_shapes import Lognormal
from roi_plugin.economics.overruns import Tail, from_share_over, from_worst, uplift

_JORGENSEN = "Moløkken and Jørgensen 2003, A review of surveys on software effort estimation"
_NORWAY = "Simula Research Laboratory 2004, a survey of software projects in Norway in 2003"
_BLACK_SWAN = "Flyvbjerg and Budzier 2011, arXiv 1304.0265"
_GREEN_BOOK = "HM Treasury 2003, supplementary Green Book guidance on optimism bias, after Mott MacDonald 2002"
_SCOTLAND = "Transport Scotland, STAG technical database, table 13.4"
_EXPERIMENTS = "Kohavi and others on online experiments at Microsoft, as summarised in interviews"

IT_TAIL = Tail(start=1.5, share=0.18, mean=5.47)
"""Of 5,392 IT projects 18 % ran more than 50 % over cost, those by 447 % on average (Flyvbjerg and Gardner 2023, How
Big Things Get Done, as quoted; the power law in arXiv 2210.01573)."""


class CostClass(Struct, frozen=True, kw_only=True):
    """What actual cost came to, as a multiple of its estimate; `tail` where the worst cases are worse than lognormal.

    `figures` are the published ones that the multiple is derived from. `least` is what is left of an uplift once all
    its causes are managed, None where the source does not say; `managed` is the share of them that is managed here.
    """

    name: str
    title: str
    multiple: Lognormal
    figures: str
    source: str
    tail: Tail | None = None
    least: float | None = None
    managed: float = 0.0


class BenefitClass(Struct, frozen=True, kw_only=True):
    """How often an idea of this kind worked, before anything is known about a team's own ideas."""

    name: str
    title: str
    prior: Beta
    figures: str
    source: str


def _effort(name: str, title: str, share_over: float, mean: float, source: str) -> CostClass:
    figures = f"{share_over:.0%} ran over, by {mean - 1:.0%} on average over all"
    return CostClass(
        name=name,
        title=title,
        multiple=from_share_over(share_over, mean),
        figures=figures,
        source=source,
        tail=IT_TAIL,
    )


def _green_book(  # noqa: PLR0913, PLR0917 - the columns of the published table
    name: str, title: str, upper: int, lower: int, works: tuple[int, int] | None = None, tail: Tail | None = None
) -> CostClass:
    """Upper and lower bound of cost, then of the duration of works, in %."""
    duration = f"; duration of works {works[0]}% and {works[1]}%" if works else ""
    return CostClass(
        name=f"green-book-{name}",
        title=title,
        multiple=uplift(upper / 100),
        figures=f"uplift of {upper}%, {lower}% once all its causes are managed; no spread is published{duration}",
        source=_GREEN_BOOK,
        tail=tail,
        least=lower / 100,
    )


def _scotland(name: str, title: str, first: int, last: int, tail: Tail | None = None) -> CostClass:
    """The uplift at the first and at the last stage of appraisal, in %."""
    return CostClass(
        name=f"transport-scotland-{name}",
        title=f"{title}, first stage of appraisal",
        multiple=uplift(first / 100),
        figures=f"uplift of {first}% at the first stage of appraisal, {last}% at the last; no spread is published",
        source=_SCOTLAND,
        tail=tail,
    )


COST_CLASSES: tuple[CostClass, ...] = (
    _effort("software-effort", "Software effort", 0.70, 1.35, f"{_JORGENSEN}: 60-80 % over, by 30-40 % on average"),
    _effort("software-effort-norway", "Software effort, Norway", 0.76, 1.41, _NORWAY),
    _effort("software-effort-private", "Software effort, private clients, Norway", 0.76, 1.21, _NORWAY),
    CostClass(
        name="it-projects",
        title="IT projects",
        multiple=from_worst(mean=1.27, share=1 / 6, worst=3.0),
        figures="27% over on average over 1,471 projects, and one in six by 200% on average",
        source=_BLACK_SWAN,
        tail=IT_TAIL,
    ),
    _green_book("standard-buildings", "Standard buildings, capital", 24, 2, (4, 1)),
    _green_book("non-standard-buildings", "Non-standard buildings, capital", 51, 4, (39, 2)),
    _green_book("standard-civil", "Standard civil engineering, capital", 44, 3, (20, 1)),
    _green_book("non-standard-civil", "Non-standard civil engineering, capital", 66, 6, (25, 3)),
    _green_book("equipment-development", "Equipment and development, capital", 200, 10, (54, 10), IT_TAIL),
    _green_book("outsourcing", "Outsourcing, running cost", 41, 0),
    _scotland("it", "Transport IT", 200, 10, IT_TAIL),
    _scotland("roads", "Roads", 44, 3),
    _scotland("fixed-links", "Bridges and tunnels", 66, 6),
    _scotland("buildings", "Transport buildings", 51, 4),
)

BENEFIT_CLASSES: tuple[BenefitClass, ...] = (
    BenefitClass(
        name="online-experiments",
        title="Ideas tested in online experiments",
        prior=Beta(a=2, b=4),
        figures="about a third of the ideas improved the metric they were built for",
        source=_EXPERIMENTS,
    ),
    BenefitClass(
        name="mature-product-experiments",
        title="Ideas tested in online experiments on a mature product",
        prior=Beta(a=2, b=12),
        figures="8% (Airbnb search) to 15% (Bing) of the ideas improved the metric they were built for",
        source=_EXPERIMENTS,
    ),
)
