"""Audits of query logs."""
