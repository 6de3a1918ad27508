"""Redlines: the words of a provision with what amendments delete and insert."""

from pathlib import Path

import pytest
from tests.bill_text import write_bill
from tests.bills.comparing import BILL, law

from compliance.analysis.enact import enact
from compliance.bills.redline import as_amended, as_it_was, redlines
from compliance.source.library import load_library


def amends(*texts: str, clause: str = "1", name: str = "words", part: str = "words") -> str:
    listed = ", ".join(text.rstrip("}") + f", in: {part}}}" for text in texts)
    return f"""{{amendment: {name}, clause: "{clause}", amend: test/order/1#A, not-encoded: test, text: [{listed}]}}"""


def words(folder: Path, *amendments: str) -> list[tuple[str, str]]:
    (only,) = redlines(enact(law(folder, *amendments), [BILL]))
    return [(one.part, one.text) for one in only.words]


def test_words_in_place_of_others(tmp_path: Path) -> None:
    assert words(tmp_path, amends("{strike: a civil, insert: any}")) == [
        ("kept", "not share for "),
        ("deleted", "a civil"),
        ("inserted", "any"),
        ("kept", " purpose"),
    ]


def test_words_behind_others(tmp_path: Path) -> None:
    told = words(tmp_path, amends("{insert: or another, after: civil}"))
    assert [text.strip() for part, text in told if part == "inserted"] == ["or another"]
    assert not [text for part, text in told if part == "deleted"]


def test_words_struck_at_the_end(tmp_path: Path) -> None:
    told = words(tmp_path, amends("{strike: for a civil purpose}"))
    assert [text.strip() for part, text in told if part == "deleted"] == ["for a civil purpose"]


def test_several_amendments_of_one_text_are_one_redline(tmp_path: Path) -> None:
    library = law(
        tmp_path,
        amends("{strike: not share, insert: never share}"),
        amends("{strike: civil, insert: private}", clause="3", name="more"),
    )
    (only,) = redlines(enact(library, [BILL]))
    assert [clause.provision for clause in only.clauses] == ["1", "3"]
    assert as_it_was(only.words) == "not share for a civil purpose"
    assert as_amended(only.words) == "never share for a private purpose"


def test_words_that_a_later_bill_strikes_again_are_not_shown_as_inserted(tmp_path: Path) -> None:
    law(tmp_path, amends("{strike: civil, insert: private}"))
    write_bill(
        tmp_path,
        f"[{amends('{strike: a private purpose, insert: gain}', name='later')}]",
        name="test/bill/2",
        bill=f"builds-on: [{BILL}]",
    )
    library = load_library([tmp_path], shipped=False)
    (only,) = redlines(enact(library, [BILL, "test/bill/2"]))
    assert as_it_was(only.words) == "not share for a civil purpose"
    assert as_amended(only.words) == "not share for gain"
    assert "private" not in "".join(one.text for one in only.words)


@pytest.mark.parametrize(
    "strike", ["not", "not share", "civil purpose", "purpose", "not share for a civil purpose"]
)
@pytest.mark.parametrize("insert", [None, "something else"])
def test_without_its_marks_it_is_the_text_before_and_after(
    tmp_path: Path, strike: str, insert: str | None
) -> None:
    text = f"{{strike: {strike}}}" if insert is None else f"{{strike: {strike}, insert: {insert}}}"
    library = law(tmp_path, amends(text))
    enacted = enact(library, [BILL])
    (only,) = redlines(enacted)
    assert (as_it_was(only.words),) == library.provision("test/order/1", "A").words
    assert (as_amended(only.words),) == enacted.library.provision("test/order/1", "A").words


def test_what_it_says_in_our_words_has_a_redline_of_its_own(tmp_path: Path) -> None:
    library = law(
        tmp_path,
        amends("{strike: civil, insert: private}"),
        amends("{strike: civil, insert: private}", clause="3", name="gist", part="gist"),
    )
    assert [one.part for one in redlines(enact(library, [BILL]))] == ["words", "gist"]
