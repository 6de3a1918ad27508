"""What is finished of an audit outlives a run that is stopped; nothing half does."""

import errno
import fcntl
import io
import json
import os
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import IO

import duckdb
import pyarrow
import pyarrow.parquet
import pytest
from tests.audit.stopped import kill, names, run, start, wait_for

from compliance.audit import work as work_module
from compliance.audit.disk import locked, remove, told
from compliance.audit.error import AuditError
from compliance.audit.work import Work, open_work

AUDIT = {"program": "1.0", "log": "a1b2"}
OTHER = {"program": "1.0", "log": "c3d4"}


def writing(text: str) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_text(text, encoding="utf-8")

    return write


def writing_folder(path: Path) -> None:
    """As Spark does."""
    (path / "deeper").mkdir(parents=True)
    (path / "part-0.parquet").write_bytes(b"rows")
    (path / "deeper" / "part-1.parquet").write_bytes(b"more")


def test_an_equal_audit_goes_on_with_what_another_finished(tmp_path: Path) -> None:
    with open_work(tmp_path, AUDIT) as work:
        assert work.done("chunk-1") is None
        kept = work.keep("chunk-1", writing("one"))
        assert kept == work.done("chunk-1")
    with open_work(tmp_path, dict(reversed(AUDIT.items()))) as work:
        again = work.done("chunk-1")
        assert again is not None and again.read_text(encoding="utf-8") == "one"
        assert work.done("chunk-2") is None


def test_another_audit_is_left_alone(tmp_path: Path) -> None:
    with open_work(tmp_path, AUDIT) as work:
        work.keep("chunk-1", writing("one"))
    with open_work(tmp_path, OTHER) as other:
        assert other.done("chunk-1") is None
        other.keep("chunk-1", writing("other"))
        other.forget()
    with open_work(tmp_path, AUDIT) as work:
        assert work.done("chunk-1") is not None


def test_the_folder_says_whose_it_is(tmp_path: Path) -> None:
    with open_work(tmp_path, AUDIT) as work:
        assert json.loads((work.folder / "manifest.json").read_text(encoding="utf-8")) == AUDIT
        assert work.folder.parent == tmp_path


def test_what_is_kept_of_a_log_is_for_its_owner_and_no_repository(tmp_path: Path) -> None:
    with open_work(tmp_path / "work", AUDIT) as work:
        assert work.folder.stat().st_mode & 0o077 == 0
        assert (work.folder / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_a_part_may_be_a_folder_and_may_be_written_anew(tmp_path: Path) -> None:
    with open_work(tmp_path, AUDIT) as work:
        work.keep("chunk-1", writing_folder)
        kept = work.keep("chunk-1", writing_folder)
        assert names(kept) == ["deeper", "deeper/part-1.parquet", "part-0.parquet"]
        assert work.keep("chunk-1", writing("a file now")).is_file()


def test_an_audit_that_is_done_leaves_nothing(tmp_path: Path) -> None:
    root = tmp_path / "work"
    with open_work(root, AUDIT) as work:
        work.keep("chunk-1", writing("one"))
        work.keep("chunk-2", writing_folder)
        (work.scratch / "spilled").write_bytes(b"x")
        work.forget()
        assert not root.exists()
    assert names(tmp_path) == []


def test_an_audit_that_is_done_leaves_what_others_keep_beside(tmp_path: Path) -> None:
    with open_work(tmp_path, OTHER) as other:
        other.keep("chunk-1", writing("other"))
    with open_work(tmp_path, AUDIT) as work:
        work.forget()
    assert names(tmp_path) == [
        other.folder.name,
        *(f"{other.folder.name}/{name}" for name in (".gitignore", "chunk-1", "lock", "manifest.json")),
    ]


def test_a_run_that_begins_as_another_is_done_is_not_swept_away(tmp_path: Path) -> None:
    with ExitStack() as first, ExitStack() as second:
        first.enter_context(open_work(tmp_path, AUDIT)).forget()
        next_one = second.enter_context(open_work(tmp_path, AUDIT))
        first.close()
        assert next_one.scratch.is_dir()
        next_one.keep("chunk-1", writing("one"))
        assert next_one.done("chunk-1") is not None


def test_a_run_that_finished_nothing_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), open_work(tmp_path / "work", AUDIT):
        raise KeyboardInterrupt
    assert names(tmp_path) == []


