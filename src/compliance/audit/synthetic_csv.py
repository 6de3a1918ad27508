"""A made-up log as CSV, as an agency might hand it over: odd columns, US dates and local times, and unreadable rows."""

import csv
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from compliance.audit.synthetic_format import DAY_FORMAT, HEADS, TIME_FORMAT
from compliance.audit.synthetic_plan import ZONE, Plan

REJECTED = {
    "queries": {"no such day": 1, "no such time, as clocks went forward": 1, "no id": 1, "id on two rows": 2},
    "reviews": {"no time": 1},
}
"""Rows on top of those that are counted, which nothing can be said about."""


class Tables:
    """One CSV file for each table."""

    def __init__(self, folder: Path, plan: Plan) -> None:
        self._folder = folder
        self._plan = plan
        self._open: dict[str, tuple[Any, Any]] = {}

    def __enter__(self) -> "Tables":
        return self

    def __exit__(self, *error: object) -> None:
        if not any(error):
            self._unreadable()
        for file, _ in self._open.values():
            file.close()

    def write(self, name: str, rows: Any) -> None:
        """Some more rows of a table."""
        if name not in self._open:
            file = (self._folder / f"{name}.csv").open("w", encoding="utf-8", newline="")
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(HEADS[name].values())
            self._open[name] = file, writer
        columns = [[_cell(name, one, value) for value in rows[one].to_pylist()] for one in HEADS[name]]
        self._open[name][1].writerows(zip(*columns, strict=True))

    def _unreadable(self) -> None:
        year = self._plan.last.year
        change = _forward(year).strftime(DAY_FORMAT)
        rest = ("U00001", "NYICENYC0", "11", "00000001A", "C0001234", "Warrant check", "C")
        number = self._plan.queries
        ids = [f"Q{number + more:09}" for more in range(1, 5)]
        times = [f"02/30/{year} 10:15:00", f"{change} 02:30:00", f"12/20/{year} 09:00:00"]
        rows = [
            (ids[0], times[0]),
            (ids[1], times[1]),
            ("", times[2]),
            (ids[3], times[2]),
            (ids[3], times[2]),
        ]
        self._open["queries"][1].writerows([*row, *rest] for row in rows)
        self._open["reviews"][1].writerow([ids[3], "", "U90000", "OK"])


def _cell(name: str, column: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        local = value.replace(tzinfo=UTC).astimezone(ZoneInfo(ZONE))
        day = column != "time" or name == "audits"
        return local.strftime(DAY_FORMAT if day else TIME_FORMAT)
    return str(value)


def _forward(year: int) -> datetime:
    """The second Sunday in March."""
    first = datetime(year, 3, 1)
    return first + timedelta(days=(6 - first.weekday()) % 7 + 7)
