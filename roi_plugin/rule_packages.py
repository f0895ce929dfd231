"""Rules that other installed packages offer, through the entry point group `roi.rules`.

An entry point names a `Rule`, or a list or tuple of them; CONTRIBUTING.md shows one.
"""

from collections.abc import Iterable, Iterator
from importlib.metadata import EntryPoint, entry_points

from msgspec import structs

from roi_plugin.errors import BadRulePackageError
from roi_plugin.rules.catalogue import RULES
from roi_plugin.rules.rule import Rule
from roi_plugin.rules.rule_faults import rule_fault

GROUP = "roi.rules"


def all_rules() -> tuple[Rule, ...]:
    """Our rules, then those of other packages in the order of their names, each with the package it comes from.

    Raises:
        BadRulePackageError: a package cannot be loaded, offers no rule, one that cannot be asked, or one whose name is
            taken.
    """
    found = {rule.name: rule for rule in RULES}
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        for rule in _rules_of(entry):
            if rule.name in found:
                raise BadRulePackageError(
                    f"{rule.origin} offers a rule `{rule.name}`, a name that {found[rule.name].origin or 'roi'} has: "
                    "rename one of them, or remove the package"
                )
            found[rule.name] = rule
    return tuple(found.values())


def _rules_of(entry: EntryPoint) -> Iterator[Rule]:
    origin = entry.dist.name if entry.dist else entry.value
    try:
        offered = entry.load()
    except Exception as fault:
        raise BadRulePackageError(
            f"the rules of {origin} (entry point `{entry.name} = {entry.value}`) cannot be loaded: "
            f"{' '.join(str(fault).split())}"
        ) from fault
    for rule in offered if isinstance(offered, Iterable) else (offered,):
        if not isinstance(rule, Rule):
            raise BadRulePackageError(f"{origin} offers {rule!r} as a rule: expected `roi_plugin.rules.rule.Rule`")
        wrong = rule_fault(rule)
        if wrong is not None:
            raise BadRulePackageError(f"{origin} offers a rule {rule.name!r} that cannot be asked: {wrong}")
        yield structs.replace(rule, origin=origin)
