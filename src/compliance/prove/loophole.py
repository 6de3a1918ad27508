"""What does a harm and is lawful: what slips through a rule by one of its parts, and what no rule comes near."""

from collections.abc import Iterator, Sequence

from compliance.analysis.answers import comparisons
from compliance.engine.priority import ACT
from compliance.engine.wording import wanted
from compliance.model.library import Library, LinkedRule
from compliance.model.logic import AllOf, AnyOf, Compare, Logic, NotOf, UseTerm, parts
from compliance.model.proof import Answer
from compliance.prove.covers import duties
from compliance.prove.ground import Claim, Found, Ground, View
from compliance.prove.parts import Part, about_act, only_lets_go, parts_of
from compliance.prove.solver import NotDecided
from compliance.prove.telling import LEAVES_OPEN, Telling
from compliance.prove.witnesses import finds, is_lawful


def harmful(harm: Logic) -> Claim:
    """A practice does the harm and is lawful."""
    return lambda view: view.circuit.all_of((view.law.holds(harm).yes, view.law.lawful()))


def perhaps_harmful(harm: Logic) -> Claim:
    """A practice does the harm or may, and is lawful or may be."""
    return lambda view: view.circuit.all_of((view.law.holds(harm).may, view.law.may_be_lawful()))


def slipping(harm: Logic, part: Part) -> Claim:
    """A practice does the harm, is lawful, and only this part of this rule lets it go."""

    def claim(view: View) -> int:
        near = (one.yes for one in only_lets_go(view.law, part))
        return view.circuit.all_of((harmful(harm)(view), *near))

    return claim


def far(harm: Logic, every: Sequence[Part]) -> Claim:
    """A practice does the harm, is lawful, and each rule lets it go for more than one reason."""

    def claim(view: View) -> int:
        apart = (view.circuit.any_of(one.never for one in only_lets_go(view.law, part)) for part in every)
        return view.circuit.all_of((harmful(harm)(view), *apart))

    return claim


def every_part(ground: Ground, harm: Logic) -> list[Part]:
    """The parts of the rules that can be violated and are about what the harm is about: its act, where it names one."""
    library = ground.libraries[0]
    of_harm = comparisons(library, harm)

    def near(rule: LinkedRule) -> bool:
        of_rule = comparisons(library, rule.scope, rule.core)
        if ACT in of_harm and ACT in of_rule:
            return any(one in of_rule[ACT] for one in of_harm[ACT])
        return bool(of_rule.keys() & of_harm.keys())

    return [part for rule in duties(ground) if near(rule) for part in parts_of(ground.whole.law, rule)]


def loophole(telling: Telling, grounds: Sequence[Ground]) -> Iterator[Answer]:
    """For each position the loopholes, one after another, or proof that nothing lawful does the harm.

    Raises NotBorneOut.
    """
    assert telling.harm is not None
    for ground in grounds:
        yield from _of_position(telling, ground, telling.harm)


def _of_position(telling: Telling, ground: Ground, harm: Logic) -> Iterator[Answer]:
    left = telling.most
    try:
        if not ground.possible(harmful(harm)):
            says = f"No lawful practice does this harm: {telling.harm_title}"
            if not ground.possible(lambda view: view.law.holds(harm).may):
                says = f"No practice at all does this harm, lawful or not: {telling.harm_title}"
            elif ground.leaves_open(harmful(harm), perhaps_harmful(harm)):
                says = f"No practice that does this harm is certainly lawful: {telling.harm_title}"
                says = f"{says.removesuffix('.')}. {LEAVES_OPEN}"
            yield Answer("", ground.position, "proved", says)
            return
        every = every_part(ground, harm)
        for part in every:
            if left and (found := ground.find(slipping(harm, part))):
                left -= 1
                yield _slips(telling, ground, part, found)
        blocked: list[int] = []
        while left and (found := ground.find(far(harm, every), *blocked)):
            left -= 1
            reasons = list(_reasons(ground, every, found))
            yield _out_of_reach(telling, ground, found, reasons, telling.most - left)
            alike = [one for _, one in reasons] or _acts(found)
            blocked.append(-ground.circuit.all_of(alike))
        if not left:
            says = f"There may be more: only {telling.most} were looked for."
            yield Answer("", ground.position, "not decided", says)
    except NotDecided:
        says = "Whether there are more was not decided in the time given."
        yield Answer("", ground.position, "not decided", says)


def _reasons(ground: Ground, every: Sequence[Part], found: Found) -> Iterator[tuple[Part, int]]:
    """The parts that let a practice go, of the rules that are about what is done in it, each with what says so."""
    statuses, literals = ground.whole.law, list(found.stated.literals().values())
    for part in every:
        lets_go = statuses.certain.truth(part.logic)[1]
        if part.exception is not None:
            lets_go = statuses.shown(part.rule, part.exception).yes
        certain = part.rival is None and ground.solver.holds(*literals, -lets_go) is None
        if certain and _same_act(ground, part, literals):
            yield part, lets_go


