"""`compliance convert`, and `check` and `ask` with practices in other forms."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

YAML = """\
practice: contested
title: contested
on: 2019-05-08
facts:
  act:
    - share
  purpose: both
  warrant: false
"""
GHERKIN = """\
Feature: contested

  Scenario: contested
    Given a practice called "contested"
    And it happened on 2019-05-08
    And these facts:
      | fact    | value   |
      | act     | [share] |
      | purpose | both    |
      | warrant | false   |
    When it is checked
    Then the practice is contested
    And "ban" is contested
    And the position "strict" finds it violated
    And the position "lenient" finds it satisfied
"""
ANSWERS = """\
interview: contested
title: contested
answers:
  - question: When did it happen?
    about: when
    answer: 2019-05-08
  - question: What was done?
    about: fact:act
    answer:
      - share
  - question: What for?
    about: fact:purpose
    answer: both
  - question: Was there a warrant?
    about: fact:warrant
    answer: false
"""
CSV = """\
practice,title,on,act,purpose,warrant
contested,contested,2019-05-08,share,both,false
"""
FORMS = {"yaml": YAML, "gherkin": GHERKIN, "answers": ANSWERS, "csv": CSV}
FILES = {"yaml": "c.yaml", "gherkin": "c.feature", "answers": "a.yaml", "csv": "c.csv"}


@pytest.mark.parametrize("to", FORMS)
@pytest.mark.parametrize("form", FORMS)
def test_every_form_from_every_form(run: Run, town: Path, form: str, to: str) -> None:
    (town / FILES[form]).write_text(FORMS[form])
    ran = run("convert", FILES[form], "--to", to)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == FORMS[to]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_can_be_checked(run: Run, town: Path, form: str) -> None:
    (town / FILES[form]).write_text(FORMS[form])
    ran = run("check", FILES[form], "--format", "json")
    assert ran.code == 3
    (practice,) = json.loads(ran.out)["practices"]
    assert (practice["id"], practice["status"], practice["file"]) == ("contested", "contested", FILES[form])


def test_several_practices_to_one_log_and_back_to_files(run: Run, town: Path) -> None:
    assert run("convert", "violated.yaml", "contested.yaml", "--to", "csv", "-o", "log.csv").code == 0
    assert (town / "log.csv").read_text().splitlines()[1].startswith("violated,violated,2019-05-08")
    assert run("check", "log.csv").code == 1
    ran = run("convert", "log.csv", "--to", "yaml")
    assert ran.code == 2
    assert "2 practices, and a file of this form holds one; name a folder with --output" in ran.err
    ran = run("convert", "log.csv", "--to", "yaml", "-o", "files")
    assert "2 files in files" in ran.err
    assert (town / "files/contested.yaml").read_text() == YAML
    assert run("convert", "log.csv", "--to", "answers", "-o", "files").code == 0
    assert (town / "files/contested.answers.yaml").read_text() == ANSWERS


def test_answers_as_json(run: Run, town: Path) -> None:
    assert run("convert", "contested.yaml", "--to", "answers", "-o", "a.json").code == 0
    written = json.loads((town / "a.json").read_text())
    assert written["answers"][1] == {"question": "What was done?", "about": "fact:act", "answer": ["share"]}
    assert run("convert", "a.json", "--to", "yaml").out == YAML


def test_what_a_form_has_no_place_for_is_told(run: Run, town: Path) -> None:
    text = (
        YAML.replace("warrant: false", "warrant: {is: false, note: Nobody saw one.}") + "notes: [Made up.]\n"
    )
    (town / "c.yaml").write_text(text)
    ran = run("convert", "c.yaml", "--to", "csv")
    assert (ran.code, ran.out) == (0, CSV)
    assert ran.err.splitlines() == [
        "not carried over to csv: contested: notes",
        "not carried over to csv: contested: the note of 'warrant'",
    ]


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("c.csv", CSV.replace("both", "bth"), ["c.csv:2:38", "did you mean 'both'?"]),
        ("a.yaml", ANSWERS.replace("both", "bth"), ["a.yaml:13:13", "did you mean 'both'?"]),
        ("c.feature", GHERKIN.replace("| both ", "| bth  "), ["c.feature:9:19", "did you mean 'both'?"]),
        ("c.yaml", YAML.replace("both", "bth"), ["c.yaml:7:12", "did you mean 'both'?"]),
        ("c.txt", "nothing", ["c.txt:1:1"]),
    ],
)
@pytest.mark.parametrize("command", [("check",), ("convert", "--to", "yaml")])
def test_bad_input_is_placed_in_its_file(
    run: Run, town: Path, name: str, text: str, says: list[str], command: tuple[str, ...]
) -> None:
    (town / name).write_text(text)
    ran = run(command[0], name, *command[1:])
    assert ran.code == 2
    for words in says:
        assert words in ran.err


def test_convert_needs_something_to_convert(run: Run, town: Path) -> None:
    assert run("convert", "gone.yaml", "--to", "csv").code == 2
    assert run("convert", "contested.yaml").code == 2
    assert run("convert", "contested.yaml", "contested.yaml", "violated.yaml", "--to", "gherkin").code == 0


def test_a_converted_feature_says_what_is_found_under_the_law_at_hand(run: Run, town: Path) -> None:
    ran = run("convert", "contested.yaml", "--to", "gherkin", "--positions", "strict")
    assert '"ban" is violated' in ran.out
    assert "the position" not in ran.out


# --- interviews -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a.yaml", "a.json"])
def test_an_interview_is_saved_and_goes_on(run: Run, town: Path, name: str) -> None:
    ran = run("ask", "--output", "mine.yaml", "--answers", name, stdin="2019-05-08\n1\n?\nstop\n")
    assert f"The answers are in {name}" in ran.out
    record = json.loads(
        run("convert", name, "--to", "answers", "-o", "x.json").out or (town / "x.json").read_text()
    )
    assert [(one["about"], one["answer"]) for one in record["answers"]] == [
        ("when", "2019-05-08"),
        ("fact:act", ["share"]),
        ("fact:purpose", "unknown"),
    ]
    again = run("ask", "--output", "mine.yaml", "--answers", name, stdin="no\n")
    assert "What was done?" not in again.out.partition("Saved as")[0]
    assert "What for?" not in again.out.partition("Saved as")[0]
    assert "Was there a warrant?" in again.out
    assert run("check", name).code == run("check", "mine.yaml").code == 3
    assert run("convert", name, "--to", "yaml").out == (town / "mine.yaml").read_text()


def test_an_interview_without_a_date_can_be_saved_and_goes_on(run: Run, town: Path) -> None:
    ran = run("ask", "--output", "mine.yaml", "--answers", "a.yaml", stdin="stop\n")
    assert ran.code == 2
    assert "No practice was saved: it needs a date" in ran.err
    assert (town / "a.yaml").exists()
    assert run("ask", "--output", "mine.yaml", "--answers", "a.yaml", stdin="2019-05-08\nstop\n").code == 0


def test_an_interview_goes_on_from_a_practice(run: Run, town: Path) -> None:
    run("ask", "--from", "undetermined.yaml", "--output", "mine.yaml", "--answers", "a.yaml", stdin="no\n")
    assert run("check", "mine.yaml").code == 1
    assert "about: fact:purpose" in (town / "a.yaml").read_text()


def test_a_broken_interview_is_not_gone_on_with(run: Run, town: Path) -> None:
    (town / "a.yaml").write_text(ANSWERS.replace("about: fact:act", "about: act"))
    ran = run("ask", "--output", "mine.yaml", "--answers", "a.yaml")
    assert ran.code == 2
    assert "a.yaml:8:12" in ran.err
    assert (town / "a.yaml").read_text().count("question") == 4


# --- the steps ------------------------------------------------------------------------------------------


def test_the_steps_are_listed(run: Run) -> None:
    ran = run("explain", "steps")
    assert ran.code == 0
    assert "The practice as a whole: 4 steps" in ran.out
    assert "Step: Then the practice is {status}\n" in ran.out
    assert "Table: fact | value | [standing] | [source] | [note]" in ran.out
    assert run("explain", "stepps").err.count("did you mean 'steps'") == 1


def test_the_codes_of_feature_files_are_explained(run: Run) -> None:
    assert "passes whatever is found" in run("explain", "no-then").out
