import pytest
from msgspec import structs

from roi_plugin.economics.references import reference_problems
from roi_plugin.model.decision import ReferenceClass
from roi_plugin.model.finding import Severity


def found(record, name="link/unknown-name", severity=Severity.WARNING, **named):
    problems = reference_problems(structs.replace(record, reference_class=ReferenceClass(**named)))
    assert {(problem.name, problem.severity) for problem in problems} <= {(name, severity)}
    return [(problem.field, problem.message, problem.help) for problem in problems]


@pytest.mark.parametrize(
    "named", [{}, {"cost": "software-effort"}, {"cost": "it-projects", "benefit": "online-experiments"}]
)
def test_a_known_class_is_no_problem(decision, named):
    assert found(decision({"id": "a", "gain": 5, "cost": 3}), **named) == []


def test_an_unknown_class_is_a_warning_at_its_place_with_the_nearest_name(decision):
    record = decision({"id": "a", "gain": 5, "cost": 3})
    assert found(record, cost="sofware-effort", benefit="software-effort") == [
        (
            ("reference_class", "cost"),
            "`sofware-effort` is no reference class that is known for cost: there is no view from outside",
            "did you mean `software-effort`?",
        ),
        (
            ("reference_class", "benefit"),
            "`software-effort` is no reference class that is known for benefit: there is no view from outside",
            "it is one for cost",
        ),
    ]


def test_where_no_name_is_near_all_are_listed(decision):
    ((_, _, help_),) = found(decision({"id": "a"}), benefit="zzz")
    assert help_ == "expected `online-experiments`, `mature-product-experiments`"


def test_a_share_managed_of_a_class_without_such_figures_is_an_error(decision, estimate):
    ((field, message, help_),) = found(
        decision({"id": "a"}), "schema/amount", Severity.ERROR, cost="it-projects", managed=estimate("92%")
    )
    assert field == ("reference_class", "managed")
    assert message.endswith("once its causes are managed: there is no view from outside")
    assert help_.startswith("leave it out, or name one of `green-book-standard-buildings`, ")
