"""The forms in which practices are written down, but for scenarios: practice files, saved interviews, logs."""

from dataclasses import dataclass, field
from pathlib import Path

from compliance.model.diagnostic import Diagnostic
from compliance.model.library import Library
from compliance.source.files import SourceFile, display_name, read_file


@dataclass
class Read:
    """Practices of any form, what is wrong with their files, and what in those has no place in a practice."""

    files: list[SourceFile] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def add(self, other: "Read") -> None:
        """Take what was read elsewhere."""
        self.files += other.files
        self.problems += other.problems
        self.left_out += other.left_out


def read_practices(path: Path, library: Library) -> Read:
    """The practices in a file, whatever its form: a log by its suffix, the others by their first key.

    What reads the rarer forms is imported only for them.
    """
    if path.suffix.lower() == ".csv":
        from compliance.source.log_rows import read_log

        files, problems = read_log(path, display_name(path), library)
        return Read(files, list(problems))
    left_out: list[str] = []
    file, problems = read_file(path, ("practice", "interview"))
    if file is not None and file.kind == "interview":
        from compliance.source.interviews import asked_in_vain, practice_of

        left_out = [f"{file.model.interview}: {what}" for what in asked_in_vain(file.model)]
        file, problems = practice_of(file)
    return Read([] if file is None else [file], list(problems), left_out)
