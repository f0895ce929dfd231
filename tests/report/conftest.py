"""Findings and decisions to report: plain ones, and ones with hostile text in every field."""

import datetime as dt
from collections.abc import Callable
from types import SimpleNamespace

import pytest

from roi_plugin.assess import Assessment, Judged
from roi_plugin.economics.key_figures import KeyFigures, OptionFigures
from roi_plugin.economics.returns import Amount, LineReturn, OptionReturns, Returns
from roi_plugin.economics.single_figures import SingleFigure
from roi_plugin.model.decision import Decision, Delivery, Status
from roi_plugin.model.finding import Finding, Place, Severity
from roi_plugin.model.links import DecisionLinks, Link
from roi_plugin.model.policy import Policy
from roi_plugin.model.register import Register

HOSTILE = (
    "::error file=x::injected\n::error::injected\r\n##[error]injected %0A::warning::%0D ##vso[task.setvariable]x"
    "\x1b[31mred\x1b]0;title\x07 \x00\x7f\x9b31m \u202egnp.exe\u2066 \u2028\u200b\ufeff \ud800 "
    "<script>alert(1)</script> | `code` [link](javascript:alert(1)) @everyone =cmd|'/c calc'!A1 ]]> \U000e0041"
)


@pytest.fixture
def finding() -> Callable[..., Finding]:
    def make(**given: object) -> Finding:
        at = Place(line=given.pop("line", 12), column=given.pop("column", 5), end_column=given.pop("end_column", 11))
        plain = {
            "path": "decisions/0042-x.md",
            "place": at,
            "field": "options[1].prices",
            "name": "schema/unknown-key",
            "severity": Severity.ERROR,
            "message": "`prices` is not a field of an option",
            "help": "did you mean `price`?",
            "excerpt": "    prices: 30k",
            "decision": "0042-x",
        }
        return Finding(**{**plain, **given})

    return make


@pytest.fixture
def hostile() -> Finding:
    return Finding(
        path=f"decisions/{HOSTILE}/0042-x.md",
        place=Place(line=3, column=5, end_column=9),
        field=HOSTILE,
        name=f"schema/{HOSTILE}",
        severity=Severity.ERROR,
        message=HOSTILE,
        help=HOSTILE,
        excerpt=HOSTILE,
        decision=HOSTILE,
    )


@pytest.fixture
def three(finding) -> list[Finding]:
    return [
        finding(),
        finding(
            line=1,
            column=1,
            end_column=None,
            name="risk/no-review-date",
            severity=Severity.WARNING,
            field="review_due",
            message="there is no date at which to look back",
            help=None,
            excerpt=None,
            path="decisions/0043-y.yml",
        ),
        finding(
            line=7,
            column=10,
            end_column=14,
            name="risk/no-baseline",
            severity=Severity.INFO,
            field="metrics",
            message="nothing says 50 %, as of now: measured",
            help="measure it",
            excerpt="goal: ä漢\twhat",
            path="decisions/a b,c:d.md",
        ),
    ]


def amount(mean: float | None, reason: str | None = None, *spread: float) -> Amount:
    low, median, high = spread or (None, None, None)
    return Amount(mean=mean, low=low, median=median, high=high, reason=reason)


def line(name: str, side: str, text: str, mean: float | None, spread: tuple[float, float] | None = None) -> LineReturn:
    low, high = spread or (None, None)
    reason = None if mean is not None else "`users` is not given"
    return LineReturn(id=name, side=side, text=text, mean=mean, low=low, high=high, reason=reason)


NOTHING = OptionReturns(
    id="do-nothing",
    title=None,
    kind="do-nothing",
    chosen=False,
    gain=amount(0.0),
    cost=amount(0.0),
    npv=amount(0.0),
    roi=amount(None, "no cost"),
    lines=(),
)
TUNE = OptionReturns(
    id="tune",
    title="Tune the current ranker",
    kind="ml",
    chosen=False,
    gain=amount(92_176.31, None, 47_216.6, 86_206.9, 157_388.7),
    cost=amount(39_867.25),
    npv=amount(52_309.06),
    roi=amount(1.31208),
    lines=(
        line("tune_bookings", "gain", "60k..200k per year", 92_176.31, (47_216.6, 157_388.7)),
        line("tune_work", "cost", "6..14 person-weeks", 39_867.25),
    ),
)
SOTA = OptionReturns(
    id="sota",
    title="Adopt the new model",
    kind="ml",
    chosen=True,
    gain=amount(131_199.08),
    cost=amount(233_323.10),
    npv=amount(-102_124.02),
    roi=amount(-0.437694),
    lines=(line("latency", "risk", "20k..200k", None),),
)


def _figures(option: OptionReturns) -> OptionFigures:
    loss = SingleFigure(reason="it was not computed")
    return OptionFigures(id=option.id, gain=option.gain, cost=option.cost, npv=option.npv, roi=option.roi, loss=loss)


@pytest.fixture
def judged() -> Callable[..., Judged]:
    """A decision with the numbers of the talk's first story (section F1 of the model document)."""

    def make(*, status: str = "accepted", in_force: bool = True, **given: object) -> Judged:
        options = given.pop("options", (NOTHING, TUNE, SOTA))
        currency = given.pop("currency", "EUR")
        links = given.pop("links", {})
        findings = given.pop("findings", ())
        shown = given.pop("shown", "decisions/0042-ranker.md")
        data = given.pop("data", {"status": status})
        given |= {"delivery": Delivery(given["delivery"])} if "delivery" in given else {}
        plain = {
            "id": "0042-ranker",
            "path": "0042-ranker.md",
            "number": "42",
            "title": "Adopt the new ranking model",
            "date": dt.date(2026, 3, 2),
        }
        return Judged(
            decision=Decision(status=Status(status), **{**plain, **given}),
            file=SimpleNamespace(shown=shown, data=data),
            links=DecisionLinks(in_force=in_force, **links),
            returns=Returns(currency=currency, horizon_months=24.0, discount_rate=0.1, options=options),
            figures=KeyFigures(options=tuple(_figures(option) for option in options)),
            stakes=1,
            findings=findings,
        )

    return make


@pytest.fixture
def assessment() -> Callable[..., Assessment]:
    def make(*judged: Judged, broken: tuple[str, ...] = ()) -> Assessment:
        return Assessment(
            today=dt.date(2026, 10, 1),
            policy=Policy(),
            register=Register(one.decision for one in judged),
            judged=judged,
            broken=tuple(SimpleNamespace(shown=path) for path in broken),
            findings=tuple(finding for one in judged for finding in one.findings),
        )

    return make


@pytest.fixture
def hostile_judged(judged, hostile) -> Judged:
    bad = HOSTILE
    link = (Link(id=bad, part=bad),)
    option = OptionReturns(
        id=bad,
        title=bad,
        kind=bad,
        chosen=True,
        gain=amount(None, bad),
        cost=amount(float("inf"), bad),
        npv=amount(None, bad),
        roi=amount(float("nan"), bad),
        lines=(
            LineReturn(id=bad, side="gain", text=bad, mean=None, low=None, high=None, reason=bad),
            LineReturn(id=bad, side="cost", text=bad, mean=1.0, low=float("-inf"), high=float("nan"), reason=None),
        ),
    )
    return judged(
        id=bad,
        number=bad,
        title=bad,
        owner=bad,
        area=bad,
        tags=(bad, bad),
        currency=bad,
        shown=bad,
        data={"status": bad},
        options=(option,),
        findings=(hostile,),
        links={"supersedes": link, "superseded_by": link, "depends_on": link, "dependents": link, "related": link},
    )
