"""Audits of query logs: columns to facts, rules to expressions, counts and rows out."""
