"""The four forms of a practice, read and written: practice file, scenario, saved interview, log row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from compliance.model.library import Library
from compliance.source.files import SourceFile
from compliance.source.forms import Read, read_practices
from compliance.source.interviews import interview_of, interview_text
from compliance.source.log_rows import log_text, not_in_a_log
from compliance.source.write import practice_data, practice_text
from compliance.testing.law import Deciders
from compliance.testing.scenario_practices import practices_in
from compliance.testing.scenario_text import feature_text

Form = Literal["yaml", "gherkin", "answers", "csv"]
FORMS: tuple[Form, ...] = get_args(Form)
ONE_A_FILE: tuple[Form, ...] = ("yaml", "answers")
"""The forms of which a file holds one practice."""


def read(paths: Iterable[Path], library: Library, law: Deciders) -> Read:
    """The practices in some files, each of whatever form; `law` is what scenarios meet, and has the library."""
    found = Read()
    for path in paths:
        if path.suffix.lower() == ".feature":
            found.add(practices_in(path, law))
        else:
            found.add(read_practices(path, library))
    return found


@dataclass
class Converted:
    """Texts by the name of their practice (one name for all where a file holds several), and what they leave out."""

    texts: dict[str, str] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)


def write(
    files: Sequence[SourceFile], form: Form, library: Library, law: Deciders, *, as_json: bool = False
) -> Converted:
    """Practices in another form."""
    practices = [practice_data(file.model) for file in files]
    if form == "yaml":
        return Converted({data["practice"]: practice_text(data) for data in practices})
    if form == "answers":
        return Converted(
            {
                data["practice"]: interview_text(interview_of(data, library), as_json=as_json)
                for data in practices
            }
        )
    if form == "csv":
        left_out = [f"{data['practice']}: {what}" for data in practices for what in not_in_a_log(data)]
        return Converted({"practices": log_text(practices, library)}, left_out)
    title = practices[0]["title"] if len(practices) == 1 else "Practices"
    written = feature_text(practices, title, law)
    return Converted({"practices": written.text}, written.left_out)
