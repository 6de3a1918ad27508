"""Audits of query logs: columns to facts, rules over every row on an engine for any number of rows, counts and rows out."""
