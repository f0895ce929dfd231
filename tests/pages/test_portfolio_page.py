"""The portfolio page."""

import re
from html import unescape

from roi_plugin.pages.assembled import headed
from roi_plugin.pages.site import pages
from tests.pages.written_records import record

NONE = "\N{EN DASH}"


def _decision(title: str, gain: str, cost: str, more: str = "", status: str = "accepted") -> str:
    options = f"options:\n  - {{id: do-nothing}}\n  - {{id: b, chosen: true, gain: {gain}, cost: {cost}}}\n"
    return record(title, status, more + options)


def _sections(assessment) -> dict[str, str]:
    return {section.anchor: headed(section, None) for section in pages(assessment)["portfolio.md"].sections}


def _words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_sums_are_by_area_owner_and_year_and_have_ranges(appraised):
    found = _sections(
        appraised(
            {
                "0001-a.md": _decision("A", "30k..60k per year", "10k..20k", "area: search\nowner: ana\n"),
                "0002-b.md": _decision("B", "5k..9k per year", "3k..4k", "area: search\nowner: ben\n"),
            }
        )
    )
    assert re.search(r"search .*\dk?\.\.\d.* 2 What", _words(found["roi-by-area"]))
    assert re.search(r"ana .* 1 ben .* 1 What", _words(found["roi-by-owner"]))
    assert re.search("2026 .* 2 What", _words(found["roi-by-year"]))
    assert "roi-chart" in found["roi-by-owner"]


def test_a_decision_with_several_tags_or_objectives_counts_in_each_of_them(appraised):
    found = _sections(
        appraised(
            {
                "0001-a.md": _decision(
                    "A", "30", "10", "tags: [ml, search]\nokr: [{objective: Grow}, {objective: Save}]\n"
                ),
                "0002-b.md": _decision("B", "50", "10", "tags: [search]\n"),
            }
        )
    )
    assert re.search(
        r"search 60 .* 2 ml 20 .* 1 What .* A decision with several tags counts in each", _words(found["roi-by-tag"])
    )
    served = _words(found["roi-by-objective"])
    assert re.search("Grow .* served by 1 decision · expected value 20 EUR .* Save .* expected value 20 EUR", served)
    assert "1 decision in force names no objective. Expected value: 40 EUR." in served
    assert "counts in each of them" in served


def test_the_first_decisions_stand_in_sight_the_next_are_folded_and_the_rest_is_in_the_register(appraised):
    files = {f"{n:04}-a.md": _decision(f"D{n}", str(1000 * n), "10") for n in range(1, 41)}
    ranked = _sections(appraised(files))["roi-ranked"]
    table = ranked[ranked.index("</figure>") :]
    in_sight, _, folded = table.partition("<details")
    assert re.findall(r">(D\d+)</bdi></a>", re.sub(r'<span class="roi-number">\d+</span> ', "", in_sight)) == [
        f"D{n}" for n in range(40, 34, -1)
    ]
    assert folded.count("<tr><th") == 1 + 24
    assert 'href="../register/?sort=-npv">10 more in the register, the highest first' in folded


def test_the_best_and_the_worst_groups_are_drawn_and_all_are_in_the_table(appraised):
    files = {f"{n:04}-a.md": _decision("A", f"{n}k..{n + 9}k", "1k", f"area: a{n}\n") for n in range(1, 9)}
    by_area = _sections(appraised(files))["roi-by-area"]
    chart, _, table = by_area.partition("</figure>")
    assert re.findall(r">(a\d)</text>", chart) == [f"a{n}" for n in (8, 7, 6, 3, 2, 1)]
    assert "2 more in the table" in chart
    assert table.count("<tr><th") == 1 + 8


def test_a_sum_leads_to_what_it_is_made_of_and_to_all_its_decisions(appraised):
    files = {
        "0001-a.md": _decision("A", "60", "10", "area: search & more\nowner: ana\n"),
        "0002-b.md": _decision("B", "10", "30", "area: search & more\n"),
    }
    found = _sections(appraised(files))
    by_area = found["roi-by-area"]
    assert '<a href="#roi-sum-area-0">30</a>' in by_area
    assert by_area.count('<li id="roi-sum-area-0">') == 1
    assert "search & more : 30 EUR = 50 ( 1 A ) - 20 ( 2 B )" in _words(by_area)
    assert '<a class="roi-inline" href="../register/?area=search+%26+more&amp;status=accepted">' in by_area
    assert (
        '<a class="roi-inline" href="../register/?owner=none&amp;status=accepted">Without an owner'
        in found["roi-by-owner"]
    )
    assert '<a href="#roi-sum-0">30</a>' in found["roi-together"]
    assert '<td class="roi-n"><a href="#roi-sum-0">2</a></td>' in found["roi-together"]
    lead = str(pages(appraised(files))["portfolio.md"].lead)
    assert re.findall('roi-how" href="([^"]+)"', lead) == ["#roi-together"]
    assert "ROI is the summed gain over the summed cost, less 1." in found["roi-together"]


