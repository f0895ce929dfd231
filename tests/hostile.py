"""Records written to do harm: each must end in a finding or in a safe page, and nothing may hang or raise.

`PAYLOADS` holds whole Markdown records by name. A script that runs calls `roi_hostile()`, or asks a dialog.
"""

_RUN = "roi_hostile()"
_ALERT = f"<script>{_RUN}</script>"
_IMAGE = f"<img src=x onerror={_RUN}>"


def _record(
    fields: str = "", body: str = "Reasoning.", title: str = "A plain title", status: str = "accepted"
) -> bytes:
    return f"---\ntitle: {title}\nstatus: {status}\ndate: 2026-03-02\n{fields}---\n\n{body}\n".encode()


def _body(text: str) -> bytes:
    return _record(body=text)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _nested_lists(levels: int) -> str:
    return "\n".join(" " * 4 * level + "- a" for level in range(levels))


_ALIAS_BOMB = "x-a: &a [lol, lol]\n" + "".join(
    f"x-{new}: &{new} [{', '.join(['*' + old] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)

IN_FIELDS: dict[str, bytes] = {
    "script-in-title": _record(title=_quoted(f"Title {_ALERT}")),
    "image-in-title": _record(title=_quoted(_IMAGE)),
    "closing-title-tag-in-title": _record(title=_quoted(f"</title>{_ALERT}")),
    "attribute-break-in-title": _record(title=_quoted(f'" onmouseover="{_RUN}" x="')),
    "markdown-link-in-title": _record(title=_quoted(f"[a](javascript:{_RUN})")),
    "entities-in-title": _record(title=_quoted("&lt;script&gt;roi_hostile()&lt;/script&gt;")),
    "newline-in-title": _record(title='"one\\ntwo\\n\\n# three"'),
    "script-in-status": _record(status=_quoted(_ALERT)),
    "script-in-owner": _record(f"owner: {_quoted(_ALERT)}\n"),
    "script-in-area": _record(f"area: {_quoted(_IMAGE)}\n"),
    "script-in-tags": _record(f"tags: [{_quoted(_ALERT)}, {_quoted(_IMAGE)}]\n"),
    "script-in-deciders": _record(f"deciders: [{_quoted(_ALERT)}]\n"),
    "script-in-problem": _record(f"problem: {_quoted(_ALERT)}\n"),
    "script-in-goal": _record(f"goal: {{request: {_quoted(_ALERT)}, problem: {_quoted(_IMAGE)}}}\n"),
    "script-in-option-id": _record(f"options:\n  - id: {_quoted(_ALERT)}\n"),
    "script-in-option-title": _record(f"options:\n  - {{id: a, title: {_quoted(_ALERT)}, chosen: true}}\n"),
    "script-in-option-reason": _record(
        f"options:\n  - {{id: a, chosen: true, chosen_because: {_quoted(_IMAGE)}, gain: 3k per year, cost: 1k..2k}}\n"
    ),
    "script-in-quantity": _record(f"options:\n  - {{id: a, gain: {_quoted(_ALERT)}}}\n"),
    "script-in-line-id": _record(f"options:\n  - {{id: a, costs: [{{id: {_quoted(_ALERT)}, money: 1k..2k}}]}}\n"),
    "script-in-unknown-key": _record(f"{_quoted(_ALERT)}: 1\n"),
    "script-in-local-field": _record(f"x-a: {_quoted(_ALERT)}\n"),
    "script-in-waiver": _record(
        f"waivers: [{{rule: no-baseline, reason: {_quoted(_ALERT)}, by: {_quoted(_IMAGE)}, until: 2026-09-01}}]\n"
    ),
    "script-in-lessons": _record(f"reviews: [{{date: 2026-09-03, lessons: [{_quoted(_ALERT)}]}}]\n"),
    "javascript-in-evidence-url": _record(f"evidence: [{{id: a, url: 'javascript:{_RUN}'}}]\n"),
    "data-in-evidence-url": _record(f"evidence: [{{id: a, url: 'data:text/html,{_ALERT}'}}]\n"),
    "javascript-in-source": _record(f"options:\n  - {{id: a, cost: {{range: 1k..2k, source: 'javascript:{_RUN}'}}}}\n"),
    "script-in-assumption": _record(f"options:\n  - {{id: a, cost: {{value: 3k, assumption: {_quoted(_ALERT)}}}}}\n"),
    "resting-on-harm": _record(
        "assumptions: [harm, unheard-of]\noptions:\n  - {id: a, cost: {assumption: harm, value: 3k}}\n"
    ),
    "assumption-of-nothing": _record("options:\n  - {id: a, chosen: true, cost: {assumption: nowhere}}\n"),
    "path-in-id": _record("id: ../../../etc/passwd\n"),
    "absolute-path-in-id": _record("id: /etc/passwd\n"),
    "encoded-path-in-id": _record("id: '..%2f..%2fescaped'\n"),
    "script-in-id": _record(f"id: {_quoted(_ALERT)}\n"),
    "path-in-supersedes": _record("supersedes: ['../../etc/passwd']\n"),
    "script-in-reference": _record(f"depends_on: [{_quoted(_ALERT)}]\n"),
    "workflow-command-in-title": _record(title='"%0A::error file=a::injected"'),
    "workflow-command-in-status": _record(status='"a\\n::error::injected\\r\\n::set-output name=a::b"'),
    "workflow-command-in-key": _record("'::error::x%0A::warning::y': 1\n"),
    "escape-sequence-in-title": _record(title='"\\e[2J\\e[31mred"'),
    "raw-escape-sequence": _record(title="\x1b[2J\x1b]0;owned\x07"),
    "csv-formula-in-title": _record(title=_quoted('=HYPERLINK("http://example.org";"x")')),
    "csv-command-in-owner": _record("owner: '@SUM(1+1)*cmd|'' /C calc''!A0'\ntags: ['+1', '-1', '=1']\n"),
    "template-syntax": _record(
        f"owner: {_quoted('{{ config.__class__ }}')}\n",
        title=_quoted("{{ 7 * 7 }} {% raw %} {# x #}"),
        body="{{ config }} {% include '/etc/passwd' %} {{ ''.__class__.__mro__ }} ${7*7} <%= 7 %>",
    ),
    "bidi-override-in-title": _record(title="safe \u202etxet lamron"),
    "bidi-isolate-in-tag": _record("tags: ['a\u2066b\u2069']\n"),
    "invisible-tag-characters": _record(title="plain \U000e0069\U000e0067\U000e006e"),
    "lookalike-status": _record(status="\u0430ccepted"),
    "long-title": _record(title="a" * 50_000),
    "many-tags": _record("tags: [" + ", ".join(f"t{number}" for number in range(20_000)) + "]\n"),
    "huge-integer": _record(f"x-n: {'9' * 5_000}\nschema: {'9' * 400}\n"),
    "huge-exponent": _record("options: [{id: a, gain: 1e999, cost: 1e308}]\n"),
    "not-a-number": _record("options: [{id: a, gain: .nan, cost: .inf}]\n"),
    "long-quantity": _record("options: [{id: a, gain: '" + "(" * 20_000 + "'}]\n"),
    "long-expression": _record("options: [{id: a, gain: '" + "a*" * 200 + "a'}]\n"),
    "many-options": _record("options:\n" + "".join(f"  - id: o{number}\n" for number in range(5_000))),
    "impossible-date": _record("review_due: 2026-02-30\n"),
    "date-with-newline": _record('review_due: "2026-02-28\\n"\n'),
}
"""Harm in the fields."""

ASSUMPTIONS = f"""\
assumptions:
  - id: harm
    statement: {_quoted(_ALERT)}
    value: 1k..2k
    evidence:
      - {{kind: data, title: {_quoted(_IMAGE)}, url: "bills/<script>"}}
      - {{title: {_quoted(f"[a](javascript:{_RUN})")}, url: "https://example.org/' onmouseover='{_RUN}"}}
    owner: {_quoted(_ALERT)}
    state: failed
    note: {_quoted(f"{{{{ 7 * 7 }}}} {_IMAGE}")}
  - {{id: more, statement: {_quoted(_IMAGE)}, value: {_quoted(_ALERT)}, evidence: {{url: "javascript:{_RUN}"}}}}
"""
"""Harm in the file of shared assumptions, `assumptions.yml`."""

IN_MESSAGES: dict[str, bytes] = {
    "goal-missing": _record(f"goal: {{request: {_quoted(_ALERT)}}}\n"),
    "partner-not-agreed": _record(
        f"options: [{{id: a, chosen: true, partners: [{{team: {_quoted(_ALERT)}, needed_for: {_quoted(_IMAGE)}, "
        "agreed: false}]}]\n"
    ),
    "partner-without-incentive": _record(
        f"options: [{{id: a, chosen: true, cost: 80k..90k, partners: [{{team: {_quoted(_IMAGE)}, agreed: true}}]}}]\n"
    ),
    "ramp-up-not-priced": _record(
        f"options: [{{id: a, chosen: true, cost: 80k..90k, capability: {{knowledge: [{_quoted(_ALERT)}]}}}}]\n"
    ),
    "unanchored-scores": _record(
        "options: [{id: a, chosen: true, cost: 80k..90k, "
        f"scores: {{potential: {{level: 3, levels: {{{_quoted(_ALERT)}: 1, {_quoted(_IMAGE)}: 5}}}}}}}}]\n"
    ),
    "compliance-review-missing": _record(f"personal_data: true\ncompliance: [{{kind: {_quoted(_ALERT)}}}]\n"),
    "assumption-failed": _record("assumptions: [harm]\n"),
}
"""Harm in what a rule's message quotes, by the rule."""

_COLUMNS = (
    _IMAGE,
    f'" onmouseover="{_RUN}" x="',
    "{{ 7 * 7 }}",
    "w" * 200,
    "two words " * 20,
    "`" * 9,
    "a",
    "b",
    "c",
    "d",
)
IN_LISTS: dict[str, bytes] = {
    **{
        f"column-{number}": _record(f"area: {_quoted(name)}\nowner: {_quoted(f'{name[:150]} {_ALERT}')}\n")
        for number, name in enumerate(_COLUMNS)
    },
    "waivers": _record(
        "waivers:\n"
        + "".join(
            f"  - {{rule: {rule}, reason: {_quoted(f'`{_IMAGE} {_ALERT}')}, by: {_quoted(_ALERT)}, until: {until}}}\n"
            for rule, until in (
                ("no-baseline", "2099-01-01"),
                ("no-run-cost", "2020-01-01"),
                ("heard.of", "2026-12-01"),
            )
        )
    ),
    "script-in-waiver-rule": _record(f"waivers: [{{rule: {_quoted(_ALERT)}, reason: a, by: b, until: 2026-09-01}}]\n"),
}
"""Harm in what pages set side by side: areas and owners as heads of columns, more than a page has room for; waivers."""

IN_YAML: dict[str, bytes] = {
    "alias-bomb": _record(_ALIAS_BOMB),
    "alias-to-itself": _record("x-a: &a [*a]\n"),
    "merge-key": _record("x-a: &a {b: 1}\nx-c:\n  <<: *a\n"),
    "python-object-tag": _record("x-a: !!python/object/apply:os.system ['touch /tmp/roi_hostile']\n"),
    "python-name-tag": _record("x-a: !!python/name:os.system\n"),
    "environment-tag": _record("x-a: !ENV HOME\n"),
    "deep-flow-lists": _record("x-a: " + "[" * 5_000 + "]" * 5_000 + "\n"),
    "deep-flow-maps": _record("x-a: " + "{a: " * 5_000 + "}" * 5_000 + "\n"),
    "deep-block-lists": _record("x-a:\n" + "  " + "- " * 5_000 + "a\n"),
    "deep-block-maps": _record("x-a:\n" + "".join(" " * level + "a:\n" for level in range(1, 500))),
    "unclosed-brackets": _record("x-a: " + "[" * 200_000 + "\n"),
    "unclosed-quote": _record('x-a: "' + "a" * 200_000 + "\n"),
    "many-duplicates": _record("owner: a\n" * 20_000),
    "complex-key": _record("? [a, b]\n: 1\n"),
    "number-as-key": _record("1: a\nnull: b\ntrue: c\n"),
    "second-document": b"---\ntitle: a\n--- \ntitle: b\n---\n\nBody\n",
    "directive": b"---\n%YAML 9.9\n---\n\nBody\n",
    "tab-indent": _record("goal:\n\tproblem: a\n"),
    "list-instead-of-map": b"---\n- a\n- b\n---\n\nBody\n",
    "empty-front-matter": b"---\n---\n\nBody\n",
    "unclosed-front-matter": b"---\ntitle: a\n\nBody\n",
    "no-front-matter": b"# Title\n\nBody\n",
    "empty-file": b"",
    "only-a-fence": b"---",
    "front-matter-too-large": _record("x-a: " + "a" * 300_000 + "\n"),
}
"""Harm by the form of the YAML text."""

IN_BYTES: dict[str, bytes] = {
    "nul-byte": _record(title="a\x00b"),
    "nul-escape": _record(title='"a\\0b"'),
    "byte-order-mark": b"\xef\xbb\xbf" + _record(),
    "byte-order-mark-inside": _record(title="a\ufeffb"),
    "windows-line-ends": _record().replace(b"\n", b"\r\n"),
    "old-mac-line-ends": _record().replace(b"\n", b"\r"),
    "utf-16": b"\xff\xfe" + _record().decode().encode("utf-16-le"),
    "utf-16-without-mark": _record().decode().encode("utf-16-be"),
    "latin-1": _record(title="Gr\u00fc\u00dfe").decode().encode("latin-1"),
    "lone-surrogate": _record(title="a").replace(b"title: a", b"title: \xed\xa0\x80"),
    "lone-surrogate-escape": _record(title='"\\ud800"'),
    "overlong-encoding": _record(title="a").replace(b"title: a", b"title: \xc0\xae\xc0\xae\xc0\xaf"),
    "line-separators": _record(title="a\u2028title: b\u0085c"),
    "ten-megabytes": _record(body="a " * 5_000_000),
    "one-long-line": _record(body="word " * 35_000),
    "random-bytes": bytes(range(256)) * 40,
}
"""Harm by the bytes of the file."""

IN_BODY: dict[str, bytes] = {
    "script-in-body": _body(f"Text {_ALERT} and <SCRIPT SRC=//example.org/x.js></SCRIPT>"),
    "script-block-in-body": _body(f"<div>\n{_ALERT}\n</div>\n\n<script\n>{_RUN}</script\n>"),
    "event-handlers-in-body": _body(f"{_IMAGE}\n\n<details open ontoggle={_RUN}><summary>a</summary></details>"),
    "javascript-link": _body(f"[click](javascript:{_RUN})"),
    "javascript-link-in-mixed-case": _body(f"[click](JaVaScRiPt:{_RUN})"),
    "javascript-link-with-entities": _body(f"[click](java&#x73;cript&colon;{_RUN}) [b](&#106;avascript:{_RUN})"),
    "javascript-link-with-newline": _body(f"[click](<java\nscript:{_RUN}>) [b](java\tscript:{_RUN})"),
    "javascript-link-with-space": _body(f"[click]( javascript:{_RUN})"),
    "javascript-link-in-angle-brackets": _body(f"[click](<javascript:{_RUN}>)"),
    "javascript-link-by-reference": _body(f"[click][a]\n\n[a]: javascript:{_RUN}"),
    "javascript-autolink": _body(f"<javascript:{_RUN}>"),
    "javascript-link-in-html": _body(f"<a href=\"javascript:{_RUN}\">a</a> <a href='&#106;avascript:{_RUN}'>b</a>"),
    "vbscript-link": _body("[click](vbscript:msgbox(1))"),
    "data-link": _body(f"[click](data:text/html;base64,PHNjcmlwdD4=) <a href='data:text/html,{_ALERT}'>a</a>"),
    "javascript-image": _body(f"![a](javascript:{_RUN})"),
    "link-to-other-host": _body("[click](//example.org/x) [b](\\\\example.org\\x)"),
    "file-link": _body("[click](file:///etc/passwd)"),
    "attribute-list": _body(f"A paragraph\n{{: onclick={_RUN} onmouseover={_RUN} style=position:fixed }}"),
    "attribute-list-on-link": _body(f"[click](https://example.org){{: onclick={_RUN} href=javascript:{_RUN} }}"),
    "svg": _body(f"<svg onload={_RUN}><script>{_RUN}</script><a xlink:href='javascript:{_RUN}'>a</a></svg>"),
    "math-ml": _body(
        f"<math><mtext><table><mglyph><style><img src=x onerror={_RUN}></style></mglyph></table></mtext></math>"
    ),
    "iframe": _body(f"<iframe src='javascript:{_RUN}' srcdoc='{_ALERT}'></iframe>"),
    "object-and-embed": _body("<object data='data:text/html,x'></object><embed src='data:text/html,x'>"),
    "style-element": _body("<style>body{display:none} @import url(//example.org/x.css);</style>"),
    "meta-refresh": _body("<meta http-equiv=refresh content='0;url=https://example.org/'>"),
    "base-tag": _body("<base href='https://example.org/'>"),
    "form": _body(
        "<form action='https://example.org/'><input name=a><button formaction='javascript:1'>b</button></form>"
    ),
    "remote-image": _body("![a](https://example.org/pixel.gif) <img src='https://example.org/pixel.gif'>"),
    "html-comment-break": _body(f"<!-- a --!>{_IMAGE}<!-- <!-- {_IMAGE} -->"),
    "unclosed-tags": _body(f"<div><p><a href='x' title=\"</div>\n\n{_ALERT}"),
    "script-in-code-language": _body(f'```"><script>{_RUN}</script>\na\n```\n\n``` {{ .x onclick={_RUN} }}\na\n```'),
    "script-in-heading": _body(f"## {_ALERT}\n\n## a {{: id='\"><script>{_RUN}</script>' }}"),
    "script-in-table": _body(f"| a | b |\n|---|---|\n| {_ALERT} | {_IMAGE} |"),
    "script-in-footnote": _body(f"a[^1]\n\n[^1]: {_ALERT}"),
    "script-in-abbreviation": _body(f'a HTML\n\n*[HTML]: "><script>{_RUN}</script>'),
    "script-in-admonition": _body(f'!!! note "{_ALERT}"\n    {_IMAGE}'),
    "snippet-include": _body('--8<-- "/etc/passwd"\n\n;--8<-- "../../pyproject.toml"\n\n--8<--\n/etc/passwd\n--8<--'),
    "front-matter-in-body": _body("---\ntemplate: ../../etc/passwd\nhide: [all]\n---\n\ntext"),
    "link-out-of-the-folder": _body("[a](../../../../etc/passwd) [b](..%2f..%2fetc%2fpasswd) [c](/etc/passwd)"),
    "path-with-nul": _body("[a](a%00.md)"),
    "five-thousand-brackets": _body("[" * 5_000),
    "five-thousand-images": _body("![" * 5_000),
    "open-links": _body("[a](" * 5_000),
    "open-angle-links": _body("[x](<" * 5_000),
    "open-references": _body("[a][" * 5_000),
    "open-tags": _body("<a " * 5_000),
    "balanced-brackets": _body("[" * 3_000 + "]" * 3_000),
    "three-hundred-nested-lists": _body(_nested_lists(300)),
    "nested-lists-on-one-line": _body("1. " * 1_000 + "a"),
    "nested-lists-by-tabs": _body("\n".join("\t" * level + "- a" for level in range(300))),
    "three-hundred-nested-quotes": _body("> " * 300 + "a"),
    "mixed-nesting": _body("> - " * 200 + "a"),
    "nested-admonitions": _body("\n".join("    " * level + "!!! note" for level in range(200))),
    "many-headings": _body("# a\n" * 20_000),
    "many-paragraphs": _body("a\n\n" * 40_000),
    "many-list-items": _body("- a\n" * 40_000),
    "many-table-cells": _body("|a" * 30_000 + "\n" + "|-" * 30_000 + "\n" + "|a" * 30_000),
    "many-footnotes": _body("[^1]" * 5_000 + "\n\n[^1]: a"),
    "many-emphases": _body("**a*" * 40_000),
    "many-stars": _body("*_" * 50_000),
    "many-backticks": _body("".join("`" * (number % 80 + 1) + "a" for number in range(4_000))),
    "many-comments": _body("<!--" * 20_000),
    "many-character-data": _body("<![CDATA[" * 3_000),
    "many-abbreviations": _body("\n".join(f"*[a{number}]: b" for number in range(1_000)) + "\n\n" + "a1 " * 10_000),
    "body-too-large": _body("word\n" * 50_000),
    "zalgo": _body("Z" + "\u0301\u0302\u0303" * 20_000),
}
"""Harm in the Markdown body."""

_WORTH = f"""\
owner: {_quoted(_ALERT)}
area: {_quoted(_IMAGE)}
tags: [{_quoted(_ALERT)}, {_quoted(f'" onmouseover="{_RUN}" x="')}]
goal: {{problem: {_quoted(_IMAGE)}}}
okr:
  objective: {_quoted(_ALERT)}
  key_results: [{{id: k, text: {_quoted(_IMAGE)}, unit: {_quoted(_ALERT)}, from: 1, to: 3, now: 2}}]
metrics: [{{id: m, role: guardrail, unit: {_quoted(_IMAGE)}, definition: {_quoted(_ALERT)}}}]
guardrails: [{{metric: m, limit: {_quoted(f"<= 1 {_IMAGE}")}}}]
review_due: 2026-03-20
options:
  - {{id: none, kind: do-nothing, title: {_quoted(_IMAGE)}}}
  - {{id: a, chosen: true, title: {_quoted(_ALERT)}, gain: 30k..60k per year, cost: 12k..25k}}
reviews:
  - {{date: 2026-03-19, lessons: [{_quoted(_ALERT)}], note: {_quoted(_IMAGE)}, next: {_quoted(_ALERT)}}}
"""
_LINKS = "depends_on: [D-9002]\nrelated: [D-9003]\n"
IN_LIVES: dict[str, bytes] = {
    "replaced": _record(f"id: D-9001\n{_WORTH}", title=_quoted(_ALERT), status="superseded"),
    "replacing": _record(f"id: D-9002\nsupersedes: [D-9001]\n{_WORTH}", title=_quoted(f"{_IMAGE} {_ALERT}")),
    "rejected": _record(f"id: D-9003\n{_WORTH}", title=_quoted(f"{_ALERT} too"), status="rejected"),
    "resting": _record(f"{_LINKS}{_WORTH}", title=_quoted(f'" onmouseover="{_RUN}" x="')),
    "waiting": _record(_WORTH, title=_quoted(f"</template>{_ALERT}"), status="proposed"),
}
"""Harm in decisions that are worth something, replace each other and end."""

PAYLOADS: dict[str, bytes] = {
    **IN_FIELDS,
    **{f"quoted-by-{name}": record for name, record in IN_MESSAGES.items()},
    **IN_LISTS,
    **IN_YAML,
    **IN_BYTES,
    **IN_BODY,
    **IN_LIVES,
}
"""All of them; each is a file `NNNN-<name>.md`."""
