import json
from urllib.parse import unquote

import pytest

from roi_plugin.report.sarif import render

REQUIRED = {
    "": {"version", "runs"},
    "run": {"tool", "results"},
    "driver": {"name", "rules"},
    "rule": {"id", "shortDescription", "fullDescription", "help"},
    "result": {"ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"},
}
"""What the format, and the hosts that read it, ask for (SARIF 2.1.0, sections 3.13 to 3.27)."""


def _run(findings, records=12):
    log = json.loads(render(findings, records=records))
    assert log["version"] == "2.1.0"
    assert set(log) >= REQUIRED[""]
    (run,) = log["runs"]
    assert set(run) >= REQUIRED["run"]
    assert set(run["tool"]["driver"]) >= REQUIRED["driver"]
    for rule in run["tool"]["driver"]["rules"]:
        assert set(rule) >= REQUIRED["rule"]
        assert all(rule[key]["text"] for key in ("shortDescription", "fullDescription", "help"))
    for result in run["results"]:
        assert set(result) >= REQUIRED["result"]
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
    return run


def test_findings_become_results_with_rules_in_the_order_of_names(three):
    run = _run(three)
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [
        "risk/no-baseline",
        "risk/no-review-date",
        "schema/unknown-key",
    ]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]
    assert run["properties"] == {"records": 12}


def test_a_result_names_its_place_with_its_source_line(finding):
    (result,) = _run([finding()])["results"]
    assert result["message"]["text"] == "`prices` is not a field of an option\ndid you mean `price`?"
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "decisions/0042-x.md"},
                "region": {
                    "startLine": 12,
                    "startColumn": 5,
                    "endColumn": 11,
                    "snippet": {"text": "    prices: 30k"},
                },
            }
        }
    ]


def test_a_rule_carries_its_page(three):
    rules = {rule["id"]: rule for rule in _run(three)["tool"]["driver"]["rules"]}
    assert "Asks:" in rules["risk/no-baseline"]["help"]["text"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("decisions/a b.md", "decisions/a%20b.md"),
        ("javascript:alert(1)/x.md", "javascript%3Aalert%281%29/x.md"),
        ("decisions/ä#1?%.md", "decisions/%C3%A4%231%3F%25.md"),
        ("../x.md", "../x.md"),
        ("a\nb.md", "a%0Ab.md"),
        ("//host/x.md", ".//host/x.md"),
    ],
)
def test_a_path_is_a_percent_encoded_relative_address(finding, path, uri):
    (result,) = _run([finding(path=path)])["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_brackets_in_a_message_make_no_link(finding):
    said = finding(message="[click](http://x)", help=None)
    plain = finding(message="`options[1]` is not known", help=None)
    first, second = _run([said, plain])["results"]
    assert first["message"]["text"] == r"\[click\](http://x)"
    assert second["message"]["text"] == "`options[1]` is not known"


def test_a_source_line_that_is_too_long_is_left_out(finding):
    (result,) = _run([finding(excerpt="x" * 501)])["results"]
    assert "snippet" not in result["locations"][0]["physicalLocation"]["region"]


def test_nothing_found_is_a_run_without_results():
    run = _run([])
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])


def test_hostile_text_stays_plain_ascii(hostile):
    text = render([hostile], records=1)
    assert text.isascii()
    (result,) = _run([hostile])["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert ":" not in uri
    assert unquote(uri, errors="surrogatepass") == hostile.path
    assert result["message"]["text"].count("\n") == 1
