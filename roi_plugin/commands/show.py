"""`roi show`: one decision."""

import argparse

from roi_plugin.assess import Assessment
from roi_plugin.commands.reading import CLEAN, Progress, assessed, paints, records_folder, write
from roi_plugin.deepen import with_acceptance, with_appraisals, with_drift
from roi_plugin.errors import NoSuchDecisionError, UnknownDecisionError
from roi_plugin.model.decision import Decision
from roi_plugin.model.former_names import formerly


def show(options: argparse.Namespace) -> int:
    """One decision."""
    assessment = assessed(options)
    decision = _found(assessment, options)
    place = next(index for index, one in enumerate(assessment.judged) if one.decision is decision)
    root, wanted = records_folder(options), assessment.judged[place : place + 1]
    assessment = with_appraisals(assessment, root, wanted=wanted)
    assessment = with_drift(assessment, root, wanted=wanted, progress=Progress())
    assessment = with_acceptance(assessment, root, wanted=wanted)
    judged = assessment.judged[place]
    if options.format == "json":
        from roi_plugin.report.decision_json import render as render_json

        write(render_json(judged, assessment, explain=options.explain))
    else:
        from roi_plugin.report.decision_text import render as render_text

        write(render_text(judged, assessment, colour=paints(options), explain=options.explain))
    return CLEAN


def _found(assessment: Assessment, options: argparse.Namespace) -> Decision:
    try:
        return assessment.register.find(options.id)
    except UnknownDecisionError as error:
        message = _once_meant(options.id, assessment) if isinstance(error, NoSuchDecisionError) else None
        if message is None and not options.as_of:
            raise
        then = f"{error}; with --as-of, as they stood on {options.as_of}"
        raise UnknownDecisionError(message or then) from None


def _once_meant(name: str, assessment: Assessment) -> str | None:
    """What became of the record that had the name last, where git knows one."""
    former = formerly(name, assessment.history)
    if not former:
        return None
    from roi_plugin.report.former_text import former_text

    return former_text(name, former[0], assessment.register)
