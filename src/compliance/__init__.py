"""Check described practices and query logs against encoded law."""

__version__ = "0.1.0"
