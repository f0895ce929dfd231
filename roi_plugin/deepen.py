"""Adds to an assessment what only some ask for: appraisals, the past of the register, what moved since acceptance."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from roi_plugin.assess import Assessment, Judged, RegisterPast
from roi_plugin.economics.weighing import weigh
from roi_plugin.errors import GitError
from roi_plugin.model.assumption import Assumptions
from roi_plugin.model.record_past import NOTHING_PAST
from roi_plugin.model.record_then import RecordThen
from roi_plugin.model.replay import replay
from roi_plugin.model.standing_days import standing_days
from roi_plugin.progress import Progress
from roi_plugin.sources.accepted_record import accepted_record
from roi_plugin.sources.cache_files import cache_of
from roi_plugin.sources.drifts import Asked, read_drifts
from roi_plugin.sources.past_records import past_lives
from roi_plugin.sources.version_cache import Terms, record_then

if TYPE_CHECKING:
    from roi_plugin.sources.appraisal_cache import AppraisalCache


def with_appraisals(assessment: Assessment, root: Path, *, wanted: Sequence[Judged] | None = None) -> Assessment:
    """The assessment with the appraisals of the `wanted` decisions, of all by default; they are kept in `.cache/`."""
    deep = Deepener(assessment, root)
    deeper = _each(assessment, wanted, deep.appraised)
    deep.close()
    return deeper


def _each(assessment: Assessment, wanted: Sequence[Judged] | None, deepen: Callable[[Judged], Judged]) -> Assessment:
    """The assessment with each of the `wanted` decisions deepened, with each of all by default."""
    chosen = {one.decision.path for one in (assessment.judged if wanted is None else wanted)}
    judged = (deepen(one) if one.decision.path in chosen else one for one in assessment.judged)
    return replace(assessment, judged=tuple(judged))


def with_past(assessment: Assessment, root: Path, *, progress: Progress | None = None) -> Assessment:
    """The assessment with the days of its past, up to its own day, where git tells; what was read of it is kept."""
    from roi_plugin.economics.expected_value import expected_value

    present = {file.path: None for file in assessment.broken}
    terms = Terms(
        policy=assessment.policy, assumptions=Assumptions(by_id=assessment.assumptions), expected=expected_value
    )
    try:
        lives = past_lives(
            root,
            assessment.history,
            present | {one.decision.path: _present(one) for one in assessment.judged},
            terms,
            cache=cache_of(root),
            progress=progress.replayed if progress else None,
        )
    except GitError:
        # Git answered for the history and stopped answering for the texts: all but the past is there.
        return assessment
    days = standing_days(replay([one.versions for one in lives]))
    known = tuple(day for day in days if day.date <= assessment.today)
    return replace(assessment, past=RegisterPast(paths=tuple(one.path for one in lives), days=known))


def _present(one: Judged) -> RecordThen:
    from roi_plugin.economics.expected_value import summed_value

    mean = next((option.npv.mean for option in one.returns.options if option.chosen), None)
    return record_then(one.decision, one.returns.currency, summed_value(one.decision, mean))


def with_drift(
    assessment: Assessment, root: Path, *, wanted: Sequence[Judged] | None = None, progress: Progress | None = None
) -> Assessment:
    """The assessment with how the forecasts of the `wanted` decisions moved, of all by default.

    What older texts state is kept in `.cache/`.
    """
    chosen = assessment.judged if wanted is None else wanted
    asked = [Asked(file=one.file, history=one.history) for one in chosen if one.history is not None]
    drifts = read_drifts(
        asked,
        folder=root,
        cache=cache_of(root),
        today=assessment.today,
        told=progress.compared if progress else None,
    )
    return _each(assessment, wanted, lambda one: replace(one, drift=drifts.get(one.decision.path)))


def with_acceptance(assessment: Assessment, root: Path, *, wanted: Sequence[Judged] | None = None) -> Assessment:
    """The assessment with the `wanted` decisions, all by default, as they were accepted, where that changed since.

    They are valued with the policy and the assumptions of today, so that only the record itself moves a figure.
    """
    changed = [one for one in (assessment.judged if wanted is None else wanted) if one.past.then]
    if not changed:
        return assessment
    deep = Deepener(assessment, root)
    deeper = _each(assessment, changed, deep.accepted)
    deep.close()
    return deeper


class Deepener:
    """Deepens decisions one by one, when somebody asks for them; the engine is loaded with the first."""

    def __init__(self, assessment: Assessment, root: Path) -> None:
        self._assessment = assessment
        self._root = root
        self._assumptions = Assumptions(by_id=assessment.assumptions)

    @cached_property
    def _cache(self) -> "AppraisalCache":
        from roi_plugin.sources.appraisal_cache import AppraisalCache

        return AppraisalCache(cache_of(self._root), self._assessment.policy)

    def appraised(self, one: Judged) -> Judged:
        """The decision with its appraisal."""
        return replace(one, appraisal=self._cache.appraisal(one.file, one.decision))

    def accepted(self, one: Judged) -> Judged:
        """The decision with itself as it was accepted (see `with_acceptance`)."""
        return replace(one, accepted_as=self._accepted_as(one)) if one.past.then else one

    def whole(self, one: Judged) -> Judged:
        """The decision with both."""
        return self.accepted(self.appraised(one))

    def close(self) -> None:
        """Keeps the cache small, where it was used."""
        if "_cache" in vars(self):
            self._cache.close()

    def _accepted_as(self, one: Judged) -> Judged | None:
        file = accepted_record(one.file, one.past.then, self._assumptions)
        if file is None or file.decision is None:
            return None
        appraisal = self._cache.appraisal(file, file.decision)
        weighed = weigh(file.decision, self._assessment.policy, appraisal)
        return Judged(
            decision=file.decision,
            file=file,
            links=one.links,
            returns=weighed.returns,
            figures=weighed.figures,
            stakes=one.stakes,
            findings=(),
            past=NOTHING_PAST,
            appraisal=appraisal,
        )