def test_of_a_sum_of_many_those_that_add_most_are_named(appraised):
    files = {f"{n:04}-a.md": _decision(f"D{n}", str(n * 10), "10", "area: a\n") for n in range(1, 12)}
    found = _words(_sections(appraised(files))["roi-by-area"])
    assert "a : 550 EUR = 100 ( 11 D11 ) + 90 ( 10 D10 ) +" in found
    assert "+ 30 ( 4 D4 ) + 30 of 3 more" in found


def test_the_figures_of_a_decision_lead_to_how_they_are_computed(appraised):
    assert (
        '<a href="../0001-a/#roi-options">20</a>'
        in _sections(appraised({"0001-a.md": _decision("A", "30", "10")}))["roi-ranked"]
    )


def test_years_go_from_the_newest_back(appraised):
    files = {f"{n:04}-a.md": _decision("A", "3k..9k", "1k").replace("2026-", f"202{n}-") for n in (4, 6, 5)}
    assert re.findall(r">(202\d)</text>", _sections(appraised(files))["roi-by-year"]) == ["2026", "2025", "2024"]


def test_few_decisions_need_no_register(appraised):
    assert "?sort" not in _sections(appraised({"0001-a.md": _decision("A", "30", "10")}))["roi-ranked"]


def test_invented_numbers_are_in_no_picture_and_in_no_table_by_value(appraised):
    files = {
        "0001-a.md": _decision("A", "3k..9k", "1k"),
        "0002-b.md": _decision("B", "3k..8k", "1k"),
        "0003-c.md": _decision("Invented", "9k", "1k", "illustrative: true\n"),
    }
    found = _sections(appraised(files))
    assert found["roi-ranked"].partition("</figure>")[0].count("<title>") == 2
    assert "Invented" not in found["roi-ranked"]
    assert "Invented" in found["roi-left-out"]


def test_what_no_decision_states_makes_no_groups(appraised):
    found = _sections(appraised({"0001-a.md": _decision("A", "30", "10", "owner: ana\n")}))
    assert [anchor for anchor in found if anchor.startswith("roi-by-")] == ["roi-by-owner", "roi-by-year"]


def test_decisions_are_ranked_by_expected_value_and_never_by_roi(appraised):
    # roi-model C4.5: a return of 200 % on 10 is worth less than one of 100 % on 1000.
    found = _sections(
        appraised({"0001-a.md": _decision("Small", "30", "10"), "0002-b.md": _decision("Large", "2000", "1000")})
    )
    ranked = _words(found["roi-ranked"])
    assert ranked.index("Large") < ranked.index("Small")
    assert "+200 %" in ranked
    assert "NPV" in ranked


def test_only_what_is_in_force_counts_and_what_is_left_out_says_why(appraised):
    found = _sections(
        appraised(
            {
                "0001-a.md": _decision("Counted", "30", "10"),
                "0002-b.md": _decision("Refused", "30", "10", status="rejected"),
                "0003-c.md": _decision("Invented", "30", "10", "illustrative: true\n"),
                "0004-d.md": record("Unknown"),
            }
        )
    )
    assert f"EUR 20 {NONE} +200 % 30 10 1" in _words(found["roi-together"])
    assert "Refused" not in "".join(found.values())
    assert "Invented : its numbers were invented" in _words(found["roi-left-out"])
    assert "Unknown : no option is chosen" in _words(found["roi-left-out"])


def test_currencies_are_never_added(appraised):
    text = _decision("Dollars", "30", "10", "economics: {currency: USD}\n")
    found = _sections(appraised({"0001-a.md": _decision("Euros", "30", "10"), "0002-b.md": text}))
    assert f"EUR 20 {NONE} +200 % 30 10 1" in _words(found["roi-together"])
    assert f"USD 20 {NONE} +200 % 30 10 1" in _words(found["roi-together"])


def _platform(title: str, more: str = "") -> str:
    options = "options:\n  - {id: do-nothing, cost: 300k..500k}\n  - {id: keep, chosen: true, cost: 100k..200k}\n"
    return record(title, more=more + options)


def test_decisions_that_weigh_costs_only_have_a_section_of_their_own_and_are_in_no_sum(appraised):
    gains = {f"000{n}-a.md": _decision(f"G{n}", "24k", "10k", "area: search\n") for n in "123"}
    platform = {"0004-p.md": _platform("Platform", "area: search\n")}
    page = pages(appraised(gains | platform))["portfolio.md"]
    found = {section.anchor: headed(section, None) for section in page.sections}
    assert "3 decisions in force are expected together to gain 42k EUR." in _words(page.lead)
    assert "1 decision in force weighs costs only: it is expected to cost 145k EUR; nine" in _words(page.lead)
    assert f"EUR 42k {NONE} +140 % 72k 30k 3" in _words(found["roi-together"])
    assert f"search 42k {NONE} +140 % 72k 30k 3 What" in _words(found["roi-by-area"])
    assert "Platform" not in found["roi-ranked"]
    assert "4 Platform 145k 100k..200k 247k EUR less than doing nothing" in _words(found["roi-costs"])
    assert "roi-left-out" not in found


