"""A small made-up library: three instruments, six rules, and two terms that two sides read differently."""

from typing import Any

from compliance.model.instrument import Instrument
from compliance.model.library import Library, LinkedReading, LinkedRule, TermUse
from compliance.model.logic import ALWAYS, AllOf, UseTerm
from compliance.model.rule import Rule, Term
from compliance.model.span import Span
from compliance.model.vocabulary import Actor, Fact, Position, Role

ORDER, ACT, RULING = "us-xx/executive-order/7", "us/statute/12-usc-90", "us-xx/case/doe-v-roe"
PURPOSE, CIVIL = f"{ORDER}#enforcement-purpose", f"{ORDER}#civil"

_INSTRUMENTS = [
    {
        "instrument": ORDER,
        "title": "Access to state services",
        "short": "Order 7 (2017)",
        "cite": "Executive Order No. 7 (2017)",
        "kind": "executive-order",
        "issuer": "governor",
        "in-force": {"from": "2017-09-15"},
        "source": {"seen": "full"},
        "provisions": {
            "2": {
                "gist": "State officers may not disclose information for the purpose of civil enforcement.",
                "effect": "prohibits",
                "words": ["for the purpose of civil enforcement", "unless required by law"],
            },
            "3": {"gist": "Officers may not ask a victim about status.", "effect": "prohibits"},
            "9": {"gist": "The order speaks for access to services.", "effect": "meta"},
        },
    },
    {
        "instrument": ACT,
        "title": "Communication between agencies",
        "short": "12 USC 90",
        "cite": "12 U.S.C. § 90",
        "kind": "statute",
        "issuer": "congress",
        "in-force": {"from": "1996-09-30"},
        "source": {"seen": "known"},
        "provisions": {
            "a": {
                "pin": "(a)",
                "gist": "Every agency sends status information on request.",
                "effect": "requires",
            },
            "c": {"pin": "(c)", "gist": "Agencies may keep status information.", "effect": "permits"},
        },
    },
    {
        "instrument": RULING,
        "title": "Doe v. Roe",
        "short": "Doe v Roe (2018)",
        "cite": "People ex rel. Doe v. Roe (2d Dept 2018)",
        "kind": "case",
        "issuer": "court",
        "in-force": {"from": "2018-11-14"},
        "source": {"seen": "part"},
        "provisions": {"H1": {"gist": "Nobody is held on civil papers alone.", "effect": "prohibits"}},
    },
]

_TERMS: dict[str, dict[str, Any]] = {
    "enforcement-purpose": {
        "provision": "2",
        "ask": "Is the disclosure made for the purpose of enforcement?",
        "words": "for the purpose of",
        "readings": {
            "stated": {
                "means": {"purpose": "enforcement"},
                "gloss": "The purpose is the one that the discloser states.",
                "authority": "The agency's public position, 2019",
                "held-by": ["agency"],
            },
            "foreseeable": {
                "means": {"purpose": "enforcement"},
                "gloss": "The purpose is what the recipient foreseeably does.",
                "authority": "Argument only; no decision is known.",
                "held-by": ["advocate"],
            },
        },
    },
    "civil": {
        "provision": "2",
        "of": "party",
        "ask": "Is the enforcement that {party} serves civil?",
        "readings": {
            "never-civil": {
                "means": {"party.crime": True},
                "gloss": "What touches a crime is not civil.",
                "authority": "Argument only",
                "held-by": ["agency"],
            },
            "removal-is-civil": {
                "means": {"party.crime": True},
                "gloss": "A removal is civil though a crime is touched.",
                "authority": "12 USC 91, as reported",
                "held-by": ["advocate"],
            },
        },
    },
}

_RULES: list[tuple[str, str, str, str, str]] = [
    ("order-disclosure", ORDER, "2", "forbids", "No disclosure for civil enforcement"),
    ("order-inquiry", ORDER, "3", "forbids", "No inquiry about a victim's status"),
    ("act-sending", ACT, "a", "must", "Status information is sent on request"),
    ("act-keeping", ACT, "c", "permits", "Status information may be kept"),
    ("ruling-custody", RULING, "H1", "forbids", "No holding on civil papers alone"),
    ("order-data", ORDER, "2", "forbids", "No file of names for civil enforcement"),
]


def _use(name: str, role: str | None) -> TermUse:
    term = Term.model_validate(_TERMS[name])
    readings = tuple(LinkedReading(key, ALWAYS, reading) for key, reading in term.readings.items())
    key = f"{ORDER}#{name}" + (f"@{role}" if role else "")
    return TermUse(key, ORDER, name, role, term, readings, Span("rules/us-xx/executive-order/7.yaml"))


def _rule(place: int, name: str, instrument: str, provision: str, kind: str, title: str) -> LinkedRule:
    rule = Rule.model_validate(
        {
            "rule": name,
            "provision": provision,
            "title": title,
            "binds": {"discloser": "anyone"},
            "applies": {"act": "disclosure"},
            kind: "enforcement-purpose",
        }
    )
    core = AllOf((UseTerm(PURPOSE), UseTerm(f"{CIVIL}@discloser"))) if name == "order-disclosure" else ALWAYS
    span = Span(f"rules/{instrument}.yaml", 20 + 10 * place, 5, 20 + 10 * place, 9)
    return LinkedRule(
        name, instrument, provision, rule, rule.modality, "discloser",
        ALWAYS, ALWAYS, core, (), (), (), draft=True, span=span,
    )  # fmt: skip


def library() -> Library:
    """The library; the same each time."""
    instruments = [Instrument.model_validate(data) for data in _INSTRUMENTS]
    uses = [_use("enforcement-purpose", None), _use("civil", "discloser")]
    facts = {
        "purpose": {"type": "yes-no", "ask": "For what purpose does the discloser say that it discloses?"},
        "trigger": {"type": "yes-no", "ask": "What sets the disclosure off?"},
    }
    role = Role(title="the body that discloses", ask="Which body discloses?")
    return Library(
        instruments={one.instrument: one for one in instruments},
        rulesets={},
        rules=tuple(_rule(place, *row) for place, row in enumerate(_RULES)),
        terms={use.key: use for use in uses},
        facts={name: Fact.model_validate(data) for name, data in facts.items()},
        roles={"discloser": role},
        attributes={},
        actors={"spokesperson": Actor(title="The agency's spokesperson")},
        positions={
            "agency": Position(title="The agency's reading"),
            "advocate": Position(title="The advocates' reading"),
        },
        priorities=(),
    )
