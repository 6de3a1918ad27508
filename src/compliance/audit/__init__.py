"""Audits of query logs: columns to facts, the rules over every row on an engine for any number of rows, rows out."""
