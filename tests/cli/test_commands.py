"""The other commands: explain, ask, lint, fmt, new, schema."""

import json
from pathlib import Path

import pytest
from tests.bill_text import OWN, write_bill
from tests.bill_text import RULES as BILL_RULES
from tests.cli.conftest import Run
from tests.law_text import write_law

from compliance.analysis.explain import subjects
from compliance.source.library import load_library
from compliance.source.logs import read_log
from compliance.source.schema import schema_files


def test_version_and_help(run: Run) -> None:
    assert run("--version").out.startswith("policy-compliance 0.")
    assert "Exit: 0" in run("--help").out


@pytest.mark.parametrize(
    ("subject", "says"),
    [
        ("test/order/1", "Order No. 1"),
        ("test/order/1#A", "not share for a civil purpose"),
        ("test/order/1#E", "the text was not seen"),
        ("test/order/1#civil", "Held by: strict"),
        ("civil", "Held by: strict"),
        ("ban", "Unless: warrant"),
        ("purpose", "civil: a civil purpose"),
        ("strict", "Any part."),
        ("test/order/1", "Rule: ban: No sharing for a civil purpose"),
        ("test/order/1", "In force: from 1 January 2018\n"),
        ("ban", "“What was done?” data were shared [act: share]"),
        ("ban", "“Was there a warrant?” yes [warrant: true]"),
        ("civil", "[purpose: {one-of: [civil, both]}]"),
        ("actor", "Asks: Who acts?"),
        ("actor", "Bound by: ban: No sharing for a civil purpose (Order 1, A)"),
        ("actor", 'In a scenario: the actor is the actor "ACTOR"'),
        ("unknown-fact", "No fact has this name"),
    ],
)
def test_explain(run: Run, town: Path, subject: str, says: str) -> None:
    ran = run("explain", subject)
    assert ran.code == 0
    assert says in ran.out


def test_explain_an_actor(run: Run) -> None:
    ran = run("explain", "dmv")
    assert ran.out.startswith("New York State Department of Motor Vehicles\n")
    assert "Department of Motor Vehicles belong to? The State of New York" in " ".join(ran.out.split())
    assert 'In a scenario: the ROLE is the actor "dmv"' in ran.out
    assert "dmv: New York State Department of Motor Vehicles\n" in run("explain", "actors").out
    assert "discloser: the body that gives the information\n" in run("explain", "roles").out
    assert "did you mean 'dmv'" in run("explain", "dmvv").err


def test_everything_in_the_shipped_library_can_be_explained(run: Run) -> None:
    from compliance.analysis.explain import explain

    library = load_library()
    pages = {subject: explain(library, subject) for subject in subjects(library)}
    assert len(pages) > 200
    assert [subject for subject, page in pages.items() if page is None or not page.title] == []


def test_a_rule_that_a_bill_would_add_to_other_law_is_explained_as_no_law_yet(run: Run) -> None:
    ran = run("explain", "exec845b-immigration-authorities")
    assert ran.code == 0
    assert "Cite: Exec Law 845-b, subdivision on immigration authorities\n" in ran.out
    assert "In force: no; it is not law, but stands in a bill" in ran.out


def test_explain_lists_the_instruments(run: Run, town: Path) -> None:
    assert run("explain").out == "test/order/1\n    A test order\n"


def test_explain_names_the_nearest(run: Run, town: Path) -> None:
    ran = run("explain", "bann")
    assert ran.code == 2
    assert "did you mean 'ban'" in ran.err


