"""Rules: what each binds, covers, demands and excuses, with every name in it resolved."""

from collections.abc import Iterable, Mapping, Sequence

from compliance.model.interval import InForce
from compliance.model.library import LinkedException, LinkedFlag, LinkedRule
from compliance.model.logic import ALWAYS, Logic, NotEncoded
from compliance.model.rule import ANYONE, Exception_, Modality, Rule, RuleFlag
from compliance.source.conditions import Scope, resolve
from compliance.source.files import SourceFile
from compliance.source.nearest import did_you_mean, listed, short
from compliance.source.references import Links
from compliance.source.terms import scope_of
from compliance.source.yaml_text import Loc

CORE: dict[Modality, str] = {"prohibition": "forbids", "obligation": "must", "permission": "permits"}
"""The key under which a rule's elements stand."""


def link_rules(file: SourceFile, links: Links) -> Iterable[LinkedRule]:
    """The rules of a ruleset; those that something is wrong with are complained about and left out."""
    draft = file.model.review.status == "draft"
    scope = scope_of(file.model.encodes, file.document, links)
    for i, rule in enumerate(file.model.rules):
        linked = link_rule(rule, file.model.encodes, scope, ("rules", i), draft, links)
        if linked is not None:
            yield linked


def link_rule(rule: Rule, home: str, scope: Scope, loc: Loc, draft: bool, links: Links) -> LinkedRule | None:
    """One rule of an instrument, which stands at a place of the scope's file; None after a complaint."""
    document, complained = scope.document, links.complaints.count
    instrument, provision = links.provision(rule.provision, home, document, (*loc, "provision"))
    links.force(rule.in_force or (), home, document, (*loc, "in-force"))
    role, bound = bound_by(rule.binds, scope, (*loc, "binds"), links)
    written = {"prohibition": rule.forbids, "obligation": rule.must, "permission": rule.permits}[
        rule.modality
    ]
    assert written is not None
    scoped = resolve(rule.applies, scope, (*loc, "applies"))
    core = resolve(written, scope, (*loc, CORE[rule.modality]))
    exceptions = tuple(link_exceptions(rule.unless, home, scope, (*loc, "unless"), links))
    flags = tuple(link_flags(rule.flags, home, scope, (*loc, "flags"), links))
    if not instrument or links.complaints.count > complained:
        return None
    force = rule.in_force or _force(instrument, provision, links)
    return LinkedRule(
        rule.rule,
        instrument,
        provision,
        rule,
        rule.modality,
        role,
        bound,
        scoped,
        core,
        exceptions,
        flags,
        force,
        draft,
        document.span((*loc, "rule")),
    )


def bound_by(binds: Mapping[str, str], scope: Scope, loc: Loc, links: Links) -> tuple[str, Logic]:
    """(role, condition) of who is bound."""
    document = scope.document
    ((role, bearer),) = binds.items()
    at = (*loc, role)
    if role not in links.words.roles:
        help_ = did_you_mean(
            role, links.words.roles, "the roles are " + (listed(links.words.roles) or "none")
        )
        message = f"no role is called '{short(role)}'"
        links.complaints.add(document, "unknown-role", message, document.key_span(at), help_)
    if bearer == ANYONE:
        return role, ALWAYS
    return role, scope.use_term(bearer, role, at) or ALWAYS


def link_exceptions(
    unless: Sequence[Exception_], home: str, scope: Scope, loc: Loc, links: Links
) -> Iterable[LinkedException]:
    """The exceptions of a rule, which stand in a list at a place; those with a fault are complained about."""
    document = scope.document
    seen: set[str] = set()
    for i, written in enumerate(unless):
        at, name = (*loc, i), written.exception
        span = document.span((*at, "exception"))
        instrument, provision = links.provision(written.provision, home, document, (*at, "provision"))
        if name in seen:
            message = f"'{name}' is declared twice in this rule"
            links.complaints.add(
                document, "defined-twice", message, span, "rename one, or join them under 'any:'"
            )
        seen.add(name)
        logic = None if written.when is None else resolve(written.when, scope, (*at, "when"))
        if not instrument:
            continue
        if logic is None:
            if links.instruments[instrument].provisions[provision].not_encoded is None:
                message = f"the exception '{name}' does not say when it applies"
                help_ = "add 'when:', or mark its provision 'not-encoded:' with the reason"
                links.complaints.add(
                    document, "exception-without-condition", message, span, help_, about=instrument
                )
                continue
            logic = NotEncoded(instrument, provision)
        title = written.title or name.replace("-", " ")
        force = _force(instrument, provision, links)
        yield LinkedException(name, title, instrument, provision, logic, written.burden == "actor", force)


def link_flags(
    flags: Sequence[RuleFlag], home: str, scope: Scope, loc: Loc, links: Links
) -> Iterable[LinkedFlag]:
    """The flags of a rule, which stand in a list at a place."""
    for i, flag in enumerate(flags):
        at = (*loc, i)
        if flag.provision is not None:
            links.provision(flag.provision, home, scope.document, (*at, "provision"))
        yield LinkedFlag(flag, None if flag.when is None else resolve(flag.when, scope, (*at, "when")))


def _force(instrument: str, provision: str, links: Links) -> tuple[InForce, ...]:
    found = links.instruments[instrument]
    return found.provisions[provision].in_force or found.in_force
