"""The diagnostic codes about logs: rows as practices, formats of logs for audits, and measures."""

from collections.abc import Mapping

LOG_CODES: Mapping[str, tuple[str, str]] = {
    # --- a log as practices ----------------------------------------------------------------------------
    "csv-syntax": (
        "A quotation mark in a log is not closed, or something stands behind the closing one.",
        "Put a text with commas in quotation marks, and write a quotation mark inside of it twice.",
    ),
    "csv-column": (
        "The column of a log is about nothing that the library knows, or does not go with the others.",
        "A column is one of practice, title, on, from, to, a role, ROLE:ATTRIBUTE, a fact, or 'FACT standing'.",
    ),
    "csv-rows": (
        "A log has no row, or a row that has more or fewer cells than the header.",
        "Write a cell for each column; leave those empty that are not known.",
    ),
    # --- the format of a log ---------------------------------------------------------------------------
    "log-units": (
        "A log has no table whose rows are audited.",
        "Add 'queries', 'disseminations' or 'agreements'.",
    ),
    "log-source": (
        "A table of a log is read from files or from a table of a database, and only files have a kind.",
        "Write 'files:' or 'table:', one of the two.",
    ),
    "log-files": (
        "A path or pattern matches no file, or the files of a table are not of one kind that is known.",
        "Paths are read from the folder of the format on. Name the 'kind:' where suffixes do not say it.",
    ),
    "log-cells": (
        "What is said about the cells does not fit the column or the files, or is not known.",
        "'format:' and 'time-zone:' go with times, 'codes:' with text, 'delimiter:' with CSV.",
    ),
    "log-fact": (
        "Facts are said of rows that are not audited.",
        "Facts stand at queries, disseminations and agreements.",
    ),
    "audit-column": (
        "A table of an audit has no such column, or a text stands where a time is wanted.",
        "Take one of its columns; the message has the nearest ones.",
    ),
    "missing-column": (
        "A column is not mapped, and nothing can be said of a row without it.",
        "Say under 'columns:' where it is found.",
    ),
    "missing-codes": (
        "A measure tells rows apart by the values of a column, and the format has no codes for them.",
        "Add 'codes:' to the column, with the measure's values.",
    ),
    "time-zone": ("No time zone has this name.", "Write it like America/New_York, or UTC."),
    "time-format": (
        "Times cannot be read so, or only with a doubt about the day or the hour.",
        "Write year, month and day, and hours of 24 (%H) or with morning and afternoon (%I %p).",
    ),
    # --- measures --------------------------------------------------------------------------------------
    "measure": (
        "A measure is of exactly one kind, and has the keys that go with it.",
        "Take out what does not belong, or add what is missing; 'of:' stands on the outermost one.",
    ),
    "wrong-measure": (
        "The measure does not fit the type of the fact, or is part of a measure and not yes-no.",
        "Yes-no: given, exists, all, any, not. Number: count, longest-gap. Choice: choose. Set: members.",
    ),
    "time-span": ("This is no span of time.", "Write it as 24 hours or 30 days."),
    "clock": ("This is no time of day.", 'Write it in quotes, such as "07:00".'),
}
"""Each with what it means, and what to do."""