def test_explain_a_finding_says_what_would_flip_it(run: Run, town: Path) -> None:
    ran = run("explain", "ban", "--practice", "violated.yaml")
    assert ran.code == 0
    lines = [line.strip() for line in ran.out.splitlines()]
    start = lines.index("The strict side: any one of these would change the finding")
    assert [line for line in lines[start + 1 :] if line][:4] == [
        "Excused if:",
        "Was there a warrant?",
        "as it stands: no",
        "it would take: yes",
    ]
    assert lines[-1] == "A research and drafting aid, not legal advice."
    assert max(len(line) for line in ran.out.splitlines()) <= 100


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nothing", "--practice", "violated.yaml"], "no rule is called 'nothing'"),
        (["ban", "--practice", "violated.yaml", "--on", "2001-01-01"], "the practice has no day 2001-01-01"),
        (["ban", "--practice", "pyproject.toml"], "pyproject.toml"),
    ],
)
def test_explain_a_finding_that_is_not_there(run: Run, town: Path, arguments: list[str], says: str) -> None:
    ran = run("explain", *arguments)
    assert ran.code == 2
    assert says in ran.err


def test_an_interview_ends_in_a_practice_file_and_its_finding(run: Run, town: Path) -> None:
    # when; what was done (shared); what for (both); was there a warrant (no)
    ran = run("ask", "--output", "mine.yaml", stdin="yesterday\n2019-05-08\n1\n9\n3\nno\n")
    assert ran.code == 0, ran.err
    assert "'yesterday' is not a date" in ran.out
    assert "'9' is not one of the answers" in ran.out
    assert "It matters to Order 1, A." in ran.out
    assert "Nothing else matters to any rule." in ran.out
    assert run("check", "mine.yaml").code == run("check", "contested.yaml").code == 3


def test_an_interview_accepts_that_nobody_knows(run: Run, town: Path) -> None:
    run("ask", "--output", "mine.yaml", stdin="2019-05-08\n1\n?\n?\n")
    ran = run("check", "mine.yaml", "--format", "json")
    findings = json.loads(ran.out)["practices"][0]["timeline"][0]["findings"]
    assert [finding["status"] for finding in findings] == ["undetermined"]


def test_an_interview_that_stops_keeps_what_was_answered(run: Run, town: Path) -> None:
    run("ask", "--output", "mine.yaml", stdin="2019-05-08\n1\nstop\n")
    assert "- share" in (town / "mine.yaml").read_text()
    ran = run("ask", "--from", "mine.yaml", "--output", "mine.yaml", stdin="2\n")
    assert "Nothing else matters" in ran.out
    assert run("check", "mine.yaml").code == 0


def test_an_interview_without_a_date_saves_nothing(run: Run, town: Path) -> None:
    assert run("ask", "--output", "mine.yaml", stdin="").code == 2
    assert not (town / "mine.yaml").exists()


def test_lint_finds_what_is_odd(run: Run, town: Path) -> None:
    rules = town / "law/rules/test/order/1.yaml"
    text = rules.read_text()
    text = text.replace("rules:\n", "  idle: {provision: A, ask: Idle?, means: {told: true}}\nrules:\n", 1)
    text = text.replace(
        "    provision: A\n    title", "    provision: A\n    words: share for fun\n    title"
    )
    text += "      - {exception: never, provision: D, when: {all: [{purpose: crime}, {warrant: true}]}}\n"
    rules.write_text(text)
    ran = run("lint")
    assert ran.code == 1
    for code in (
        "dead-term",
        "unused-fact",
        "misquotation",
        "unreachable-exception",
        "provision-without-rule",
    ):
        assert f"[{code}]" in ran.out


def test_lint_shows_what_is_not_encoded_when_asked(run: Run, town: Path) -> None:
    assert "the text was not seen" not in run("lint").out
    assert "the text was not seen" in run("lint", "--notes").out


def test_the_shipped_library_has_nothing_odd(run: Run) -> None:
    ran = run("lint")
    assert (ran.code, ran.out.splitlines()[-1].split(",")[0]) == (0, "0 warnings")


def test_shipped_files_are_in_their_canonical_form(run: Run) -> None:
    ran = run("fmt", "--check", "policies", "rules", "features")
    assert (ran.code, ran.out) == (0, "")