def test_what_need_not_outlive_a_run_does_not(tmp_path: Path) -> None:
    with open_work(tmp_path, AUDIT) as work:
        work.keep("chunk-1", writing("one"))
        (work.scratch / "spilled").write_bytes(b"x")
    assert names(work.folder) == [".gitignore", "chunk-1", "lock", "manifest.json"]


@pytest.mark.parametrize("stop", [ValueError("no"), KeyboardInterrupt(), MemoryError()])
@pytest.mark.parametrize("write", [writing("half"), writing_folder])
def test_a_part_that_fails_is_removed_and_says_why(
    tmp_path: Path, stop: BaseException, write: Callable[[Path], None]
) -> None:
    def fail(path: Path) -> None:
        write(path)
        raise stop

    with open_work(tmp_path, AUDIT) as work:
        work.keep("chunk-1", writing("one"))
        with pytest.raises(type(stop)):
            work.keep("chunk-2", fail)
        assert names(work.folder) == [".gitignore", ".scratch", "chunk-1", "lock", "manifest.json"]


@pytest.mark.parametrize("name", ["", "../chunk", "a/b", ".half-x", "manifest.json", "lock", "a\n"])
def test_a_part_stays_in_the_folder(tmp_path: Path, name: str) -> None:
    with open_work(tmp_path, AUDIT) as work, pytest.raises(ValueError, match="no name for a part"):
        work.keep(name, writing("one"))


# --- two at once, and killed ------------------------------------------------------------------------------

HOLD = """
import sys, time
from pathlib import Path
from compliance.audit.work import open_work

def slowly(path):
    if sys.argv[2] == "folder":
        path.mkdir()
        path = path / "part-0.parquet"
    with path.open("wb") as file:
        file.write(b"half")
        file.flush()
        (Path(sys.argv[1]) / "begun").touch()
        time.sleep(600)

with open_work(Path(sys.argv[1]) / "work", {"program": "1.0", "log": "a1b2"}) as work:
    work.keep("chunk-1", lambda path: path.write_bytes(b"whole"))
    (work.scratch / "spilled").write_bytes(b"x" * 1000)
    work.keep("chunk-2", slowly)
"""


@pytest.mark.parametrize("what", ["file", "folder"])
def test_kill_9_in_the_middle_of_a_part_leaves_only_finished_parts(tmp_path: Path, what: str) -> None:
    process = start(HOLD, tmp_path, what)
    try:
        wait_for((tmp_path / "begun").exists, process)
        with pytest.raises(AuditError) as refused, open_work(tmp_path / "work", AUDIT):
            pass
        assert "the same audit is running already" in str(refused.value)
        assert "--work" in str(refused.value)
        with open_work(tmp_path / "work", OTHER):
            pass  # one that is not the same may run beside it
    finally:
        kill(process)

    (folder,) = (tmp_path / "work").iterdir()
    assert not (folder / "chunk-2").exists()
    assert {".half-chunk-2", ".scratch"} <= set(names(folder)), "else this test shows nothing"
    with open_work(tmp_path / "work", AUDIT) as work:
        assert names(work.folder) == [".gitignore", ".scratch", "chunk-1", "lock", "manifest.json"]
        done = work.done("chunk-1")
        assert done is not None and done.read_bytes() == b"whole"
        assert work.done("chunk-2") is None


