"""Whether a link to a part of a decision (`0042#3`) finds that part in the other's reasoning."""

import re
from collections.abc import Iterator, Sequence

from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Problem, Severity
from roi_plugin.model.nearest import nearest
from roi_plugin.model.register import listed
from roi_plugin.model.written_links import WrittenLink, links_with_target

_ITEM = re.compile(r"^[ \t>]*(\d{1,9})[.)][ \t]", re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.*?)[ \t#]*$", re.MULTILINE)
_NUMBER = re.compile(r"(?:\w+ )?(\d{1,9}(?:\.\d{1,9}){0,5})\b")


def part_problems(written: Sequence[WrittenLink]) -> Iterator[tuple[str, Problem]]:
    """A pair (path of the record, problem) for each link to a part that the other record does not have.

    A part is the number of an ordered item or heading, a heading, an option or one of its lines. Where the reasoning
    has no numbered items and no headings nobody can say what a part is, and nothing is asked.
    """
    for link, target in links_with_target(written):
        if link.reference.part is None:
            continue
        numbered = _in_reasoning(target)
        known = [*numbered, *_in_options(target)]
        if numbered and _plain(link.reference.part) not in {_plain(part) for part in known}:
            meant = nearest(link.reference.part, known)
            yield (
                link.source.path,
                Problem(
                    field=link.field,
                    name="link/unknown-part",
                    severity=Severity.WARNING,
                    message=f"`{link.text}`: `{target.id}` has no part {link.reference.part}, expected one of "
                    f"{listed(numbered)}",
                    help=f"did you mean `{link.reference.target}#{meant}`?" if meant else None,
                ),
            )


def _in_reasoning(decision: Decision) -> list[str]:
    headings = _HEADING.findall(decision.reasoning)
    numbers = (_NUMBER.match(heading) for heading in headings)
    found = [*_ITEM.findall(decision.reasoning), *(number[1] for number in numbers if number), *headings]
    return list(dict.fromkeys(found))


def _in_options(decision: Decision) -> Iterator[str]:
    for option in decision.options:
        yield option.id
        for lines in (option.gains, option.costs, option.risks):
            yield from (line.id for line in lines)


def _plain(part: str) -> str:
    """Letters and digits only, as the address of a heading has them."""
    return "-".join(re.findall(r"\w+", part.casefold()))
