"""A made-up audit of a made-up log: every kind of thing that an audit can say, against the small library of `law`."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from tests.report import law

from compliance.model.audit import (
    AuditReport,
    Dimension,
    Example,
    Rejected,
    RuleCount,
    Tally,
    UnitCount,
    Untold,
)
from compliance.model.finding import Receipt, Status
from compliance.model.measure import UnitName
from compliance.model.rule import Modality

LAW = law.library()
TESTS = "us-xx/audit/example-thresholds"
Counts = Mapping[Status, int]


def tally(statuses: Counts, agency: Counts | None = None, advocate: Counts | None = None) -> Tally:
    """How many rows have each status; by position as over all, unless that is told."""
    return Tally(statuses, {"agency": agency or statuses, "advocate": advocate or statuses})


def grouped(counts: Mapping[str, Counts]) -> Mapping[str, Tally]:
    return {value: tally(found) for value, found in counts.items()}


def rule(
    name: str,
    found: Tally,
    *,
    instrument: str = law.ORDER,
    provision: str = "2",
    title: str = "No disclosure for civil enforcement",
    citation: str = "Order 7 (2017), 2",
    modality: Modality = "prohibition",
    seen: str = "full",
    unit: UnitName = "queries",
    by: Mapping[Dimension, Mapping[str, Tally]] | None = None,
    examples: tuple[Example, ...] = (),
    turns_on: tuple[str, ...] = (),
) -> RuleCount:
    return RuleCount(
        name, title, instrument, provision, citation, modality, seen, unit, found, by or {}, examples, turns_on
    )  # fmt: skip


USERS = grouped(
    {
        **{f"U{place:02}": {"violated": 40 - place} for place in range(25)},
        "": {"contested": 3},
    }
)
DISCLOSURE = rule(
    "order-disclosure",
    tally(
        {"violated": 1_204, "contested": 300, "undetermined": 96, "satisfied": 8_200},
        {"violated": 1_204, "undetermined": 96, "satisfied": 8_500},
        {"violated": 1_504, "undetermined": 96, "satisfied": 8_200},
    ),
    by={
        "agency": grouped(
            {
                "NYICE0": {"violated": 1_200, "contested": 300, "satisfied": 8_000},
                "NYICE1": {"violated": 4, "satisfied": 200},
                "NYICE2": {"satisfied": 96},
            }
        ),
        "office": grouped({"11": {"violated": 1_204, "contested": 300, "undetermined": 96}}),
        "user": USERS,
        "month": grouped(
            {
                "2016-11": {"violated": 700, "contested": 100, "satisfied": 4_000},
                "2017-02": {"violated": 504, "contested": 200, "satisfied": 4_200},
            }
        ),
    },
    examples=(
        Example("Q-0000017", "violated", "The discloser says that it discloses for enforcement"),
        Example("Q '18'", "contested", "The sides read “for the purpose of” differently"),
    ),
    turns_on=(law.PURPOSE, law.CIVIL),
)
INQUIRY = rule(
    "order-inquiry",
    tally({"undetermined": 120}),
    provision="3",
    title="No inquiry about a victim's status",
    citation="Order 7 (2017), 3",
)
SENDING = rule(
    "act-sending",
    tally({"violated": 2, "satisfied": 38}),
    instrument=law.ACT,
    provision="a",
    title="Status information is sent on request",
    citation="12 USC 90, (a)",
    modality="obligation",
    seen="known",
    unit="disseminations",
    by={"month": grouped({f"20{year:02}-07": {"violated": 1, "satisfied": 1} for year in range(10, 36)})},
    examples=(Example("D-1", "violated", "It was not sent."),),
)
CUSTODY = rule(
    "ruling-custody",
    tally({"satisfied": 40}),
    instrument=law.RULING,
    provision="H1",
    title="No holding on civil papers alone",
    citation="Doe v Roe (2018), H1",
    seen="part",
    unit="disseminations",
)
KEEPING = rule(
    "act-keeping",
    tally({}),
    instrument=law.ACT,
    provision="c",
    title="Status information may be kept",
    citation="12 USC 90, (c)",
    modality="permission",
    seen="known",
)
BURSTS = rule(
    "example-bursts",
    tally({"violated": 7, "satisfied": 9_893}),
    instrument=TESTS,
    provision="BURST",
    title="At most five searches of one person in a day",
    citation="Example thresholds, bursts",
    by={"user": grouped({"U03": {"violated": 7}})},
    examples=(Example("Q-0000099", "violated", "It was the sixth in 24 hours."),),
)
RECEIPT = Receipt(
    "policy-compliance 0.1.0",
    ("columns", "evaluate"),
    {"logs/offices.log.yaml": "0" * 64, "rules/us-xx/executive-order/7.yaml": "1" * 64},
    ("agency", "advocate"),
    "proven",
    None,
)
REPORT = AuditReport(
    log="offices",
    title="Made-up query log of federal offices",
    file="logs/offices.log.yaml",
    zone="America/New_York",
    units=(
        UnitCount(
            "queries",
            10_000,
            100,
            tally(
                {"violated": 1_204, "contested": 300, "undetermined": 96, "satisfied": 8_200, "no-rule": 100},
                {"violated": 1_204, "undetermined": 96, "satisfied": 8_500, "no-rule": 100},
                {"violated": 1_504, "undetermined": 96, "satisfied": 8_200, "no-rule": 100},
            ),
            date(2016, 11, 1),
            date(2017, 2, 28),
        ),
        UnitCount(
            "disseminations",
            40,
            0,
            tally({"violated": 2, "satisfied": 38}),
            date(2010, 7, 1),
            date(2035, 7, 31),
        ),
        UnitCount("agreements", 0, 0, Tally({}, {}), None, None),
    ),
    rules=(BURSTS, KEEPING, CUSTODY, SENDING, INQUIRY, DISCLOSURE),
    rejected=(
        Rejected(
            "queries",
            "the id is on more than one row",
            98,
            ("queries.csv:17", "queries.csv:18", "queries.csv:912"),
        ),
        Rejected("queries", "the time was not read", 2, ("queries.csv:1044", "queries.csv:1045")),
        Rejected("reviews", "the row has too few cells", 1_200, ("reviews/1.csv:3",)),
    ),
    untold=(
        Untold("queries", "PURP", "purpose", "Z", 40),
        Untold("queries", "PURP", "purpose", "", 56),
        *(Untold("reviews", "RESULT", "outcome", f"C{place:02}", 1) for place in range(24)),
    ),
    unmapped={"queries": ("trigger",)},
    warnings=("No review is on record before 1 January 2016.",),
    receipt=RECEIPT,
    engine="duckdb",
    rows_file="out/rows.parquet",
    rejected_file="out/rejected.csv",
    notes=("The log was made up.",),
    offices={"11": "Buffalo"},
    agencies={"NYICE0": "ICE, Buffalo field office"},
)


def with_rows(*found: Counts, rejected: int = 0, rules: tuple[RuleCount, ...] = ()) -> AuditReport:
    """An audit of queries, and then of disseminations, that comes to so many rows of each status."""
    names: tuple[UnitName, ...] = ("queries", "disseminations")
    units = tuple(
        UnitCount(name, sum(counts.values()), 0, tally(counts), None, None)
        for name, counts in zip(names, found, strict=False)
    )
    reasons = (Rejected("reviews", "the row has too few cells", rejected, ()),) if rejected else ()
    return replace(REPORT, units=units, rules=rules, rejected=reasons, untold=(), unmapped={}, warnings=())


def hostile(text: str) -> AuditReport:
    """The audit with a text that means harm wherever a log, or a library, brings one."""
    groups: dict[Dimension, Mapping[str, Tally]] = {
        one: {text: tally({"violated": 3, "contested": 1}), "": tally({"contested": 2})}
        for one in ("agency", "office", "user", "month")
    }
    one = replace(
        DISCLOSURE, title=text, citation=text, by=groups, examples=(Example(text, "violated", text),)
    )
    return replace(
        REPORT,
        log=text,
        title=text,
        file=text,
        rules=(one, replace(CUSTODY, title=text, citation=text), replace(BURSTS, title=text, by=groups)),
        rejected=(Rejected("queries", text, 2, (text,)),),
        untold=(Untold("queries", text, text, text, 1),),
        unmapped={"queries": (text,)},
        warnings=(text,),
        notes=(text,),
        rows_file=text,
        rejected_file=text,
        engine=text,
        offices={text: text},
        agencies={text: text},
    )
