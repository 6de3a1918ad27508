"""What an engine fails on, as what to do about it: a full disk, too little memory, a file that is damaged."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from compliance.audit.disk import told
from compliance.audit.error import AuditError
from compliance.audit.work import OPTION
from compliance.model.log import LinkedLog

_NO_MEMORY = ("OutOfMemoryException", "MemoryError")


@contextmanager
def explained(log: LinkedLog, folder: Path) -> Iterator[None]:
    """Raise AuditError for an error inside that has to do with the disk of the work folder, memory or the log's files.

    Other errors pass.
    """
    with told(folder, OPTION):
        try:
            yield
        except AuditError:
            raise
        except Exception as error:
            if type(error).__name__ in _NO_MEMORY and not _is_disk(error):
                raise AuditError(
                    "the memory is not enough for this log: give the audit more with --memory"
                ) from error
            for table in log.tables.values():
                for path in table.files:
                    if table.kind == "parquet" and not _readable(path):
                        raise AuditError(
                            f"{path} is damaged, and its rows cannot be read: write or copy it again"
                        ) from error
            raise


def _is_disk(error: Exception) -> bool:
    return "max_temp_directory_size" in str(error)


def _readable(path: Path) -> bool:
    """Whether all that is in a Parquet file can be read. This reads all of it."""
    import pyarrow
    from pyarrow import parquet

    try:
        with parquet.ParquetFile(path) as file:
            for _ in file.iter_batches():
                pass
    except (pyarrow.ArrowException, OSError, ValueError):
        return False
    return True
