"""Where text is written: a file whole or not at all, and never a file in the place of a device."""

import os
import stat
from pathlib import Path

import pytest

from compliance.source.write import write_whole


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    """As /dev/null must: root could put a file in its place, and break the machine for everybody else."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_whole("report\n", pipe)
        assert os.read(reader, 100) == b"report\n"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_what_is_open_already_is_written_to_by_its_name() -> None:
    """As /dev/stdout is, whose link leads to no name of a file."""
    reader, writer = os.pipe()
    try:
        write_whole("report\n", Path(f"/dev/fd/{writer}"))
        assert os.read(reader, 100) == b"report\n"
    finally:
        os.close(reader)
        os.close(writer)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "report.txt")
    write_whole("report\n", link)
    assert link.is_symlink()
    assert (tmp_path / "report.txt").read_text() == "report\n"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        write_whole("report\n", tmp_path)
    assert list(tmp_path.iterdir()) == []
