"""Measures in vocabularies: read, linked, and declared once; tests/broken/vocabulary has those that are not sound."""

from pathlib import Path

from tests.source.support import base, loaded, write

from compliance.source.library import load_library, read_library

MEASURES = """\
vocabulary: more
facts:
  more.a: {type: yes-no, ask: Was it so?}
  more.b: {type: number, ask: How many?}
measures:
  consent: {of: queries, exists: certifications, same: {user: user}, valid-at: time}
  purpose:
    of: queries
    choose:
      - {value: crime, when: {all: [{given: case}, {exists: cases, same: {number: case}, valid-at: time}]}}
      - {value: profit, when: {any: [{given: reason}, {not: {given: user}}]}}
    otherwise: crime
  act: {of: disseminations, members: {sale: {given: recipient}}}
  days: {of: queries, count: queries, same: [user], within: 1 hours, outside: {from: "06:00", to: "21:00"}}
  more.a: {of: queries, exists: reviews, same: {query: id}, differs: {reviewer: user}, within: 30 days}
  more.b: {of: agreements, longest-gap: audits, same: {agency: agency}}
  keeper.armed: {of: queries, exists: reviews, same: {query: id}, has: {outcome: ["a  b "]}}
"""


def test_measures_of_every_kind(tmp_path: Path) -> None:
    library = loaded(tmp_path, {"rules/more.yaml": MEASURES})
    assert {name: one.kind for name, one in library.measures.items()} == {
        "consent": "exists",
        "purpose": "choose",
        "act": "members",
        "days": "count",
        "more.a": "exists",
        "more.b": "longest-gap",
        "keeper.armed": "exists",
    }
    assert library.measures["keeper.armed"].has == {"outcome": ("a  b ",)}
    days = library.measures["days"]
    assert days.within is not None and days.within.total_seconds() == 3600
    assert days.outside is not None and (days.outside.from_, days.outside.to) == (360, 1260)


def test_a_later_folder_replaces_measures_with_their_file(tmp_path: Path) -> None:
    first = base(tmp_path / "first", {"rules/more.yaml": MEASURES})
    other = "vocabulary: more\nmeasures:\n  consent: {of: queries, given: reason}\n"
    later = write(tmp_path / "later", {"rules/words.yaml": other})
    library = load_library([first, later], shipped=False)
    assert {name: one.kind for name, one in library.measures.items()} == {"consent": "given"}


def test_a_fact_is_measured_once(tmp_path: Path) -> None:
    twice = "vocabulary: twice\nmeasures:\n  consent: {of: queries, given: reason}\n"
    folder = base(tmp_path, {"rules/more.yaml": MEASURES, "rules/twice.yaml": twice})
    _, problems = read_library([folder], shipped=False)
    assert [(one.code, one.span.file.rpartition("/")[2]) for one in problems] == [
        ("defined-twice", "twice.yaml")
    ]