def test_several_that_weigh_costs_only_are_summed_and_invented_ones_shown_beside(appraised):
    found = _sections(
        appraised(
            {
                "0001-a.md": _platform("A"),
                "0002-b.md": _platform("B"),
                "0003-c.md": _platform("Invented", "illustrative: true\n"),
            }
        )
    )
    costs = _words(found["roi-costs"])
    assert re.search(r"3 Invented illustrative 145k .* Together 289k .* 495k EUR less than doing nothing", costs)
    assert "3 Invented : its numbers were invented" in _words(found["roi-left-out"])


def test_of_many_that_weigh_costs_only_the_dearest_and_their_sum_stand_in_sight(appraised):
    costs = _sections(appraised({f"000{n}-p.md": _platform(f"P{n}") for n in range(1, 9)}))["roi-costs"]
    in_sight, _, folded = costs.partition("<summary>2 more</summary>")
    assert (in_sight.count("<tr><th"), folded.count("<tr><th")) == (1 + 6, 1 + 2)
    assert (in_sight.count("Together"), folded.count("Together")) == (1, 0)


def test_of_many_proposals_the_first_stand_in_sight(appraised):
    more = "economics: {person_week: 1}\n"
    files = {
        f"000{n}-a.md": _decision(f"W{n}", f"{n}k per month", "2 person-weeks", more, "proposed") for n in range(1, 9)
    }
    in_sight, _, folded = _sections(appraised(files))["roi-waiting"].partition("<summary>2 more</summary>")
    assert re.findall(r"W\d", in_sight) == [f"W{n}" for n in range(8, 2, -1)]
    assert re.findall(r"W\d", folded) == ["W2", "W1"]


def test_many_reasons_fold(appraised):
    few, many = ({f"000{n}-a.md": record("A") for n in range(1, 1 + count)} for count in (5, 6))
    assert "<details" not in _sections(appraised(few))["roi-left-out"]
    assert "6 decisions, each with the reason</summary>" in _sections(appraised(many))["roi-left-out"]


def test_the_framework_ranks_by_the_share_of_weights_and_stays_apart(appraised):
    levels = "scores: {potential: %s, motivation: 3, skills: 3, risks: 2, involvement: 2}\n"
    found = _sections(
        appraised(
            {
                "0001-a.md": _decision("Lower", "30", "10", levels % 2),
                "0002-b.md": _decision("Higher", "30", "10", levels % 5),
                "0003-c.md": record("Without options", more=levels % 3),
            }
        )
    )
    assert "Without options : only scores are given" in _words(found["roi-left-out"])
    scored = _words(found["roi-scored"])
    assert scored.index("Higher") < scored.index("Without options") < scored.index("Lower")
    assert "100 %" in scored
    assert "never added" in scored


def test_proposals_wait_in_the_order_that_loses_least(appraised):
    def proposed(title: str, gain: str, weeks: int, more: str = "") -> str:
        return _decision(
            title, f"{gain} per month", f"{weeks} person-weeks", f"economics: {{person_week: 1}}\n{more}", "proposed"
        )

    found = _sections(
        appraised(
            {
                "0001-a.md": proposed("Long", "1000", 6),
                "0002-b.md": proposed("Short", "500", 1),
                "0003-c.md": _decision("Unknown time", "1000", "5", status="proposed"),
                "0004-d.md": proposed("Invented", "9000", 1, "illustrative: true\n"),
                "0005-e.md": _decision("In force", "1000", "5"),
            }
        )
    )
    waiting = _words(found["roi-waiting"])
    assert re.search(r"2 Short \d+ 1 \d+ 1 Long \d+ 6 \d+ Of proposals that the same people do", waiting)
    assert "3 Unknown time : nobody knows how long it takes" in waiting
    assert "4 Invented : its numbers were invented" in waiting
    assert "In force" not in waiting
    assert re.search(r"It loses [\d.]+ % less than the order of their dates\.", waiting)


def test_where_nothing_is_proposed_nothing_waits(appraised):
    assert "roi-waiting" not in _sections(appraised({"0001-a.md": _decision("A", "30", "10")}))


def test_without_a_known_value_the_page_says_so(appraised):
    lead = str(pages(appraised({"0001-a.md": record("A")}))["portfolio.md"].lead)
    assert "No decision in force has a known value yet" in lead


def test_markup_in_an_owner_or_area_stays_text(appraised):
    bad = "area: '<img src=x>'\nowner: '<script>x</script>'\n"
    text = "".join(_sections(appraised({"0001-a.md": _decision("<b>T</b>", "3k..9k", "1k", bad)})).values())
    assert not any(tag in text for tag in ("<img", "<script", "<b>"))