def _acts(found: Found) -> list[int]:
    """That the same acts are done."""
    literals = found.stated.literals()
    return [literals[unit] for unit, value in found.stated.values.items() if unit.fact == ACT and value]


def _same_act(ground: Ground, part: Part, literals: Sequence[int]) -> bool:
    """Whether the rule may be about the acts of a practice."""
    statuses = ground.whole.law
    about = [
        statuses.certain.truth(logic)[0]
        for logic in _conjuncts(part.rule.scope)
        if about_act(logic, statuses.library)
    ]
    return ground.solver.holds(*literals, *about) is not None


def _conjuncts(logic: Logic) -> tuple[Logic, ...]:
    return logic.of if isinstance(logic, AllOf) else (logic,)


def _out_of_reach(
    telling: Telling, ground: Ground, found: Found, reasons: Sequence[tuple[Part, int]], number: int
) -> Answer:
    library = ground.libraries[0]
    says = "No rule comes near this: none is about such an act."
    closes = "It would take a new rule."
    if reasons:
        says = "No rule comes near this: each that is about such an act lets it go for more than one reason."
        words = "; ".join(f"{telling.cite(part.rule)}, {_reason(part, library)}" for part, _ in reasons)
        closes = f"What lets it go: {words}"
    title = f"Lawful under {telling.titles[0]}, and no rule comes near"
    witness = telling.witness(ground, found, f"far-{number}", title, (is_lawful(),), telling.harm)
    return Answer(f"far-{number}", ground.position, "found", says, closes, witness=witness)


def _reason(part: Part, library: Library) -> str:
    if part.exception is not None:
        return f"the exception: {part.exception.title}"
    what = {"bearer": "who is bound", "scope": "its scope"}.get(part.kind, "an element")
    return f"{what}: {asked(part.logic, library)}"


def _slips(telling: Telling, ground: Ground, part: Part, found: Found) -> Answer:
    says, closes = _in_words(telling, ground, part)
    about = f"{part.rule.id}#{part.name}"
    title = f"Lawful under {telling.titles[0]}: let go by one part of {telling.cite(part.rule)}"
    statuses = {
        "bearer": finds(part.rule.id, "not-applicable"),
        "scope": finds(part.rule.id, "not-applicable"),
        "element": finds(part.rule.id, "satisfied"),
        "exception": finds(part.rule.id, "excused"),
        "priority": finds(part.rule.id, "excused"),
    }
    expected = (statuses[part.kind], is_lawful())
    witness = telling.witness(ground, found, about, title, expected, telling.harm)
    return Answer(about, ground.position, "found", says, closes, (part.rule.id,), witness)


def _in_words(telling: Telling, ground: Ground, part: Part) -> tuple[str, str]:
    """What lets the practice go, and what would close it."""
    library, cite = ground.libraries[0], telling.cite(part.rule)
    side = " on this side's reading" if _contested(library, part.logic) else ""
    match part.kind:
        case "bearer":
            bearer = library.roles[part.rule.role].title
            return (
                f"{cite} does not bind {bearer}: everything else of it holds.",
                f"{cite} would reach it if it bound such a body as well. Here the answer is no{side}: "
                f"{asked(part.logic, library)}",
            )
        case "scope":
            return (
                f"{cite} is not about this: everything else of it holds.",
                f"{cite} would reach it without one limit of its scope. Here the answer is no{side}: "
                f"{asked(part.logic, library)}",
            )
        case "element":
            return (
                f"One element of {cite} is missing: everything else of it holds.",
                f"{cite} would forbid it without that element. Here the answer is no{side}: "
                f"{asked(part.logic, library)}",
            )
        case "exception":
            assert part.exception is not None
            where = library.cite(part.exception.instrument, part.exception.provision)
            return (
                f"An exception to {cite} excuses it ({where}): {part.exception.title}.",
                f"{cite} would forbid it without that exception.",
            )
        case "priority":
            assert part.rival is not None
            other = telling.cite(part.rival)
            return f"{other} prevails over {cite}.", f"{cite} would forbid it if {other} did not prevail."


def _contested(library: Library, logic: Logic) -> bool:
    return any(len(library.terms[key].readings) > 1 for key in library.support(logic).terms)


def asked(logic: Logic, library: Library) -> str:
    """A condition as the question that it poses."""
    match logic:
        case UseTerm(key):
            use = library.terms[key]
            party = library.roles[use.role].title if use.role else "the party"
            return use.term.ask.replace("{party}", party)
        case Compare(fact):
            role, _, _ = fact.partition(".")
            party = library.roles[role].title if role in library.roles else "the party"
            ask = library.ask(fact).replace("{party}", party)
            declared = library.facts[fact]
            if declared.type == "yes-no":
                return ask if logic.value is True else f"{ask} (no)"
            return f"{ask} ({wanted(logic, declared)})"
        case NotOf(part):
            return f"not: {asked(part, library)}"
        case AllOf() | AnyOf():
            joined = "; and " if isinstance(logic, AllOf) else "; or "
            return joined.join(asked(part, library) for part in parts(logic))
    return "(not encoded)"
