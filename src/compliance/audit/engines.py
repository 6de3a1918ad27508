"""The engines that an audit runs on: DuckDB in this process, Spark, and databases by their Ibis URL."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any
from urllib.parse import SplitResult, unquote_plus, urlsplit

from compliance.audit import spark
from compliance.audit.error import AuditError
from compliance.audit.machine import PYTHON, cores, installed

SHARE = 0.6
"""DuckDB's limit holds for its own buffers; results on their way out and what the allocator keeps lie beside it."""
A_THREAD = 125_000_000
"""The least memory that DuckDB wants for each thread."""
LEAST = PYTHON + 2 * A_THREAD
KNOWN = "duckdb, spark, local[4], spark://HOST:PORT or a URL such as postgresql://HOST/DATABASE"


@dataclass(frozen=True, slots=True)
class Engine:
    """A connection for one audit."""

    name: str
    """For reports; never with a user, a password or an option in it."""
    backend: Any
    """The Ibis backend."""
    reads_files: bool
    """Whether it reads Parquet files; else only tables that it has already."""
    work: Path
    """A folder for what it cannot keep in memory."""

    def numbered(self, files: Sequence[Path]) -> tuple[Any, str | None]:
        """The rows of Parquet files with a number for each, as one Ibis table, and the name of its column.

        The number stays the same, however the rows are asked for. No name where the engine has no such numbers, or the
        files have columns that hide them. Raises AuditError as `parquet` does.
        """
        rows = self.parquet(files)
        names = {one.lower() for one in rows.columns}
        if self.backend.name != "duckdb" or names & {"file_index", "file_row_number"}:
            return rows, None
        return _numbered(self.backend, [_escaped(file) for file in files])

    def parquet(self, files: Sequence[Path]) -> Any:
        """The rows of Parquet files, as one Ibis table; a file's name is taken as it is written.

        Raises AuditError where the engine reads no files.
        """
        if not self.reads_files:
            raise AuditError(
                f"{self.name} cannot read files; name a table of its own with 'table:' in the log format, or use"
                " --engine duckdb"
            )
        if self.backend.name == "pyspark":
            return spark.parquet(self.backend, files)
        return self.backend.read_parquet([_escaped(file) for file in files], hive_partitioning=False)

    def batches(self, table: Any, rows: int = 65_536) -> Iterator[Any]:
        """The rows of an Ibis table as pyarrow.RecordBatch, in the types of its schema, and never all in memory.

        (A cluster's come all at once: its machines may not see a folder of this one.)
        """
        if self.backend.name != "pyspark":
            schema = table.schema().to_pyarrow()  # DuckDB gives the sum of integers as a decimal
            yield from (
                batch.cast(schema) for batch in self.backend.to_pyarrow_batches(table, chunk_size=rows)
            )
            return
        folder = Path(mkdtemp(prefix="result-", dir=self.work))
        try:
            yield from spark.batches(self.backend, table, folder / "rows", rows)
        finally:
            rmtree(folder, ignore_errors=True)

    @contextmanager
    def errors(self, doing: str) -> Iterator[None]:
        """Around what the engine is asked. Raises AuditError, which says what it was `doing`, where the engine fails:

        a file that cannot be read, no memory or room left, a server that has gone. Faults of this program pass.
        """
        try:
            yield
        except Exception as error:
            if type(error).__module__.partition(".")[0] in _OURS and not isinstance(
                error, OSError | MemoryError
            ):
                raise
            said = _first_line(error)
            raise AuditError(f"{self.name} failed {doing}: {said}{self._way_out(said)}") from error

    def _way_out(self, said: str) -> str:
        if re.search("no space left|temp_directory", said, re.IGNORECASE):
            return f"; make room in {self.work}, or name another folder"
        return (
            "; give it more with --memory"
            if re.search("out of memory|heap space", said, re.IGNORECASE)
            else ""
        )


def _numbered(backend: Any, patterns: Sequence[str]) -> tuple[Any, str]:
    import sqlglot.expressions as sge
    from ibis.util import gen_name

    listed = sge.convert(list(patterns)).sql("duckdb")
    view, row = gen_name("numbered"), gen_name("row")  # a name that no column has
    backend.raw_sql(
        f"CREATE TEMPORARY VIEW {view} AS SELECT *, file_index::BIGINT * {2**40} + file_row_number AS {row} "
        f"FROM read_parquet({listed}, hive_partitioning = false)"
    )
    return backend.table(view), row


def records(table: Any) -> list[dict[str, Any]]:
    """The rows of a small Ibis table, in Python's types."""
    backend = table.get_backend()
    if backend.name == "pyspark":
        backend._run_pre_execute_hooks(table)
        found = spark.fetch(backend, backend.compile(table), table.schema().to_pyarrow())
    else:
        found = table.to_pyarrow()
    rows: list[dict[str, Any]] = found.to_pylist()
    return rows


