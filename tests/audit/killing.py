"""An audit that is killed and run again, beside one that nobody disturbs."""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.audit.stopped import PATIENCE, kill, names, wait_for

COMMAND = (sys.executable, "-m", "compliance.cli", "audit")
OUTPUTS = {"--rows": "rows.parquet", "--rejected": "rejected.csv", "--output": "report.json"}
WORK = "work"
ENDED_WELL = (0, 1)
"""Nothing violated, or something; 2 is an audit that was not done."""

Part = tuple[int, int]
"""A file by its number on the disk, and when it was written: one that is written anew has others."""


@dataclass(frozen=True)
class Audit:
    """An audit as a command, run in folders of its own: outputs have the same names in each."""

    arguments: Sequence[str]
    """The log format, by an absolute path, and options that change nothing about where outputs go."""
    outputs: Mapping[str, str]
    """Option: name of a file."""
    command: Sequence[str] = COMMAND
    parts: str = "*"
    """A pattern for the names of the finished parts to count in the work folder."""

    def begin(self, folder: Path) -> subprocess.Popen[bytes]:
        """Start it in a folder, with all outputs and the work folder there."""
        outputs = [text for option in self.outputs.items() for text in option]
        words = [*self.command, *self.arguments, *outputs, "--work", WORK]
        with (folder.parent / f"{folder.name}.said").open("ab") as said:
            return subprocess.Popen(words, cwd=folder, stdout=said, stderr=said, start_new_session=True)

    def end(self, folder: Path, patience: float = PATIENCE) -> int:
        """Run it to its end; its exit code."""
        process = self.begin(folder)
        try:
            code = process.wait(patience)
        except BaseException:
            kill(process)
            raise
        said = (folder.parent / f"{folder.name}.said").read_text(encoding="utf-8", errors="replace")
        assert code in ENDED_WELL, said
        return code

    def finished(self, folder: Path) -> dict[str, Part]:
        """The finished parts that lie in the work folder."""
        found = {}
        for path in (folder / WORK).glob(f"*/{self.parts}"):
            if path.name.startswith(".") or path.name in ("lock", "manifest.json"):
                continue
            try:
                status = path.stat()
            except FileNotFoundError:  # the audit is done, and removes what it kept
                continue
            found[path.name] = (status.st_ino, status.st_mtime_ns)
        return found

    def has(self, folder: Path, count: int) -> bool:
        """Whether so many finished parts lie in the work folder."""
        return len(self.finished(folder)) >= count


def audit_of(log: Path, *options: str, parts: str = "*") -> Audit:
    """`compliance audit` of a log, with rows, rejected rows and a report in JSON."""
    return Audit((str(log.resolve()), "--format", "json", *options), OUTPUTS, parts=parts)


def check_survives(audit: Audit, folder: Path, kills: Sequence[int], patience: float = PATIENCE) -> None:
    """Kill -9 an audit each time that so many finished parts are there, and let the last run end.

    AssertionError unless all outputs and the exit code are those of an undisturbed run, byte for byte; each run
    goes on with the parts that the one before had finished; no output is under its name before the end; and nothing
    else is left, neither beside the outputs nor in the work folder.
    """
    undisturbed, killed = folder / "undisturbed", folder / "killed"
    undisturbed.mkdir(parents=True)
    killed.mkdir()
    expected = audit.end(undisturbed, patience)
    files = sorted(audit.outputs.values())
    assert names(undisturbed) == files, "an undisturbed run leaves more or less than its outputs"

    before: dict[str, Part] = {}
    for count in kills:
        process = audit.begin(killed)
        try:
            wait_for(partial(audit.has, killed, count), process)
        finally:
            kill(process)
        now = audit.finished(killed)
        assert len(now) >= count, f"it was over as it was killed at {count} parts: take a larger log"
        again = [name for name, part in before.items() if now.get(name) != part]
        assert not again, f"finished parts were done again: {', '.join(again)}"
        early = [name for name in files if (killed / name).exists()]
        assert not early, f"there before the audit was done: {', '.join(early)}"
        before = now

    assert audit.end(killed, patience) == expected
    assert names(killed) == files, "the run after a kill leaves more or less than its outputs"
    for name in files:
        same = (killed / name).read_bytes() == (undisturbed / name).read_bytes()
        assert same, f"{name} is not as in an undisturbed run"
