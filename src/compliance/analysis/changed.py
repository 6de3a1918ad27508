"""Which rules say something else in another library."""

from compliance.model.library import Library, LinkedReading, LinkedRule


def changed_rules(before: Library, after: Library) -> tuple[str, ...]:
    """The rules that differ between two libraries in their days, in what they say, or in what their terms mean."""
    terms = {
        key
        for key, use in after.terms.items()
        if key not in before.terms or _meaning(before.terms[key].readings) != _meaning(use.readings)
    }
    found: list[str] = []
    for rule in after.rules:
        old = before.rule_by_id.get(rule.id)
        if old is None or _parts(old) != _parts(rule) or terms.intersection(after.support_of[rule.id].terms):
            found.append(rule.id)
    return tuple(found)


def _meaning(readings: tuple[LinkedReading, ...]) -> tuple[object, ...]:
    return tuple((one.name, one.logic, one.reading.held_by if one.reading else ()) for one in readings)


def _parts(rule: LinkedRule) -> tuple[object, ...]:
    """All of a rule that a finding can depend on."""
    return (rule.modality, rule.role, *rule.conditions, rule.forces, rule.burdens, rule.flags)
