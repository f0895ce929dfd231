"""Whether the matrices, labels and baseline of a model's outcomes tell of the same classes."""

from collections.abc import Iterator

from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import FieldPath, Problem
from roi_plugin.model.model_outcomes import BaselinePolicy, ModelOutcomes
from roi_plugin.model.nearest import nearest
from roi_plugin.model.register import listed

Matrix = tuple[tuple[float, ...], ...]


def class_problems(decision: Decision) -> Iterator[Problem]:
    """A problem for each matrix or list of labels of another size, and for a baseline that says nothing of the model.

    A matrix of counts that are all 0 and a label that stands twice are problems too.

    Of each matrix the first row that does not fit is named.
    """
    for index, option in enumerate(decision.options):
        outcomes = option.model_outcomes
        if outcomes is not None:
            at: FieldPath = ("options", index, "model_outcomes")
            base = outcomes.baseline or BaselinePolicy()
            if outcomes.matrix or outcomes.values:
                yield from _of_several(outcomes, base, at)
            elif base.always is not None or base.matrix:
                yield _not_allowed("`always` and `matrix` are baselines of a model with a `matrix` of its own", at)


def _of_several(outcomes: ModelOutcomes, base: BaselinePolicy, at: FieldPath) -> Iterator[Problem]:
    first, classes = ("matrix", len(outcomes.matrix)) if outcomes.matrix else ("values", len(outcomes.values))
    matrices: tuple[tuple[FieldPath, Matrix], ...] = (
        (("matrix",), outcomes.matrix),
        (("values",), outcomes.values),
        (("baseline", "matrix"), base.matrix),
    )
    for field, matrix in matrices:
        yield from _of_another_size(matrix, classes, first, (*at, *field))
    for field, matrix in (matrices[0], matrices[2]):
        if matrix and not any(count for row in matrix for count in row):
            yield _no_answers((*at, *field))
    labels = outcomes.labels
    twice = next((index for index, label in enumerate(labels) if label in labels[:index]), None)
    if twice is not None:
        yield _named_twice(labels[twice], (*at, "labels", twice))
    if labels and len(labels) != classes:
        yield _wrong_length(f"`labels` names {_classes(len(labels))}, but `{first}` has {classes}", (*at, "labels"))
    if base.always is not None and base.always not in labels:
        yield _unknown_class(base.always, labels, (*at, "baseline", "always"))
    if (base.rule or base.confusion or base.rates) and not (outcomes.confusion or outcomes.rates or outcomes.paired):
        yield _not_allowed("a model with a `matrix` has the `matrix` of a baseline, or one class `always`", at)


def _of_another_size(matrix: Matrix, classes: int, first: str, at: FieldPath) -> Iterator[Problem]:
    if matrix and len(matrix) != classes:
        rows = "1 row" if len(matrix) == 1 else f"{len(matrix)} rows"
        yield _wrong_length(f"this matrix has {rows}, but `{first}` has {_classes(classes)}", at)
        return
    wrong = next((index for index, row in enumerate(matrix) if len(row) != classes), None)
    if wrong is not None:
        found = len(matrix[wrong])
        columns = "1 column" if found == 1 else f"{found} columns"
        yield _wrong_length(f"this row has {columns}, expected {classes}, one for each class", (*at, wrong))


def _wrong_length(message: str, field: FieldPath) -> Problem:
    return Problem(
        field=field,
        name="schema/wrong-length",
        message=message,
        help="rows are actual classes and columns predicted ones, in one order for all matrices and `labels`",
    )


def _no_answers(field: FieldPath) -> Problem:
    return Problem(
        field=field,
        name="schema/out-of-range",
        message="this matrix counts no answer: all of it is 0, expected a count above 0",
        help="write how many answers of the test set fell into each cell, or leave the matrix out",
    )


def _named_twice(label: str, field: FieldPath) -> Problem:
    return Problem(
        field=field,
        name="schema/repeated-item",
        message=f"`{label}` names two classes, expected a name of its own for each",
        help="rename one of the two, in the order of the matrix",
    )


def _unknown_class(always: str, labels: tuple[str, ...], field: FieldPath) -> Problem:
    meant = nearest(always, labels)
    expected = f"expected {listed(labels)}" if labels else "add `labels`, which name the classes"
    return Problem(
        field=field,
        name="schema/unknown-value",
        message=f"`{always}` is none of the classes: {expected}",
        help=f"did you mean `{meant}`?" if meant else None,
    )


def _not_allowed(message: str, at: FieldPath) -> Problem:
    return Problem(
        field=(*at, "baseline"),
        name="schema/not-allowed",
        message=f"{message}: this one says nothing of this model",
    )


def _classes(count: int) -> str:
    return "1 class" if count == 1 else f"{count} classes"
