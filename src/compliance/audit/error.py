"""What stops an audit."""


class AuditError(Exception):
    """An audit cannot be done; the message says why, and what to do."""