def test_two_runs_of_one_process_do_not_mix_either(tmp_path: Path) -> None:
    with open_work(tmp_path, AUDIT) as work:
        work.keep("chunk-1", writing("one"))
        with pytest.raises(AuditError, match="is running already"), open_work(tmp_path, AUDIT):
            pass
        assert work.done("chunk-1") is not None
        assert work.scratch.is_dir()


@pytest.mark.parametrize("removed", range(6))
def test_an_audit_killed_while_it_removes_its_parts_can_be_gone_on_with(
    tmp_path: Path, removed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = iter(range(removed))

    def killed(path: Path) -> None:
        next(left)
        remove(path)

    with open_work(tmp_path, AUDIT) as work:
        work.keep("chunk-1", writing("one"))
        work.keep("chunk-2", writing("two"))
        with monkeypatch.context() as patched, suppress(StopIteration):
            patched.setattr(work_module, "remove", killed)
            work.forget()
        work.forgotten = True  # nor does a process that is killed tidy up
    with open_work(tmp_path, AUDIT) as work:
        assert {path.name for path in work.folder.glob("chunk-*")} <= {"chunk-1", "chunk-2"}
        work.keep("chunk-3", writing("three"))


def test_a_lock_of_a_folder_that_was_removed_meanwhile_is_no_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, lock = tmp_path / "lock", fcntl.flock
    calls: list[int] = []

    def late(file: IO[bytes], how: int) -> None:
        if not calls:  # whoever held it is done just now, and another run has begun
            path.unlink()
            path.touch()
        calls.append(how)
        lock(file, how)

    monkeypatch.setattr(fcntl, "flock", late)
    with locked(path) as file:
        assert file is not None
        assert os.path.samestat(path.stat(), os.fstat(file.fileno()))


@pytest.mark.parametrize("damage", ["no manifest", "a cut one", "another's"])
def test_a_folder_that_no_audit_left_so_is_not_touched(tmp_path: Path, damage: str) -> None:
    with open_work(tmp_path, AUDIT) as work:
        work.keep("chunk-1", writing("one"))
    manifest = work.folder / "manifest.json"
    if damage == "no manifest":
        manifest.unlink()
    else:
        manifest.write_text(
            {"a cut one": '{"log":', "another's": json.dumps(OTHER)}[damage], encoding="utf-8"
        )
    before = names(tmp_path)
    with pytest.raises(AuditError, match=r"not as an audit leaves it: remove it"), open_work(tmp_path, AUDIT):
        pass
    assert names(tmp_path) == before


# --- disks that take no more ------------------------------------------------------------------------------


class Full(io.RawIOBase):
    """A file on a full disk. (No device is written to here: libraries remove a file that they could not write.)"""

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def by_python(path: Path) -> None:
    path.write_text("half", encoding="utf-8")
    Full().write(b"x")


def by_arrow(path: Path) -> None:
    path.write_text("half", encoding="utf-8")
    pyarrow.parquet.write_table(pyarrow.table({"a": list(range(100_000))}), Full())


def by_duckdb(path: Path) -> None:
    path.write_text("half", encoding="utf-8")
    raise duckdb.IOException(f'IO Error: Could not write file "{path}": No space left on device')


def by_spark(path: Path) -> None:
    path.mkdir()
    raise RuntimeError("job aborted") from RuntimeError("java.io.IOException: No space left on device")


def by_spilling(path: Path) -> None:
    raise RuntimeError("failed to offload data block. This limit was set by 'max_temp_directory_size'.")


@pytest.mark.parametrize("write", [by_python, by_arrow, by_duckdb, by_spark, by_spilling])
def test_a_full_disk_is_told_with_what_to_do(tmp_path: Path, write: Callable[[Path], None]) -> None:
    with pytest.raises(AuditError) as told, open_work(tmp_path, AUDIT) as work:
        work.keep("chunk-1", writing("one"))
        work.keep("chunk-2", write)
    message = str(told.value)
    assert str(work.folder) in message
    assert "No space left on device" in message
    assert " free)" in message
    assert "--work" in message
    assert names(work.folder) == [".gitignore", "chunk-1", "lock", "manifest.json"]


LIMITED = """
import resource, sys
from pathlib import Path
import duckdb, pyarrow, pyarrow.parquet
from compliance.audit import work as work_module
from compliance.audit.disk import locked, remove, told
from compliance.audit.error import AuditError
from compliance.audit.work import open_work

rows = pyarrow.table({"a": [str(n) * 5 for n in range(100_000)]})
writers = {
    "python": lambda path: path.write_bytes(b"x" * 1_000_000),
    "arrow": lambda path: pyarrow.parquet.write_table(rows, path),
    "duckdb": lambda path: duckdb.connect().execute(
        f"copy (select hash(range) a from range(300000)) to '{path}' (format parquet)"
    ),
}
with open_work(Path(sys.argv[1]), {"program": "1.0", "log": "a1b2"}) as work:
    work.keep("chunk-1", lambda path: path.write_bytes(b"whole"))
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
    try:
        work.keep("chunk-2", writers[sys.argv[2]])
    except AuditError as error:
        print(error)
"""


@pytest.mark.parametrize("writer", ["python", "arrow", "duckdb"])
def test_a_disk_that_takes_no_larger_file_is_told_alike(tmp_path: Path, writer: str) -> None:
    message = run(LIMITED, tmp_path, writer)
    (folder,) = tmp_path.iterdir()
    assert message.startswith(f"{folder} takes no more (File too large; ")
    assert names(folder) == [".gitignore", "chunk-1", "lock", "manifest.json"]


UNPRIVILEGED = """
import os, sys
from pathlib import Path
from compliance.audit import work as work_module
from compliance.audit.disk import locked, remove, told
from compliance.audit.error import AuditError
from compliance.audit.work import open_work

if os.geteuid() == 0:  # to whom no folder is closed
    os.seteuid(65534)
try:
    with open_work(Path(sys.argv[1]), {"program": "1.0"}):
        pass
except AuditError as error:
    print(error)
"""


@pytest.mark.parametrize("name", ["work", "deep/in/work"])
def test_a_folder_that_may_not_be_written_to_is_told(tmp_path: Path, name: str) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    message = run(UNPRIVILEGED, closed / name)
    assert message.startswith(str(closed / name))
    assert "may not be written to (Permission denied): name another place with --work" in message
    assert names(tmp_path) == ["closed"]


def test_a_folder_is_refused_by_the_one_that_it_would_be_made_in(tmp_path: Path) -> None:
    with (
        pytest.raises(AuditError, match="may not be written to"),
        told(tmp_path / "deep" / "work", "--work"),
    ):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(tmp_path))


def test_a_disk_that_became_read_only_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(self))

    with open_work(tmp_path, AUDIT) as work:
        monkeypatch.setattr(Path, "replace", refuse)
        with pytest.raises(AuditError, match=r"may not be written to \(Read-only file system\)"):
            work.keep("chunk-1", writing("one"))
        assert work.done("chunk-1") is None


def test_a_log_that_may_not_be_read_is_not_blamed_on_the_folder(tmp_path: Path) -> None:
    def read(path: Path) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), "/somewhere/queries.csv")

    with open_work(tmp_path, AUDIT) as work, pytest.raises(PermissionError):
        work.keep("chunk-1", read)


def test_a_file_is_no_work_folder(tmp_path: Path) -> None:
    root = tmp_path / "notes.txt"
    root.write_text("mine", encoding="utf-8")
    with pytest.raises(AuditError, match=r"notes\.txt is no folder: name another with --work"):
        with_opened(root)
    assert root.read_text(encoding="utf-8") == "mine"


def with_opened(root: Path) -> Work:
    with open_work(root, AUDIT) as work:
        return work
