<<<<<<< HEAD
<<<<<<< HEAD
"""Audits of query logs."""
=======
"""Audits of query logs: the rules over every row of a log, on an engine for any number of rows."""
>>>>>>> audit-engines
=======
"""Audits of query logs: columns to facts, rules to expressions, counts and rows out."""
>>>>>>> audit-read
