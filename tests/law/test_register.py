"""The register: every row of the legal memorandum is encoded, or listed with the reason why not."""

import re
from functools import cache
from pathlib import Path

from compliance.analysis.lint import carried_rows, rows_of_memoranda
from compliance.model.library import Library
from compliance.model.memorandum import Memorandum
from compliance.source.files import read_file
from compliance.source.library import load_library

ROOT = Path(__file__).parent.parent.parent
FEATURES = ROOT / "features"


@cache
def library() -> Library:
    return load_library()


def register() -> Memorandum:
    return library().memoranda["us-ny"]


def test_every_row_of_law_is_encoded_or_listed_with_the_reason() -> None:
    assert list(rows_of_memoranda(library())) == []


def test_a_row_taken_out_of_the_encoding_is_found(tmp_path: Path) -> None:
    """A provision that is not encoded, a term, and an exception that nobody has seen."""
    for row, name in CARRIERS.items():
        path = Path(name)
        text = (ROOT / path).read_text()
        changed = tmp_path / row / path
        changed.parent.mkdir(parents=True)
        changed.write_text(re.sub(rf"^ *row: {re.escape(row)}\n", "", text, flags=re.MULTILINE))
        assert changed.read_text() != text, f"{name} does not carry {row}"
        found = [problem.message for problem in rows_of_memoranda(load_library([tmp_path / row]))]
        assert [message for message in found if f"nothing stands for the row '{row}'" in message]


CARRIERS = {
    "F.DETREG": "policies/us/regulation/8-cfr-287.yaml",
    "T-8": "rules/us-ny/executive-order/170.yaml",
    "X319a.9": "policies/us-ny/statute/executive-law-319-a.yaml",
}


def test_no_row_is_both_encoded_and_listed_as_not_encoded() -> None:
    listed = {name for name, row in register().rows.items() if row.not_encoded is not None}
    assert not listed & set(carried_rows(library()))


def carried_cases() -> set[str]:
    """Rows that practices, their claims, scenarios' tags and provisions' differences carry."""
    found = set(carried_rows(library()))
    for path in (FEATURES / "practices").glob("*.yaml"):
        file, problems = read_file(path, ("practice",))
        assert file is not None, problems
        found |= set(file.model.row)
        found |= {row for claim in file.model.claims for row in claim.row}
    for path in FEATURES.rglob("*.feature"):
        found |= set(re.findall(r"@([SC]-?\d+[a-z]?)\b", path.read_text()))
    return found


def test_every_case_and_claim_is_carried_or_listed_with_the_reason() -> None:
    open_ = {name for name, row in register().cases.items() if row.not_encoded is None}
    assert open_ - carried_cases() == set()


def test_the_memorandum_has_as_many_rows_as_the_register() -> None:
    """The numbers were counted in the memorandum itself; a row lost from the register shows here."""
    assert (len(register().rows), len(register().cases)) == (ROWS, CASES)


ROWS, CASES = 143, 42
