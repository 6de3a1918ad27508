"""Made-up logs: the same on every machine, and what they say of themselves is true of their rows."""

import json
from collections import Counter
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pyarrow.parquet as pq
import pytest
import yaml

from compliance.audit.synthesize import GROUP, synthesize
from compliance.model.log import LogFormat

SHIPPED = Path(__file__).parents[2] / "features" / "logs" / "federal-offices"
FORMAT = "federal-offices.log.yaml"
SHIPPED_SEED = 7
FAR = datetime(9999, 1, 1)
NEW_YORK = ZoneInfo("America/New_York")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made-up")
    synthesize(folder, 6_000, seed=3)
    return folder


def rows_of(folder: Path, table: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pq.read_table(folder / f"{table}.parquet").to_pylist()
    return found


def expected_of(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return found


def test_the_log_that_ships_is_what_its_seed_makes(tmp_path: Path) -> None:
    synthesize(tmp_path, 200, SHIPPED_SEED, "csv")
    made_up = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    shipped = {name: (SHIPPED / name).read_bytes() for name in made_up}
    for_editors, _, shipped[FORMAT] = shipped[FORMAT].partition(b"\n")
    assert for_editors.startswith(b"# yaml-language-server:")
    assert shipped == made_up


def test_the_log_that_ships_has_something_of_every_kind() -> None:
    expected = expected_of(SHIPPED)
    counted = {**expected["kinds"], **expected["disseminations"]}
    assert [kind for kind, number in counted.items() if not number] == []
    assert sum(one["audited"] for one in expected["agencies"].values()) == 5
    assert max(int(number) for number in expected["after-hours-searches"]) > 10


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_its_format_is_a_log_format(tmp_path: Path, kind: Any) -> None:
    path = synthesize(tmp_path, 100, 1, kind)
    found = LogFormat.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    assert "made-up" in found.title.lower()
    assert {len(found.tables), len(found.agencies)} == {7, 10}


def test_another_seed_makes_another_log(tmp_path: Path, made: Path) -> None:
    synthesize(tmp_path, 6_000, seed=4)
    assert rows_of(tmp_path, "queries") != rows_of(made, "queries")


def test_fewer_than_a_hundred_queries_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="100 queries or more"):
        synthesize(tmp_path, 99)
    assert list(tmp_path.glob("*")) == []


def test_queries_are_in_order_of_time_and_in_groups_of_rows(tmp_path: Path) -> None:
    told: list[int] = []
    synthesize(tmp_path, GROUP + 1_000, tell=told.append)
    file = pq.ParquetFile(tmp_path / "queries.parquet")
    groups = [file.metadata.row_group(at).num_rows for at in range(file.metadata.num_row_groups)]
    times = file.read(["time"]).column("time").to_pylist()
    assert groups == [GROUP, 1_000]
    assert times == sorted(times)
    assert told[-1] == GROUP + 1_000


def test_profiles_and_kinds_are_those_of_the_rows(made: Path) -> None:
    """Worked out again from the rows alone, in the plainest way."""
    expected = expected_of(made)
    profiles: Counter[tuple[Any, ...]] = Counter()
    for *profile, number in expected["profiles"]["rows"]:
        profiles[tuple(profile)] += number
    assert found_in(made) == profiles
    assert sum(profiles.values()) == expected["queries"] == 6_000
    kinds = expected["kinds"]
    assert kinds["uncertified"] == sum(number for one, number in profiles.items() if one[3] is False)
    late = kinds["never-reviewed"] + kinds["reviewed-late"] + kinds["reviewed-alone"]
    assert late == sum(number for one, number in profiles.items() if one[5] is False)
    for kind, by_agency in expected["by-agency"].items():
        assert sum(by_agency.values()) == kinds[kind]


def test_disseminations_name_queries_or_do_not(made: Path) -> None:
    ids = {row["id"] for row in rows_of(made, "queries")}
    passed_on = rows_of(made, "disseminations")
    expected = expected_of(made)["disseminations"]
    assert expected["all"] == len(passed_on)
    assert expected["no-query"] == sum(row["query"] is None for row in passed_on)
    assert expected["query-in-log"] == sum(row["query"] in ids for row in passed_on)
    assert expected["no-recipient"] == sum(row["recipient"] is None for row in passed_on)


def found_in(folder: Path) -> Counter[tuple[Any, ...]]:
    """The profiles of all queries."""
    purposes = {
        "C": "crime",
        "R": "entry-or-reentry",
        "A": "civil-immigration",
        "O": "other-official",
        "P": "private-purpose",
    }
    spans: dict[tuple[str, str], list[tuple[datetime, datetime]]] = {}
    for table, key in (("certifications", "user"), ("cases", "number")):
        for row in rows_of(folder, table):
            spans.setdefault((table, row[key]), []).append((row["from"], row["to"] or FAR))
    reviews: dict[str, list[dict[str, Any]]] = {}
    for row in rows_of(folder, "reviews"):
        reviews.setdefault(row["query"], []).append(row)
    end = datetime.combine(datetime(2019, 1, 1), time(), NEW_YORK).astimezone(UTC).replace(tzinfo=None)
    searches: dict[tuple[str, str], list[datetime]] = {}
    evenings: dict[str, list[datetime]] = {}
    found: Counter[tuple[Any, ...]] = Counter()

    def inside(table: str, key: str, moment: datetime) -> bool:
        return any(since <= moment <= until for since, until in spans.get((table, key), ()))

    for row in rows_of(folder, "queries"):
        moment, user, subject = row["time"], row["user"], row["subject"]
        case = (
            "none" if row["case"] is None else "open" if inside("cases", row["case"], moment) else "not-open"
        )
        mine = reviews.get(row["id"], [])
        outcomes = {review["outcome"] for review in mine}
        log_review = "validated" if "OK" in outcomes else "questioned" if outcomes else "not-reviewed"
        due = moment + timedelta(days=30)
        another = any(one["reviewer"] != user and moment <= one["time"] <= due for one in mine)
        number = None
        if subject is not None:
            before = searches.setdefault((user, subject), [])
            before.append(moment)
            number = sum(one >= moment - timedelta(hours=24) for one in before)
        local = moment.replace(tzinfo=UTC).astimezone(NEW_YORK).time()
        evening = 0
        if not time(6) <= local < time(21):
            evenings.setdefault(user, []).append(moment)
            evening = sum(one >= moment - timedelta(hours=1) for one in evenings[user])
        profile = (
            purposes.get(row["purpose"]),
            case,
            row["reason"] is not None,
            inside("certifications", user, moment),
            log_review,
            True if another else False if due < end else None,
            number,
            evening,
        )
        found[profile] += 1
    return found
