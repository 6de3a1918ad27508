"""What stops an audit."""


class AuditError(Exception):
    """An audit that cannot be done, or not be finished; the message says what to do."""
