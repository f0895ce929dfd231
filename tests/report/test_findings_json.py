import json

from roi_plugin.report.findings_json import render

EXPECTED = """\
{
  "version": 1,
  "records": 12,
  "findings": [
    {
      "path": "decisions/0042-x.md",
      "line": 12,
      "column": 5,
      "end_column": 11,
      "field": "options[1].prices",
      "name": "schema/unknown-key",
      "severity": "error",
      "message": "`prices` is not a field of an option",
      "help": "did you mean `price`?",
      "decision": "0042-x"
    }
  ],
  "counts": {
    "error": 1,
    "warning": 0,
    "info": 0
  }
}
"""


def test_findings_have_the_shape_of_the_contract(finding):
    assert render([finding()], records=12) == EXPECTED


def test_every_severity_is_counted(three):
    assert json.loads(render(three, records=2))["counts"] == {"error": 1, "warning": 1, "info": 1}


def test_what_is_not_known_is_null(three):
    second = json.loads(render(three, records=2))["findings"][1]
    assert (second["end_column"], second["help"]) == (None, None)


def test_hostile_text_comes_back_unchanged_from_plain_ascii(hostile):
    text = render([hostile], records=1)
    assert text.isascii()
    assert "\x1b" not in text
    assert json.loads(text)["findings"][0]["message"] == hostile.message