_OURS = ("builtins", "compliance", "ibis", "sqlglot")


@contextmanager
def connect(spec: str, memory: int | None, spill: Path) -> Iterator[Engine]:
    """The engine that `spec` names, with at most so many bytes of memory for this process, spilling into a folder.

    `spec`: duckdb; spark or local[N], Spark on this machine; spark://HOST:PORT; or an Ibis URL. A database's own
    server keeps to its own settings of memory. Raises AuditError for an engine that is not known, is not installed,
    or does not answer.
    """
    spill.mkdir(parents=True, exist_ok=True)
    spec = spec.strip()
    if master := spark.master_of(spec):
        _ibis()
        with spark.connect(master, memory, spill) as backend:
            yield Engine(f"Spark ({master})", backend, True, spill)
        return
    name, backend = _connected(spec, memory, spill)
    try:
        yield Engine(name, backend, backend.name == "duckdb", spill)
    finally:
        with suppress(Exception):  # a server that has gone has nothing left to close
            for kept in tuple(backend._cache_name_to_entry):
                backend._finalize_cached_table(kept)
            backend.disconnect()


def _connected(spec: str, memory: int | None, spill: Path) -> tuple[str, Any]:
    if spec == "duckdb":
        return "DuckDB", _ibis().duckdb.connect(**duckdb_settings(memory, spill))
    url = _url(spec)
    if url is None:
        raise AuditError(f"there is no engine '{spec.rpartition('@')[2]}'; write {KNOWN}")
    if url.scheme in ("pyspark", "spark", "sc"):
        raise AuditError("write the engine as spark, local[4] or spark://HOST:PORT")
    return _public(url), _by_url(spec, url, memory, spill)


def duckdb_settings(memory: int | None, spill: Path) -> dict[str, Any]:
    """DuckDB's settings for so many bytes of memory in the whole process.

    Nothing is fetched while it runs, and no name in a query is taken for a variable of this program.
    """
    settings: dict[str, Any] = {
        "temp_directory": str(spill),
        "preserve_insertion_order": False,
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "allow_community_extensions": False,
        "python_enable_replacements": False,
    }
    if memory is not None:
        if memory < LEAST:
            raise AuditError(
                f"an audit needs at least {LEAST // 1_000_000} MB of memory; give it more with --memory"
            )
        limit = round((memory - PYTHON) * SHARE)
        settings["memory_limit"] = f"{limit // 1000}KB"
        settings["threads"] = max(1, min(cores(), limit // A_THREAD))
    return settings


def _ibis() -> Any:
    with installed("audit", "audits need DuckDB and Ibis"):
        import duckdb
        import ibis

        return ibis if duckdb else None


def _by_url(spec: str, url: SplitResult, memory: int | None, spill: Path) -> Any:
    shown = _public(url)
    postgres = url.scheme in ("postgres", "postgresql")
    settings = {**duckdb_settings(memory, spill), "read_only": True} if url.scheme == "duckdb" else {}
    try:
        backend = _ibis().connect(spec, **settings)
    except ImportError as error:
        extra = "policy-compliance[audit,postgres]" if postgres else f"ibis-framework[{url.scheme}]"
        raise AuditError(f"{shown} needs a driver that is not installed: pip install '{extra}'") from error
    except AuditError:
        raise
    except Exception as error:  # each driver has errors of its own
        raise AuditError(f"cannot connect to {shown}: {_said(error, url)}") from None
    if postgres:
        for statement in ("SET jit = off", "SET standard_conforming_strings = on"):
            backend.raw_sql(statement).close()
    return backend


def _url(spec: str) -> SplitResult | None:
    try:
        url = urlsplit(spec)
    except ValueError:
        return None
    return url if url.scheme and "://" in spec else None


def _public(url: SplitResult) -> str:
    """A URL without what may be secret: user, password and options."""
    return f"{url.scheme}://{url.netloc.rpartition('@')[2]}{url.path}"


def _said(error: Exception, url: SplitResult) -> str:
    """The first line of an error, without the secrets of a URL."""
    said = _first_line(error)
    userinfo = url.netloc.rpartition("@")[0]
    _, _, password = userinfo.partition(":")
    values = [part.partition("=")[2] for part in url.query.split("&")]
    secrets = {
        secret
        for value in (userinfo, password, url.query, *values)
        for secret in (value, unquote_plus(value))
    }
    for secret in sorted(secrets - {""}, key=len, reverse=True):
        said = said.replace(secret, "…")
    return said


def _first_line(error: BaseException) -> str:
    return (spark.root_cause(error) or str(error).strip() or type(error).__name__).splitlines()[0][:500]


def _escaped(file: Path) -> str:
    """A file's name with nothing in it that DuckDB would take for a pattern."""
    return re.sub(r"([*?\[])", r"[\1]", str(file))
