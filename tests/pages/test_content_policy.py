"""The content security policy."""

import base64
import hashlib

from roi_plugin.pages.content_policy import content_policy, with_policy

SHELL = """<!doctype html><html><head><link rel="stylesheet" href="https://fonts.example/x.css"></head><body>
<script>first()</script><script type="application/json">{"a": 1}</script>
<script src="assets/a.js"></script><script src="https://cdn.example/b.js"></script></body></html>"""


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def test_the_themes_own_scripts_are_allowed_by_their_hashes():
    policy = content_policy(SHELL)
    assert f"script-src 'self' 'sha256-{_hash('first()')}' https://cdn.example;" in policy
    assert policy.count("sha256-") == 1
    assert "'unsafe-inline' https://fonts.example;" in policy


def test_scripts_are_never_allowed_as_a_whole_but_in_the_preview():
    script_rule = next(rule for rule in content_policy(SHELL).split("; ") if rule.startswith("script-src"))
    assert "unsafe" not in script_rule
    preview = next(
        rule for rule in content_policy(SHELL, live_reload=True).split("; ") if rule.startswith("script-src")
    )
    assert "'unsafe-inline'" in preview
    assert "sha256" not in preview


def test_objects_frames_and_other_hosts_are_refused():
    policy = content_policy("<html><head></head></html>")
    for rule in (
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "connect-src 'self'",
    ):
        assert rule in policy.split("; ")


def test_the_policy_is_the_first_thing_in_the_head_and_stands_once():
    page = with_policy('<html><head><meta charset="utf-8"></head><body><header>x</header><p>&lt;head></body>', "p")
    assert page.count("Content-Security-Policy") == 1
    assert page.startswith('<html><head><meta http-equiv="Content-Security-Policy" content="p"><meta charset')
