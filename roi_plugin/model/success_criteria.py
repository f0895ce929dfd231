"""How a record says that success will be seen: the values that have to stand before a result does."""

from collections.abc import Iterator, Mapping

from roi_plugin.model.finding import FieldPath
from roi_plugin.model.frozen_fields import Leaf, entries

CRITERIA = ("metrics", "guardrails", "okr")
"""The fields of a record that say so."""

_OF_A_METRIC = ("id", "direction", "baseline", "mde")
_OF_A_GUARDRAIL = ("metric", "limit")
_OF_A_KEY_RESULT = ("id", "text", "from", "to")


def criteria_leaves(data: Mapping[str, object]) -> Iterator[Leaf]:
    """The metrics with their baselines and targets, the limits of guardrails, and the key results, as written.

    The keys are `metrics[booking_rate].baseline`, `guardrails[p99].limit` and `key_results[KR1].to`.
    """
    yield from _of_list(data.get("metrics"), "metrics", ("metrics",), _OF_A_METRIC)
    yield from _of_list(data.get("guardrails"), "guardrails", ("guardrails",), _OF_A_GUARDRAIL)
    written = data.get("okr")
    for index, okr in enumerate(written if isinstance(written, list) else [written]):
        if isinstance(okr, dict):
            place = ("okr", index, "key_results")
            yield from _of_list(okr.get("key_results"), "key_results", place, _OF_A_KEY_RESULT)


def _of_list(items: object, key: str, field: FieldPath, names: tuple[str, ...]) -> Iterator[Leaf]:
    if not isinstance(items, list):
        return
    for index, (name, item) in enumerate(entries(items)):
        for part in names:
            value: object = item.get(part) if isinstance(item, dict) else None
            place: FieldPath = (*field, index, part)
            if isinstance(value, dict):
                inner = next((each for each in ("value", "range") if each in value), "assumption")
                value, place = value.get(inner), (*place, inner)
            if isinstance(value, str | int | float):
                yield Leaf(key=f"{key}[{name}].{part}", field=place, value=value)
