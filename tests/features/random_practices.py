"""A small law that asks of everything, random practices for it, and what is found about them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from tests.law_text import VOCABULARY

from compliance.analysis.check import check_case
from compliance.model.finding import Finding, PracticeReport
from compliance.model.library import Library
from compliance.source.files import SourceFile
from compliance.source.forms import Read
from compliance.source.practices import cases_of
from compliance.source.write import practice_text
from compliance.testing import forms
from compliance.testing.forms import Form
from compliance.testing.law import Deciders

SUFFIXES: Mapping[Form, str] = {"yaml": ".yaml", "gherkin": ".feature", "answers": ".yaml", "csv": ".csv"}

RULES = """
terms:
  civil:
    provision: A
    ask: Is the purpose civil?
    readings:
      stated: {means: {purpose: civil}, gloss: What is stated., authority: argument, held-by: [lenient]}
      any: {means: {purpose: {one-of: [civil, both]}}, gloss: Any part., authority: argument, held-by: [strict]}
    settled-by: [told]
  fair: {provision: B, ask: Is it fair?, judgment: true}
  proper: {provision: B, of: party, ask: "Is {party} proper?", judgment: true}
  public: {provision: B, of: party, ask: "Is {party} public?", means: {party.level: state}}
rules:
  - rule: ban
    provision: A
    title: No sharing for a civil purpose
    binds: {actor: public}
    applies: {act: share}
    forbids: {all: [civil, {recipient.powers: arrest}]}
    unless:
      - {exception: warrant, provision: D, when: {all: [{warrant: true}, {signed: {before: 2019-01-01}}]}}
      - {exception: fair, provision: D, when: fair, burden: actor}
  - rule: tell
    provision: B
    title: Tell the person
    binds: {actor: anyone}
    applies: {act: hold}
    must: {any: [{told: true}, {hours: {at-most: 48}}, {recipient: proper}]}
