"""Spark as an engine of audits: a quiet session whose answers do not depend on the machine, in this much memory."""

import os
import re
import shutil
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from compliance.audit.error import AuditError
from compliance.audit.machine import PYTHON, cores, installed

BESIDE_THE_HEAP = 350_000_000
"""Bytes that Java takes for itself: code, classes, threads, buffers."""
LEAST_HEAP = 512_000_000
"""Spark refuses to start with less than about this."""
LOG = "spark.log"


def master_of(spec: str) -> str | None:
    """The Spark master that an engine's name stands for; None for another engine."""
    if spec == "spark":
        return "local[*]"
    return spec if re.fullmatch(r"local(\[([1-9][0-9]*|\*)\])?|spark://[^/@?#\s]+", spec) else None


@contextmanager
def connect(master: str, memory: int | None, spill: Path) -> Iterator[Any]:
    """The Ibis backend of a Spark session; what Spark has to say goes to a file in `spill`.

    Inside of another one it is a session of its own on the same Spark, which starts once only.
    Raises AuditError where PySpark or Java is missing, or Spark does not start.
    """
    check_master(master)
    with installed("spark", "Spark needs PySpark"):
        import ibis
        import pyspark
        from pyspark.sql import SparkSession

        connected = ibis.pyspark.connect
    if pyspark.SparkContext._active_spark_context is not None:
        yield connected(SparkSession.builder.getOrCreate().newSession())
        return
    check_java()
    conf = pyspark.SparkConf().setMaster(master).setAppName("compliance audit")
    conf.setAll(settings(master, memory, spill).items())
    session = _started(conf, spill / LOG)
    try:
        yield connected(session)
    finally:
        _end(session)


def settings(master: str, memory: int | None, spill: Path) -> dict[str, str]:
    """Spark's settings for so many bytes of memory in this process and its Java together.

    Whatever the rows hold, a value that does not fit is null and stops nothing (ANSI off); nothing in a query's
    text is replaced by settings of the machine; and names keep their case.
    """
    found = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.log.level": "ERROR",
        "spark.local.dir": str(spill),
        "spark.driver.memory": f"{_heap(memory) >> 20}m",
        "spark.driver.maxResultSize": "0",
        "spark.sql.ansi.enabled": "false",
        "spark.sql.caseSensitive": "true",
        "spark.sql.catalogImplementation": "in-memory",
        "spark.sql.execution.arrow.pyspark.enabled": "true",
        "spark.sql.legacy.timeParserPolicy": "CORRECTED",
        "spark.sql.parquet.inferTimestampNTZ.enabled": "true",
        "spark.sql.parquet.outputTimestampType": "TIMESTAMP_MICROS",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.timestampType": "TIMESTAMP_NTZ",
        "spark.sql.variable.substitute": "false",
        "spark.sql.warehouse.dir": str(spill / "warehouse"),
    }
    if is_local(master):
        found |= {
            "spark.driver.bindAddress": "127.0.0.1",
            "spark.driver.host": "127.0.0.1",
            "spark.sql.shuffle.partitions": str(2 * _threads(master)),
        }
    return found


def is_local(master: str) -> bool:
    """Whether all of Spark runs on this machine, in one Java."""
    return master.startswith("local")


def parquet(backend: Any, files: Sequence[Path]) -> Any:
    """The rows of Parquet files as one Ibis table. Raises AuditError for a file that Spark would pass over."""
    import ibis

    for file in files:
        if file.name.startswith(("_", ".")):
            raise AuditError(
                f"Spark passes over files whose name begins with '{file.name[0]}'; rename {file}"
            )
        if ":" in str(file.absolute()):
            raise AuditError(f"Spark cannot read a file with ':' in its path; move or rename {file}")
    rows = backend._session.read.parquet(*("file://" + _escaped(file.absolute()) for file in files))
    name = ibis.util.gen_name("parquet")
    rows.createOrReplaceTempView(name)
    return backend.table(name)


def batches(backend: Any, table: Any, folder: Path, rows: int) -> Iterator[Any]:
    """The rows of an Ibis table as pyarrow.RecordBatch.

    On this machine they go through files in a new `folder`, so that memory is bounded. Machines of a cluster may not
    see that folder: from there they come all at once.
    """
    backend._run_pre_execute_hooks(table)
    found = backend._session.sql(backend.compile(table))
    yield from _batches(found, table.schema().to_pyarrow(), folder, rows)


def _batches(found: Any, schema: Any, folder: Path, rows: int) -> Iterator[Any]:
    import pyarrow.parquet

    if not is_local(found.sparkSession.sparkContext.master):
        yield from found.toArrow().cast(schema).to_batches(max_chunksize=rows)
        return
    found.write.parquet("file://" + str(folder.absolute()))
    for part in sorted(folder.glob("*.parquet")):
        with pyarrow.parquet.ParquetFile(part) as opened:
            for batch in opened.iter_batches(batch_size=rows):
                yield batch.cast(schema)


