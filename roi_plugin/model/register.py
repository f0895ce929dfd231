"""All decisions of one folder, and how a written name finds one of them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain, islice

from roi_plugin.errors import NoSuchDecisionError, UnknownDecisionError
from roi_plugin.model.decision import Decision
from roi_plugin.model.nearest import nearest

NAMED_AT_MOST = 5
"""How many ids a message lists before it stops."""
ENDINGS = (".md", ".yml", ".yaml")


class Register:
    """All decisions of one folder, sorted by path.

    `unread` holds the paths of records that exist and could not be read: a link to one of them is not dangling. Nor is
    one to a decision that is `withheld` from the readers, of which nothing else is known here.
    """

    __slots__ = (
        "_beginnings",
        "_by_alias",
        "_by_area",
        "_by_id",
        "_by_number",
        "_by_stem",
        "_names",
        "_unread",
        "_unread_numbers",
        "_withheld",
        "decisions",
    )

    def __init__(
        self, decisions: Iterable[Decision], *, unread: Iterable[str] = (), withheld: Iterable[Decision] = ()
    ) -> None:
        self.decisions: tuple[Decision, ...] = tuple(sorted(decisions, key=lambda decision: decision.path))
        self._by_area = _grouped(
            (decision.area.strip().casefold(), decision) for decision in self.decisions if decision.area
        )
        self._by_id = _grouped((decision.id, decision) for decision in self.decisions)
        self._by_alias = _grouped((alias, decision) for decision in self.decisions for alias in decision.aliases)
        self._by_stem = _grouped((stem(decision.path), decision) for decision in self.decisions)
        self._by_number = _grouped(
            (plain_number(decision.number), decision) for decision in self.decisions if decision.number is not None
        )
        self._unread = {stem(path): path for path in unread}
        self._unread_numbers = _unread_by_number(self._unread.values())
        self._withheld = {name for decision in withheld for name in _names_of(decision)}
        self._beginnings: list[tuple[str, str]] | None = None
        self._names: dict[str, list[str]] | None = None

    def __len__(self) -> int:
        """How many records were read."""
        return len(self.decisions)

    @property
    def by_id(self) -> Mapping[str, tuple[Decision, ...]]:
        """The decisions under each id: more than one where ids are not unique."""
        return self._by_id

    @property
    def by_alias(self) -> Mapping[str, tuple[Decision, ...]]:
        """The decisions under each alias."""
        return self._by_alias

    @property
    def by_stem(self) -> Mapping[str, tuple[Decision, ...]]:
        """The decisions under each file name without its ending."""
        return self._by_stem

    @property
    def by_number(self) -> Mapping[str, tuple[Decision, ...]]:
        """The decisions under each number, without leading zeros."""
        return self._by_number

    def in_area(self, area: str) -> tuple[Decision, ...]:
        """The decisions of an area, however it is capitalised."""
        return self._by_area.get(area.strip().casefold(), ())

    def candidates(self, reference: str) -> tuple[Decision, ...]:
        """The decisions a written name may mean: by id, else alias, else file name, else number; empty for none."""
        for index in (self._by_id, self._by_alias, self._by_stem):
            if reference in index:
                return index[reference]
        return self._by_number.get(plain_number(reference), ()) if _is_number(reference) else ()

    def resolve(self, reference: str) -> Decision | None:
        """The decision that a link means; None when no decision or, except for an id held twice, several answer."""
        found = self.candidates(reference)
        return found[0] if len(found) == 1 or reference in self._by_id else None

    def is_unread(self, reference: str) -> bool:
        """Whether the name belongs to a record that exists and could not be read, or may not be shown."""
        if (plain_number(reference) if _is_number(reference) else reference) in self._withheld:
            return True
        return reference in self._unread or (_is_number(reference) and plain_number(reference) in self._unread_numbers)

    @property
    def is_whole(self) -> bool:
        """Whether every record could be read and may be shown: only then does nobody say what none here says."""
        return not self._unread and not self._withheld

    @property
    def unread_numbers(self) -> Iterable[str]:
        """The numbers, without zeros, of records that could not be read."""
        return self._unread_numbers.keys()

    def unread_with_number(self, number: str) -> tuple[str, ...]:
        """The paths of records that could not be read and whose file has this number (without zeros)."""
        return self._unread_numbers.get(number, ())

    def find(self, text: str) -> Decision:
        """The decision a person means by an id, an alias, a number, a file or a unique beginning of an id.

        Raises:
            UnknownDecisionError: none or several answer; the message names the nearest or the several.
        """
        asked = _without_ending(text.strip())
        if not self.decisions and not self._unread:
            raise NoSuchDecisionError(f"`{asked}` is not a decision: there are no records")
        found = self.candidates(asked) or self._beginning_with(asked)
        if len(found) == 1:
            return found[0]
        if found:
            raise UnknownDecisionError(
                f"`{asked}` may mean {listed(self._told_apart(found))}: write one of them in full"
            )
        if self.is_unread(asked):
            raise UnknownDecisionError(f"`{asked}` has errors and cannot be shown: `roi check` tells which")
        if not self.decisions:
            raise NoSuchDecisionError(
                f"`{asked}` cannot be shown: no record is without errors, `roi check` tells which"
            )
        nearest_one = self.nearest_id(asked)
        meant = [nearest_one] if nearest_one else self._with_words(asked)
        hint = (
            f": did you mean {'one of ' if meant[1:] else ''}{listed(meant)}?"
            if meant
            else ": `roi list` names them all"
        )
        raise NoSuchDecisionError(f"`{asked}` is no id, alias, number or beginning of an id{hint}")

    def nearest_id(self, text: str) -> str | None:
        """The id most like a name that no decision has; looks at a bounded number of ids, in word or order close."""
        names = self._ids_of_words()
        close = chain.from_iterable(names.get(word, ())[:WORD_NEIGHBOURS] for word in _words(text))
        return nearest(text, dict.fromkeys(chain(close, self._sorted_around(text))), cutoff=ALIKE)

    def _with_words(self, text: str) -> list[str]:
        """The ids that have all the words of a text."""
        names = self._ids_of_words()
        first, *more = [names.get(word, []) for word in _words(text)] or [[]]
        common = set(first).intersection(*more)
        return [one for one in first if one in common]

    def _ids_of_words(self) -> dict[str, list[str]]:
        if self._names is None:
            self._names = _ids_by_word(self.decisions)
        return self._names

    def _beginning_with(self, text: str) -> tuple[Decision, ...]:
        ids = self._sorted_ids()
        folded = text.casefold()
        start = bisect_left(ids, (folded, ""))
        found: list[Decision] = []
        for key, decision_id in ids[start : start + NAMED_AT_MOST + 1]:
            if folded and key.startswith(folded):
                found.extend(self._by_id[decision_id])
        return tuple(found)

    def _sorted_around(self, text: str) -> list[str]:
        ids = self._sorted_ids()
        at = bisect_left(ids, (text.casefold(), ""))
        return [decision_id for _, decision_id in ids[max(0, at - SORT_NEIGHBOURS) : at + SORT_NEIGHBOURS]]

    def _sorted_ids(self) -> list[tuple[str, str]]:
        if self._beginnings is None:
            self._beginnings = sorted((decision_id.casefold(), decision_id) for decision_id in self._by_id)
        return self._beginnings

    def _told_apart(self, found: tuple[Decision, ...]) -> list[str]:
        ids = [decision.id for decision in found]
        return ids if len(set(ids)) == len(ids) else [decision.path for decision in found]


ALIKE = 0.7
"""Ids are alike by their zeros already: what is less alike than this is another decision."""
WORD_NEIGHBOURS = 40
SORT_NEIGHBOURS = 20


def _names_of(decision: Decision) -> Iterable[str]:
    """All names by which a link can mean a decision, its number without zeros."""
    own = (decision.id, stem(decision.path), *decision.aliases)
    return own if decision.number is None else (*own, plain_number(decision.number))


def stem(path: str) -> str:
    """The file's name without folder and ending: the id a record has by default."""
    name = path.rpartition("/")[2]
    return name.rpartition(".")[0] or name


