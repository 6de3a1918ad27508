"""A row's number on an engine: large ones too, though each part of it fits in 32 bits."""

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
from tests.audit.conftest import loaded

from compliance.audit.engines import Engine, records
from compliance.audit.measures import unsure
from compliance.audit.profile import Digit, Profiles
from compliance.model.case import Known


def test_a_number_whose_parts_add_up_to_more_than_32_bits(engine: Engine, tmp_path: Path) -> None:
    import ibis

    def digit(values: int) -> Digit:
        def worth(joined: Any, names: Any, factor: int) -> Any:
            greatest, none = (ibis.literal(one, type="int64") for one in (values * factor, 0))
            return ibis.cases((joined.a == "x", greatest), else_=none)

        return Digit("d", ({"f": Known(True)},) * values, worth)

    digits = (*(digit(2) for _ in range(18)), digit(5))
    profiles = Profiles(digits, {}, (date(2018, 1, 1),), ())
    rows: Any = loaded(engine, pa.table({"a": pa.array(["x", "y"])}), tmp_path)
    found = records(rows.select("a", number=profiles.number(rows, {})))
    assert {row["a"]: row["number"] for row in found} == {"x": 6 * 3**18 - 1, "y": 0}


def test_what_is_unknown_is_told_of_any_truth(engine: Engine, tmp_path: Path) -> None:
    rows: Any = loaded(engine, pa.table({"a": pa.array(["x", "y", None])}), tmp_path)
    truths = {
        "among": rows.a.isin(["x"]),
        "not": ~(rows.a == "x"),
        "both": ~(rows.a == "x") & rows.a.isin(["y"]),
    }
    found = records(rows.select("a", **{name: unsure(truth) for name, truth in truths.items()}))
    assert {row["a"]: [row[name] for name in truths] for row in found} == {
        "x": [False] * 3,
        "y": [False] * 3,
        None: [True] * 3,
    }