def test_fmt_changes_the_form_and_nothing_else(run: Run, town: Path) -> None:
    (town / "violated.yaml").write_text(
        "practice:   violated\n# a comment\ntitle: violated   \non: 2019-05-08\n\n\n\n"
    )
    assert run("fmt", "--check", "violated.yaml").code == 1
    assert run("fmt", "violated.yaml").code == 0
    assert run("fmt", "--check", "violated.yaml").code == 0
    assert "# a comment" in (town / "violated.yaml").read_text()


def test_fmt_leaves_a_broken_file_alone(run: Run, town: Path) -> None:
    (town / "broken.yaml").write_text("a: [\n")
    ran = run("fmt", "broken.yaml")
    assert ran.code == 2
    assert "yaml-syntax" in ran.err
    assert (town / "broken.yaml").read_text() == "a: [\n"


def test_new_drafts_load_together(run: Run, tmp_path: Path) -> None:
    for kind, name in [
        ("instrument", "us-xx/statute/title"),
        ("rules", "us-xx/statute/title"),
        ("practice", "my-practice"),
        ("vocabulary", "us-xx"),
        ("feature", "us-xx/statute/title"),
    ]:
        assert run("new", kind, name, "--in", tmp_path).code == 0
    ran = run("check", tmp_path / "features/practices/my-practice.yaml", "--library", tmp_path)
    assert ran.code in (0, 1, 3), ran.err
    assert run("new", "practice", "my-practice", "--in", tmp_path).code == 2


def test_a_drafted_log_is_read(run: Run, tmp_path: Path) -> None:
    assert run("new", "log", "police-log", "--in", tmp_path).code == 0
    (tmp_path / "features/logs/police-log.csv").write_text("NAME OF THE COLUMN\n")
    log = read_log(tmp_path / "features/logs/police-log.log.yaml", load_library())
    assert [*log.tables] == ["queries"]


def test_a_drafted_bill_can_be_taken_to_be_law(run: Run, tmp_path: Path) -> None:
    for kind, name in [("bill", "us-xx/bill/1"), ("amendments", "us-xx/bill/1"), ("practice", "notice")]:
        assert run("new", kind, name, "--in", tmp_path).code == 0
    practice = tmp_path / "features/practices/notice.yaml"
    text = practice.read_text().replace("{is: other-purpose, standing: alleged, source: report}", "civil")
    practice.write_text(
        text.replace("on: 2026-01-01", "on: 2027-01-01").replace("civil", "civil-immigration-enforcement")
    )
    checked = ["check", practice, "--library", tmp_path]
    assert "NUMBER OF THE BILL" not in run(*checked).out
    ran = run(*checked, "--bill", "us-xx/bill/1", "--format", "json")
    (report,) = json.loads(ran.out)["practices"]
    (period,) = report["timeline"]
    assert {"rule": "1-1", "status": "violated"}.items() <= {
        (key, one[key]) for one in period["findings"] if one["rule"] == "1-1" for key in ("rule", "status")
    }
    assert json.loads(ran.out)["receipt"]["bills"] == {"us-xx/bill/1": "2027-01-01"}
    later = run(*checked, "--bill", "us-xx/bill/1", "--signed", "2028-01-01")
    assert "NUMBER OF THE BILL is taken to be law, signed on 1 January 2028" in " ".join(later.out.split())


ADDED = """
- amendment: narrower
  clause: "1"
  amend: test/order/1#A
  text: [{strike: a civil, insert: any}]
  changes: [{rule: ban, forbids: {act: share}, drops-exceptions: [warrant]}]
- amendment: new-part
  clause: "2"
  add: test/order/1#F
  provision: {effect: prohibits, gist: Hold nobody.}
  rules:
    - rule: hold-ban
      provision: F
      title: Nobody is held
      binds: {actor: anyone}
      applies: {act: hold}
      forbids: {act: hold}
"""