def plain_number(text: str) -> str:
    """A number without leading zeros: `0042` is `42`, `000` is `0`."""
    return text.lstrip("0") or "0"


def listed(names: Iterable[str], count: int | None = None) -> str:
    """Names for a message, at most five: "`a`, `b` and 3 more"; `count` saves the reading of a long `names`."""
    shown = [f"`{name}`" for name in islice(names, NAMED_AT_MOST if count is not None else None)]
    rest = (len(shown) if count is None else count) - NAMED_AT_MOST
    if rest > 0:
        return f"{', '.join(shown[:NAMED_AT_MOST])} and {rest} more"
    return " and ".join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal()


def _grouped(pairs: Iterable[tuple[str, Decision]]) -> dict[str, tuple[Decision, ...]]:
    groups: defaultdict[str, list[Decision]] = defaultdict(list)
    for key, decision in pairs:
        group = groups[key]
        if not group or group[-1] is not decision:
            group.append(decision)
    return {key: tuple(group) for key, group in groups.items()}


def _unread_by_number(paths: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for path in sorted(paths):
        number = stem(path).split("-", 1)[0]
        if _is_number(number):
            found[plain_number(number)] += (path,)
    return dict(found)


def _without_ending(text: str) -> str:
    return stem(text.replace("\\", "/")) if text.lower().endswith(ENDINGS) else text


def _words(text: str) -> list[str]:
    plain = "".join(letter if letter.isalnum() else " " for letter in text.casefold()[:200])
    return [plain_number(word) if _is_number(word) else word for word in dict.fromkeys(plain.split())]


def _ids_by_word(decisions: tuple[Decision, ...]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for decision in decisions:
        for word in _words(decision.id):
            found[word].append(decision.id)
    return dict(found)