"""
WORDS = VOCABULARY.replace(
    "roles:\n", "roles:\n  recipient: {title: the body that gets it, ask: Who gets it?}\n"
).replace(
    "facts:\n",
    '  powers: {type: set, ask: "What may {party} do?", values: {arrest: it arrests, fine: it fines}}\n'
    '  armed: {type: yes-no, ask: "Is {party} armed?"}\n'
    '  staff: {type: number, ask: "How many work for {party}?"}\n'
    "facts:\n  weather: {type: choice, ask: How was the weather?, values: {wet: it rained, dry: it did not}}\n",
)
ACTORS = """\
actors: test
members:
  town-police: {title: The town's police, is: {level: local, armed: true, powers: [arrest, fine]}}
  state-office: {title: A state office, is: {level: state}}
"""


@dataclass(frozen=True)
class Town:
    """A small law, and a folder to write practices to."""

    law: Deciders
    folder: Path

    @property
    def library(self) -> Library:
        return self.law(((), ())).library

    def through(self, files: list[SourceFile], form: Form, *, as_json: bool = False) -> Read:
        """Practices written in a form and read again."""
        written = forms.write(files, form, self.library, self.law, as_json=as_json)
        paths = []
        for name, text in written.texts.items():
            path = self.folder / f"{name}{'.json' if as_json else SUFFIXES[form]}"
            path.write_text(text, encoding="utf-8")
            paths.append(path)
        back = forms.read(paths, self.library, self.law)
        assert not back.problems, (back.problems, written.texts)
        back.left_out += written.left_out
        return back

    def read(self, data: dict[str, Any]) -> list[SourceFile]:
        """A practice as its file would be read."""
        path = self.folder / "start.yaml"
        path.write_text(practice_text(data), encoding="utf-8")
        found = forms.read([path], self.library, self.law)
        assert not found.problems, found.problems
        return found.files

    def found(self, files: list[SourceFile]) -> list[PracticeReport]:
        """What is found about practices."""
        cases, problems = cases_of(files, self.library)
        assert not problems, problems
        return [check_case(case, self.law(((), ()))) for case in cases]


def gist(report: PracticeReport) -> list[Any]:
    """What is found, with the reasons, and without where the practice stands."""
    return [
        (period.since, period.until, period.status, [_gist(finding) for finding in period.findings])
        for period in report.timeline
    ]


def _gist(finding: Finding) -> tuple[Any, ...]:
    return (
        finding.rule,
        finding.status,
        finding.reason,
        finding.bearer,
        dict(finding.positions),
        finding.possible,
        finding.missing,
        finding.turns_on,
        finding.exceptions,
        finding.because,
        finding.as_alleged,
        finding.flags,
    )


# --- random practices -----------------------------------------------------------------------------------

TEXT = (
    st.text(st.sampled_from("ab Z9é\"'|\\,;:#<>?*[]{}&%@`!-_/=~"), min_size=1, max_size=24)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
DAYS = st.sampled_from(["2017-12-31", "2018-06-01", "2019-05-08", "2020-02-29"])
VALUES: Mapping[str, st.SearchStrategy[Any]] = {
    "purpose": st.sampled_from(["civil", "crime", "both"]),
    "hours": st.sampled_from([0, 3, 48, 49, -1, 2.5, 0.00001, 10**17]),
    "warrant": st.booleans(),
    "told": st.booleans(),
    "signed": DAYS,
    "weather": st.sampled_from(["wet", "dry"]),
    "recipient.level": st.sampled_from(["state", "local"]),
    "actor.armed": st.booleans(),
}
SETS = {"act": ("share", "hold"), "recipient.powers": ("arrest", "fine")}


def sets(members: tuple[str, ...]) -> st.SearchStrategy[Any]:
    """A whole set, the empty one included, or what is known of one."""
    part = st.fixed_dictionaries({member: st.sampled_from(["in", "out", "open"]) for member in members})
    return st.one_of(
        st.lists(st.sampled_from(members), unique=True),
        part.filter(lambda known: set(known.values()) != {"open"}).map(_partly),
    )


def _partly(known: Mapping[str, str]) -> dict[str, list[str]]:
    stated = {
        "includes": [member for member, state in known.items() if state == "in"],
        "excludes": [member for member, state in known.items() if state == "out"],
    }
    return {key: members for key, members in stated.items() if members}


def stated(value: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A value, or that nobody knows it, with a standing, a source and a note or without."""
    more = st.fixed_dictionaries(
        {},
        optional={
            "standing": st.sampled_from(["admitted", "alleged", "disputed"]),
            "source": st.sampled_from(["memo", ["memo", "letter"]]),
            "note": TEXT,
        },
    )
    known = st.one_of(value, st.just("unknown"))
    return st.one_of(
        known,
        st.builds(lambda one, rest: {**(one if isinstance(one, dict) else {"is": one}), **rest}, known, more),
    )


FACTS = st.fixed_dictionaries(
    {},
    optional={
        **{name: stated(values) for name, values in VALUES.items()},
        **{name: stated(sets(members)) for name, members in SETS.items()},
    },
)
BODY = st.fixed_dictionaries(
    {"title": TEXT},
    optional={
        "is": st.fixed_dictionaries(
            {"level": st.sampled_from(["state", "local", "unknown"])},
            optional={
                "powers": st.lists(st.sampled_from(["arrest", "fine"]), unique=True),
                "armed": st.booleans(),
                "staff": st.sampled_from([1, 2.5]),
            },
        )
    },
)
PARTY = st.one_of(st.sampled_from(["town-police", "state-office"]), BODY)
JUDGMENTS = st.lists(
    st.sampled_from([{"term": "test/order/1#fair"}, {"term": "test/order/1#proper", "of": "recipient"}]),
    unique_by=lambda one: one["term"],
).flatmap(
    lambda terms: st.tuples(
        *(
            st.fixed_dictionaries(
                {**{k: st.just(v) for k, v in one.items()}, "holds": st.booleans(), "by": TEXT, "why": TEXT}
            )
            for one in terms
        )
    ).map(list)
)
CLAIMS = st.lists(
    st.fixed_dictionaries(
        {"by": TEXT, "gist": TEXT},
        optional={
            "on": DAYS,
            "says": st.fixed_dictionaries(
                {}, optional={"told": st.booleans(), "act": st.just(["hold"])}
            ).filter(bool),
            "source": st.just("memo"),
            "row": st.sampled_from(["C1", ["C1", "C2.a"]]),
            "note": TEXT,
        },
    ),
    max_size=2,
)
EVIDENCE = {
    "memo": {"title": "A memo", "date": "2019-01-02", "kind": "e-mail | paper"},
    "letter": {"title": 'A "letter"'},
}


def _dated(data: dict[str, Any]) -> dict[str, Any]:
    return {**{key: value for key, value in data.items() if key != "when"}, **data["when"]}


PRACTICES = st.fixed_dictionaries(
    {
        "practice": st.sampled_from(["p", "no", "a.b-1", "2019"]),
        "title": TEXT,
        "when": st.sampled_from(
            [
                {"on": "2019-05-08"},
                {"during": {"from": "2017-06-01"}},
                {"during": {"from": "2017-06-01", "to": "2020-01-01"}},
            ]
        ),
        "evidence": st.just(EVIDENCE),
    },
    optional={
        "parties": st.fixed_dictionaries({}, optional={"actor": PARTY, "recipient": PARTY}),
        "facts": FACTS,
        "judgments": JUDGMENTS,
        "claims": CLAIMS,
        "row": st.sampled_from(["S-1", ["S-1", "X.2"]]),
        "notes": st.lists(TEXT, max_size=2),
    },
).map(_dated)