def view(backend: Any, name: str, sql: str) -> None:
    """Let a name stand for what SQL asks for: with the tables that names in it stand for now."""
    backend._session.sql(sql).createOrReplaceTempView(name)


def keep(backend: Any, name: str, sql: str) -> Any:
    """Have what SQL asks for worked out under a name; as the frame that keeps it until it is told to unpersist.

    (A table that is cached by SQL is known by its text, which would be gone through again by each query that names it.)
    """
    frame = backend._session.sql(sql).persist()
    frame.createOrReplaceTempView(name)
    frame.count()
    return frame


def fetch(backend: Any, sql: str, schema: Any) -> Any:
    """What SQL asks for, as pyarrow.Table with a schema."""
    import pyarrow as pa

    with TemporaryDirectory(prefix="result-", dir=backend._session.conf.get("spark.local.dir")) as folder:
        found = _batches(backend._session.sql(sql), schema, Path(folder) / "rows", 65_536)
        return pa.Table.from_batches(found, schema)


def root_cause(error: BaseException) -> str:
    """What went wrong first, in Java; nothing where that is not known."""
    cause = getattr(error, "java_exception", None)
    with suppress(Exception):  # Java may have ended
        while cause is not None and cause.getCause() is not None:
            cause = cause.getCause()
        return str(cause.toString()) if cause is not None else ""
    return ""


def _threads(master: str) -> int:
    given = re.fullmatch(r"local(?:\[(.+)\])?", master)
    asked = given[1] if given else "*"
    return cores() if asked == "*" else int(asked or 1)


def _heap(memory: int | None) -> int:
    if memory is None:
        return max(
            LEAST_HEAP, min(8_000_000_000, os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2)
        )
    heap = int((memory - PYTHON - BESIDE_THE_HEAP) * 0.9)
    if heap < LEAST_HEAP:
        least = int(LEAST_HEAP / 0.9) + PYTHON + BESIDE_THE_HEAP
        raise AuditError(
            f"Spark needs at least {-(-least // 1_000_000)} MB of memory; give it more with --memory"
        )
    return heap


def check_java() -> None:
    """Raises AuditError, with how to install it, where there is no Java."""
    home = os.environ.get("JAVA_HOME")
    if not shutil.which(f"{home}/bin/java" if home else "java"):
        raise AuditError(
            (
                f"JAVA_HOME is {home}, and there is no bin/java in it"
                if home
                else "Spark needs Java, and there is none"
            )
            + ": install version 17 or newer (on Debian or Ubuntu: apt-get install default-jre-headless)"
        )


def check_master(master: str) -> None:
    """A master that nobody listens at is found now; Spark itself takes minutes to give up."""
    if is_local(master):
        return
    error: Exception | None = None
    for address in master.removeprefix("spark://").split(","):
        host, _, port = address.rpartition(":")
        try:
            socket.create_connection((host, int(port)), timeout=10).close()
            return
        except (OSError, ValueError) as found:
            error = found
    raise AuditError(f"no Spark master answers at {master}: {error}")


def _started(conf: Any, log: Path) -> Any:
    from pyspark import SparkContext
    from pyspark.java_gateway import launch_gateway
    from pyspark.sql import SparkSession

    try:
        with log.open("ab") as out:
            gateway = launch_gateway(conf, popen_kwargs={"stdout": out, "stderr": out})
        SparkContext(conf=conf, gateway=gateway)
        return SparkSession.builder.getOrCreate()
    except Exception as error:  # of Spark, of the bridge to Java, or of the system
        said = (root_cause(error) or str(error)).strip().splitlines()[0].rstrip(".")
        _forget()
        raise AuditError(f"Spark did not start: {said}; it needs Java 17 or newer; {log} has more") from error


def _end(session: Any) -> None:
    """Stops Spark and its Java, so that the next one starts with its own settings."""
    with suppress(Exception):  # a Java that has ended by itself cannot be stopped
        session.stop()
    _forget()


def _forget() -> None:
    from pyspark import SparkContext
    from pyspark.sql import SparkSession

    SparkContext._active_spark_context, SparkSession._instantiatedSession = None, None
    gateway, SparkContext._gateway, SparkContext._jvm = SparkContext._gateway, None, None
    if gateway is not None:
        with suppress(Exception):
            gateway.shutdown()
        gateway.proc.stdin.close()
        gateway.proc.wait()


def _escaped(file: Path) -> str:
    """A file's name with nothing in it that Spark would take for a pattern."""
    return re.sub(r"([\\*?\[\]{}^])", r"\\\1", str(file))
