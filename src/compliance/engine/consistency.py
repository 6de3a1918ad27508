"""Whether facts can go together: the constraints of a vocabulary, held against a case."""

from collections.abc import Iterable
from datetime import date

from compliance.engine.evaluate import Evaluation
from compliance.model.case import Case, Given
from compliance.model.library import LinkedConstraint


def broken(constraints: Iterable[LinkedConstraint], case: Case | Given) -> tuple[LinkedConstraint, ...]:
    """The constraints that a case breaks, whatever is still unknown of it; none where all may hold."""
    evaluation = Evaluation(case, {}, date.min)
    return tuple(one for one in constraints if evaluation.truth(one.logic) is False)
