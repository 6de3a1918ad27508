"""What an audit cannot go on with."""


class AuditError(Exception):
    """Nothing can be said; the message says why, and what to do."""
