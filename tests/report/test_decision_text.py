import datetime as dt

import pytest
from msgspec.structs import replace

from roi_plugin.model.governance import Review
from roi_plugin.model.links import Link
from roi_plugin.report.decision_text import render

EXPECTED = """\
0042-ranker: Adopt the new ranking model
Expected to lose 102k EUR over 24 months (ROI -43.8 %); `tune` was expected to gain 52.3k EUR.

status         accepted (reverted, so it binds nobody), 2026-03-02
delivery       reverted
owner          kim
supersedes     0041-old (part 3, takes no effect)
superseded by  0050-new (takes no effect)
depends on     0031-features (superseded, not in force)
needed by      0060-page
review due     2026-09-01, no review yet
record         decisions/0042-ranker.md

Options, present value in EUR over 24 months at 10 % a year
          option       gain   cost    NPV      ROI
          do-nothing      0      0      0        -
          tune        92.2k  39.9k  52.3k   +131 %
  chosen  sota         131k   233k  -102k  -43.8 %
  `do-nothing`: no cost

Lines of tune (Tune the current ranker), mean and 90 % range in EUR
  gain  tune_bookings  60k..200k per year  92.2k  47.2k..157k
  cost  tune_work      6..14 person-weeks  39.9k

Lines of sota (Adopt the new model), mean and 90 % range in EUR
  risk  latency  20k..200k  -  `users` is not given

Flags
  error schema/unknown-key (line 12): `prices` is not a field of an option
    help: did you mean `price`?
  warning risk/no-review-date (line 1): there is no date at which to look back
"""


@pytest.fixture
def ranker(judged, three):
    links = {
        "supersedes": (Link(id="0041-old", part="3", in_effect=False),),
        "superseded_by": (Link(id="0050-new", in_effect=False),),
        "depends_on": (Link(id="0031-features"),),
        "dependents": (Link(id="0060-page"),),
    }
    return judged(
        delivery="reverted", owner="kim", review_due=dt.date(2026, 9, 1), links=links, findings=tuple(three[:2])
    )


@pytest.fixture
def features(judged):
    return judged(id="0031-features", path="0031-features.md", status="superseded", in_force=False)


def test_a_decision_opens_with_its_verdict_and_ends_with_its_flags(ranker, features, assessment):
    assert render(ranker, assessment(features, ranker)) == EXPECTED


def test_a_bare_decision_says_only_what_is_known(judged, assessment):
    bare = judged(status="draft", in_force=False, options=())
    assert render(bare, assessment(bare)) == (
        "0042-ranker: Adopt the new ranking model\n"
        "ROI cannot be computed: the record names no options.\n"
        "\n"
        "status  draft (not in force), 2026-03-02\n"
        "record  decisions/0042-ranker.md\n"
    )


def test_invented_numbers_are_called_illustrative(judged, assessment):
    one = judged(illustrative=True)
    assert "The numbers are illustrative" in render(one, assessment(one)).splitlines()[2]


@pytest.mark.parametrize(
    ("due", "reviews", "said"),
    [
        (dt.date(2027, 1, 1), (), "review due  2027-01-01"),
        (dt.date(2026, 9, 1), (dt.date(2026, 9, 3),), "review due  2026-09-01, last reviewed 2026-09-03"),
        (None, (dt.date(2026, 9, 3), dt.date(2026, 5, 1)), "review due  last reviewed 2026-09-03"),
    ],
)
def test_a_review_is_said_with_what_came_of_it(judged, assessment, due, reviews, said):
    one = judged(review_due=due, reviews=tuple(Review(date=day) for day in reviews))
    assert said in render(one, assessment(one)).splitlines()


def test_colour_adds_escapes_and_nothing_else(ranker, features, assessment):
    plain = render(ranker, assessment(features, ranker), colour=True)
    assert "\x1b[1;31mExpected to lose" in plain
    for code in ("0", "1", "32", "1;31", "1;33", "1;36"):
        plain = plain.replace(f"\x1b[{code}m", "")
    assert plain == EXPECTED


def test_nothing_in_a_record_steers_a_terminal_or_a_build_log(hostile_judged, assessment):
    shown = render(hostile_judged, assessment(hostile_judged))
    assert all(char.isprintable() or char == "\n" for char in shown)
    assert not any(line.lstrip().startswith("::") for line in shown.splitlines())
    assert "##[" not in shown


def test_a_hostile_id_cannot_open_a_line_as_a_command(judged, assessment):
    one = judged(id="::error::x")
    odd = replace(one, returns=replace(one.returns, options=(replace(one.returns.options[0], id="::warning::y"),)))
    assert not any(line.lstrip().startswith("::") for line in render(odd, assessment(odd)).splitlines())


def test_options_without_numbers_share_the_line_that_says_why(judged, assessment):
    one = judged()
    nothing, tune, sota = one.returns.options
    unpriced = replace(sota, cost=nothing.roi, npv=nothing.roi, roi=nothing.roi)
    odd = replace(one, returns=replace(one.returns, options=(nothing, tune, unpriced)))
    lines = render(odd, assessment(odd)).splitlines()
    assert lines[1] == "ROI cannot be computed: no cost."
    assert "  chosen  sota         131k      -      -       -" in lines
    assert "  `do-nothing`, `sota`: no cost" in lines