@pytest.fixture
def proposed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A law and a bill that amends it."""
    write_law(tmp_path, BILL_RULES)
    write_bill(tmp_path, ADDED, rules=OWN)
    (tmp_path / "pyproject.toml").write_text('[tool.compliance]\nlibrary = ["."]\nshipped = false\n')
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("subject", ["share-ban", "hold-ban", "test/bill/1#2"])
@pytest.mark.usefixtures("proposed")
def test_what_stands_in_a_bill_is_not_explained_as_if_it_were_law(run: Run, subject: str) -> None:
    """Whether it is the bill's own, or would be put into law that is in force."""
    out = " ".join(run("explain", subject).out.split())
    assert "In force: no; it is not law, but stands in a bill:" in out
    assert "In force: from" not in out


@pytest.mark.usefixtures("proposed")
def test_a_rule_that_a_bill_would_add_is_told_apart_from_those_of_the_law(run: Run) -> None:
    out = run("explain", "test/order/1").out
    assert "\nRule: ban: " in out and "\nRule: hold-ban" not in out
    assert ": hold-ban: Nobody is held" in out and "Rule that a bill would add, " in out
    assert "In force: from 1 January 2018\n" in run("explain", "ban").out


@pytest.mark.usefixtures("proposed")
def test_a_finding_under_a_bill_is_asked_of_the_check(run: Run) -> None:
    ran = run("explain", "hold-ban", "--practice", "p.yaml")
    assert ran.code == 2
    said = " ".join(ran.err.split())
    assert "'hold-ban' stands in a bill and is no law" in said
    assert "compliance check p.yaml --bill test/bill/1 --explain" in said


@pytest.mark.usefixtures("proposed")
def test_a_clause_is_explained_with_what_it_would_do_to_other_law(run: Run) -> None:
    out = run("explain", "test/bill/1#1").out
    assert "Amendment: narrower amends test/order/1#A\n" in out
    assert "  Text: strikes “a civil”, inserts “any”\n" in out
    assert "  Changes: the rule ban: forbids, drops exceptions (warrant)\n" in out
    assert "hold-ban: Nobody is held" in run("explain", "test/bill/1#2").out


def test_a_bill_that_nobody_knows_is_refused(run: Run, town: Path) -> None:
    ran = run("check", "violated.yaml", "--bill", "us-ny/bill/no-such")
    assert ran.code == 2
    assert "no bill is called 'us-ny/bill/no-such'" in " ".join(ran.err.split())
    assert run("check", "violated.yaml", "--signed", "2028-01-01").code == 2


@pytest.mark.usefixtures("proposed")
def test_a_check_takes_bills_joined_by_commas(run: Run) -> None:
    write_bill(Path(), name="test/bill/2", rules=OWN.replace("share-ban", "other-ban"))
    Path("p.yaml").write_text("practice: p\ntitle: P\non: 2031-01-01\nfacts: {act: [share]}\n")
    found = json.loads(run("check", "p.yaml", "--bill", "test/bill/1,test/bill/2", "--format", "json").out)
    assert list(found["receipt"]["bills"]) == ["test/bill/1", "test/bill/2"]


def test_schema_is_printed_and_written(run: Run, town: Path) -> None:
    assert json.loads(run("schema", "practice").out)["title"] == "compliance: practice"
    assert run("schema").code == 2
    assert run("schema", "--write").code == 0
    assert {path.name for path in (town / "schemas").iterdir()} == set(schema_files())


@pytest.mark.parametrize(
    ("kind", "name"), [("practice", "../evil"), ("practice", "My practice"), ("instrument", "foo")]
)
def test_new_refuses_what_would_not_load(run: Run, tmp_path: Path, kind: str, name: str) -> None:
    ran = run("new", kind, name, "--in", tmp_path)
    assert ran.code == 2
    assert "is not a name" in ran.err
    assert list(tmp_path.rglob("*")) == []


def test_explain_a_finding_needs_its_rule(run: Run, town: Path) -> None:
    assert run("explain", "--practice", "violated.yaml").code == 2
