"""Which pages every site has whatever its records say."""

from collections.abc import Iterable

from roi_plugin.pages.addresses import (
    AS_OF,
    ASSUMPTIONS,
    DATA,
    DECISIONS_CSV,
    DECISIONS_JSON,
    DECISIONS_SQLITE,
    DRIFT,
    EMBEDS,
    FEED,
    FINDINGS,
    INDEX,
    LINEAGE,
    OVER_TIME,
    PORTFOLIO,
    REGISTER,
    RETIRED,
    REVIEWS_ICS,
    RISKS,
    RULES,
    SCHEMA,
    TIMELINE,
    published_schema,
    rule_page,
    schema_page,
)
from roi_plugin.rules.rule import Rule
from roi_plugin.sources.schemas import schema_names


def generated_paths(rules: Iterable[Rule]) -> frozenset[str]:
    """Pages and files that links in a record may lead to, relative to the records folder."""
    lists = {INDEX, RETIRED, REGISTER, TIMELINE, OVER_TIME, AS_OF, DRIFT, PORTFOLIO, ASSUMPTIONS}
    lists |= {LINEAGE, RISKS, RULES, FINDINGS, SCHEMA, DATA, EMBEDS}
    lists |= {DECISIONS_JSON, DECISIONS_CSV, DECISIONS_SQLITE, REVIEWS_ICS, FEED}
    asked = {rule_page(rule.name) for rule in rules}
    schemas = {page for name in schema_names() for page in (schema_page(name), published_schema(name))}
    return frozenset(lists | asked | schemas)
