"""The command `compliance`."""

from compliance.cli.main import main

__all__ = ["main"]
