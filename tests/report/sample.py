"""A report made by hand that has every status, several periods, conflicts, flags, gaps and missing facts."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from tests.report.law import ACT, CIVIL, ORDER, PURPOSE, RULING, library

from compliance.model.finding import (
    Contradiction,
    Finding,
    Flag,
    Held,
    Period,
    PracticeReport,
    Question,
    Reason,
    Receipt,
    Related,
    Report,
    Status,
    TriedException,
)

LAW = library()
DRAFT = Flag("draft-encoding", "No lawyer has yet reviewed this encoding against the text.")
UNSEEN = Flag("source-unverified", "Encoded from knowledge of the law; the text was not seen.")
RISK = Flag("preemption-risk", "Only status is sent, which the statute protects", "12 USC 90, (a)")
COURTS = Flag("authority-unverified", "Whether a higher court has spoken was not verified.")
CONTRADICTED = Flag(
    "claim-contradicted", "The spokesperson said: Only arrests count. The facts say: any print."
)

CONDUCT = Reason(
    "The conduct is of the kind the rule is about: yes.",
    True,
    "Order 7 (2017), 2",
    of=(Reason("What was done? Among others: information was given.", True, None, "act", (), "established"),),
    part="scope",
)
FORCE = Reason("The provision was in force on 15 September 2017.", True, "Order 7 (2017), 2", part="in-force")
BOUND = Reason(
    "The rule binds the State Records Office: yes.",
    True,
    "Order 7 (2017), 2",
    of=(
        Reason("Is the State Records Office a state body? Yes.", True, "Order 7 (2017), 9", "level",
               ("the roster",), "admitted"),
    ),
    part="bearer",
)  # fmt: skip
STATED = Reason(
    "For what purpose does the discloser say that it discloses? To report a crime (what matters: to enforce).",
    False, "Order 7 (2017), 2", "purpose", ("annual report 2009", "the 2019 statement"), "admitted",
)  # fmt: skip
LIKELY = Reason("Is the recipient's work mainly removal? Yes.", True, None, "work", (), "established")
NOT_SETTLED = Reason("Is a crime touched? Only alleged: yes.", None, None, "crime", ("a letter",))


def elements(holds: bool | None, *nodes: Reason) -> Reason:
    verdict = {True: "yes", False: "no", None: "not settled"}[holds]
    return Reason(f"What the rule forbids: {verdict}.", holds, "Order 7 (2017), 2", of=nodes, part="elements")


def term(address: str, ask: str, holds: bool | None, gloss: str, *nodes: Reason) -> Reason:
    verdict = {True: "Yes", False: "No", None: "Not settled"}[holds]
    return Reason(
        f"{ask} {verdict}, on this reading: {gloss}",
        holds,
        "Order 7 (2017), 2",
        of=nodes,
        part="term",
        name=address,
    )


def tree(core: Reason, *exceptions: Reason) -> Reason:
    return Reason("The rule", core.holds, "Order 7 (2017), 2", of=(CONDUCT, FORCE, BOUND, core, *exceptions))


def finding(rule: str, status: Status, because: Reason, reason: str = "", **more: object) -> Finding:
    """A finding on which both sides agree; `more` replaces any field."""
    linked = LAW.rule_by_id[rule]
    plain = Finding(
        rule=rule,
        title=linked.rule.title,
        instrument=linked.instrument,
        provision=linked.provision,
        citation=LAW.cite(linked.instrument, linked.provision),
        modality=linked.modality,
        bearer="the State Records Office",
        status=status,
        reason=reason,
        possible=(),
        positions={"agency": status, "advocate": status},
        held={side: Held(status, reason, (), because) for side in ("agency", "advocate")},
        turns_on=(),
        turns_for={},
        exceptions=(),
        missing=(),
        because=because,
        flags=(DRAFT,),
        as_alleged=None,
        source_seen=LAW.source(linked.instrument, linked.provision).seen,
        reaches=status != "not-applicable" or reason != "out-of-scope",
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def absent(rule: str, reason: str, *nodes: Reason) -> Finding:
    """A finding that a rule does not apply."""
    return finding(rule, "not-applicable", Reason("The rule", False, None, of=nodes), reason, flags=())


def practice(name: str, title: str, status: Status, *timeline: Period, **more: object) -> PracticeReport:
    flags = tuple(dict.fromkeys(f for period in timeline for one in period.findings for f in one.flags))
    made = PracticeReport(name, title, f"features/practices/{name}.yaml", status, flags, timeline)
    return replace(made, **more)  # type: ignore[arg-type]


def period(since: str, until: str | None, status: Status, *findings: Finding) -> Period:
    end = None if until is None else date.fromisoformat(until)
    return Period(date.fromisoformat(since), end, status, findings)


FAR = absent(
    "order-inquiry", "out-of-scope", Reason("The conduct is of the kind the rule is about: no.", False)
)
YET = Reason("The provision was not yet in force on 1 January 2005; it begins on 15 September 2017.", False)
FORBIDDEN = "What the rule forbids was done, and no exception is shown."
NOT_DONE = "What the rule forbids was not done."
CRIME = TriedException("crime", "A crime", "Doe v Roe (2018), H1", "fails", "There was none.")
OPEN = "Facts that would decide it are not known."


def _side(verdict: bool, *reasons: Reason, exceptions: tuple[Reason, ...] = ()) -> Reason:
    """How one side answers the two questions: the first reading of each term, or the second."""
    asks = (
        "Is the disclosure made for the purpose of enforcement?",
        "Is the enforcement that the State Records Office serves civil?",
    )
    glosses = [list(use.term.readings.values())[verdict].gloss for use in LAW.terms.values()]
    nodes = [
        term(use.address, ask, verdict, gloss, reason)
        for use, ask, gloss, reason in zip(LAW.terms.values(), asks, glosses, reasons, strict=True)
    ]
    return tree(elements(verdict, *nodes), *exceptions)


def _contested() -> Finding:
    tried = Reason("Exception, Required by law: not shown.", None, "Order 7 (2017), 2", of=(
        Reason("What compels the disclosure? Not known (what matters: a statute).", None),
        Reason("What compels the disclosure? Not known (what matters: a court's order).", None),
    ), part="exception", name="required")  # fmt: skip
    agency = _side(False, STATED, LIKELY)
    advocate = _side(True, LIKELY, LIKELY, exceptions=(tried,))
    readings = (
        {PURPOSE: "stated", CIVIL: "never-civil"},
        {PURPOSE: "foreseeable", CIVIL: "removal-is-civil"},
    )
    positions: Mapping[str, Status] = {"agency": "satisfied", "advocate": "violated"}
    sides = tuple(
        Reason(f"{title}: {status}.", side.holds, side.citation, of=side.of)
        for title, status, side in (
            ("The agency's reading", "satisfied", agency),
            ("The advocates' reading", "violated", advocate),
        )
    )
    return finding(
        "order-disclosure",
        "contested",
        Reason("No disclosure for civil enforcement", None, "Order 7 (2017), 2", of=sides),
        "The sides differ: agency: satisfied; advocate: violated.",
        possible=("violated", "satisfied"),
        positions=positions,
        held={
            "agency": Held("satisfied", NOT_DONE, (), agency, readings[0]),
            "advocate": Held("violated", FORBIDDEN, (), advocate, readings[1]),
        },
        turns_on=((CIVIL,), (PURPOSE,)),
        turns_for={"agency": ((CIVIL, PURPOSE),), "advocate": ((CIVIL,), (PURPOSE,))},
        exceptions=(
            TriedException("required", "Required by law", "Order 7 (2017), 2", "not shown", "Not known."),
            TriedException("treaty", "A treaty", "12 USC 90, (c)", "not encoded", "The text was not seen."),
        ),
        missing=(
            (Question("outcome", "What do such disclosures mostly lead to?"),),
            (Question("check", "Does anyone check consent first?", (("yes", "satisfied"),)),),
        ),
        flags=(DRAFT, RISK, CONTRADICTED),
    )


def _undetermined() -> Finding:
    first = Question("crime", "Is a crime touched?", (("yes", "satisfied"), ("no", "violated")))
    second, third = Question("form", "Which form is used?"), Question("fields", "Which fields does it have?")
    core = elements(None, NOT_SETTLED)
    return finding(
        "order-data",
        "undetermined",
        tree(core),
        OPEN,
        possible=("violated", "satisfied"),
        missing=((first,), (second, third)),
        as_alleged="violated",
        exceptions=(
            TriedException("consent", "Consent", "Order 7 (2017), 2", "unsettled", "Did they? Not known."),
        ),
    )  # fmt: skip


def practices() -> tuple[PracticeReport, ...]:
    notice = practice(
        "notice",
        "Automatic notice when prints match an earlier removal",
        "contested",
        period("2005-01-01", "2017-09-14", "not-applicable",
            absent("order-disclosure", "not-in-force", YET), FAR),
        period("2017-09-15", "2018-11-13", "contested", _contested(), FAR),
        period("2018-11-14", None, "contested", _contested(), FAR, _undetermined()),
        contradictions=(
            Contradiction("the agency's spokesperson", "Only arrests count.", "trigger", "an arrest", "any print"),
            Contradiction("a former director", "Nothing is sent.", "unknown-fact", "no", "yes"),
        ),
        related=(
            Related(ORDER, "9", "Order 7 (2017), 9", "The order speaks for access.", "full",
                    date(2017, 9, 15), "It forbids nothing"),
        ),
    )  # fmt: skip
    shown = Reason(
        "Exception, A judge's warrant: shown.", True, "Doe v Roe (2018), H1", part="exception", name="warrant"
    )
    custody = elements(
        True, Reason("Was the person held past release? Yes.", True, None, "held", (), "established")
    )
    jail = practice(
        "jail",
        "A jail holds people past release",
        "violated",
        period("2018-11-14", "2019-01-31", "excused", finding(
            "ruling-custody", "excused", tree(custody, shown),
            "What the rule forbids was done, but an exception is shown.",
            exceptions=(
                TriedException("warrant", "A judge's warrant", "Doe v Roe (2018), H1", "shown", "There was."),
                CRIME,
            ),
            flags=(Flag("source-unverified", "Only part of the text was seen."), COURTS),
        )),
        period("2019-02-01", "2019-05-08", "violated", finding(
            "ruling-custody", "violated", tree(custody), FORBIDDEN,
            exceptions=(CRIME,),
            flags=(COURTS,),
        )),
    )  # fmt: skip
    clash = practice(
        "clash",
        "An office answers a request that the order forbids to answer",
        "conflict",
        period("2019-05-08", "2019-05-08", "conflict",
            finding("order-disclosure", "conflict", tree(elements(True, LIKELY)),
                "Another rule commands the opposite, and no declared priority decides between them.",
                conflicts_with=("act-sending",)),
            finding("act-sending", "conflict", tree(elements(True, LIKELY)),
                "Another rule commands the opposite, and no declared priority decides between them.",
                conflicts_with=("order-disclosure",), flags=(UNSEEN,)),
            finding("order-data", "excused", tree(elements(True, LIKELY)),
                "What the rule forbids was done, but another rule prevails.", overridden_by="act-keeping"),
            finding("act-keeping", "permitted", tree(elements(True, LIKELY)), "The rule permits it."),
            finding("order-inquiry", "satisfied", tree(elements(False, STATED)), NOT_DONE),
            absent("ruling-custody", "overridden"),
        ),
    )  # fmt: skip
    harmless = practice(
        "harmless",
        "A file is kept, and nobody knows for whom",
        "undetermined",
        period("2019-05-08", "2019-05-08", "undetermined", finding(
            "act-keeping", "undetermined", tree(elements(None, NOT_SETTLED)), OPEN,
            possible=("permitted", "not-applicable"),
        )),
    )  # fmt: skip
    bound = Reason(
        "The rule binds a city's police: no.", False, None, of=(Reason("Is it a state body? No.", False),)
    )
    police = practice(
        "police",
        "A city's police tell a federal office",
        "not-applicable",
        period("2016-05-08", "2016-05-08", "not-applicable",
            absent("order-disclosure", "not-in-force", YET), absent("order-data", "not-bound", bound), FAR),
    )  # fmt: skip
    nothing = practice(
        "nothing",
        "A speech is given",
        "no-rule",
        period("2019-05-08", "2019-05-08", "no-rule", FAR),
        related=(Related(ACT, "c", "12 USC 90, (c)", "Agencies may keep it.", "known", date(1996, 9, 30), None),
                 Related(RULING, "H1", "Doe v Roe (2018), H1", "Nobody is held.", "part",
                         date(2018, 11, 14), "It is about custody")),
    )  # fmt: skip
    return (notice, jail, clash, harmless, police, nothing)


RECEIPT = Receipt(
    "policy-compliance 0.1.0",
    ("durable_rules", "evaluate"),
    {"rules/b.yaml": "0" * 64, "policies/a.yaml": "f" * 64},
    ("agency", "advocate"),
    "proven",
    None,
)
REPORT = Report(practices(), RECEIPT)
OTHER = Report(
    REPORT.practices[:1],
    replace(RECEIPT, engines=("evaluate",), standard="alleged", law_as_of=date(2026, 5, 27)),
)
"""One practice under another day's law, on the second engine alone, with alleged facts taken as stated."""
EMPTY = Report((), RECEIPT)


def hostile(text: str) -> Report:
    """A report in which a text stands wherever an input can put one."""
    odd = finding(
        "order-data",
        "undetermined",
        tree(elements(None, Reason(text, None, text, text, (text,), text))),
        OPEN,
        title=text,
        citation=text,
        bearer=text,
        possible=("violated",),
        exceptions=(TriedException(text, text, text, "unsettled", text),),
        missing=((Question(text, text, ((text, "violated"),)),),),
        flags=(Flag("preemption-risk", text, text),),
    )
    made = practice(
        "odd",
        text,
        "undetermined",
        period("2019-05-08", None, "undetermined", odd),
        file=text,
        contradictions=(Contradiction(text, text, text, text, text),),
        related=(Related(text, text, text, text, "part", date(2017, 9, 15), text),),
    )
    return Report((made,), RECEIPT)
