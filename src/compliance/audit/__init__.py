"""Audits of query logs: the rules over every row of a log, on an engine for any number of rows."""
