"""`roi explain`: what a rule or finding asks."""

import argparse

from roi_plugin.commands.reading import CLEAN, write
from roi_plugin.rule_packages import all_rules


def explain(options: argparse.Namespace) -> int:
    """A rule's or finding's page, or the list of all."""
    from roi_plugin.report.explain_text import render

    write(render(options.name, all_rules()))
    return CLEAN
