"""The log format of a made-up log."""

from typing import Any, Literal

import yaml

from compliance.audit.synthetic_plan import AGENCIES, OFFICES, ZONE, Plan
from compliance.audit.synthetic_text import covered

_TITLE = "Made-up query log of federal offices that search DCJS records"
_NOTES = (
    "Every row of this log is made up, and so are the codes of offices and users and the days of signing.",
    "Which agencies were audited, and when, is made up too. Which ones really were is not known.",
)
PURPOSES = {
    "C": "crime",
    "R": "entry-or-reentry",
    "A": "civil-immigration",
    "O": "other-official",
    "P": "private-purpose",
}
HEADS: dict[str, dict[str, str]] = {
    "queries": {
        "id": "QRY_NO",
        "time": "Query Date/Time",
        "user": "USER_ID",
        "agency": "ORI",
        "office": "OFC",
        "subject": "NYSID",
        "case": "CASE_NO",
        "reason": "REASON_TXT",
        "purpose": "PURP",
    },
    "reviews": {"query": "QRY_NO", "time": "Reviewed On", "reviewer": "COORD_ID", "outcome": "RESULT"},
    "certifications": {"user": "USER_ID", "from": "CERT_FROM", "to": "CERT_THRU"},
    "cases": {"number": "CASE_NO", "offense": "OFFENSE", "from": "OPENED", "to": "CLOSED"},
    "disseminations": {
        "id": "DISS_NO",
        "time": "Diss. Date/Time",
        "query": "QRY_NO",
        "user": "USER_ID",
        "agency": "ORI",
        "office": "OFC",
        "recipient": "GIVEN TO",
    },
    "audits": {"agency": "ORI", "time": "AUDIT_DATE"},
    "agreements": {"agency": "ORI", "from": "SIGNED", "to": "ENDED"},
}
"""The odd columns of the CSV form."""
DAY_FORMAT, TIME_FORMAT = "%m/%d/%Y", "%m/%d/%Y %H:%M:%S"
OUTCOMES = {"OK": "validated", "Q": "questioned"}


class _Plain(yaml.SafeDumper):
    """YAML with indented lists that repeats what it has said before."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        del indentless
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def text(plan: Plan, kind: Literal["csv", "parquet"]) -> str:
    """The file NAME.log.yaml."""
    log = {
        "log": "federal-offices",
        "title": _TITLE,
        "time-zone": ZONE,
        "parties": {"record-keeper": "dcjs", "user-agency": {"by": "agency"}},
        "agencies": {one.code: one.actor for one in AGENCIES},
        "offices": {one.code: one.title for one in OFFICES},
        "tables": {name: _table(plan, name, kind) for name in HEADS},
        "notes": list(_NOTES),
    }
    return yaml.dump(log, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=110)


def _table(plan: Plan, name: str, kind: str) -> dict[str, Any]:
    heads = {column: head if kind == "csv" else column for column, head in HEADS[name].items()}
    purpose = heads.pop("purpose", None)
    found: dict[str, Any] = {
        "files": f"{name}.{kind}",
        "columns": {column: _column(name, column, head, kind) for column, head in heads.items()},
    }
    facts: dict[str, Any] = _FACTS.get(name, {})
    if purpose:
        facts = {**facts, "records.purpose": {"column": purpose, "codes": PURPOSES}}
    if facts:
        found["facts"] = facts
    if days := covered(plan).get(name):
        found["complete"] = {"from": days[0], "to": days[1]}
    return found


def _column(name: str, column: str, head: str, kind: str) -> Any:
    if column == "outcome":
        return {"column": head, "codes": OUTCOMES}
    if column not in ("time", "from", "to"):
        return head
    if kind == "parquet":
        return {"column": head, "time-zone": "UTC"}
    day = column != "time" or name == "audits"
    return {"column": head, "format": DAY_FORMAT if day else TIME_FORMAT}


_FACTS: dict[str, dict[str, Any]] = {
    "queries": {"act": ["record-query"], "records.source": "own-search", "query.logged": True},
    "disseminations": {"act": ["record-use"], "records.source": "own-search"},
    "agreements": {"act": ["audit"]},
}
