"""The published schema of SARIF 2.1.0, which the package `schemastore` carries."""

import json
import pickletools
import sqlite3
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator

TITLE = b"Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema"


def published() -> dict[str, Any]:
    """The schema as `schemastore` has it: a body in its cache of web answers, read without unpickling."""
    path = Path(str(distribution("schemastore").locate_file("schemastore/cache.sqlite")))
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    rows = connection.execute("SELECT value FROM responses WHERE instr(value, ?)", (TITLE,)).fetchall()
    connection.close()
    bodies = [arg for row in rows for _, arg, _ in pickletools.genops(row[0]) if isinstance(arg, bytes)]
    schema: dict[str, Any] = json.loads(next(body for body in bodies if TITLE in body))
    return schema


VALIDATOR = Draft7Validator(published())
