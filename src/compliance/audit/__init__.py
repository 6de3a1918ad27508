"""Audits of query logs: what a log shows of each search, and what the rules say of it; it takes the extra `audit`."""
