"""Outputs kept as files: compared byte by byte, and written anew where COMPLIANCE_REWRITE_GOLDEN is set."""

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def check(name: str, text: str) -> None:
    """Compare a text with the file of this name."""
    path = FOLDER / name
    if os.environ.get("COMPLIANCE_REWRITE_GOLDEN"):
        path.write_bytes(text.encode())
    assert text == path.read_bytes().decode(), f"{name} differs; COMPLIANCE_REWRITE_GOLDEN=1 writes it anew"
